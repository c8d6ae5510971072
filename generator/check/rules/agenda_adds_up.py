"""The minutes of an agenda add up to the duration.

Whoever prepares a workshop plans by its `duration`, and whoever runs it by the `minutes` of the parts
of its agenda. Both must come to the same time.

**Way out:** correct the duration, or the minutes of a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.draft import Draft
from generator.check.wording import count
from generator.load.problem import Problem
from schemas.activities import Workshop

CODES = ("agenda-adds-up",)


def check(draft: Draft) -> Iterator[Problem]:
    """Every workshop."""
    for reference, workshop in draft.of(Workshop).items():
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
