"""A quadrant: two rows against two columns, and what stands in each field."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, rectangle
from value_compass.generator.diagrams.widths import wrap
from value_compass.language.words import _


class QuadrantItem(Struct, frozen=True):
    """Something in a field; one with words in large letters is a number."""

    text: str
    address: str | None = None
    large: bool = False


class Quadrant(Struct, frozen=True):
    """What the figure shows: the fields by row, then by column."""

    title: str
    description: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    fields: tuple[tuple[tuple[QuadrantItem, ...], ...], ...]
    empty: str | None = None
    """What stands in a field with nothing in it, unless "none" does."""


_SIZE, _LARGE, _PAD, _SIDE = 12.0, 20.0, 12.0, 130.0


def lay_out_quadrant(quadrant: Quadrant, width: float = 640) -> Drawing:
    """Place the fields with their headings."""
    each = (width - _SIDE) / max(1, len(quadrant.columns))
    heads = [wrap(name, each - 2 * _PAD, _SIZE, bold=True) for name in quadrant.columns]
    top = max((height_of(lines, _SIZE) for lines in heads), default=0) + 2 * _PAD
    pieces: list[Piece] = [
        Piece((), hang(lines, _SIDE + place * each + _PAD, _PAD, _SIZE, INK, bold=True))
        for place, lines in enumerate(heads)
    ]
    y = top
    for name, fields in zip(quadrant.rows, quadrant.fields, strict=True):
        side = wrap(name, _SIDE - 2 * _PAD, _SIZE, bold=True)
        high = max([_height(field, each) for field in fields] + [height_of(side, _SIZE) + 2 * _PAD, 84])
        pieces.append(Piece((), stack(side, 0, y + high / 2, _SIZE, INK, bold=True)))
        for place, field in enumerate(fields):
            pieces.extend(
                _field(field, Box(_SIDE + place * each, y, each, high), quadrant.empty or _("none"))
            )
        y += high
    return Drawing(quadrant.title, quadrant.description, width, y, tuple(pieces))


def _size(item: QuadrantItem) -> float:
    return _LARGE if item.large else _SIZE


def _lines(item: QuadrantItem, width: float) -> tuple[str, ...]:
    return wrap(item.text, width - 2 * _PAD, _size(item), bold=item.large)


def _height(field: tuple[QuadrantItem, ...], width: float) -> float:
    return sum(height_of(_lines(item, width), _size(item)) + 8 for item in field) + 2 * _PAD


def _field(field: tuple[QuadrantItem, ...], box: Box, empty: str) -> list[Piece]:
    frame = Shape(rectangle(box), SOFT if field else PAPER, LINE if field else INK, dashed=not field)
    words = () if field else hang([empty], box.x + _PAD, box.y + _PAD, _SIZE, MUTED)
    pieces = [Piece((frame,), words)]
    y = box.y + _PAD
    for item in field:
        lines = _lines(item, box.width)
        high = height_of(lines, _size(item))
        surface = Shape(rectangle(Box(box.x + _PAD, y - 2, box.width - 2 * _PAD, high + 4)), SOFT, share=0)
        letters = hang(lines, box.x + _PAD, y, _size(item), INK, bold=item.large)
        pieces.append(Piece((surface,), letters, item.text, item.address))
        y += high + 8
    return pieces
