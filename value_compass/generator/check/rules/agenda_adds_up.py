"""The minutes of an agenda add up to the duration, and its days count up.

Whoever prepares a workshop plans by its `duration`, and whoever runs it by the `minutes` of the parts
of its agenda. Both must come to the same time. A session of several days begins on day 1, and names each
later day once, at the part that opens it.

**Way out:** correct the duration, the minutes of a part, or its day.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.wording import count
from value_compass.generator.load.problem import Problem
from value_compass.schemas.activities import Workshop
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "agenda-adds-up": Meaning(
        "An agenda that does not add up to the duration",
        "The minutes of all parts of the agenda together are the duration of the workshop.",
        "duration: 60\nagenda:\n  - minutes: 30\n  - minutes: 20",
        "duration: 50\nagenda:\n  - minutes: 30\n  - minutes: 20",
        lenient=True,
    ),
    "agenda-days": Meaning(
        "An agenda whose days do not count up",
        "A session of several days begins on day 1. The first part of each later day says so under `day`, "
        "and the parts after it follow. No day is left out, and none comes back.",
        "agenda:\n  - title: Sketch\n  - title: Build\n    day: 3",
        "agenda:\n  - title: Sketch\n  - title: Build\n    day: 2",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Every workshop."""
    for reference, workshop in draft.of(Workshop).items():
        yield from _days(draft, reference, workshop)
        total = sum(item.minutes for item in workshop.agenda)
        if total != workshop.duration:
            yield draft.problem(
                "agenda-adds-up",
                f"the agenda adds up to {count(total, 'minute')}, "
                f"and the duration says {workshop.duration:,}",
                reference,
                ("duration",),
                f"write `duration: {total}`, or correct the minutes of a part",
            )


def _days(draft: Draft, reference: Reference, workshop: Workshop) -> Iterator[Problem]:
    today = 1
    for index, item in enumerate(workshop.agenda):
        day = item.day or today
        if index == 0 and day != 1:
            message = f"the agenda begins on day {day}"
            yield _wrong_day(draft, reference, index, message, "write `day: 1`, or take the line out")
        elif day not in {today, today + 1}:
            message = f'"{item.title}" is on day {day}, and the agenda is at day {today} here'
            advice = f"write `day: {today + 1}`, or take the line out if the part follows the one before it"
            yield _wrong_day(draft, reference, index, message, advice)
        today = day


def _wrong_day(draft: Draft, reference: Reference, index: int, message: str, advice: str) -> Problem:
    return draft.problem("agenda-days", message, reference, ("agenda", index, "day"), advice)
