"""Where a command may write, and under which name: never over the playbook, nor over what no build made."""

from __future__ import annotations

from pathlib import Path

import click

from value_compass.generator.check.reading import id_from
from value_compass.generator.check.taken_ids import no_file
from value_compass.generator.load.folder import CONTENT_FOLDER, SETTINGS_FILE
from value_compass.generator.site.mark import MARK
from value_compass.schemas.settings import Settings

LONGEST_STEM = 60
"""So many letters of a playbook's title name its book, to the end of a word."""

SITE = "site"
"""The name of the site's folder."""

_PDF = b"%PDF-"


def book_name(settings: Settings) -> str:
    """The name of the book's file without its ending: the title as it stands in addresses."""
    stem = id_from(settings.title)
    if len(stem) > LONGEST_STEM:
        stem = stem[:LONGEST_STEM].rpartition("-")[0] or stem[:LONGEST_STEM]
    return "book" if not stem or no_file(stem) else stem


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
