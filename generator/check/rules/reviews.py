"""Every entry has been read through by its owner, not too long ago, as it stands now.

`compass review` records a review: its day, and a fingerprint of what the entry said and of the words of
the entries that it names. From then on the check sees what changed: the entry itself, or the other end of
one of its relations. `review_after_months` in `site.yml` says how long a review is good for; without it, a
year. An entry without a fingerprint is judged by its day alone. A day that is still to come is a slip, and
would hide that the entry is overdue.

**Way out:** read the entry through, correct it, and record that with `compass review`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.check.draft import Draft
from generator.check.today import this_day
from generator.load.problem import Problem
from schemas.fields import Reference
from schemas.reviews import standings

CODES = ("future-review", "overdue-review", "changed-since-review", "suspect-relation")


def check(draft: Draft, today: datetime.date | None = None) -> Iterator[Problem]:
    """Entries in the order of their files.

    Args:
        draft: what was read.
        today: the day to judge on; the real one unless given.
    """
    if draft.settings is None:
        return
    day, months = today or this_day(), draft.settings.review_after_months
    for reference, entry in draft.entries.items():
        if entry.reviewed > day:
            yield draft.problem(
                "future-review",
                f"the last review is on {entry.reviewed}, a day that is still to come",
                reference,
                ("reviewed",),
                f"correct the day; once the entry is read through: compass review {reference}",
            )
    for reference, standing in standings(draft.entries, day, months).items():
        entry = draft.entries[reference]
        advice = f"read it through, then record that: compass review {reference}"
        if standing.overdue:
            yield draft.problem(
                "overdue-review",
                f"the last review is more than {months} months ago",
                reference,
                ("reviewed",),
                advice,
            )
        if standing.changed:
            yield draft.problem(
                "changed-since-review",
                f"this entry changed after its review of {entry.reviewed}",
                reference,
                ("reviewed",),
                advice,
            )
        for target in standing.suspect:
            yield _suspect(draft, reference, target)


def _suspect(draft: Draft, source: Reference, target: Reference) -> Problem:
    """The problem stands where the entry names the other one first."""
    keys = next(keys for keys, reference in draft.parts[source].references if reference == target)
    return draft.problem(
        "suspect-relation",
        f"{draft.named(target)} changed after the review of this entry",
        source,
        keys,
        f"read both, then record that: compass review {source}",
    )
