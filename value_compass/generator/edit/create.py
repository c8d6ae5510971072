"""A new entry: a file with every field explained, to be filled in."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator
from typing import Any

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.rules.to_be_written import PLACEHOLDER
from value_compass.generator.edit.change import Edit
from value_compass.generator.edit.examples import MARK, Examples, examples_in
from value_compass.generator.edit.names import id_for, kind_named, new_id, new_name, require_free
from value_compass.generator.edit.nodes import dumped, written
from value_compass.generator.edit.refusal import WrongName
from value_compass.generator.edit.schema import Schema, schema_of
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import KINDS, Kind

_BY_COMMAND = {"fingerprint"}
"""Fields that nobody writes by hand."""

_LAST = ("sources",)
"""Fields that stand below all others in the content."""


def create(
    draft: Draft, kind: str, name: str, identifier: str | None, day: datetime.date
) -> tuple[Edit, str]:
    """Make a file for a new entry.

    Args:
        draft: what could be read of the playbook.
        kind: the folder of its kind.
        name: what it is called.
        identifier: its id; made from the name when there is none.
        day: today.

    Returns:
        The edit, and the file that it writes.

    Raises:
        WrongName: when the kind does not exist, or the name or id cannot be one.
        Refusal: when the name or id is taken.
    """
    chosen = kind_named(kind, draft.kinds)
    name = new_name(name)
    word = id_for(name, draft) if identifier is None else identifier
    if identifier is None and not word:
        raise WrongName(f'no id can be made from "{name}"; choose one with --id')
    reference = Reference(chosen.folder, new_id(word, chosen.folder))
    require_free(draft, reference, name)
    file = reference.file
    text = "\n".join(_template(chosen, name, day, draft)) + "\n"
    return Edit(written={file: text}), file


def _template(kind: Kind, name: str, day: datetime.date, draft: Draft) -> Iterator[str]:
    schema = schema_of(kind.model)
    writer = _Writer(schema.get("$defs", {}), examples_in(draft))
    known = {
        "name": written(name),
        "reviewed": day.isoformat(),
        "order": f"{next_order(draft, kind)}  {MARK}: its place among its neighbours",
    }
    fields = {name: part for name, part in schema["properties"].items() if name not in _BY_COMMAND}
    needed = [field for field in fields if field in (*schema["required"], *kind.asked, *_LAST)]
    yield f'# Replace what is marked "{MARK[2:]}". Take the # off a line below to use its field.'
    for field in sorted(needed, key=lambda field: field in _LAST):
        yield ""
        yield from _comment(fields[field])
        yield from [f"{field}: {known[field]}"] if field in known else writer.field(field, fields[field])
    for field, part in fields.items():
        if field not in needed:
            yield ""
            yield from _comment(part)
            yield from (f"#{line}" for line in writer.example(kind.model.__name__, field, part))


class _Writer:
    """A writer of fields with something in the place of their values."""

    def __init__(self, definitions: dict[str, Schema], examples: Examples) -> None:
        self._definitions = definitions
        self._examples = examples

    def example(self, model: str, field: str, part: Schema) -> list[str]:
        """A field as another entry of this playbook has it, or with placeholders."""
        if (model, field) not in self._examples:
            lines = [line.partition(f"  {MARK}")[0] for line in self.field(field, part)]
            return [line for line in lines if not line.lstrip().startswith("#")]
        told = {field: self._examples[model, field]}
        return dumped(told).split("\n")

    def field(self, field: str, part: Schema) -> Iterator[str]:
        """A field with placeholders."""
        model, part = self._resolved(part)
        if part.get("type") == "array":
            yield f"{field}:"
            yield from _indented(_as_item(list(self._item(part["items"]))))
        elif part.get("type") == "object":
            yield f"{field}:"
            yield from _indented(self._fields(model, part))
        elif part.get("maxLength", 0) > 1000:
            yield f"{field}: |  {MARK}"
            yield f"  {PLACEHOLDER}."
        else:
            yield f"{field}: {_placeholder(part)}"

    def _item(self, part: Schema) -> Iterator[str]:
        model, part = self._resolved(part)
        if part.get("type") == "object":
            yield from self._fields(model, part)
        else:
            yield _placeholder(part)

    def _fields(self, model: str, part: Schema) -> Iterator[str]:
        properties = part["properties"]
        needed = sorted(part.get("required", ()), key=lambda field: field != "to")
        for field in needed:
            yield from _comment(properties[field])
            yield from self.field(field, properties[field])
        for field, inner in properties.items():
            if field not in needed:
                yield from _comment(inner)
                yield from (f"#{line}" for line in self.example(model, field, inner))

    def _resolved(self, part: Schema) -> tuple[str, Schema]:
        """A schema without references, and its model's name; of plain text or fields, the text."""
        model = ""
        while "$ref" in part or "anyOf" in part:
            if "$ref" in part:
                model = part["$ref"].rpartition("/")[2]
                part = self._definitions[model]
            else:
                part = part["anyOf"][0]
        return model, part


def _placeholder(part: Schema) -> str:
    """A value that is to be replaced, and its mark."""
    if "x-kinds" in part:
        kinds = part["x-kinds"]
        if len(kinds) == 1:
            return f"some-id  {MARK}: an id from {kinds[0]}/"
        return f"{(kinds or [*KINDS])[0]}/some-id  {MARK}: kind/id, of {' or '.join(kinds) or 'any kind'}"
    if "enum" in part:
        return f"{part['enum'][0]}  {MARK}: {', '.join(part['enum'])}"
    if part.get("type") in {"integer", "number"}:
        return f"{part.get('minimum', 1)}  {MARK}: a number"
    if part.get("format") == "date":
        return f"2026-11-22  {MARK}: a day"
    if "pattern" in part:
        return f"{written(part.get('default') or part.get('examples', ['some-id'])[0])}  {MARK}"
    return f"{PLACEHOLDER}  {MARK}"


def _as_item(lines: list[str]) -> list[str]:
    """The lines of an item with its dash before the first field, and the others below it."""
    first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *_indented(lines[first + 1 :])]


def _indented(lines: Any) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _comment(part: Schema) -> list[str]:
    """What readers call a field, and what belongs in it."""
    title, about = part.get("title", ""), part.get("description", "")
    said = about.casefold().startswith(title.casefold())
    told = about if said else f"{title}{'' if title.endswith(('?', '.')) else ':'} {about}"
    return textwrap.wrap(told, 100, initial_indent="# ", subsequent_indent="# ")


def next_order(draft: Draft, kind: Kind) -> int:
    """The place after all entries of a kind."""
    return 1 + max((getattr(entry, "order", 0) for entry in draft.of(kind.model).values()), default=0)
