"""Values and groups that stand together: in one moment of a case, or among what one event builds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from msgspec import Struct

from value_compass.generator.diagrams.network import Member, Network, Tie
from value_compass.generator.pages.framework_figures import hues_of
from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.pages.page import entry_link
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.activities import Event
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group, Value

MOST_TIES = 40
"""So many lines between values stay apart in a figure."""


class Occurrence(Struct, frozen=True, eq=False):
    """Where two stand together: in moments of a case, by their numbers, or in an event."""

    entry: Case | Event
    moments: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How often they stand together here."""
        return len(self.moments) or 1


class Pair(Struct, frozen=True, eq=False):
    """Two that stand together, in the order of the framework."""

    one: Entry
    other: Entry
    places: tuple[Occurrence, ...]

    @property
    def count(self) -> int:
        """How often they do."""
        return sum(place.count for place in self.places)

    def holds(self, entry: Entry) -> bool:
        """Whether an entry is one of the two."""
        return entry.reference in (self.one.reference, self.other.reference)


class Together(Struct, frozen=True, eq=False):
    """What stands together at one level of the framework."""

    entries: tuple[Entry, ...]
    """In the order of the framework."""
    counts: Mapping[Reference, int]
    """In how many moments and events each stands, alone or not."""
    pairs: tuple[Pair, ...]
    """The strongest first."""

    def count(self, one: Entry, other: Entry) -> int:
        """How often two stand together."""
        return next((pair.count for pair in self.pairs if pair.holds(one) and pair.holds(other)), 0)


def groups_together(playbook: Playbook) -> Together:
    """Every group, and the pairs of groups that stand together; a value counts for its group."""
    return _together(playbook, playbook.of(Group), lambda entry: playbook.place(entry).group)


def values_together(playbook: Playbook) -> Together:
    """Every value, and the pairs of values that stand together; what names a group alone does not count."""
    return _together(playbook, playbook.of(Value), lambda entry: entry if isinstance(entry, Value) else None)


def strongest(pairs: tuple[Pair, ...], most: int = MOST_TIES) -> tuple[Pair, ...]:
    """As many of the strongest pairs as there may be, and none of a count that would not fit whole."""
    if len(pairs) <= most:
        return pairs
    kept = tuple(pair for pair in pairs if pair.count > pairs[most].count)
    return kept or pairs[:most]


def nearest(together: Together, entry: Entry, most: int = 4) -> list[tuple[Entry, int]]:
    """With what an entry stands together most often, and how often."""
    mine = [pair for pair in together.pairs if pair.holds(entry)]
    return [
        (pair.other if pair.one.reference == entry.reference else pair.one, pair.count)
        for pair in mine[:most]
    ]


def network_of(playbook: Playbook, together: Together, pairs: tuple[Pair, ...], title: str) -> Network:
    """The figure of some pairs with who stands in one of them; or of all pairs with everyone."""
    hues = hues_of(playbook)
    tied = {entry.reference for pair in pairs for entry in (pair.one, pair.other)}
    whole = len(pairs) == len(together.pairs)
    shown = [entry for entry in together.entries if whole or entry.reference in tied]
    place = {entry.reference: number for number, entry in enumerate(shown)}
    members = []
    for entry in shown:
        pillar = playbook.place(entry).pillar
        hue = hues[pillar.reference] if pillar else None
        members.append(Member(entry.name, entry_link(entry), together.counts[entry.reference], hue))
    return Network(
        title=title,
        description=_("Discs grow with how often each occurs, lines with how often two occur together."),
        members=tuple(members),
        ties=tuple(Tie(place[pair.one.reference], place[pair.other.reference], pair.count) for pair in pairs),
    )


def _together(
    playbook: Playbook, entries: tuple[Entry, ...], level: Callable[[Entry], Entry | None]
) -> Together:
    order = {entry.reference: number for number, entry in enumerate(entries)}
    counts = dict.fromkeys(order, 0)
    found: dict[tuple[Reference, Reference], dict[Reference, list[int]]] = {}
    for holder, number, named in _sets(playbook):
        at_level = (level(playbook[reference]) for reference in named)
        standing = sorted({entry.reference for entry in at_level if entry}, key=lambda r: order[r])
        for reference in standing:
            counts[reference] += 1
        for one, other in combinations(standing, 2):
            found.setdefault((one, other), {}).setdefault(holder, []).extend([number] if number else [])
    pairs = [_pair(playbook, one, other, held) for (one, other), held in found.items()]
    pairs.sort(key=lambda pair: (-pair.count, order[pair.one.reference], order[pair.other.reference]))
    return Together(entries, counts, tuple(pairs))


def _sets(playbook: Playbook) -> Iterator[tuple[Reference, int | None, frozenset[Reference]]]:
    """What stands together: who holds it, the number of the moment, and the groups and values."""
    for case in playbook.of(Case):
        for number, moment in enumerate(case.timeline, 1):
            yield case.reference, number, frozenset(moment.values)
    for event in playbook.of(Event):
        yield event.reference, None, frozenset(built.to for built in event.builds)


def _pair(playbook: Playbook, one: Reference, other: Reference, held: Mapping[Reference, list[int]]) -> Pair:
    places = []
    for reference, numbers in held.items():
        holder = playbook[reference]
        if isinstance(holder, Case | Event):
            places.append(Occurrence(holder, tuple(numbers)))
    return Pair(playbook[one], playbook[other], tuple(places))


def _shown(material: Material) -> Mapping[str, Any]:
    return {
        "groups": groups_together(material.playbook),
        "values": values_together(material.playbook),
        "strongest": strongest,
        "nearest": nearest,
    }


NETWORK = Overview(
    "network",
    "What occurs together",
    "Which groups and values stand together in the moments of our cases and in our events.",
    "sources",
    lambda playbook: bool(playbook.of(Group)),
    _shown,
    hub="research",
    before="reference/network.html",
)
"""The page of what occurs together."""
