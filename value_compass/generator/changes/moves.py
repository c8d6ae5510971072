"""Entries whose file has another place, told from an old one that went and a new one that came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from value_compass.generator.check.reading import id_from
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.links import OPENS, Link, with_links
from value_compass.schemas.walk import mapped

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

    def place(link: Link) -> str:
        now = moved.get(link.target) if link.target else None
        return link.written.replace(link.named, str(now), 1) if now else link.written

    def now(value: object) -> object:
        if isinstance(value, Reference):
            return moved.get(value, value)
        return with_links(value, place) if type(value) is str and OPENS in value else value

    result: EntryType = mapped(entry, now)
    return result


def _same(one: Entry, other: Entry) -> bool:
    # A name in another script gives no id, and no two are the same by that.
    return one.name.casefold() == other.name.casefold() or any(
        {id_from(alias) for alias in late.aliases} & {id_from(early.name), early.reference.id} - {""}
        for early, late in ((one, other), (other, one))
    )
