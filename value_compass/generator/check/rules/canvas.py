"""A canvas holds together.

In a proposition, a fit joins a need (a job, a pain or a gain) to an answer (a reliever or a creator), and a
competing factor may name the need that it answers. Both name them by the ids of the same proposition. Each
id stands once. A supplier that was scored has a score for every factor. A judgement answers questions that
its assessment has, each once, with one of the assessment's answers.

**Way out:** correct the id, the number or the answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.wording import count, did_you_mean, shown
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference
from value_compass.schemas.proposition import Assessment, Judgement, Proposition

CODES: Codes = {
    "unknown-part": Meaning(
        "A part of the canvas that is not there",
        "A fit and a factor point at needs and answers by their ids. The id must be one of this proposition.",
        "fits:\n  - need: late-bred",
        "fits:\n  - need: late-bread",
    ),
    "part-twice": Meaning(
        "Two parts of the canvas with one id",
        "Fits and factors could not tell which of them is meant.",
        "pains:\n  - id: waste\n  - id: waste",
        "pains:\n  - id: waste\n  - id: late-bread",
    ),
    "scores-missing": Meaning(
        "A supplier with too few or too many scores",
        "A curve runs over all competing factors: it has a score for each, in their order, or none at all "
        "where "
        "they are not known.",
        "scores: [8]   # of two factors",
        "scores: [8, 9]",
    ),
    "wrong-answer": Meaning(
        "An answer that the assessment does not know",
        "A judgement names each question once, by its number, and gives one of the answers in the "
        "assessment's "
        "`scale`.",
        'question: 3   # of two\nanswer: "yes"',
        'question: 2\nanswer: "yes"',
    ),
}
"""What the rule finds, and what each means."""

_NEEDS = ("jobs", "pains", "gains")
_ANSWERS = ("relievers", "creators")


def check(draft: Draft) -> Iterator[Problem]:
    """Every proposition."""
    assessments = draft.of(Assessment)
    for reference, proposition in draft.of(Proposition).items():
        yield from _twice(draft, reference, proposition)
        yield from _parts(draft, reference, proposition)
        yield from _scores(draft, reference, proposition)
        for index, judgement in enumerate(proposition.judgements):
            if judgement.assessment in assessments:
                known = assessments[judgement.assessment]
                yield from _answers(draft, reference, index, judgement, known)


def _ids(proposition: Proposition, fields: tuple[str, ...]) -> list[str]:
    return [part.id for field in fields for part in getattr(proposition, field)]


def _twice(draft: Draft, reference: Reference, proposition: Proposition) -> Iterator[Problem]:
    seen: set[str] = set()
    for field in (*_NEEDS, *_ANSWERS):
        for index, part in enumerate(getattr(proposition, field)):
            if part.id in seen:
                yield draft.problem(
                    "part-twice",
                    f'another part of this canvas has the id "{part.id}"',
                    reference,
                    (field, index, "id"),
                    "give each part an id of its own",
                )
            seen.add(part.id)


def _parts(draft: Draft, reference: Reference, proposition: Proposition) -> Iterator[Problem]:
    needs, answers = _ids(proposition, _NEEDS), _ids(proposition, _ANSWERS)
    for index, fit in enumerate(proposition.fits):
        yield from _known(draft, reference, ("fits", index, "need"), fit.need, needs, "job, pain or gain")
        yield from _known(
            draft, reference, ("fits", index, "answer"), fit.answer, answers, "reliever or creator"
        )
    for index, factor in enumerate(proposition.factors):
        if factor.need:
            yield from _known(
                draft, reference, ("factors", index, "need"), factor.need, needs, "job, pain or gain"
            )


def _known(
    draft: Draft, reference: Reference, keys: tuple[str | int, ...], id_: str, ids: Collection[str], what: str
) -> Iterator[Problem]:
    if id_ not in ids:
        listed = f"name one of: {', '.join(ids)}" if ids else f"add a {what} with this id"
        yield draft.problem(
            "unknown-part",
            f'no {what} of this proposition has the id "{shown(id_)}"',
            reference,
            keys,
            did_you_mean(id_, ids) or listed,
        )


def _scores(draft: Draft, reference: Reference, proposition: Proposition) -> Iterator[Problem]:
    for index, curve in enumerate(proposition.curves):
        if curve.scores and len(curve.scores) != len(proposition.factors):
            yield draft.problem(
                "scores-missing",
                f'"{shown(curve.name)}" has {count(len(curve.scores), "score")} for '
                f"{count(len(proposition.factors), 'factor')}",
                reference,
                ("curves", index, "scores"),
                "give a score for each factor in their order, or leave `scores` out",
            )


def _answers(
    draft: Draft, reference: Reference, index: int, judgement: Judgement, assessment: Assessment
) -> Iterator[Problem]:
    seen: set[int] = set()
    for number, answered in enumerate(judgement.answers):
        place = ("judgements", index, "answers", number)
        if answered.question > len(assessment.questions):
            yield draft.problem(
                "wrong-answer",
                f'"{assessment.name}" has {len(assessment.questions)} questions, and no {answered.question}',
                reference,
                (*place, "question"),
                "correct the number",
            )
        elif answered.question in seen:
            yield draft.problem(
                "wrong-answer",
                f"question {answered.question} is answered twice",
                reference,
                (*place, "question"),
                "keep one of the two answers",
            )
        seen.add(answered.question)
        if assessment.scale and answered.answer not in assessment.scale:
            yield draft.problem(
                "wrong-answer",
                f'"{shown(answered.answer)}" is none of the answers of "{assessment.name}"',
                reference,
                (*place, "answer"),
                did_you_mean(answered.answer, assessment.scale)
                or f"write one of: {', '.join(assessment.scale)}",
            )
