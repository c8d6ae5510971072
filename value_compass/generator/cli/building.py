"""`compass build`: from the files to the site and the book."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from value_compass.generator.check.check import check
from value_compass.generator.cli.checking import report
from value_compass.generator.cli.folders import FOLDER
from value_compass.generator.cli.framing import frame_option, framed
from value_compass.generator.cli.outputs import refuse_for_book, refuse_for_site
from value_compass.generator.cli.rendering import SITE, book_name, write_everything
from value_compass.generator.cli.revision import Origin, read_with_origin
from value_compass.generator.playbook.edition import edition_named
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.language.words import speaking


@click.command("build")
@click.option("--edition", help="Which edition of site.yml; the first one unless named.")
@click.option("--output", type=FOLDER, help="Where to put it; build/ in the playbook's folder unless named.")
@click.option("--no-book", is_flag=True, help="The site alone, and nothing that is printed.")
@frame_option
@click.pass_obj
def build_command(
    folder: Path, edition: str | None, output: Path | None, no_book: bool, frame: str | None
) -> None:
    """Check, then build the website and the book."""
    target = output or folder / "build"
    refuse_for_site(folder, target / SITE)
    playbook, origin = checked_playbook(folder, edition)
    playbook = framed(playbook, frame)
    if not no_book:
        refuse_for_book(folder, target / f"{book_name(playbook.settings)}.pdf")
    with speaking(playbook.words):
        made = write_everything(playbook, origin, target, with_book=not no_book, tell=tell)
    for path in made:
        click.echo(path)


def checked_playbook(folder: Path, edition: str | None) -> tuple[Playbook, Origin]:
    """The playbook of an edition, and where it was read; ends the command when the check has errors."""
    checked, origin = read_with_origin(folder, lambda: check(folder))
    if checked.problems:
        click.echo(report(checked, "text"), err=True, nl=False)
    if checked.errors or checked.draft.settings is None:
        click.echo("Nothing was built; what was built before is still there.", err=True)
        sys.exit(1)
    chosen = edition_named(checked.draft.settings, edition)
    return seal(checked.draft, chosen, origin.revision.day), origin


def tell(message: str) -> None:
    """Say what is going on, beside what a command is asked for."""
    click.echo(message, err=True)
