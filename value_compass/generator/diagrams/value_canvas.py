"""The canvas of a proposition: what we offer on the left, what customers need on the right, and the fit."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, line, rectangle
from value_compass.generator.diagrams.widths import wrap


class Strength(StrEnum):
    """How well an answer meets a need: how its line is drawn."""

    STRONG = "strong"
    PARTLY = "partly"
    WEAK = "weak"
    UNSAID = "unsaid"


class CanvasItem(Struct, frozen=True):
    """Something on the canvas."""

    key: str
    text: str
    note: str = ""
    """Its sort and weight."""
    hole: str | None = None
    """What is missing about it, where something is."""


class CanvasField(Struct, frozen=True):
    """A field of the canvas."""

    name: str
    items: tuple[CanvasItem, ...]
    hole: str | None = None
    """Why it is empty, where it is."""
    prompt: str = ""
    """What to write there, where it is to be filled in by hand."""


class CanvasFit(Struct, frozen=True):
    """A line from an answer to the need that it meets."""

    answer: str
    need: str
    strength: Strength = Strength.UNSAID


class ValueCanvas(Struct, frozen=True):
    """What the figure shows."""

    title: str
    description: str
    left: str
    """What stands over the fields of ours."""
    right: str
    """What stands over the customer's fields."""
    ours: tuple[CanvasField, ...]
    theirs: tuple[CanvasField, ...]
    fits: tuple[CanvasFit, ...] = ()


_SIZE, _HEAD, _PAD, _GAP = 11.5, 13.0, 10.0, 10.0
_MOST = 5
"""So many lines of a text are drawn; the list beside the figure has all of it."""
_LINES = {
    Strength.STRONG: (3.2, False),
    Strength.PARTLY: (1.8, False),
    Strength.WEAK: (1.4, True),
    Strength.UNSAID: (1.2, False),
}


def lay_out_canvas(canvas: ValueCanvas, width: float = 760, height: float = 0) -> Drawing:
    """Place the fields of both sides and draw the lines of fit between them.

    Args:
        canvas: what is shown.
        width: how wide it is.
        height: how high it is at least, such as for a sheet on the wall.
    """
    side = width * 0.42
    left = _column(canvas.left, canvas.ours, 0, side, height, "start")
    right = _column(canvas.right, canvas.theirs, width - side, side, height, "end")
    bottom = max(end for _, _, end in (left, right))
    ends = {**left[1], **right[1]}
    fits = tuple(
        Piece(
            (_across(ends[fit.answer], ends[fit.need], fit.strength),),
            kind="vc-fit",
        )
        for fit in canvas.fits
        if fit.answer in ends and fit.need in ends
    )
    return Drawing(canvas.title, canvas.description, width, bottom, (*left[0], *right[0], *fits))


def _across(answer: Box, need: Box, strength: Strength) -> Shape:
    ends = line([(answer.right, answer.middle[1]), (need.x, need.middle[1])])
    return Shape(ends, None, INK, *_LINES[strength])


def _column(
    title: str, fields: Sequence[CanvasField], x: float, width: float, height: float, corner: str
) -> tuple[list[Piece], dict[str, Box], float]:
    """The pieces of one side, where its items lie, and where it ends."""
    room = width - 4 * _PAD
    pieces = [Piece((), hang([title], x, 0, _HEAD + 1, MUTED, bold=True))]
    places: dict[str, Box] = {}
    y = _HEAD + 14
    least = (height - y - _GAP * (len(fields) - 1)) / max(1, len(fields))
    for field in fields:
        texts = [_texts(item, room) for item in field.items]
        needed = sum(_height(lines) + 8 for lines in texts)
        hole = wrap(field.hole, room, _SIZE) if field.hole else ()
        note = hole or wrap(field.prompt, room, _SIZE)
        high = max(least, _HEAD + 3 * _PAD + needed + height_of(note, _SIZE), 64)
        box = Box(x, y, width, high)
        radius = 4 if corner == "start" else 18
        ground = PAPER if field.prompt else SOFT
        frame = Shape(rectangle(box, radius), ground, INK if hole else LINE, dashed=bool(hole))
        head = hang([field.name], x + 2 * _PAD, y + _PAD, _HEAD, INK, bold=True)
        pieces.append(Piece((frame,), (*head, *hang(note, x + 2 * _PAD, y + _HEAD + 2 * _PAD, _SIZE, MUTED))))
        top = y + _HEAD + 2 * _PAD
        for item, lines in zip(field.items, texts, strict=True):
            place = Box(x + _PAD, top, width - 2 * _PAD, _height(lines) + 2)
            places[item.key] = place
            pieces.append(_item(item, lines, place))
            top += place.height + 6
        y += high + _GAP
    return pieces, places, y - _GAP


def _texts(item: CanvasItem, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    small = "; ".join(filter(None, (item.note, item.hole)))
    return wrap(item.text, room, _SIZE, most=_MOST), wrap(small, room, _SIZE - 1, most=2)


def _height(lines: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
    text, note = lines
    return height_of(text, _SIZE) + (height_of(note, _SIZE - 1) + 3 if note else 0) + 10


def _item(item: CanvasItem, lines: tuple[tuple[str, ...], tuple[str, ...]], place: Box) -> Piece:
    text, note = lines
    letters = hang(text, place.x + _PAD, place.y + 6, _SIZE, INK)
    below = place.y + 9 + height_of(text, _SIZE)
    small = hang(note, place.x + _PAD, below, _SIZE - 1, MUTED)
    frame = Shape(rectangle(place, 4), PAPER, INK if item.hole else LINE, 1.2, dashed=item.hole is not None)
    return Piece((frame,), (*letters, *small))
