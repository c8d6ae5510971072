"""A heat map: rows against columns, each cell as dark as its value is high, and the value in it."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.diagrams.figure import number
from value_compass.generator.diagrams.lettering import Box, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, LINE, PAPER, SOFT
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, rectangle
from value_compass.generator.diagrams.widths import wrap

DARKEST = 0.34
"""How much ink the highest cell has: letters stay legible on it, light and dark."""


class HeatRow(Struct, frozen=True):
    """A row; a cell without a value is a hole, and a row without cells is a heading."""

    name: str
    address: str | None
    cells: tuple[float | str | None, ...]


class Heat(Struct, frozen=True):
    """What the figure shows."""

    title: str
    description: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    highest: tuple[float, ...]
    """The value of each column that is darkest."""


_SIZE, _HEAD, _PAD, _NAME = 11.5, 11.5, 8.0, 300.0


def lay_out_heat(heat: Heat, width: float = 760, height: float = 0) -> Drawing:
    """Place rows and columns.

    Args:
        heat: what is shown.
        width: how wide it is.
        height: how high it is at least, such as for a sheet on the wall.
    """
    each = (width - _NAME) / max(1, len(heat.columns))
    heads = [wrap(column, each - 2 * _PAD, _HEAD, bold=True) for column in heat.columns]
    top = max((height_of(lines, _HEAD) for lines in heads), default=0) + 2 * _PAD
    texts = [wrap(row.name, _NAME - 2 * _PAD, _SIZE, bold=not row.cells) for row in heat.rows]
    needed = [
        max(height_of(lines, _SIZE) for lines in (name, *_words(row, each))) + 10
        for name, row in zip(texts, heat.rows, strict=True)
    ]
    more = max(0.0, height - top - sum(needed)) / max(1, len(needed))
    corner = Shape(rectangle(Box(0, 0, _NAME, top)), SOFT, LINE)
    pieces = [Piece((corner,), hang([heat.corner], _PAD, _PAD, _HEAD, INK, bold=True))]
    for place, lines in enumerate(heads):
        box = Box(_NAME + place * each, 0, each, top)
        pieces.append(
            Piece(
                (Shape(rectangle(box), SOFT, LINE),), hang(lines, box.x + _PAD, _PAD, _HEAD, INK, bold=True)
            )
        )
    y = top
    for row, lines, high in zip(heat.rows, texts, needed, strict=True):
        box = Box(0, y, _NAME if row.cells else width, high + more)
        letters = stack(lines, _PAD, box.middle[1], _SIZE, INK, bold=not row.cells)
        frame = Shape(rectangle(box), PAPER if row.cells else SOFT, LINE)
        pieces.append(Piece((frame,), letters, row.name, row.address))
        for place, value in enumerate(row.cells):
            cell = Box(_NAME + place * each, y, each, high + more)
            pieces.append(_cell(cell, value, heat.highest[place]))
        y += high + more
    return Drawing(heat.title, heat.description, width, y, tuple(pieces))


def _words(row: HeatRow, width: float) -> list[tuple[str, ...]]:
    return [wrap(cell, width - 2 * _PAD, _SIZE) for cell in row.cells if isinstance(cell, str)]


def _cell(box: Box, value: float | str | None, highest: float) -> Piece:
    frame = Shape(rectangle(box), PAPER, LINE)
    if value is None:
        hole = Box(box.x + 3, box.y + 3, box.width - 6, box.height - 6)
        return Piece((frame, Shape(rectangle(hole, 3), None, LINE, dashed=True)))
    if isinstance(value, str):
        lines = wrap(value, box.width - 2 * _PAD, _SIZE)
        return Piece((frame,), stack(lines, box.x + _PAD, box.middle[1], _SIZE, INK))
    share = DARKEST * max(0.0, min(1.0, value / highest)) if highest else 0
    letters = stack([number(value)], *box.middle, _SIZE, INK, anchor="middle")
    return Piece((frame, Shape(rectangle(box), INK, share=share)), letters)
