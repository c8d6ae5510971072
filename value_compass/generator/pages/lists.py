"""The list of a kind: a row with facts for every entry, and by what the rows can be narrowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from value_compass.generator.check.reading import id_from
from value_compass.generator.pages.parts import fields_of
from value_compass.generator.pages.views import index_groups, minutes
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _, capital
from value_compass.schemas.anatomy import Shape, Tier
from value_compass.schemas.fields import Entry, Reference

ENOUGH = 9
"""A list of fewer rows is looked over as it is."""

LENGTHS = ((120, N_("up to 2 hours")), (240, N_("up to half a day")), (480, N_("up to a day")))
"""Lengths of time in minutes, and what readers call them."""

LONGER = N_("longer")

LIST_ASSETS = ("assets/lists.js",)
"""What the page of a list that can be narrowed needs."""


class Row(Struct, frozen=True, eq=False):
    """One entry of a list."""

    entry: Entry
    facts: tuple[str, ...]
    """What is to know of it at a glance."""
    pillars: tuple[Entry, ...]
    """The pillars of what it names, in order."""
    held: Mapping[str, tuple[str, ...]]
    """What it holds of each facet, as the ids of choices."""


class Facet(Struct, frozen=True, eq=False):
    """Something by which a list can be narrowed."""

    id: str
    title: str
    choices: tuple[tuple[str, str], ...]
    """The id of each choice, and its words."""


class Listing(Struct, frozen=True, eq=False):
    """A list with its parts."""

    parts: tuple[tuple[str, str, tuple[Row, ...]], ...]
    """The id and the heading of each part, and its rows; one part without a heading where there is none."""
    facets: tuple[Facet, ...] = ()


def listing(playbook: Playbook, entries: Sequence[Entry]) -> Listing:
    """The list of a kind.

    Args:
        playbook: what the edition shows.
        entries: the entries of the kind, in reading order.
    """
    found = {entry.reference: tuple(_told(playbook, entry)) for entry in entries}
    choices: dict[tuple[str, str], dict[str, str]] = {}
    for facet, title, value, words in (one for told in found.values() for one in told):
        choices.setdefault((facet, title), {})[value] = words
    facets = tuple(
        Facet(facet, title, tuple(sorted(held.items(), key=lambda choice: _place(playbook, facet, choice))))
        for (facet, title), held in choices.items()
        if len(held) > 1 and len(entries) >= ENOUGH
    )
    parts = (
        (id_from(heading), heading, tuple(_row(playbook, entry, found[entry.reference]) for entry in listed))
        for heading, listed in index_groups(playbook, entries)
    )
    return Listing(tuple(parts), facets)


def _place(playbook: Playbook, facet: str, choice: tuple[str, str]) -> tuple[int, str]:
    """Where a choice stands: entries in reading order, lengths from short to long, words as they come."""
    value, words = choice
    order = list(playbook.entries)
    reference = Reference.parse(value)
    if reference and reference in playbook.entries:
        return order.index(reference), words
    return next((limit for limit, called in LENGTHS if _(called) == words), len(order)), words


def _told(playbook: Playbook, entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    """What an entry holds of each facet: the facet's id and title, and the choice with its words."""
    steps = {relation.source.reference for relation in playbook.relations_to(entry)}
    for step in playbook.steps:
        if step.reference in steps and step is not entry:
            title = capital(playbook.kinds[step.reference.kind].singular)
            yield "step", title, str(step.reference), f"{step.order}, {step.name}"
    for field, anatomy in fields_of(type(entry), Tier.FACT):
        value = getattr(entry, field)
        if anatomy.words and value is not None:
            for one in value if isinstance(value, tuple) else (value,):
                yield field, anatomy.title, str(one), anatomy.said(one)
        elif anatomy.shape is Shape.MINUTES and isinstance(value, int):
            called = next((words for limit, words in LENGTHS if value <= limit), LONGER)
            yield field, anatomy.title, id_from(called), _(called)
        elif isinstance(value, tuple):
            for to in (one for one in value if isinstance(one, Reference)):
                yield field, anatomy.title, str(to), playbook[to].name
    for group in {
        group.reference: group
        for relation in playbook.relations_from(entry)
        if (group := playbook.place(relation.target).group)
    }.values():
        title = capital(playbook.kinds[group.reference.kind].singular)
        yield "group", title, str(group.reference), group.name


def _row(playbook: Playbook, entry: Entry, told: Sequence[tuple[str, str, str, str]]) -> Row:
    held: dict[str, tuple[str, ...]] = {}
    for facet, _title, value, _words in told:
        held[facet] = (*held.get(facet, ()), value)
    facts = []
    for field, anatomy in fields_of(type(entry), Tier.FACT):
        value = getattr(entry, field)
        if anatomy.words and value is not None:
            # What an entry has several of stands on its page.
            facts += [] if isinstance(value, tuple) else [anatomy.said(value)]
        elif anatomy.shape is Shape.MINUTES and isinstance(value, int):
            facts.append(minutes(value))
    # An entry that belongs to a pillar has the pillar's dot before its name.
    found = () if playbook.place(entry).pillar else playbook.relations_from(entry)
    named = {playbook.place(relation.target).pillar_id for relation in found}
    pillars = tuple(part.pillar for part in playbook.framework if part.pillar.reference.id in named)
    return Row(entry, tuple(facts), pillars, held)
