"""`compass book`: the book alone, or an extract of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from value_compass.generator.book.finish import Finish
from value_compass.generator.cli.checked import checked_playbook, tell
from value_compass.generator.cli.extracting import extract_options, request_of, write_extract
from value_compass.generator.cli.outputs import book_name, refuse_for_book
from value_compass.generator.cli.printing import write_book
from value_compass.generator.cli.replacing import replacing
from value_compass.language.words import speaking


@click.command("book")
@click.option("--edition", help="Which edition of site.yml; the first one unless named.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The PDF to write.")
@click.option("--bleed", is_flag=True, help="For a print shop: colours 3 mm over the edge, and crop marks.")
@click.option("--greyscale", is_flag=True, help="In grey: every colour by its luminance.")
@extract_options
@click.pass_obj
def book_command(
    folder: Path, /, edition: str | None, output: Path | None, bleed: bool, greyscale: bool, **asked: Any
) -> None:
    """Check, then build the book alone, or an extract of it."""
    playbook, origin = checked_playbook(folder, edition)
    finish = Finish(bleed, greyscale)
    with speaking(playbook.words):
        request = request_of(playbook, asked, finish)
    name = f"{book_name(playbook.settings)}{f'-{request.name}' if request else ''}{finish.suffix}.pdf"
    target = output or folder / "build" / name
    refuse_for_book(folder, target)
    with replacing(target) as fresh, speaking(playbook.words):
        if request:
            write_extract(playbook, origin, fresh, request, tell=tell, finish=finish)
        else:
            write_book(playbook, origin, fresh, tell=tell, finish=finish)
    click.echo(target)
