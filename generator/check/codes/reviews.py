"""Codes of what a review was, and what came after it."""

from __future__ import annotations

from generator.check.codes.meaning import Meaning
from generator.load.problem import Severity

REVIEWS = {
    "future-review": Meaning(
        "A review on a day that is still to come",
        "A review is recorded when it is done, so its day is today or earlier. Most often the year has a "
        "slip. Left as it is, the entry would not become overdue before that day has long passed. Correct "
        "the day, or read the entry through and let `compass review` write today's.",
        "reviewed: 9999-03-01",
        "reviewed: 2026-03-01",
        Severity.WARNING,
    ),
    "overdue-review": Meaning(
        "A review that is too long ago",
        "Readers see when an entry was last read through by its owner. This was longer ago than "
        "`review_after_months` in site.yml allows, a year unless it says otherwise. Read the entry through, "
        "correct it, and record that with `compass review`.",
        "reviewed: 2019-03-01",
        "reviewed: 2026-03-01",
        Severity.WARNING,
    ),
    "changed-since-review": Meaning(
        "An entry that changed after its review",
        "A review leaves a fingerprint of what the entry said, and it says something else now. The owner "
        "named in the file has not seen that yet. Whoever keeps the entry reads it through and records it "
        "with `compass review`. Layout, comments and the order of fields never count.",
        'reviewed: 2026-03-01\nfingerprint: "5d1c9a30"   # of another text than stands here now',
        'reviewed: 2026-03-04\nfingerprint: "09b3f7c2"',
        Severity.WARNING,
    ),
    "suspect-relation": Meaning(
        "A relation whose other end changed after the review",
        "The entry that is named here says something else than when this one was last reviewed. Its reason "
        "may not hold any more. Read both, correct the reason, and record that with `compass review`.",
        "- to: values/early-van   # which has other words since\n  reason: They see the van leave.",
        "- to: values/early-van\n  reason: They see the van leave in the dark.",
        Severity.NOTE,
    ),
}
"""What readers of an entry, and its owner, may count on."""
