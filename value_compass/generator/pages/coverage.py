"""How well each group is covered, and on what basis the entries of each kind rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Activity
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Basis, SourcedEntry
from value_compass.schemas.framework import Group
from value_compass.schemas.kinds import Kind
from value_compass.schemas.route import Step
from value_compass.schemas.settings import Inside


class GroupCoverage(Struct, frozen=True):
    """What the playbook holds about one group."""

    group: Group
    step: Step | None
    builders: tuple[int, ...]
    """How many activities build it, by their kinds."""
    moments: int


class KindCoverage(Struct, frozen=True):
    """How the entries of one kind are sourced, by the strongest basis of each."""

    kind: Kind
    entries: int
    stated: int
    derived: int
    editorial: int


def group_coverage(playbook: Playbook) -> tuple[GroupCoverage, ...]:
    """Each group in the order of the framework."""
    return tuple(
        GroupCoverage(
            group,
            playbook.place(group).step,
            tuple(_builders(playbook, group, kind) for kind in activity_kinds(playbook)),
            _moments(playbook, group),
        )
        for group in playbook.of(Group)
    )


def activity_kinds(playbook: Playbook) -> tuple[Kind, ...]:
    """The kinds of what one can do that the playbook has, in reading order."""
    return tuple(
        kind
        for kind in playbook.kinds.values()
        if issubclass(kind.model, Activity) and playbook.of_kind(kind.folder)
    )


def kind_coverage(playbook: Playbook) -> tuple[KindCoverage, ...]:
    """Each kind that has entries with sources."""
    result = []
    for kind in playbook.kinds.values():
        entries = [e for e in playbook.of_kind(kind.folder) if isinstance(e, SourcedEntry)]
        if not entries:
            continue
        strongest = [
            min((c.basis for c in e.sources), key=list(Basis).index, default=Basis.EDITORIAL) for e in entries
        ]
        counts = [strongest.count(basis) for basis in Basis]
        result.append(KindCoverage(kind, len(entries), *counts))
    return tuple(result)


def _builders(playbook: Playbook, group: Group, kind: Kind) -> int:
    return sum(
        any(
            playbook.place(relation.target).group is group
            for relation in playbook.relations_from(activity, "builds")
        )
        for activity in playbook.of_kind(kind.folder)
    )


def _moments(playbook: Playbook, group: Group) -> int:
    return sum(
        any(playbook.place(playbook[value]).group is group for value in moment.values)
        for case in playbook.of(Case)
        for moment in case.timeline
    )


def _shown(material: Material) -> Mapping[str, Any]:
    playbook = material.playbook
    return {
        "group_coverage": group_coverage(playbook),
        "activity_kinds": activity_kinds(playbook),
        "kind_coverage": kind_coverage(playbook),
    }


COVERAGE = Overview(
    "coverage",
    "Coverage",
    "How well each group is covered, and on what basis the entries rest.",
    "sources",
    lambda playbook: bool(playbook.of(Group)) and playbook.edition.shows(Inside.COVERAGE),
    _shown,
    hub="research",
    before="reference/coverage.html",
)
"""The page of what the playbook holds."""
