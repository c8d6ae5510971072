"""The minutes of an agenda add up to the duration, and its days count up.

Whoever prepares a workshop plans by its `duration`, and whoever runs it by the `minutes` of the parts
of its agenda. Both must come to the same time. A session of several days begins on day 1, and names each
later day once, at the part that opens it.

**Way out:** correct the duration, the minutes of a part, or its day.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.draft import Draft
from generator.check.wording import count
from generator.load.problem import Problem
from schemas.activities import Workshop
from schemas.fields import Reference

CODES = ("agenda-adds-up", "agenda-days")


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
    today = 0
    for index, item in enumerate(workshop.agenda):
        expected = (1,) if index == 0 else (today, today + 1)
        if item.day and item.day not in expected:
            yield draft.problem(
                "agenda-days",
                f'"{item.title}" is on day {item.day}, and the agenda is at day {max(today, 1)} here'
                if index
                else f"the agenda begins on day {item.day}",
                reference,
                ("agenda", index, "day"),
                f"write `day: {expected[-1]}`, or take the line out if the part follows the one before it"
                if index
                else "write `day: 1`, or take the line out",
            )
        today = item.day or max(today, 1)
