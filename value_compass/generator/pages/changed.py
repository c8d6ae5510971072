"""What changed last about an entry, as its page and the list of its kind tell it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from markupsafe import Markup
from msgspec import Struct

from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.what_changed import CHANGES, anchors, sentence
from value_compass.schemas.fields import Entry, Reference

FEW = 12
"""A page of many entries names so many that changed; the page of what changed has them all."""


class LastChange(Struct, frozen=True):
    """The newest that the page of what changed tells of an entry."""

    day: datetime.date
    new: bool
    """Whether the entry came at that time."""
    what: Markup
    """The first sentence."""
    more: int
    """How many sentences follow it there."""
    place: str
    """Where they stand."""
    latest: bool
    """Whether it belongs to the newest period of all."""


def last_changes(material: Material) -> Mapping[Reference, LastChange]:
    """What changed last about each entry of which the edition tells it."""
    playbook, history = material.playbook, material.history
    if not CHANGES.there(playbook):
        return {}
    places = anchors(history)
    return {
        one.entry.reference: LastChange(
            one.time.date(),
            one.new,
            sentence(playbook, one.changes[0]),
            len(one.changes) - 1,
            f"{CHANGES.address(playbook)}#{places[period.key]}",
            period is history.periods[0],
        )
        for period in reversed(history.periods)
        for one in period.entries
    }


def changed_lately(
    changes: Mapping[Reference, LastChange], entries: Iterable[Entry]
) -> tuple[list[Entry], list[Entry]]:
    """The entries that changed in the newest period, the newest first: the first few, and the others."""
    found = [one for one in entries if (change := changes.get(one.reference)) and change.latest]
    found.sort(key=lambda one: changes[one.reference].day, reverse=True)
    return found[:FEW], found[FEW:]
