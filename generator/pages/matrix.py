"""Events and workshops against groups: what each builds, and what it needs first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.playbook.playbook import Playbook
from generator.playbook.relation import Relation
from schemas.activities import Activity, Event, Workshop
from schemas.fields import Entry, Reference
from schemas.framework import Group, Value


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark in a cell, with its reasons."""

    field: str
    """`builds` or `needs`."""
    sign: str
    title: str
    """What it says in words: activity, group or values, reasons."""


@dataclass(frozen=True, slots=True)
class Row:
    """An activity and its cells, one a group."""

    activity: Activity
    cells: tuple[tuple[Mark, ...], ...]


_SIGNS = (("builds", "●", "builds"), ("needs", "○", "needs"))


def columns(playbook: Playbook) -> tuple[Group, ...]:
    """The groups, in the order of the framework."""
    return tuple(part.group for pillar in playbook.framework for part in pillar.groups)


def rows(playbook: Playbook) -> tuple[Row, ...]:
    """Every event and workshop with its marks, in reading order."""
    groups = columns(playbook)
    activities: tuple[Activity, ...] = (*playbook.of(Event), *playbook.of(Workshop))
    return tuple(
        Row(activity, tuple(_cell(playbook, activity, group) for group in groups)) for activity in activities
    )


def group_of(playbook: Playbook, entry: Entry) -> Reference | None:
    """The group that a group or value stands for in the matrix."""
    if isinstance(entry, Value):
        return entry.group
    return entry.reference if isinstance(entry, Group) else None


def _cell(playbook: Playbook, activity: Activity, group: Group) -> tuple[Mark, ...]:
    marks = []
    for field, sign, verb in _SIGNS:
        found = [
            relation
            for relation in playbook.relations_from(activity, field)
            if group_of(playbook, relation.target) == group.reference
        ]
        if found:
            reasons = " ".join(_reason(relation, group) for relation in found)
            marks.append(Mark(field, sign, f"{activity.name} {verb} {group.name}: {reasons}"))
    return tuple(marks)


def _reason(relation: Relation, group: Group) -> str:
    named = "" if relation.target is group else f"{relation.target.name}: "
    return f"{named}{relation.reason or ''}".strip()
