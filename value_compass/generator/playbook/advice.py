"""The relationship check: from how each group stands to what helps now, what comes too early, and why.

The rules, which `theme/site/assets/advice.js` repeats for the browser:

- **Where one is**: the first step with a group that is not established. When all its groups stand, it is
  the first step after them: the bridge.
- **Growing counts as half**, at both ends. A growing group leaves half as much to build as a missing one;
  and what needs a group that is only growing is worth half.
- **Impact now**: none of the groups that an event or workshop needs is missing, and it builds at least one
  that is not established. A needed value counts as its group. At a step that has no group of its own to
  establish, what the step recommends has impact too.
- **Its rank**: what adds most to the groups of the present step; then what the step recommends, in the
  step's order; then what adds most to any group; then reading order. A workshop that adds a little to
  everything should not outrank what the present step is about.
- **Too early**: it would add something, but a group that it needs is missing. Nearest first, where a
  missing group is twice as far away as a growing one; then as above.
- **What usually goes wrong next**: what the step tells to watch for, its pitfalls, and the risks of the
  first few recommendations.

So no activity is in both lists, and each that builds a group which does not stand is in one of them.
Raising a mark never makes an activity come too early, and never moves the relationship back on the path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from value_compass.generator.playbook.situation import Situation, Stage, Tie, Tip

FIRST_FEW = 3
"""Of how many recommendations the risks are told; a page shows as many before it folds the rest away."""


class GroupStanding(StrEnum):
    """How a group stands."""

    MISSING = "missing"
    GROWING = "growing"
    ESTABLISHED = "established"


GroupStandings = Mapping[str, GroupStanding]
"""The marks by the groups' ids; a group without one counts as missing."""


class Gap(Struct, frozen=True):
    """A group that is not established, and why it matters to an activity."""

    group: str
    mark: GroupStanding
    ties: tuple[Tie, ...]


class Recommendation(Struct, frozen=True):
    """An activity that has impact now."""

    entry: str
    adds: tuple[Gap, ...]
    """The groups that it builds and that do not stand yet; those of the present step first."""
    step_reason: str | None
    """Why the present step recommends it, when it does."""
    growing: tuple[Gap, ...]
    """The groups that it needs and that are only growing."""
    conditions: tuple[str, ...]


class TooEarly(Struct, frozen=True):
    """An activity that would add something, but not yet."""

    entry: str
    lacks: tuple[Gap, ...]
    """The groups that it still needs, the missing ones first."""
    step_reason: str | None
    """Why the present step recommends it, when it does."""


class Risk(Struct, frozen=True):
    """What usually goes wrong with an activity."""

    entry: str
    text: str


class Advice(Struct, frozen=True):
    """What the check tells."""

    step: str | None
    """Where one is; nothing when the path has no step for it."""
    now: tuple[Recommendation, ...]
    early: tuple[TooEarly, ...]
    watch_for: tuple[Tip, ...]
    pitfalls: tuple[str, ...]
    risks: tuple[Risk, ...]


_Rank = tuple[int, ...]


def advise(situation: Situation, marks: GroupStandings) -> Advice:
    """Work out what helps now.

    Args:
        situation: what the playbook knows.
        marks: how the groups stand.
    """
    stage = _present(situation, marks)
    own = _open_groups(stage.establishes, marks) if stage else ()
    helps = stage.helps if stage else ()
    asked = {tip.entry for tip in helps} if stage and not stage.establishes else set()

    now: list[tuple[_Rank, Recommendation]] = []
    early: list[tuple[_Rank, TooEarly]] = []
    for number, plan in enumerate(situation.plans):
        adds, lacks = _gaps(situation, plan.builds, marks), _gaps(situation, plan.needs, marks)
        if not adds and plan.entry not in asked:
            continue
        worth = sum(_distance(gap) for gap in adds)
        worth_here = sum(_distance(gap) for gap in adds if gap.group in own)
        place = next((i for i, tip in enumerate(helps) if tip.entry == plan.entry), len(helps))
        step_reason = helps[place].reason if place < len(helps) else None
        if any(gap.mark is GroupStanding.MISSING for gap in lacks):
            away = sum(_distance(gap) for gap in lacks)
            nearest = tuple(sorted(lacks, key=lambda gap: gap.mark is GroupStanding.GROWING))
            too_early = TooEarly(plan.entry, nearest, step_reason)
            early.append(((away, -worth_here, place, -worth, number), too_early))
        else:
            share = 1 if lacks else 2
            here_first = tuple(sorted(adds, key=lambda gap: gap.group not in own))
            helps_now = Recommendation(plan.entry, here_first, step_reason, lacks, plan.conditions)
            now.append(((-worth_here * share, place, -worth * share, number), helps_now))

    recommended = tuple(helps_now for _, helps_now in sorted(now, key=_rank_of))
    risks = {plan.entry: plan.risks for plan in situation.plans}
    return Advice(
        stage.entry if stage else None,
        recommended,
        tuple(too_early for _, too_early in sorted(early, key=_rank_of)),
        stage.watch_for if stage else (),
        stage.pitfalls if stage else (),
        tuple(Risk(first.entry, text) for first in recommended[:FIRST_FEW] for text in risks[first.entry]),
    )


def _present(situation: Situation, marks: GroupStandings) -> Stage | None:
    """The first step with an open group, or the first one after all groups."""
    after = 0
    for number, stage in enumerate(situation.stages, 1):
        if _open_groups(stage.establishes, marks):
            return stage
        if stage.establishes:
            after = number
    return situation.stages[after] if after < len(situation.stages) else None


def _open_groups(groups: Iterable[str], marks: GroupStandings) -> tuple[str, ...]:
    return tuple(group for group in groups if _mark(marks, group) is not GroupStanding.ESTABLISHED)


def _gaps(situation: Situation, ties: Iterable[Tie], marks: GroupStandings) -> tuple[Gap, ...]:
    """The groups of some ties that are not established, in the order of the framework."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        found.setdefault(tie.group, []).append(tie)
    return tuple(
        Gap(group, _mark(marks, group), tuple(found[group]))
        for group in _open_groups(situation.groups, marks)
        if group in found
    )


def _mark(marks: GroupStandings, group: str) -> GroupStanding:
    return marks.get(group, GroupStanding.MISSING)


def _distance(gap: Gap) -> int:
    """How much is left until the group stands, in halves."""
    return 2 if gap.mark is GroupStanding.MISSING else 1


def _rank_of(ranked: tuple[_Rank, object]) -> _Rank:
    return ranked[0]
