"""`compass export`: an edition as data."""

from __future__ import annotations

from pathlib import Path

import click

from value_compass.generator.cli.checked import checked_playbook
from value_compass.generator.cli.folders import FOLDER
from value_compass.generator.cli.outputs import refuse_inside
from value_compass.generator.cli.replacing import replacing
from value_compass.generator.export.whole import SCHEMA, WHOLE, exported


@click.command("export")
@click.option("--edition", help="Which edition of site.yml; the first one unless named.")
@click.option(
    "--output", type=FOLDER, help="Where to put it; build/export/ in the playbook's folder unless named."
)
@click.pass_obj
def export_command(folder: Path, edition: str | None, output: Path | None) -> None:
    """Check, then write an edition as data: playbook.json, its schema, and a table for each kind."""
    target = output or folder / "build" / "export"
    refuse_inside(folder, target)
    ours = target.is_dir() and ((target / SCHEMA).is_file() or not any(target.iterdir()))
    if target.exists() and not ours:
        raise click.UsageError(
            f"{target} is there already, was not made by an export, and would be deleted; "
            "name another folder with --output, or move it away"
        )
    playbook, _ = checked_playbook(folder, edition)
    with replacing(target) as fresh:
        for file, text in exported(playbook).items():
            path = fresh / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    click.echo(target / WHOLE)
