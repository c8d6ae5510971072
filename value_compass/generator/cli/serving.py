"""The command of the live preview."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from threading import Event

import click

from value_compass.generator.cli.framing import frame_option
from value_compass.generator.cli.rendering import CACHE
from value_compass.generator.cli.revision import day_of_revision
from value_compass.generator.cli.unforeseen import unforeseen
from value_compass.generator.serve.serve import Told, Wanted, serve
from value_compass.schemas.settings import Frame


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen."
)
@click.option("--edition", help="Which edition of site.yml; the first one unless named.")
@click.option("--open", "opened", is_flag=True, help="Open the site in the browser.")
@frame_option
@click.pass_obj
def serve_command(folder: Path, port: int, edition: str | None, opened: bool, frame: str | None) -> None:
    """Show the site as the files are now, until Ctrl-C; a saved change shows at once."""

    def ready(address: str) -> None:
        click.echo(f"The site is at {address} for this machine alone. Ctrl-C ends it.", err=True)
        if opened:
            webbrowser.open(address)

    wanted = Wanted(
        folder, edition, port, day_of_revision(folder), folder / CACHE, Frame(frame) if frame else None
    )
    told = Told(lambda message: click.echo(message, err=True), ready, unforeseen)
    try:
        serve(wanted, told, Event())
    except KeyboardInterrupt:
        click.echo("\nThe preview has ended.", err=True)
