"""Entries whose file has another place, told from an old one that went and a new one that came."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from value_compass.generator.check.reading import id_from
from value_compass.schemas.fields import Entry, Model, Reference

EntryType = TypeVar("EntryType", bound=Entry)


def moves(gone: Mapping[Reference, Entry], new: Mapping[Reference, Entry]) -> dict[Reference, Reference]:
    """Which entry that is gone has become which new one.

    One of the same kind with the same name, or with the other's name or id among its aliases, is taken
    for it, when there is just one.

    Args:
        gone: the entries that only the older state has.
        new: the entries that only the newer state has.
    """
    pairs = [(old, now) for old in gone for now in new if old.kind == now.kind and _same(gone[old], new[now])]
    olds, nows = [old for old, _ in pairs], [now for _, now in pairs]
    return {old: now for old, now in pairs if olds.count(old) == 1 and nows.count(now) == 1}


def rewritten(entry: EntryType, moved: Mapping[Reference, Reference]) -> EntryType:
    """An entry that names what has moved by its new place, in fields and in texts."""
    if not moved:
        return entry
    links = re.compile(r"\[\[(" + "|".join(re.escape(str(old)) for old in moved) + r")(?=[|\]])")
    places = {str(old): str(now) for old, now in moved.items()}
    result: EntryType = _rewritten(entry, moved, links, places)
    return result


def _same(one: Entry, other: Entry) -> bool:
    # A name in another script gives no id, and no two are the same by that.
    return one.name.casefold() == other.name.casefold() or any(
        {id_from(alias) for alias in late.aliases} & {id_from(early.name), early.reference.id} - {""}
        for early, late in ((one, other), (other, one))
    )


def _rewritten(
    value: Any,
    moved: Mapping[Reference, Reference],
    links: re.Pattern[str],
    places: Mapping[str, str],
) -> Any:
    if type(value) is str:
        return links.sub(lambda link: f"[[{places[link[1]]}", value) if "[[" in value else value
    if isinstance(value, Reference):
        return moved.get(value, value)
    if isinstance(value, tuple):
        items = tuple(_rewritten(item, moved, links, places) for item in value)
        return value if all(now is old for now, old in zip(items, value, strict=True)) else items
    if isinstance(value, Model):
        changed = {
            name: now
            for name, old in vars(value).items()
            if (now := _rewritten(old, moved, links, places)) is not old
        }
        return value.model_copy(update=changed) if changed else value
    return value
