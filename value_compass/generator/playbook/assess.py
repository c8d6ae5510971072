"""Answers to an assessment: how many of each, and what to look at first.

The rules, which `theme/site/assets/assessment-rules.js` repeats for the browser: an answer that the scale
does not have is none; the best answer of the scale comes first in it. To look at first are the worst answers,
then those next to them, then what is not answered; the best answers need no look.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """What some answers come to."""

    row: tuple[int | None, ...]
    """The answer to each question by its place on the scale, from 0, the best."""
    counts: tuple[int, ...]
    """How often each answer of the scale was given."""
    open: int
    """How many questions have no answer."""
    first: tuple[int, ...]
    """The numbers of the questions to look at, the worst first."""


def assess(questions: int, scale: int, answers: Mapping[int, int]) -> Outcome:
    """Work out what some answers come to.

    Args:
        questions: how many there are.
        scale: how many answers the scale has.
        answers: the place of each answer on the scale, from 0, by the number of its question, from 1.
    """
    given = {number: place for number, place in answers.items() if 0 <= place < scale}
    row = tuple(given.get(number) for number in range(1, questions + 1))
    numbered = list(enumerate(row, 1))
    # What is not answered comes after every answer that is not the best.
    urgency = {number: -1 if place is None else place for number, place in numbered if place != 0}
    return Outcome(
        row,
        tuple(row.count(place) for place in range(scale)),
        row.count(None),
        tuple(sorted(urgency, key=lambda number: (-urgency[number], number))),
    )
