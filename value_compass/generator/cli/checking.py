"""`compass check`: everything that is wrong, each at its line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from value_compass.generator.check.check import Checked, check
from value_compass.generator.check.machine_reports import MACHINE_REPORTERS
from value_compass.generator.check.report import REPORTERS
from value_compass.generator.check.touched import only_new_block


@click.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice([*REPORTERS, *MACHINE_REPORTERS]),
    default="text",
    show_default=True,
    help="For people (text), for programs (json), or to annotate a pull request.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--touched",
    "base",
    metavar="REV",
    help="Let only problems fail that are in files changed since this revision, or new; the rest warns.",
)
@click.pass_obj
def check_command(folder: Path, form: str, strict: bool, base: str | None) -> None:
    """Say everything that is wrong, each at its line."""
    checked = check(folder)
    if base is not None:
        # Asked for here, since most checks do without git.
        from value_compass.generator.changes.repository import open_repository  # noqa: PLC0415 - see above
        from value_compass.generator.cli.revision import touched_since, wrong_at  # noqa: PLC0415 - see above

        repository = open_repository(folder)
        start = repository.parting(base)
        checked = only_new_block(
            checked, touched_since(repository, start), lambda: wrong_at(repository, start)
        )
    click.echo(report(checked, form, folder), nl=False)
    if checked.errors or (strict and checked.warnings):
        sys.exit(1)


def report(checked: Checked, form: str, folder: Path | None = None) -> str:
    """A report of what was checked, in the form that was asked for."""
    if form in MACHINE_REPORTERS:
        from value_compass.generator.cli.revision import folder_in_repository  # noqa: PLC0415 - most checks do without git

        return MACHINE_REPORTERS[form](checked, folder_in_repository(folder) if folder else "")
    return REPORTERS[form](checked, color=form == "text" and sys.stdout is not None and sys.stdout.isatty())
