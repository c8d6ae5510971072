"""What the cases have in common: activities, which groups come first, and what comes after what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group
from value_compass.schemas.route import Step

FEW = 3
"""In fewer cases than this, nothing is usual."""


class SharedActivity(Struct, frozen=True, eq=False):
    """An event or workshop that occurs in more than one case, with the numbers of its moments."""

    activity: Entry
    found: tuple[tuple[Case, tuple[int, ...]], ...]

    @property
    def moments(self) -> int:
        """In how many moments it occurs."""
        return sum(len(numbers) for _, numbers in self.found)


class FirstMoment(Struct, frozen=True, eq=False):
    """When a case first touches a group."""

    place: int
    """Which group it is in the order of first appearance, from 1; the same for groups of one moment."""
    moment: int


class CaseOrder(Struct, frozen=True, eq=False):
    """In which order a case touches the groups."""

    case: Case
    firsts: tuple[FirstMoment | None, ...]
    """One a group, in the order of the path; none for a group that no moment touches."""
    as_on_path: int
    """Pairs of groups of different steps that come in the order of the path."""
    compared: int
    """Pairs of groups of different steps that come in different moments."""

    @property
    def touched(self) -> bool:
        """Whether the case touches any group."""
        return any(self.firsts)


class Succession(Struct, frozen=True, eq=False):
    """One activity that comes right after another, with the number of cases in which it does."""

    first: Entry
    then: Entry
    cases: int
    of: int
    """In how many cases the first activity occurs at all."""

    @property
    def usual(self) -> bool:
        """Whether one may say so: in a few cases at least, and in most of those that could show it."""
        return self.cases >= FEW and self.cases * 2 > self.of


def shared_activities(playbook: Playbook) -> list[tuple[int, list[SharedActivity]]]:
    """The activities of more than one case by the number of cases, most cases first, most moments first."""
    found = [
        SharedActivity(activity, tuple((case, tuple(numbers)) for case, numbers in places))
        for activity in _happened(playbook)
        if len(places := _occurrences(playbook, activity.reference)) > 1
    ]
    found.sort(key=lambda shared: (-len(shared.found), -shared.moments))
    counts = sorted({len(shared.found) for shared in found}, reverse=True)
    return [(count, [shared for shared in found if len(shared.found) == count]) for count in counts]


def path_parts(playbook: Playbook) -> list[tuple[Step | None, list[Group]]]:
    """The groups of each step in the order of the path; those of no step last."""
    parts: list[tuple[Step | None, list[Group]]] = [(step, []) for step in playbook.steps]
    parts.append((None, []))
    place = {step.reference: number for number, step in enumerate(playbook.steps)}
    for group in playbook.of(Group):
        step = playbook.place(group).step
        parts[place[step.reference] if step else -1][1].append(group)
    return [(step, groups) for step, groups in parts if groups]


def case_orders(playbook: Playbook) -> tuple[CaseOrder, ...]:
    """In which order each case touches the groups, compared with the path."""
    parts = path_parts(playbook)
    return tuple(_order(playbook, case, parts) for case in playbook.of(Case))


def successions(playbook: Playbook) -> list[Succession]:
    """What comes right after what, among the moments that are an activity; the most cases first."""
    pairs: dict[tuple[Reference, Reference], set[Reference]] = {}
    for case in playbook.of(Case):
        named = [moment.event for moment in case.timeline if moment.event]
        for first, then in pairwise(named):
            if first != then:
                pairs.setdefault((first, then), set()).add(case.reference)
    found = [
        Succession(playbook[first], playbook[then], len(cases), len(_occurrences(playbook, first)))
        for (first, then), cases in pairs.items()
    ]
    return sorted(found, key=lambda succession: -succession.cases)


def _happened(playbook: Playbook) -> list[Entry]:
    """What the moments of the cases were, in reading order."""
    named = {moment.event for case in playbook.of(Case) for moment in case.timeline}
    return [entry for reference, entry in playbook.entries.items() if reference in named]


def _occurrences(playbook: Playbook, activity: Reference) -> list[tuple[Case, list[int]]]:
    """The cases in which an activity occurs, with the numbers of the moments."""
    found = [
        (case, [number for number, moment in enumerate(case.timeline, 1) if moment.event == activity])
        for case in playbook.of(Case)
    ]
    return [(case, numbers) for case, numbers in found if numbers]


def _order(playbook: Playbook, case: Case, parts: Sequence[tuple[Step | None, Sequence[Group]]]) -> CaseOrder:
    first_in = _first_moments(playbook, case)
    moments = sorted(set(first_in.values()))
    earlier = {moment: sum(number < moment for number in first_in.values()) for moment in moments}
    firsts = [
        FirstMoment(earlier[moment] + 1, moment) if (moment := first_in.get(group.reference)) else None
        for _, groups in parts
        for group in groups
    ]
    steps = [step for step, groups in parts for _ in groups]
    compared = [
        one.moment < other.moment
        for (here, one), (there, other) in combinations(zip(steps, firsts, strict=True), 2)
        if one and other and here and there and here is not there and one.moment != other.moment
    ]
    return CaseOrder(case, tuple(firsts), sum(compared), len(compared))


def _first_moments(playbook: Playbook, case: Case) -> Mapping[Reference, int]:
    """The number of the first moment that touches each group, itself or one of its values."""
    found: dict[Reference, int] = {}
    for number, moment in enumerate(case.timeline, 1):
        for value in moment.values:
            group = playbook.place(playbook[value]).group
            if group:
                found.setdefault(group.reference, number)
    return found
