"""Where a command may write: never over the playbook itself, nor over what no build of ours made."""

from __future__ import annotations

from pathlib import Path

import click

from value_compass.generator.load.folder import CONTENT_FOLDER, SETTINGS_FILE
from value_compass.generator.site.build import MARK

_PDF = b"%PDF-"


def refuse_for_book(folder: Path, target: Path) -> None:
    """See to it that a book may be written to a file.

    Args:
        folder: the playbook's folder.
        target: the file.

    Raises:
        UsageError: when something else is there.
    """
    refuse_inside(folder, target)
    if target.exists() and not (target.is_file() and _begins_as_pdf(target)):
        raise click.UsageError(f"{target} is there already and is no PDF; name another file with --output")


def refuse_for_site(folder: Path, target: Path) -> None:
    """See to it that a site may be written to a folder.

    Args:
        folder: the playbook's folder.
        target: the folder of the site itself.

    Raises:
        UsageError: when something else is there.
    """
    refuse_inside(folder, target)
    ours = target.is_dir() and ((target / MARK).is_file() or not any(target.iterdir()))
    if target.exists() and not ours:
        raise click.UsageError(
            f"{target} is there already, was not made by a build, and would be deleted; "
            "name another folder with --output, or move it away"
        )


def refuse_inside(folder: Path, target: Path) -> None:
    """See to it that what is written is not among the files of a playbook.

    Raises:
        UsageError: when it is.
    """
    found = target.resolve()
    if found == (folder / SETTINGS_FILE).resolve() or found.is_relative_to(
        (folder / CONTENT_FOLDER).resolve()
    ):
        raise click.UsageError(f"{target} belongs to the playbook itself; name another place with --output")


def _begins_as_pdf(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(len(_PDF)) == _PDF
