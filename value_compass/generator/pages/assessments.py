"""How the questions of an assessment were answered."""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Reference
from value_compass.schemas.proposition import Assessment, Judgement

ASSESSMENT_ASSETS = (
    "assets/check.css",
    "assets/address.js",
    "assets/elements.js",
    "assets/assessment-rules.js",
    "assets/assessment.js",
)
"""What the page of an assessment needs beside what every page has."""


def judged(playbook: Playbook, judgement: Judgement) -> Iterator[tuple[int, str, str | None, str | None]]:
    """Every question of an assessment with its answer and the reason; without one it was not asked."""
    assessment = playbook[judgement.assessment]
    if not isinstance(assessment, Assessment):
        return
    given = {answered.question: answered for answered in judgement.answers}
    for number, question in enumerate(assessment.questions, 1):
        answered = given.get(number)
        answer, reason = (answered.answer, answered.reason) if answered else (None, None)
        yield number, question.text, answer, reason


def standing_of(playbook: Playbook, assessment: Assessment | Reference, answer: str | None) -> str:
    """Where on the scale an answer stands: `best`, `middle`, `worst`, or `none` without an answer."""
    entry = playbook[assessment] if isinstance(assessment, Reference) else assessment
    scale = entry.scale if isinstance(entry, Assessment) else ()
    if answer is None or answer not in scale:
        return "none"
    place = scale.index(answer)
    return "best" if place == 0 else "worst" if place == len(scale) - 1 else "middle"
