"""What the page of an entry shows, read from its model: the parts of each tier, in order."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any, NamedTuple

from value_compass.generator.pages.views import minutes
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.formats import day_in_words, number_in_words
from value_compass.language.texts import is_text
from value_compass.schemas.anatomy import Anatomy, Shape, Tier, anatomy_of, is_markdown
from value_compass.schemas.fields import Basis, Entry, Model, Reference


class Item(NamedTuple):
    """One thing that a part lists; pages make tens of thousands."""

    name: str | None = None
    """What it is called, where it has a name."""
    to: Entry | None = None
    """The entry that it is about."""
    texts: tuple[str, ...] = ()
    """What it says, in authors' words."""
    facts: tuple[tuple[str, str], ...] = ()
    """Short things to know of it, each with its title."""
    links: tuple[tuple[str, tuple[Entry, ...]], ...] = ()
    """The entries that it names beside, each list with its title."""
    rests: bool = False
    """Whether it can rest on another basis than the rest of its entry."""
    basis: Basis | None = None
    where: str | None = None
    inner: tuple[Part, ...] = ()
    """What else it holds."""
    place: tuple[str, str] | None = None
    """Where on the page of what it names it stands, and what that place is called."""
    cells: tuple[Part | None, ...] = ()
    """In a table: what stands in each column."""


class Part(NamedTuple):
    """What one field of an entry shows."""

    field: str
    title: str
    look: str
    """How it is set: `line`, `prose`, `names`, `list`, `steps`, `ticks`, `relations` or `table`."""
    own: bool
    """Whether the template of the kind sets it."""
    text: str = ""
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    """The headings of a table."""

    @property
    def id(self) -> str:
        """Where on the page it stands."""
        return self.field.replace("_", "-")

    @property
    def listed(self) -> bool:
        """Whether it names several things."""
        return len(self.items) > 1


def parts(playbook: Playbook, entry: Entry, tier: str) -> tuple[Part, ...]:
    """What an entry shows in a tier, in the order of its model's fields; what is empty is left out.

    Args:
        playbook: what the edition shows.
        entry: the entry.
        tier: such as `do`.
    """
    return tuple(
        part
        for field, anatomy in fields_of(type(entry), Tier(tier))
        if (part := _part(playbook, entry, field, anatomy))
    )


@cache
def fields_of(model: type[Model], tier: Tier) -> tuple[tuple[str, Anatomy], ...]:
    """The fields of a model that stand in a tier, in order, with what each is to a reader."""
    found = ((field, anatomy_of(model, field)) for field in model.model_fields)
    return tuple((field, anatomy) for field, anatomy in found if anatomy and anatomy.tier is tier)


def _part(playbook: Playbook, holder: Model, field: str, anatomy: Anatomy) -> Part | None:
    value = getattr(holder, field)
    if value is None or value in ((), ""):
        return None
    own, title = anatomy.shape is Shape.OWN, anatomy.title_in(holder)
    if anatomy.shape is Shape.TABLE and isinstance(value, tuple):
        row: type[Model] = type(value[0])
        columns = columns_of(row)
        titles = tuple(column.title for _, column in columns)
        items = tuple(_table_row(playbook, one, columns) for one in value)
        return Part(field, title, "table", own, items=items, columns=titles)
    if isinstance(value, tuple):
        items = tuple(_item(playbook, item, anatomy) for item in value)
        return Part(field, title, _look(value, anatomy), own, items=items)
    if isinstance(value, Model):
        return Part(field, title, "list", own, items=(_item(playbook, value, anatomy),))
    if isinstance(value, Reference):
        return Part(field, title, "names", own, items=(Item(to=playbook[value]),))
    look = "prose" if is_markdown(type(holder), field) else "line"
    return Part(field, title, look, own, _words(value, anatomy))


@cache
def columns_of(row: type[Model]) -> tuple[tuple[str, Anatomy], ...]:
    """The columns of a table of parts, with what each is to a reader."""
    found = ((name, anatomy_of(row, name)) for name in row.model_fields if name not in _ASIDE)
    return tuple((name, anatomy) for name, anatomy in found if anatomy)


def _table_row(playbook: Playbook, row: Model, columns: tuple[tuple[str, Anatomy], ...]) -> Item:
    cells = tuple(_part(playbook, row, name, anatomy) for name, anatomy in columns)
    basis = getattr(row, "basis", None)
    return Item(cells=cells, rests="basis" in type(row).model_fields, basis=basis)


def _look(value: tuple[Any, ...], anatomy: Anatomy) -> str:
    if anatomy.shape in (Shape.STEPS, Shape.TICKS, Shape.NAMES):
        return str(anatomy.shape)
    if all(isinstance(item, Reference) or not isinstance(item, Model) for item in value):
        return "names"
    return "relations" if any(_target(item) for item in value) else "list"


def _words(value: object, anatomy: Anatomy) -> str:
    if value is None:  # a cell of a table that nothing is known of
        return "\u2013"
    if anatomy.shape is Shape.MINUTES and isinstance(value, int):
        return minutes(value)
    if isinstance(value, datetime.date):
        return day_in_words(value)
    return number_in_words(value) if isinstance(value, float) else anatomy.said(value)


def _item(playbook: Playbook, value: Any, anatomy: Anatomy) -> Item:
    if isinstance(value, Reference):
        return Item(to=playbook[value])
    if not isinstance(value, Model):
        return Item(texts=(_words(value, anatomy),))
    to = _target(value)
    named: list[str] = []
    texts: list[str] = []
    facts: list[tuple[str, str]] = []
    links: list[tuple[str, tuple[Entry, ...]]] = []
    inner: list[Part] = []
    for field, told in _inside(type(value)):
        held = getattr(value, field)
        if held is None or held in ((), "", False) or (to and field == "to"):
            continue
        if isinstance(held, Reference):
            links.append((told.title, (playbook[held],)))
        elif isinstance(held, tuple) and all(isinstance(one, Reference) for one in held):
            links.append((told.title, tuple(playbook[one] for one in held)))
        elif isinstance(held, tuple | Model) and (part := _part(playbook, value, field, told)):
            inner.append(part)
        elif field in _NAMES and not named:
            named.append(held)
        elif is_text(held) and not told.words and told.shape is not Shape.ASIDE:
            texts.append(held)
        else:
            facts.append((told.title, _words(held, told) if held is not True else ""))
    return Item(
        named[0] if named else None,
        playbook[to] if to else None,
        tuple(texts),
        tuple(facts),
        tuple(links),
        "basis" in vars(value),
        basis if isinstance(basis := getattr(value, "basis", None), Basis) else None,
        getattr(value, "where", None),
        tuple(inner),
        getattr(value, "place", None),
    )


@cache
def _inside(model: type[Model]) -> tuple[tuple[str, Anatomy], ...]:
    """The fields of a part, with what each is to a reader."""
    fields = (field for field in model.model_fields if field not in _ASIDE)
    return tuple(
        (field, anatomy_of(model, field) or Anatomy(field.replace("_", " ").capitalize())) for field in fields
    )


_ASIDE = frozenset({"basis", "where", "id"})
"""Fields of a part that say where it comes from, or what files call it."""

_NAMES = ("name", "title")
"""Fields of a part that name it."""


def _target(item: Any) -> Reference | None:
    to = getattr(item, "to", None) if isinstance(item, Model) else None
    return to if isinstance(to, Reference) else None


def has_checklist(playbook: Playbook, entry: Entry) -> bool:
    """Whether an entry has something to tick off."""
    return any(part.look == Shape.TICKS for part in parts(playbook, entry, Tier.DO))


def title_of(entry: Entry, field: str) -> str:
    """What a field of an entry is called."""
    anatomy = anatomy_of(type(entry), field)
    return anatomy.title_in(entry) if anatomy else field
