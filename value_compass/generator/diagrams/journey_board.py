"""The board of a process: its stages against the sides from which one looks, and the metrics in the cells."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT, Tone
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, disc, rectangle
from value_compass.generator.diagrams.pieces import line as path_through
from value_compass.generator.diagrams.widths import wrap
from value_compass.language.words import N_, translated


class Sort(StrEnum):
    """What a metric says: its shape."""

    INDICATOR = "indicator"
    SUCCESS = "success"
    UNSAID = "unsaid"


class Use(StrEnum):
    """Whether a metric is in use: how its shape is filled."""

    IN_USE = "in-use"
    PROPOSED = "proposed"
    UNSAID = "unsaid"


class BoardMetric(Struct, frozen=True):
    """A metric in a cell."""

    name: str
    address: str | None
    sort: Sort = Sort.UNSAID
    use: Use = Use.UNSAID


class BoardColumn(Struct, frozen=True):
    """A stage, who holds it, and its cells, one for each side."""

    name: str
    address: str | None
    cells: tuple[tuple[BoardMetric, ...], ...]
    owner: str | None = None


@translated("owners", "nobody")
class Board(Struct, frozen=True):
    """What the figure shows."""

    title: str
    description: str
    sides: tuple[str, ...]
    columns: tuple[BoardColumn, ...]
    owners: str = N_("Who holds it")
    """What stands before the owners."""
    nobody: str = N_("no owner is named")
    """What stands in a column without an owner."""
    holes: bool = True
    """Whether an empty cell is a hole, and not one to be filled in."""

    @property
    def blank(self) -> Board:
        """The same board with nothing in it, to be filled in by hand."""
        empty = tuple(() for _ in self.sides)
        columns = tuple(BoardColumn(column.name, None, empty, "") for column in self.columns)
        return Board(self.title, self.description, self.sides, columns, self.owners, "", holes=False)


_SIZE, _HEAD, _PAD, _SIGN, _SIDE = 10.5, 11.5, 6.0, 3.6, 92.0


def lay_out_board(board: Board, width: float = 900, height: float = 0) -> Drawing:
    """Place columns, sides and metrics.

    Args:
        board: what is shown.
        width: how wide the board is.
        height: how high it is at least, such as for a sheet on the wall.
    """
    each = (width - _SIDE) / max(1, len(board.columns))
    room = each - 2 * _PAD
    names = [wrap(column.name, room, _HEAD, bold=True) for column in board.columns]
    top = max((height_of(lines, _HEAD) for lines in names), default=0) + 2 * _PAD
    owners = [wrap(column.owner or board.nobody, room, _SIZE) for column in board.columns]
    foot = max([height_of(lines, _SIZE) + 2 * _PAD for lines in owners] + [_head_height(board.owners)])
    rows = [
        max([_cell_height(column.cells[row], room) for column in board.columns] + [_head_height(side)])
        for row, side in enumerate(board.sides)
    ]
    missing = max(0.0, height - top - foot - sum(rows))
    rows = [row + missing / max(1, len(rows)) for row in rows]
    pieces: list[Piece] = []
    for place, (column, lines) in enumerate(zip(board.columns, names, strict=True)):
        box = Box(_SIDE + place * each, 0, each, top)
        letters = hang(lines, box.x + _PAD, _PAD, _HEAD, INK, bold=True)
        pieces.append(Piece((Shape(rectangle(box), SOFT, LINE),), letters, column.name, column.address))
    y = top
    for row, (side, high) in enumerate(zip(board.sides, rows, strict=True)):
        pieces.append(_head(side, y, high))
        for place, column in enumerate(board.columns):
            box = Box(_SIDE + place * each, y, each, high)
            pieces.extend(_cell(column.cells[row], box, hole=board.holes))
        y += high
    pieces.append(_head(board.owners, y, foot))
    for place, (column, lines) in enumerate(zip(board.columns, owners, strict=True)):
        box = Box(_SIDE + place * each, y, each, foot)
        frame = Shape(rectangle(box), PAPER, LINE)
        inner = Box(box.x + 3, box.y + 3, box.width - 6, box.height - 6)
        hole = (Shape(rectangle(inner, 3), None, INK, dashed=True),) if column.owner is None else ()
        tone = MUTED if column.owner is None else INK
        pieces.append(Piece((frame, *hole), hang(lines, box.x + _PAD, y + _PAD, _SIZE, tone)))
    return Drawing(board.title, board.description, width, y + foot, tuple(pieces))


def sign(sort: Sort, use: Use, x: float, y: float, radius: float = _SIGN) -> Shape:
    """The sign of a metric: its shape says the sort, its filling whether it is in use."""
    fill: Tone = {Use.IN_USE: INK, Use.PROPOSED: PAPER, Use.UNSAID: LINE}[use]
    r = radius * 1.15
    data = {
        Sort.INDICATOR: path_through([(x - r, y + r), (x + r, y + r), (x, y - r)]) + "z",
        Sort.SUCCESS: rectangle(Box(x - radius, y - radius, 2 * radius, 2 * radius)),
        Sort.UNSAID: disc(x, y, radius),
    }[sort]
    return Shape(data, fill, INK)


def _head_lines(words: str) -> tuple[str, ...]:
    return wrap(words, _SIDE - 2 * _PAD, _HEAD, bold=True)


def _head_height(words: str) -> float:
    return height_of(_head_lines(words), _HEAD) + 2 * _PAD


def _head(words: str, y: float, high: float) -> Piece:
    letters = hang(_head_lines(words), _PAD, y + _PAD, _HEAD, INK, bold=True)
    return Piece((Shape(rectangle(Box(0, y, _SIDE, high)), SOFT, LINE),), letters)


def _lines(metric: BoardMetric, room: float) -> tuple[str, ...]:
    return wrap(metric.name, room - 2 * _SIGN - 6, _SIZE)


def _cell_height(metrics: tuple[BoardMetric, ...], room: float) -> float:
    return sum(height_of(_lines(metric, room), _SIZE) + 7 for metric in metrics) + 2 * _PAD or 34


def _cell(metrics: tuple[BoardMetric, ...], box: Box, *, hole: bool) -> Iterator[Piece]:
    inner = Box(box.x + 3, box.y + 3, box.width - 6, box.height - 6)
    dashes = (Shape(rectangle(inner, 3), None, LINE, dashed=True),) if hole and not metrics else ()
    yield Piece((Shape(rectangle(box), PAPER, LINE), *dashes))
    y = box.y + _PAD
    for metric in metrics:
        lines = _lines(metric, box.width - 2 * _PAD)
        shape = sign(metric.sort, metric.use, box.x + _PAD + _SIGN, y + _SIZE / 2)
        letters = hang(lines, box.x + _PAD + 2 * _SIGN + 6, y, _SIZE, INK)
        yield Piece((shape,), letters, metric.name, metric.address, "vc-metric")
        y += height_of(lines, _SIZE) + 7
