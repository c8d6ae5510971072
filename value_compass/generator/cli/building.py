"""`compass build`: from the files to the site and the book."""

from __future__ import annotations

from pathlib import Path

import click

from value_compass.generator.cli.checked import checked_playbook, tell
from value_compass.generator.cli.folders import FOLDER
from value_compass.generator.cli.framing import frame_option, framed
from value_compass.generator.cli.outputs import SITE, book_name, refuse_for_book, refuse_for_site
from value_compass.generator.cli.rendering import write_everything
from value_compass.generator.load.answers import answers_kept
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
    with speaking(playbook.words), answers_kept():
        made = write_everything(playbook, origin, target, with_book=not no_book, tell=tell)
    for path in made:
        click.echo(path)
