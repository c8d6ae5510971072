"""The changes of one field, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from value_compass.generator.changes.change import (
    AgendaChanged,
    Change,
    ReasonChanged,
    RelationAdded,
    RelationRemoved,
    Reordered,
    TextChanged,
    TimelineChanged,
    Why,
)
from value_compass.generator.changes.matching import identity, matched
from value_compass.generator.changes.told import Named
from value_compass.generator.changes.wording import FieldPath
from value_compass.schemas.activities import AgendaItem
from value_compass.schemas.cases import Moment
from value_compass.schemas.fields import Citation, Model, Need, Reference, Relation, Statement

NameOf: TypeAlias = Callable[[Reference], Named]
"""Names an entry that a field refers to."""


def changes(subject: Named, path: FieldPath, before: Any, after: Any, name_of: NameOf) -> Iterator[Change]:
    """What changed in a field.

    Args:
        subject: the entry.
        path: the way to the field.
        before: what it held.
        after: what it holds.
        name_of: names the entries that it refers to.
    """
    if before == after:
        return
    if isinstance(before, tuple) or isinstance(after, tuple):
        yield from _list_changes(subject, path, before or (), after or (), name_of)
    elif isinstance(before, Reference | None) and isinstance(after, Reference | None):
        yield from _one_gone_or_new(subject, path, before, None, name_of)
        yield from _one_gone_or_new(subject, path, None, after, name_of)
    elif isinstance(before, Model) or isinstance(after, Model):
        for name in type(after if isinstance(after, Model) else before).model_fields:
            old, new = getattr(before, name, None), getattr(after, name, None)
            yield from changes(subject, (*path, name), old, new, name_of)
    else:
        yield TextChanged(subject, path, _text(before), _text(after))


def _list_changes(
    subject: Named, path: FieldPath, before: tuple[Any, ...], after: tuple[Any, ...], name_of: NameOf
) -> Iterator[Change]:
    found = matched(before, after)
    for item in found.new:
        yield from _one_gone_or_new(subject, path, None, item, name_of)
    for item in found.gone:
        yield from _one_gone_or_new(subject, path, item, None, name_of)
    for old, new in found.pairs:
        if old != new:
            yield from _item_changes(subject, path, old, new, name_of)
    if found.reordered:
        yield Reordered(subject, path)


def _one_gone_or_new(
    subject: Named, path: FieldPath, gone: Any, new: Any, name_of: NameOf
) -> Iterator[Change]:
    """An item that only one side has."""
    item = new if gone is None else gone
    target = _target(item)
    if item is None:
        return
    if target is not None:
        kind = RelationAdded if gone is None else RelationRemoved
        yield kind(subject, path[0], name_of(target), _why(item))
    elif isinstance(item, AgendaItem):
        yield AgendaChanged(subject, gone, new)
    elif isinstance(item, Moment):
        yield TimelineChanged(subject, gone, new)
    else:
        old, now = (_text(side) if side is not None else None for side in (gone, new))
        yield TextChanged(subject, path, old, now, listed=True)


def _item_changes(subject: Named, path: FieldPath, old: Any, new: Any, name_of: NameOf) -> Iterator[Change]:
    """An item that both sides have, and that says something else now."""
    target = _target(new)
    if target is not None:
        yield ReasonChanged(subject, path[0], name_of(target), _why(old), _why(new))
    elif isinstance(new, AgendaItem):
        yield AgendaChanged(subject, old, new)
    elif isinstance(new, Moment):
        yield TimelineChanged(subject, old, new)
    elif isinstance(new, Statement | Need):
        if _text(old) != _text(new):
            yield TextChanged(subject, path, _text(old), _text(new), listed=True)
        for name in ("basis", "where"):
            way = (*path, _text(new) or "", name)
            yield from changes(subject, way, getattr(old, name), getattr(new, name), name_of)
    elif isinstance(new, Model):
        yield from changes(subject, (*path, str(identity(new))), old, new, name_of)
    else:
        yield TextChanged(subject, path, _text(old), _text(new), listed=True)


def _target(item: Any) -> Reference | None:
    """The entry that an item is about."""
    if isinstance(item, Reference):
        return item
    if isinstance(item, Citation):
        return item.source
    return getattr(item, "to", None) if isinstance(item, Relation | Need) else None


def _why(item: Any) -> Why:
    if isinstance(item, Citation):
        return Why(item.covers, item.basis, item.where)
    if isinstance(item, Relation | Need):
        return Why(item.reason, item.basis, item.where)
    return Why()


def _text(value: Any) -> str | None:
    """What a value says, as text."""
    if isinstance(value, Statement):
        return value.text
    if isinstance(value, Need):
        return value.condition
    if isinstance(value, Model):
        said = (_text(getattr(value, name)) for name in type(value).model_fields)
        return ": ".join(text for text in said if text)
    if isinstance(value, tuple):
        return ", ".join(text for text in map(_text, value) if text)
    return None if value is None else str(value)
