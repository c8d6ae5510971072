"""A sheet of fields to write in, each with its name and what belongs in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, line, rectangle
from value_compass.generator.diagrams.widths import wrap


class Field(Struct, frozen=True):
    """A field of the sheet."""

    name: str
    """What stands at its top; nothing in a field that continues a row or a column."""
    prompt: str
    """What to write into it; nothing where its name says it."""
    at: tuple[int, int, int, int]
    """Its column and row in the grid, from 0, and how many columns and rows it covers."""
    lines: int = 0
    """So many lines to write on; without any it is free for notes that are stuck on."""
    heading: bool = False
    """Whether it only names the fields beside or below it."""


_NAME, _SIZE, _PAD = 12.5, 10.0, 9.0


def lay_out_fields(
    title: str,
    description: str,
    fields: Sequence[Field],
    grid: tuple[int, int],
    width: float = 1000,
    height: float = 600,
) -> Drawing:
    """Place fields in a grid that fills its room.

    Args:
        title: what the sheet is called.
        description: what it is for, in a sentence.
        fields: what is written in.
        grid: how many columns and rows the room is divided into.
        width: how wide it is.
        height: how high it is.
    """
    across, down = width / grid[0], height / grid[1]
    pieces: list[Piece] = []
    for field in fields:
        column, row, columns, rows = field.at
        pieces += _field(field, Box(column * across, row * down, columns * across, rows * down))
    return Drawing(title, description, width, height, tuple(pieces))


def _field(field: Field, box: Box) -> Iterator[Piece]:
    room = box.width - 2 * _PAD
    name = wrap(field.name, room, _NAME, bold=True) if field.name else ()
    prompt = wrap(field.prompt, room, _SIZE) if field.prompt else ()
    top = box.y + _PAD
    below = top + height_of(name, _NAME) + (6 if name else 0)
    frame = Shape(rectangle(box), SOFT if field.heading else PAPER, LINE)
    yield Piece(
        (frame, *_lines(field, box, below + height_of(prompt, _SIZE))),
        (
            *hang(name, box.x + _PAD, top, _NAME, INK, bold=True),
            *hang(prompt, box.x + _PAD, below, _SIZE, MUTED),
        ),
    )


def _lines(field: Field, box: Box, top: float) -> Iterator[Shape]:
    """The lines to write on, from below the words to the foot."""
    each = (box.bottom - _PAD - top) / max(1, field.lines)
    for place in range(1, field.lines + 1):
        y = top + each * place
        yield Shape(line([(box.x + _PAD, y), (box.right - _PAD, y)]), None, LINE, 0.6)
