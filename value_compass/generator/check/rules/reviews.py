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

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.today import this_day
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.fields import Reference
from value_compass.schemas.reviews import standings

CODES: Codes = {
    "future-review": Meaning(
        "A review on a day that is still to come",
        "A review is recorded when it is done, so its day is today or earlier. Most often the year has a "
        "slip. Left as it is, the entry would not become overdue before that day has long passed. Correct "
        "the day, or read the entry through and let `compass review` write today's.",
        "reviewed: 9999-03-01",
        "reviewed: 2026-03-01",
        Severity.WARNING,
        lenient=True,
    ),
    "overdue-review": Meaning(
        "A review that is too long ago",
        "Readers see when an entry was last read through by its owner. This was longer ago than "
        "`review_after_months` in site.yml allows, a year unless it says otherwise. Read the entry through, "
        "correct it, and record that with `compass review`.",
        "reviewed: 2019-03-01",
        "reviewed: 2026-03-01",
        Severity.WARNING,
        lenient=True,
    ),
    "changed-since-review": Meaning(
        "An entry that changed after its review",
        "A review leaves a fingerprint of what the entry said, and it says something else now. The owner "
        "named in the file has not seen that yet. Whoever keeps the entry reads it through and records it "
        "with `compass review`. Layout, comments and the order of fields never count.",
        'reviewed: 2026-03-01\nfingerprint: "5d1c9a30"   # of another text than stands here now',
        'reviewed: 2026-03-04\nfingerprint: "09b3f7c2"',
        Severity.WARNING,
        lenient=True,
    ),
    "suspect-relation": Meaning(
        "A relation whose other end changed after the review",
        "The entry that is named here says something else than when this one was last reviewed. Its reason "
        "may not hold any more. Read both, correct the reason, and record that with `compass review`.",
        "- to: values/early-van   # which has other words since\n  reason: They see the van leave.",
        "- to: values/early-van\n  reason: They see the van leave in the dark.",
        Severity.NOTE,
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


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
