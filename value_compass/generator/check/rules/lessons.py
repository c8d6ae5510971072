"""A lesson that is cited exists.

The lessons of a case are numbered in their order. A point that rests on one names the case and the number:
`hotel-a#3`. Both ends show the other, so the number must be one that the case has.

**Way out:** correct the number, or add the lesson to the case.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.wording import count
from value_compass.generator.load.problem import Problem
from value_compass.schemas.cases import Case

CODES: Codes = {
    "unknown-lesson": Meaning(
        "A lesson that the case does not have",
        "Lessons are counted from 1, in the order in which the case tells them.",
        'lessons: ["hotel-a#9"]   # the case has one lesson',
        'lessons: ["hotel-a#1"]',
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Every lesson that an entry cites."""
    cases = draft.of(Case)
    for reference, parts in draft.parts.items():
        for keys, cited in parts.lessons:
            lessons = len(cases[cited.case].lessons) if cited.case in cases else cited.number
            if cited.number > lessons:
                yield draft.problem(
                    "unknown-lesson",
                    f"{cited.case} has {count(lessons, 'lesson')}, and no {cited.number}",
                    reference,
                    keys,
                    "correct the number, or add the lesson to the case",
                )
