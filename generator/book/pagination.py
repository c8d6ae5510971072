"""Units onto pages: each on the room that it takes, stepping down before it takes more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.book.blocks import Block
from generator.book.columns import GAP, PAGE, SCALES, Frame, Leaf, Setter, width_of
from generator.book.heights import LINE, Heights
from generator.book.unit import Room, Row, Sheet, Unit

_BETWEEN = 2.2
"""The lines between two units on one page."""


@dataclass(slots=True)
class Sheaf:
    """Pages in a row, and the units that stand on each."""

    leaves: list[Leaf] = field(default_factory=list)
    units: list[list[Unit]] = field(default_factory=list)

    def add(self, leaf: Leaf, *units: Unit) -> None:
        """Put a page at the end."""
        self.leaves.append(leaf)
        self.units.append(list(units))


def paginate(units: Sequence[Unit], heights: Heights, first: int, blank: Unit) -> Sheaf:
    """Give every unit its pages.

    Args:
        units: in their order.
        heights: how high their blocks are.
        first: the number of the first page, since spreads begin on even ones.
        blank: what stands on a page that stays free.
    """
    sheaf = Sheaf()
    for unit in units:
        if unit.room is Room.HALF and _under_the_last(sheaf, unit, heights):
            continue
        if unit.room is Room.SPREAD and (first + len(sheaf.leaves)) % 2:
            sheaf.add(_unit_leaves(blank, heights)[0], blank)
        for leaf in _unit_leaves(unit, heights):
            sheaf.add(leaf, unit)
    return sheaf


def _under_the_last(sheaf: Sheaf, unit: Unit, heights: Heights) -> bool:
    """Put a unit under the one before it, where both may share a page and there is room."""
    if not sheaf.leaves or any(before.room is not Room.HALF for before in sheaf.units[-1]):
        return False
    start = sheaf.leaves[-1].filled + _BETWEEN * LINE
    for scale in SCALES[:2]:
        found = _Sheeter(heights, scale).sheets(unit.sheets, start)
        if len(found) == 1:
            for frame in found[0].frames:
                sheaf.leaves[-1].frames.append(frame)
            sheaf.leaves[-1].filled = found[0].filled
            sheaf.leaves[-1].area += found[0].area
            sheaf.units[-1].append(unit)
            return True
    return False


def _unit_leaves(unit: Unit, heights: Heights) -> list[Leaf]:
    """The pages of a unit by itself; each of its sheets steps down until it fits on one."""
    leaves: list[Leaf] = []
    for sheet in unit.sheets:
        for scale in SCALES:
            found = _Sheeter(heights, scale).sheets((sheet,))
            if len(found) == 1:
                break
        else:
            found = _evenly(sheet, heights)
        leaves += found
    return leaves


def _evenly(sheet: Sheet, heights: Heights) -> list[Leaf]:
    """A sheet on as many pages as it takes, each about as full as the others."""
    best = _Sheeter(heights, 1.0).sheets((sheet,))
    for part in (0.9, 0.8, 0.7, 0.6, 0.5):
        found = _Sheeter(heights, 1.0, PAGE[1] * part).sheets((sheet,))
        if len(found) > len(best):
            break
        best = found
    return best


class _Sheeter:
    """Sets rows one under the other, and goes on on the next page."""

    def __init__(self, heights: Heights, scale: float, bottom: float = PAGE[1]) -> None:
        self._setter = Setter(heights, scale)
        self._bottom = bottom
        self._leaves: list[Leaf] = []
        self._y = 0.0

    def sheets(self, sheets: Iterable[Sheet], start: float = 0.0) -> list[Leaf]:
        self._leaves, self._y = [Leaf()], start
        for sheet in sheets:
            for number, row in enumerate(sheet.rows):
                if number:
                    self._y += row.above * LINE
                self._row(row)
        return self._leaves

    def _row(self, row: Row) -> None:
        if row.sides and self._beside(row.sides):
            return
        blocks = row.blocks or tuple(block for side in row.sides for block in side)
        columns = max(row.columns, 1)
        room = self._bottom - self._y
        width = width_of(columns)
        for number, found in enumerate(self._setter.pages(blocks, columns, max(room, 0), self._bottom)):
            if number:
                self._leaves.append(Leaf())
                self._y = 0.0
            self._columns(found, width)

    def _beside(self, sides: Sequence[Sequence[Block]]) -> bool:
        width = width_of(len(sides))
        if any(self._setter.height(side, width) > self._bottom - self._y + 0.01 for side in sides):
            return False
        self._columns(sides, width)
        return True

    def _columns(self, columns: Sequence[Sequence[Block]], width: float) -> None:
        leaf, top = self._leaves[-1], self._y
        for place, blocks in enumerate(columns):
            if blocks:
                height = self._setter.height(blocks, width)
                frame = Frame(place * (width + GAP), top, width, tuple(blocks), self._setter.scale)
                leaf.add(frame, height)
                self._y = max(self._y, top + height)
