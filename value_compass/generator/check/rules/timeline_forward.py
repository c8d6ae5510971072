"""A timeline runs forward.

The moments of a case stand in the order in which they happened. A moment without a year stands between
those around it; where a year is known, it is never smaller than one before it. When the words under
`when` name a year, it is the same as the one under `year`.

**Way out:** correct the year, or move the moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.cases import Case, Moment
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "timeline-forward": Meaning(
        "A timeline that runs backward",
        "The moments of a case stand in the order in which they happened: a year is never smaller than one "
        "before it.",
        "- year: 2021\n- year: 2019",
        "- year: 2019\n- year: 2021",
        lenient=True,
    ),
    "other-year": Meaning(
        "A moment with two different years",
        "`when` is what readers see and `year` is what sorts and draws. They name the same year.",
        "when: End of 2023\nyear: 2022",
        "when: End of 2023\nyear: 2023",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(draft: Draft) -> Iterator[Problem]:
    """Every timeline."""
    for reference, case in draft.of(Case).items():
        yield from _timeline(draft, reference, case.timeline)


def _timeline(draft: Draft, reference: Reference, moments: tuple[Moment, ...]) -> Iterator[Problem]:
    latest = 0
    for index, moment in enumerate(moments):
        told = [int(year) for year in _YEAR.findall(moment.when or "")]
        if moment.year and told and moment.year not in told:
            yield draft.problem(
                "other-year",
                f'the year is {moment.year}, and `when` says "{moment.when}"',
                reference,
                ("timeline", index, "year"),
                "write the same year in both",
            )
        year = moment.year or (told[0] if len(told) == 1 else None)
        if year is None:
            continue
        if year < latest:
            yield draft.problem(
                "timeline-forward",
                f"{year} comes after {latest} in this timeline",
                reference,
                ("timeline", index, "year" if moment.year else "when"),
                "correct the year, or move this moment to where it happened",
            )
        latest = max(latest, year)
