"""Bars: rows of counts, a bar for each column, per member beside the count where groups differ in size."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT, Tone
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, rectangle
from value_compass.generator.diagrams.widths import wrap


class Bar(Struct, frozen=True):
    """A value with its words; without a value it is a hole."""

    value: float | None
    words: str


class BarRow(Struct, frozen=True):
    """A row with a bar for each series."""

    name: str
    bars: tuple[Bar, ...]


class Bars(Struct, frozen=True):
    """What the figure shows."""

    title: str
    description: str
    series: tuple[str, ...]
    rows: tuple[BarRow, ...]


_SIZE, _PAD, _NAME, _BAR, _WORDS = 11.5, 8.0, 190.0, 15.0, 120.0
_FILLS: tuple[tuple[Tone, float | None], ...] = ((INK, None), (LINE, None), (PAPER, None), (INK, 0.3))


def lay_out_bars(bars: Bars, width: float = 680) -> Drawing:
    """Place every row, its bars below each other, as long as their values are high."""
    most = max((abs(bar.value) for row in bars.rows for bar in row.bars if bar.value is not None), default=1)
    room = width - _NAME - _WORDS
    pieces: list[Piece] = []
    x = _NAME
    for number, name in enumerate(bars.series):
        letters = hang([name], x + 18, 2, _SIZE, INK)
        fill, share = _FILLS[number % len(_FILLS)]
        pieces.append(Piece((Shape(rectangle(Box(x, 2, 11, 11)), fill, INK, share=share),), letters))
        x = letters[0].box.right + 18
    y = _SIZE + 2 * _PAD
    for row in bars.rows:
        lines = wrap(row.name, _NAME - 2 * _PAD, _SIZE)
        high = max(height_of(lines, _SIZE), len(row.bars) * _BAR) + 10
        pieces.append(Piece((), stack(lines, 0, y + high / 2, _SIZE, INK)))
        top = y + (high - len(row.bars) * _BAR) / 2
        for number, bar in enumerate(row.bars):
            pieces.append(_bar(bar, number, Box(_NAME, top + number * _BAR, room, _BAR), most or 1))
        pieces.append(Piece((Shape(f"M0 {y + high:g}H{width:g}", None, SOFT),)))
        y += high
    return Drawing(bars.title, bars.description, width, y, tuple(pieces))


def _bar(bar: Bar, number: int, place: Box, most: float) -> Piece:
    middle = place.y + place.height / 2
    if bar.value is None:
        hole = Shape(rectangle(Box(place.x, place.y + 2, 26, place.height - 4), 2), PAPER, INK, dashed=True)
        return Piece((hole,), stack([bar.words], place.x + 34, middle, _SIZE, MUTED))
    length = max(1.0, place.width * abs(bar.value) / most)
    fill, share = _FILLS[number % len(_FILLS)]
    shape = Shape(rectangle(Box(place.x, place.y + 2, length, place.height - 4)), fill, INK, share=share)
    return Piece((shape,), stack([bar.words], place.x + length + 6, middle, _SIZE, INK))
