"""What builds an entry of the framework and what needs it first: a row each, and with which to begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from value_compass.generator.pages.matrix import MARKS_ASSETS, SIGNS, MatrixSign
from value_compass.generator.pages.neighbours import children
from value_compass.generator.pages.prose import PlainText, plain_text
from value_compass.generator.playbook.framework import Place
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.language.words import N_, _
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Entry, Reference

GROUP_ASSETS = MARKS_ASSETS
"""What the page of a group needs beside what every page has."""

BEGIN_WITH = 3
"""So many can be told apart at a glance."""

HAPPENS = N_("What happens to us")
"""What stands above rows that nobody plans."""


class Builder(Struct, frozen=True, eq=False):
    """What builds or needs an entry, or one that stands below it."""

    entry: Entry
    place: Place
    """Whose step is the first that it helps."""
    cells: tuple[tuple[MatrixSign, ...], ...]
    """One for each column."""


class Builders(Struct, frozen=True, eq=False):
    """The table of an entry: what builds and needs it, and what stands below it."""

    columns: tuple[Entry, ...]
    """What stands below the entry, then the entry as a whole where something names it so."""
    parts: tuple[tuple[str, tuple[Builder, ...]], ...]
    """What one can plan, by kind under its plural; each sorted by step, then by name."""
    aside: tuple[tuple[str, tuple[Builder, ...]], ...]
    """The same of what happens to us, and of what is no activity, such as a practice."""


class Beginning(Struct, frozen=True, eq=False):
    """Something to begin with, and why it builds the entry."""

    entry: Entry
    place: Place
    through: tuple[Entry, ...]
    """What stands below the entry and is named in its place."""
    relation: Relation
    """What gives the reason."""


def builders(playbook: Playbook, entry: Entry) -> Builders:
    """The table of what builds and needs an entry of the framework."""
    below = children(playbook, entry)
    named = _named(playbook, (*below, entry))
    whole = any(r.target is entry for relations in named.values() for r in relations)
    columns = (*below, entry) if whole else below
    plainly = plain_text(playbook)
    parts: dict[str, list[Builder]] = {}
    aside: dict[str, list[Builder]] = {}
    for relations in sorted(named.values(), key=lambda held: _place(playbook, held[0].source)):
        source = relations[0].source
        cells = tuple(_marks(column, relations, plainly) for column in columns)
        builder = Builder(source, playbook.place(source), cells)
        planned = isinstance(source, Activity) and not source.happens_to_us
        held = parts if planned else aside
        held.setdefault(_part(playbook, source), []).append(builder)
    return Builders(
        columns, *(tuple((t, tuple(rows)) for t, rows in held.items()) for held in (parts, aside))
    )


def beginnings(playbook: Playbook, entry: Entry) -> tuple[Beginning, ...]:
    """What to begin with when an entry of the framework is to be built.

    First what the step recommends that establishes it, in the step's order; then what stands earliest on the
    path, and of that what builds most of it. What nobody plans is left out, and what needs the entry first.
    """
    own = playbook.place(entry).step
    recommended = [to.to for to in own.helps] if own else []
    found = []
    for relations in _named(playbook, (*children(playbook, entry), entry)).values():
        source = relations[0].source
        built = [relation for relation in relations if relation.field == "builds"]
        if not isinstance(source, Activity) or source.happens_to_us or len(built) < len(relations):
            continue
        place = playbook.place(source)
        at = recommended.index(source.reference) if source.reference in recommended else len(recommended)
        order = place.step.order if place.step else len(playbook.steps) + 1
        rank = (at, order, -len(built), *_place(playbook, source))
        through = tuple(relation.target for relation in built if relation.target is not entry)
        found.append((rank, Beginning(source, place, through, built[0])))
    return tuple(beginning for _rank, beginning in sorted(found, key=lambda one: one[0])[:BEGIN_WITH])


def _titled(parts: Mapping[str, Sequence[Builder]]) -> tuple[tuple[str, tuple[Builder, ...]], ...]:
    return tuple((title, tuple(rows)) for title, rows in parts.items())


def _named(playbook: Playbook, targets: Sequence[Entry]) -> dict[Reference, list[Relation]]:
    """What builds or needs one of some entries, by who says it."""
    found: dict[Reference, list[Relation]] = {}
    for target in targets:
        for relation in playbook.relations_to(target, *(field for field, *_rest in SIGNS)):
            found.setdefault(relation.source.reference, []).append(relation)
    return found


def _part(playbook: Playbook, source: Entry) -> str:
    if isinstance(source, Activity) and source.happens_to_us:
        return _(HAPPENS)
    return playbook.kinds[source.reference.kind].plural


def _place(playbook: Playbook, source: Entry) -> tuple[object, ...]:
    """Where a row stands: what one plans first, by kind, then by step and name."""
    step = playbook.place(source).step
    passive = isinstance(source, Activity) and source.happens_to_us
    kind = list(playbook.kinds).index(source.reference.kind)
    order = step.order if step else len(playbook.steps) + 1
    return (not isinstance(source, Activity), passive, kind, order, playbook.sort_key(source.name))


def _marks(column: Entry, relations: Sequence[Relation], plainly: PlainText) -> tuple[MatrixSign, ...]:
    marks = []
    for field, sign, verb in SIGNS:
        reasons = [r.reason or "" for r in relations if r.target is column and r.field == field]
        if reasons:
            said = plainly(f"{_(verb, entry=column.name)}: {' '.join(reasons)}".strip(": "))
            marks.append(MatrixSign(field, sign, said))
    return tuple(marks)
