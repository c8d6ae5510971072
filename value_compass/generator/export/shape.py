"""The shape of `playbook.json`, from which its JSON Schema is made."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

VERSION: Literal[1] = 1
"""Grows when a program that reads the file must be changed; what is only added does not count."""


class Shape(BaseModel):
    """The base of everything in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class FieldShape(Shape):
    """A field of a kind, or of a part of one."""

    name: str
    """What files call it, and `fields` of an entry."""
    title: str
    """What readers call it."""
    tier: str | None = None
    """Where on a page it stands: `head`, `fact`, `do`, `know` or `source`."""
    back: str | None = None
    """What the relation is called at the entry that it names."""
    words: dict[str, str] = {}
    """For a choice: what readers see for each value."""
    parts: tuple[FieldShape, ...] = ()
    """The fields of what it holds, where that is more than a value."""


class KindShape(Shape):
    """A kind of entry."""

    id: str
    singular: str
    plural: str
    fields: tuple[FieldShape, ...]


class SectionShape(Shape):
    """A part of the site."""

    id: str
    title: str
    summary: str
    kinds: tuple[str, ...]


class EndShape(Shape):
    """One end of a relation, at the entry that it is told of."""

    entry: str
    """The entry at the other end, as `kind/id`."""
    name: str
    """What that entry is called."""
    field: str
    """The field that states the relation, at the entry that names the other."""
    title: str
    """What the relation is called from here."""
    reason: str | None = None
    basis: str | None = None
    where: str | None = None


class EntryShape(Shape):
    """One entry."""

    id: str
    """`kind/id`: never changes while the entry keeps its file."""
    kind: str
    name: str
    summary: str
    page: str
    """Where on the site it is read, from the top of it."""
    fields: dict[str, Any]
    """All that its file says, in fields; texts are Markdown, with links written `[[kind/id]]`."""
    names: tuple[EndShape, ...]
    """The entries that it names."""
    named_by: tuple[EndShape, ...]
    """The entries that name it."""


class PlaybookShape(Shape):
    """The whole of an edition."""

    format: Literal["compass-playbook"] = "compass-playbook"
    version: Literal[1] = VERSION
    title: str
    subtitle: str
    organisation: str
    language: str
    edition: str
    """What the edition is called."""
    kinds: tuple[KindShape, ...]
    sections: tuple[SectionShape, ...]
    entries: tuple[EntryShape, ...]
    """In reading order."""
