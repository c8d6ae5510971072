"""Units onto pages: each on the room that it takes, stepping down before it takes more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from value_compass.generator.book.blocks import Block
from value_compass.generator.book.columns import GAP, PAGE, SCALES, Frame, Leaf, Setter, width_of
from value_compass.generator.book.heights import LINE, Heights
from value_compass.generator.book.unit import Room, Row, Sheet, Unit

_SHARING = frozenset({Room.HALF, Room.RUN})
"""Units that may stand on a page with others."""

_ENOUGH = 0.62
"""What runs on begins under another unit when no more of the page than this is used."""

_LITTLE_OVER = 0.22
"""What is over by more than this part of a page is not made smaller for it."""

_FULL_ENOUGH = 0.38
"""A last page that is filled less takes from those before it."""

_FOOT = 5
"""With fewer lines left, what begins with a heading begins on the next page."""

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


Finished = dict[int, tuple[Leaf, ...]]
"""The pages of each unit, by its id, that need no height that is still to be found out."""


def paginate(
    units: Sequence[Unit], heights: Heights, first: int, blanks: Iterator[Unit], finished: Finished
) -> Sheaf:
    """Give every unit its pages.

    Args:
        units: in their order.
        heights: how high their blocks are.
        first: the number of the first page, since spreads begin on even ones.
        blanks: what stands on pages that stay free, one after the other.
        finished: what was found out before; what is found out now is added.
    """
    sheaf = Sheaf()
    for unit in units:
        if unit.room in _SHARING and _under_the_last(sheaf, unit, heights):
            continue
        if unit.room is Room.SPREAD and (first + len(sheaf.leaves)) % 2:
            blank = unit.facing or next(blanks)
            sheaf.add(_unit_leaves(blank, heights, finished)[0], blank)
        for leaf in _unit_leaves(unit, heights, finished):
            sheaf.add(leaf, unit)
    return sheaf


def _under_the_last(sheaf: Sheaf, unit: Unit, heights: Heights) -> bool:
    """Put a unit under the one before it, where both may share a page and there is room."""
    if not sheaf.leaves or any(before.room not in _SHARING for before in sheaf.units[-1]):
        return False
    start = sheaf.leaves[-1].filled + _BETWEEN * LINE
    runs_on = unit.room is Room.RUN and start < PAGE[1] * _ENOUGH
    if runs_on:
        _add_below(sheaf, _running_on(unit.sheets, heights, unit.scale, start), unit)
        return True
    for scale in _scales(unit):
        before = heights.guesses
        found = _Sheeter(heights, scale).sheets(unit.sheets, start)
        if len(found) == 1:
            _add_below(sheaf, found, unit)
            return True
        if heights.guesses > before or _far_over(found):
            return False
    return False


def _add_below(sheaf: Sheaf, found: Sequence[Leaf], unit: Unit) -> None:
    """Add pages, the first of which goes on on the last one that is there."""
    last = sheaf.leaves[-1]
    last.frames += found[0].frames
    last.filled = max(last.filled, found[0].filled)
    last.area += found[0].area
    if found[0].frames:
        sheaf.units[-1].append(unit)
    for leaf in found[1:]:
        sheaf.add(leaf, unit)


def _unit_leaves(unit: Unit, heights: Heights, finished: Finished) -> list[Leaf]:
    """The pages of a unit by itself, which others may be put on."""
    known = finished.get(id(unit))
    if known is None:
        before = heights.guesses
        known = tuple(leaf for sheet in unit.sheets for leaf in _sheet_leaves(sheet, unit, heights))
        if heights.guesses == before:
            finished[id(unit)] = known
    return [replace(leaf, frames=list(leaf.frames)) for leaf in known]


def _sheet_leaves(sheet: Sheet, unit: Unit, heights: Heights) -> list[Leaf]:
    """The pages of a sheet, which steps down until it fits on one."""
    if unit.room is Room.RUN:
        return _running_on((sheet,), heights, unit.scale, 0.0)
    for scale in _scales(unit):
        before = heights.guesses
        found = _Sheeter(heights, scale).sheets((sheet,))
        if len(found) == 1 or heights.guesses > before:
            return found
        if _far_over(found):
            break
    return _evenly(sheet, heights)


def _scales(unit: Unit) -> list[float]:
    return [scale for scale in SCALES if scale <= unit.scale]


def _far_over(leaves: Sequence[Leaf]) -> bool:
    """Whether no smaller type would get it all on one page."""
    return len(leaves) > 2 or leaves[-1].filled > PAGE[1] * _LITTLE_OVER


def _running_on(sheets: Sequence[Sheet], heights: Heights, scale: float, start: float) -> list[Leaf]:
    """What goes on over pages; its last one is not left almost empty."""
    best = _Sheeter(heights, scale).sheets(sheets, start)
    for part in (0.95, 0.9, 0.85, 0.8):
        if len(best) == 1 or best[-1].filled >= PAGE[1] * _FULL_ENOUGH:
            break
        found = _Sheeter(heights, scale, PAGE[1] * part).sheets(sheets, start)
        if len(found) > len(best):
            break
        best = found
    return best


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
    """A setter of rows one under the other, which goes on on the next page."""

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
        if blocks and blocks[0].keep and room < _FOOT * LINE:
            room = 0.0
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
