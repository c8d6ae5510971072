"""`compass import`: entries from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click

from value_compass.generator.check.check import check
from value_compass.generator.check.today import this_day
from value_compass.generator.check.wording import count
from value_compass.generator.cli.editing import with_schemas
from value_compass.generator.edit import editors
from value_compass.generator.edit.carry_out import carry_out
from value_compass.generator.edit.names import kind_named
from value_compass.generator.edit.refusal import listed
from value_compass.generator.edit.take_in import take_in
from value_compass.generator.sheets.columns import names
from value_compass.generator.sheets.sheet import read_sheet


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", "folder_of_kind", metavar="KIND", required=True, help="The kind of its rows: terms.")
@click.option("--update", is_flag=True, help="Let rows change entries that are there already.")
@click.pass_obj
def import_command(folder: Path, file: Path, folder_of_kind: str, update: bool) -> None:
    """Make entries of KIND from the rows of FILE, a spreadsheet (csv or xlsx): all of them, or none.

    The first row names the fields, by their names or titles.
    """
    before = check(folder)
    kind = kind_named(folder_of_kind, before.draft.kinds)
    sheet = read_sheet(file, names(kind))
    taken = take_in(before, kind, sheet, this_day(), update=update)
    edit = taken.edit
    if (folder / editors.SCHEMA_FOLDER).is_dir():
        edit = editors.with_headers(edit)
    carry_out(folder, before.draft.folder, with_schemas(folder, edit, taken.checked.draft))
    for reference in (*taken.new, *taken.changed):
        click.echo(folder / reference.file)
    click.echo(
        f"{count(len(sheet.rows), 'row')}: {len(taken.new)} new, {len(taken.changed)} changed, "
        f"{len(taken.same)} as they were"
    )
    if taken.still_to_do:
        click.echo(f"Still to do, before it can be built:\n{listed(taken.still_to_do)}")
