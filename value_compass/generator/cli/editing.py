"""The commands that change files of the playbook, and the schemas for editors."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path, PurePath

import click
from msgspec.structs import replace

from value_compass.generator.check.check import Checked, check
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.check.reading import id_from
from value_compass.generator.check.today import this_day
from value_compass.generator.check.wording import count
from value_compass.generator.cli.outputs import refuse_inside
from value_compass.generator.edit import editors
from value_compass.generator.edit.carry_out import carry_out, confirmed
from value_compass.generator.edit.change import Edit, by_file, folder_after
from value_compass.generator.edit.confidential import confidential
from value_compass.generator.edit.create import create
from value_compass.generator.edit.examples import MARK
from value_compass.generator.edit.mentions import mentions
from value_compass.generator.edit.names import entry_named, new_id
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.rename import rename
from value_compass.generator.edit.retire import elsewhere, places, retire
from value_compass.generator.edit.review import review
from value_compass.generator.load.folder import read_folder
from value_compass.schemas.fields import Reference


@click.command("new")
@click.argument("kind")
@click.argument("name")
@click.option("--id", "identifier", help="The file's name without .yml; made from NAME unless given.")
@click.pass_obj
def new_command(folder: Path, kind: str, name: str, identifier: str | None) -> None:
    """Make a file for a new entry of KIND called NAME, to be filled in."""
    before = read_folder(folder)
    edit, file = create(draft_of(before), kind, name, identifier, this_day())
    if (folder / file).exists():
        raise Refusal(f"{file} is there already; choose another id")
    if (folder / editors.SCHEMA_FOLDER).is_dir():
        edit = editors.with_headers(edit)
    after = draft_of(folder_after(before, edit))
    carry_out(folder, before, with_schemas(folder, edit, after))
    click.echo(f'{folder / file}\nReplace what is marked "{MARK[2:]}", then run: compass check')


@click.command("rename")
@click.argument("entry")
@click.argument("identifier", metavar="NEW-ID")
@click.option("--name", help="What it is called from now on.")
@click.pass_obj
def rename_command(folder: Path, entry: str, identifier: str, name: str | None) -> None:
    """Give ENTRY (kind/id) another id; every reference and link follows.

    The old address leads to the new one.
    """
    checked = check(folder)
    old = entry_named(checked.draft, entry)
    new = Reference(old.kind, new_id(identifier, old.kind))
    found = list(mentions(checked.draft, old))
    after = _do(folder, checked, rename(checked, old, new.id, name)).draft.entries[new]
    if new == old:
        click.echo(f"{old} is called {after.name} now")
        return
    files = len({mention.document.file for mention in found})
    click.echo(f"{old} is {new} now; {count(len(found), 'reference')} in {count(files, 'file')} followed")
    if old.id not in map(id_from, (after.name, *after.aliases)):
        click.echo("Its old address leads nowhere: it is too long for an alias.")


@click.command("retire")
@click.argument("entry")
@click.option("--force", is_flag=True, help="Take it out of lists and texts that name it as well.")
@click.pass_obj
def retire_command(folder: Path, entry: str, force: bool) -> None:
    """Take ENTRY (kind/id) out; refuses while anything names it, and says where."""
    checked = check(folder)
    target = entry_named(checked.draft, entry)
    named = tuple(elsewhere(checked.draft, target))
    _do(folder, checked, retire(checked, target, force=force))
    click.echo(f"{target.file} is gone")
    if named:
        click.echo(f"It was taken out of these places:\n{places(named)}")


@click.command("review")
@click.argument("entries", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the review; today unless given."
)
@click.pass_obj
def review_command(folder: Path, entries: tuple[str, ...], day: datetime.datetime | None) -> None:
    """Record that each PATH (a file, or kind/id) was read through from beginning to end."""
    on = day.date() if day else this_day()
    if on > this_day():
        raise click.UsageError(f"{on} is still to come; a review is recorded when it is done")
    checked = check(folder)
    read = [entry_named(checked.draft, entry) for entry in entries]
    edit = review(checked, read, on)
    confirmed(checked.draft.folder, edit)
    carry_out(folder, checked.draft.folder, edit)
    for reference in dict.fromkeys(read):
        click.echo(f"{reference.file}: reviewed on {on}")


@click.group("confidential")
def confidential_group() -> None:
    """Names that must appear nowhere in the playbook."""


@confidential_group.command("add")
@click.argument("name")
@click.pass_obj
def confidential_add(folder: Path, name: str) -> None:
    """Keep NAME out of every text; site.yml holds it as a salted hash only."""
    before = read_folder(folder)
    edit = confidential(draft_of(before), name)
    carry_out(folder, before, edit)
    said = (
        "Added. `compass check` now looks" if edit.changes else "It is there already: `compass check` looks"
    )
    click.echo(f"{said} for it in every text of {folder.resolve()}")


@click.command("schema")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put the schemas; .schemas/ in the playbook's folder unless named.",
)
@click.option("--headers", is_flag=True, help="Put a line on top of each file that names its schema.")
@click.pass_obj
def schema_command(folder: Path, output: Path | None, headers: bool) -> None:
    """Write JSON Schemas for editors, with this playbook's own ids in them, and settings for VS Code."""
    before = read_folder(folder)
    schema_folder = editors.SCHEMA_FOLDER
    if output:
        refuse_inside(folder, output)
        schema_folder = PurePath(os.path.relpath(output.resolve(), folder.resolve())).as_posix()
    draft = draft_of(before)
    written = editors.schema_files(draft, schema_folder)
    refused = []
    settings: dict[str, Callable[[str | None], str]] = {
        editors.VSCODE_SETTINGS: lambda text: editors.vscode_settings(text, draft.kinds, schema_folder),
        editors.VSCODE_EXTENSIONS: editors.vscode_extensions,
    }
    for file, merged in settings.items():
        try:
            written[file] = merged(_text_of(folder / file))
        except Refusal as failure:
            refused.append(str(failure))
    changes = by_file(editors.missing_headers(draft, schema_folder)) if headers else {}
    edit = Edit(changes, written=_different(folder, written))
    carry_out(folder, before, edit)
    click.echo(f"{count(len(written), 'file')} for editors, {len(edit.written)} of them new or changed")
    if headers:
        click.echo(f"{count(len(changes), 'file')} got a line that names its schema")
    if refused:
        raise Refusal("\n\n".join(refused))


def _do(folder: Path, checked: Checked, edit: Edit) -> Checked:
    """Carry out an edit when the check would still pass; gives what was checked."""
    after = confirmed(checked.draft.folder, edit)
    carry_out(folder, checked.draft.folder, with_schemas(folder, edit, after.draft))
    return after


def with_schemas(folder: Path, edit: Edit, after: Draft) -> Edit:
    """The edit, and the schemas with the ids that it brings or takes, where the playbook keeps them."""
    if not (folder / editors.SCHEMA_FOLDER).is_dir():
        return edit
    return replace(edit, written={**edit.written, **_different(folder, editors.schema_files(after))})


def _different(folder: Path, written: dict[str, str]) -> dict[str, str]:
    """The files whose text is another than the one on disk."""
    return {
        file: text
        for file, text in written.items()
        if not (folder / file).is_file() or (folder / file).read_bytes() != text.encode("utf-8")
    }


def _text_of(path: Path) -> str | None:
    """The text of a file that need not be there; one that is no text reads as no JSON either."""
    return path.read_bytes().decode("utf-8-sig", "replace") if path.exists() else None
