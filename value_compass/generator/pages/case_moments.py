"""The moments of one case: how they can be filtered, and which groups they touch, phase by phase."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby

from msgspec import Struct

from value_compass.generator.diagrams.timeline import LANE_NAMES, MARK_NAMES, Initiative, Nature
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.language.formats import listed
from value_compass.language.words import _, ngettext
from value_compass.schemas.activities import Activity
from value_compass.schemas.cases import Case, Moment
from value_compass.schemas.framework import Group

CASE_ASSETS = ("assets/cases.js",)
"""What a case's page needs beside what every page has."""

_SHADES = 4


class Choice(Struct, frozen=True):
    """One thing that a filter can ask for."""

    value: str
    name: str
    moments: int


class PhaseRow(Struct, frozen=True, eq=False):
    """One phase of a case, and the moments in it that touch each group."""

    phase: str | None
    moments: int
    nameless: int
    """How many of its moments name no group and no value."""
    cells: tuple[tuple[int, ...], ...]
    """One a group, in the order of the framework: the numbers of the moments."""

    def touched(self, groups: tuple[Group, ...]) -> list[tuple[Group, tuple[int, ...]]]:
        """The groups that it touches, each with its moments."""
        return [(group, numbers) for group, numbers in zip(groups, self.cells, strict=True) if numbers]


class PhaseCoverage(Struct, frozen=True, eq=False):
    """Which groups a case touches over time."""

    groups: tuple[Group, ...]
    rows: tuple[PhaseRow, ...]

    @property
    def most(self) -> int:
        """The highest count of a cell."""
        return max((len(cell) for row in self.rows for cell in row.cells), default=0)

    @property
    def has_phases(self) -> bool:
        """Whether the case has phases at all."""
        return any(row.phase for row in self.rows)

    @property
    def dense(self) -> bool:
        """Whether a table of it is more than a few numbers among empty cells."""
        cells = [cell for row in self.rows for cell in row.cells]
        return 3 * sum(map(bool, cells)) >= len(cells)

    @property
    def nameless(self) -> int:
        """How many moments name no group and no value."""
        return sum(row.nameless for row in self.rows)

    def total(self, column: int) -> int:
        """In how many moments a group is touched."""
        return sum(len(row.cells[column]) for row in self.rows)


def nature_of(playbook: Playbook, moment: Moment) -> Nature:
    """Whether a moment was planned, by the activity that it was; open when it was none."""
    activity = playbook[moment.event] if moment.event else None
    if isinstance(activity, Activity) and activity.happens_to_us:
        return Nature.UNPLANNED
    return Nature.PLANNED if activity else Nature.OPEN


def phases(case: Case) -> list[tuple[str | None, list[tuple[int, Moment]]]]:
    """The moments of a case, numbered from 1, by runs of one phase."""
    numbered = enumerate(case.timeline, 1)
    return [(phase, list(run)) for phase, run in groupby(numbered, lambda pair: pair[1].phase)]


def moments_about(case: Case, relations: Iterable[Relation]) -> list[tuple[int, Moment]]:
    """The moments of a case that some of its relations come from, with their numbers."""
    named = {relation.target.reference for relation in relations}
    return [
        (number, moment)
        for number, moment in enumerate(case.timeline, 1)
        if not named.isdisjoint((moment.event, *moment.values))
    ]


def turning_points(case: Case) -> list[tuple[int, Moment]]:
    """The moments from which a case took another way, with their numbers."""
    return [(number, moment) for number, moment in enumerate(case.timeline, 1) if moment.turning_point]


def lanes(case: Case) -> list[Choice]:
    """The sides that began something, each with a lane; none where nobody says of each moment who began."""
    return initiative_choices(case) if all(moment.initiative for moment in case.timeline) else []


def lane_of(case: Case, moment: Moment) -> int:
    """Which of the lanes a moment stands in, from 1."""
    sides = [lane.value for lane in lanes(case)]
    return sides.index(moment.initiative.value) + 1 if moment.initiative and sides else 1


def figure_address(case: Case) -> str:
    """Where on the site the timeline of a case stands as a file."""
    return f"figures/cases/{case.reference.id}-timeline.svg"


def initiative_choices(case: Case) -> list[Choice]:
    """The initiatives that a case's moments show, in the order of the figure's lanes."""
    shown = [Initiative(moment.initiative.value) for moment in case.timeline if moment.initiative]
    return [Choice(i.value, _(LANE_NAMES[i]), shown.count(i)) for i in Initiative if i in shown]


def nature_choices(playbook: Playbook, case: Case) -> list[Choice]:
    """The natures that a case's moments show, in the order of the figure's legend."""
    shown = [nature_of(playbook, moment) for moment in case.timeline]
    return [Choice(n.value, _(MARK_NAMES[n]), shown.count(n)) for n in Nature if n in shown]


def phase_coverage(playbook: Playbook, case: Case) -> PhaseCoverage:
    """Which groups the moments of each phase touch; a value counts for its group."""
    groups = playbook.of(Group)
    rows = []
    for phase, numbered in phases(case):
        touched = [
            (number, [playbook.place(playbook[value]).group for value in moment.values])
            for number, moment in numbered
        ]
        cells = tuple(
            tuple(n for n, found in touched if any(one is group for one in found)) for group in groups
        )
        rows.append(PhaseRow(phase, len(numbered), sum(not m.values for _, m in numbered), cells))
    return PhaseCoverage(groups, tuple(rows))


def shade(count: int, most: int) -> int:
    """How dark a cell is: 0 for none, else 1 to 4 by its part of the highest count."""
    return 0 if not count else -(-count * _SHADES // most)


def moment_words(numbers: Collection[int]) -> str:
    """Numbers of moments in words: moment 3; moments 3 and 5; moments 3, 5 and 8."""
    said = listed(map(str, numbers))
    return ngettext("moment {numbers}", "moments {numbers}", len(numbers), numbers=said)
