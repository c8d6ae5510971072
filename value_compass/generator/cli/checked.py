"""The playbook that a command builds from: checked, and of one edition."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from value_compass.generator.check.check import check
from value_compass.generator.cli.revision import Origin, read_with_origin
from value_compass.generator.playbook.edition import edition_named
from value_compass.generator.playbook.playbook import Playbook, seal

Tell = Callable[[str], None]
"""Takes a line of progress."""


def checked_playbook(folder: Path, edition: str | None) -> tuple[Playbook, Origin]:
    """The playbook of an edition, and where it was read; ends the command when the check has errors."""
    checked, origin = read_with_origin(folder, lambda: check(folder))
    if checked.problems:
        # Asked for here, since most builds have nothing to report.
        from value_compass.generator.cli.checking import report  # noqa: PLC0415 - see above

        click.echo(report(checked, "text"), err=True, nl=False)
    if checked.errors or checked.draft.settings is None:
        click.echo("Nothing was built; what was built before is still there.", err=True)
        sys.exit(1)
    chosen = edition_named(checked.draft.settings, edition)
    return seal(checked.draft, chosen, origin.revision.day), origin


def tell(message: str) -> None:
    """Say what is going on, beside what a command is asked for."""
    click.echo(message, err=True)
