"""What every canvas for the wall has around it: its name, what to do with it, and for whom it is."""

from __future__ import annotations

from msgspec.structs import replace

from value_compass.generator.diagrams.lettering import hang
from value_compass.generator.diagrams.palette import INK, LINE, MUTED
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, line
from value_compass.generator.diagrams.widths import wrap

WIDE, HIGH = 1000.0, 590.0
"""The room of a canvas: under its head it fills a sheet that lies, and letters of 10 print as 8 pt on A4."""

HEAD, FOOT = 70.0, 26.0
"""How high the head and the foot are: with them the sheet has the shape of its paper."""

_TITLE, _SIZE, _SMALL = 21.0, 11.0, 9.5
_BLANK, _GAP = 150.0, 16.0


def on_wall(drawing: Drawing, title: str, hint: str, blanks: tuple[str, ...], foot: str) -> Drawing:
    """Put the head and the foot of a sheet around a canvas.

    Args:
        drawing: the canvas, as wide and high as its room.
        title: what it is called.
        hint: what one does with it, in a sentence.
        blanks: what is written in by hand at its head, such as for whom it is.
        foot: what it belongs to.
    """
    room = WIDE - len(blanks) * (_BLANK + _GAP) - _GAP
    words = (
        *hang([title], 0, -HEAD, _TITLE, INK, bold=True),
        *hang(wrap(hint, room, _SIZE, most=2), 0, _TITLE + 8 - HEAD, _SIZE, MUTED),
        *hang([foot], 0, HIGH + FOOT - _SMALL - 3, _SMALL, MUTED),
    )
    starts = [WIDE - (len(blanks) - place) * (_BLANK + _GAP) + _GAP for place in range(len(blanks))]
    lines = tuple(
        Piece(
            (Shape(line([(x, 34 - HEAD), (x + _BLANK, 34 - HEAD)]), None, LINE),),
            hang([blank], x, 38 - HEAD, _SMALL, MUTED),
        )
        for x, blank in zip(starts, blanks, strict=True)
    )
    return replace(
        drawing,
        title=title,
        description=hint,
        height=HIGH + HEAD + FOOT,
        pieces=(Piece((), words), *lines, *drawing.pieces),
        top=-HEAD,
    )
