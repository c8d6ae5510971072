"""Competing factors: what tells suppliers apart, the need that each answers, and curves of known scores."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, diamond, disc, line, rectangle
from value_compass.generator.diagrams.widths import wrap
from value_compass.language.words import N_, translated

HIGHEST = 10
"""The highest score."""


class ScoredFactor(Struct, frozen=True):
    """A factor, how it tells suppliers apart, and what it answers."""

    name: str
    type: str
    need: str | None = None


class ScoreCurve(Struct, frozen=True):
    """How a supplier scores on the factors, in their order; nothing where no scores are known."""

    name: str
    scores: tuple[int, ...] = ()


@translated("unanswered")
class Factors(Struct, frozen=True):
    """What the figure shows."""

    title: str
    description: str
    factors: tuple[ScoredFactor, ...]
    curves: tuple[ScoreCurve, ...] = ()
    hole: str | None = None
    """Why there is no curve, where there is none."""
    unanswered: str = N_("answers no need")
    """What stands beside a factor without a need."""


_SIZE, _SMALL, _PAD, _NAME, _KEY = 11.5, 10.5, 8.0, 250.0, 26.0


def lay_out_factors(factors: Factors, width: float = 760, height: float = 0) -> Drawing:
    """Place a row for each factor, with the scores from left to right.

    Args:
        factors: what is shown.
        width: how wide it is.
        height: how high it is at least, such as for a sheet on the wall.
    """
    field = Box(_NAME, _KEY, width - _NAME - _PAD, 0)
    texts = [_texts(factor, factors.unanswered) for factor in factors.factors]
    needed = [max(34, height_of(a, _SIZE) + height_of(b, _SMALL) + 14) for a, b in texts]
    hole = wrap(factors.hole, field.width - 48, _SIZE) if factors.hole else ()
    height = max(height, _KEY + height_of(hole, _SIZE) + 44 if hole else 0)
    more = max(0.0, height - _KEY - sum(needed)) / max(1, len(needed))
    pieces: list[Piece] = []
    middles = []
    y = _KEY
    for (name, below), high, factor in zip(texts, needed, factors.factors, strict=True):
        row = Box(0, y, width, high + more)
        letters = hang(name, _PAD, y + 6, _SIZE, INK, bold=True)
        tone = INK if factor.need else MUTED
        small = hang(below, _PAD, y + 9 + height_of(name, _SIZE), _SMALL, tone)
        frame = Shape(rectangle(row), PAPER, LINE)
        pieces.append(Piece((frame,), (*letters, *small)))
        middles.append(row.middle[1])
        y += row.height
    scored = [curve for curve in factors.curves if curve.scores]
    pieces.extend(_scale(field, y))
    if hole and not scored:
        inner = Box(field.x + 12, _KEY + 6, field.width - 24, y - _KEY - 12)
        letters = hang(hole, inner.x + 12, inner.y + 12, _SIZE, MUTED)
        pieces.append(Piece((Shape(rectangle(inner, 6), PAPER, INK, dashed=True),), letters))
    for number, curve in enumerate(scored):
        pieces.append(_curve(curve, number, field, middles))
    pieces.extend(_key(scored, field))
    return Drawing(factors.title, factors.description, width, y, tuple(pieces))


def _texts(factor: ScoredFactor, unanswered: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = _NAME - 2 * _PAD
    small = ", ".join(filter(None, (factor.type, factor.need or unanswered)))
    return wrap(factor.name, room, _SIZE, bold=True), wrap(small, room, _SMALL)


def _at(field: Box, score: int) -> float:
    return field.x + 20 + (field.width - 40) * score / HIGHEST


def _scale(field: Box, bottom: float) -> Iterator[Piece]:
    lines = tuple(
        Shape(line([(_at(field, score), _KEY), (_at(field, score), bottom)]), None, LINE, 0.6)
        for score in range(0, HIGHEST + 1, 2)
    )
    numbers = tuple(
        letter
        for score in range(0, HIGHEST + 1, 2)
        for letter in hang([str(score)], _at(field, score), _KEY - 13, _SMALL, MUTED, anchor="middle")
    )
    yield Piece(lines, numbers)


def _curve(curve: ScoreCurve, number: int, field: Box, middles: list[float]) -> Piece:
    points = [(_at(field, score), y) for score, y in zip(curve.scores, middles, strict=False)]
    marks = tuple(_mark(number, x, y) for x, y in points)
    return Piece((Shape(line(points), None, INK, 1.6, dashed=number % 2 == 1), *marks), (), curve.name)


def _mark(number: int, x: float, y: float) -> Shape:
    data = (disc(x, y, 4.5), rectangle(Box(x - 4, y - 4, 8, 8)), diamond(x, y, 5.5))[number % 3]
    return Shape(data, INK if number < 3 else PAPER, INK)


def _key(scored: list[ScoreCurve], field: Box) -> Iterator[Piece]:
    x = _PAD
    for number, curve in enumerate(scored):
        letters = hang([curve.name], x + 12, 4, _SMALL, INK)
        yield Piece((_mark(number, x + 3, 9),), letters)
        x = letters[0].box.right + 14
        if x > field.x - 30:
            break
