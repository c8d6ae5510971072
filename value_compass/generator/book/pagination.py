"""Units onto pages: each on the room that it takes, stepping down before it takes more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

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

_ALMOST_EMPTY = 0.35
"""No page is filled less than this, except where that is planned."""

_UNEVEN = 4.0
"""What it costs that one page is empty and another full."""

_FOOT = 5
"""With fewer lines left, what begins with a heading begins on the next page."""

_BETWEEN = 2.2
"""The lines between two units on one page."""


class Sheaf(Struct):
    """Pages in a row, and the units that stand on each."""

    leaves: list[Leaf] = field(default_factory=list)
    units: list[list[Unit]] = field(default_factory=list)
    blanks: int = 0
    """How many pages stayed free."""

    def add(self, leaf: Leaf, *units: Unit) -> None:
        """Put a page at the end."""
        self.leaves.append(leaf)
        self.units.append(list(units))

    @property
    def almost_empty(self) -> int:
        """How many pages have little on them without a plan."""
        return sum(
            leaf.filled < PAGE[1] * _ALMOST_EMPTY and not any(unit.planned for unit in units)
            for leaf, units in zip(self.leaves, self.units, strict=True)
        )


Finished = dict[int, tuple[Leaf, ...]]
"""The pages of each unit, by its id, that need no height that is still to be found out."""


class _Care(Struct, frozen=True):
    """What units that run on are set with, at the cost of room."""

    whole_under: float
    """What fits on a page is divided only under one that is filled less than this part."""
    gentle: bool
    """Columns end where a reader minds it least."""


_CARES = tuple(_Care(part, gentle) for part in (0.0, _ALMOST_EMPTY, 1.0) for gentle in (True, False))


def foresee(units: Iterable[Unit], heights: Heights) -> None:
    """Ask for the heights that units need first, so that they can be measured before anything has a place."""
    for unit in units:
        for row in (row for sheet in unit.sheets for row in sheet.rows):
            columns = len(row.sides) or row.least or max(row.columns, 1)
            for block in (*row.blocks, *(block for side in row.sides for block in side)):
                heights.of(block, width_of(columns), unit.scale)


def paginate(
    units: Sequence[Unit], heights: Heights, first: int, blanks: Sequence[Unit], finished: Finished
) -> Sheaf:
    """Give every unit its pages, with as much care as takes no page more and leaves none almost empty.

    Args:
        units: in their order.
        heights: how high their blocks are.
        first: the number of the first page, since spreads begin on even ones.
        blanks: what stands on pages that stay free, one after the other; the last one on all that follow.
        finished: what was found out before; what is found out now is added.
    """

    def with_care(care: _Care) -> Sheaf:
        return _paginated(units, heights, first, blanks, finished, care)

    best = with_care(_CARES[0])
    if any(unit.room is Room.RUN for unit in units):
        close = with_care(_CARES[-1])
        if best.almost_empty or len(close.leaves) < len(best.leaves):
            tried = (best, *map(with_care, _CARES[1:-1]), close)
            best = min(tried, key=lambda sheaf: (len(sheaf.leaves), sheaf.almost_empty))
    return best


def _paginated(
    units: Sequence[Unit],
    heights: Heights,
    first: int,
    blanks: Sequence[Unit],
    finished: Finished,
    care: _Care,
) -> Sheaf:
    sheaf = Sheaf()
    for unit in units:
        if unit.room in _SHARING and _under_the_last(sheaf, unit, heights, care):
            continue
        running = unit.room is Room.RUN
        leaves = _run_leaves(unit, heights, care) if running else _unit_leaves(unit, heights, finished)
        facing = None if _put_foot(leaves, unit, heights) else unit.facing
        opens = unit.room is Room.SPREAD or (unit.whole and len(leaves) == 2)
        if opens and (first + len(sheaf.leaves)) % 2:
            blank = facing or blanks[min(sheaf.blanks, len(blanks) - 1)]
            sheaf.blanks += not facing
            sheaf.add(_unit_leaves(blank, heights, finished)[0], blank)
        for leaf in leaves:
            sheaf.add(leaf, unit)
    return sheaf


def _under_the_last(sheaf: Sheaf, unit: Unit, heights: Heights, care: _Care) -> bool:
    """Put a unit under the one before it, where both may share a page and there is room."""
    if not sheaf.leaves or any(before.room not in _SHARING for before in sheaf.units[-1]):
        return False
    start = sheaf.leaves[-1].filled + _BETWEEN * LINE
    if unit.room is Room.RUN and start < PAGE[1] * _ENOUGH:
        found = _run_leaves(unit, heights, care, start)
        full = sheaf.leaves[-1].filled >= PAGE[1] * care.whole_under
        if full and len(found) == 2 and len(_run_leaves(unit, heights, care)) == 1:
            return False  # It is whole on the page that it takes anyhow.
        _add_below(sheaf, found, unit)
        return True
    # A third on a page does not get smaller to stand there.
    for scale in _scales(unit)[: 1 if len(sheaf.units[-1]) > 1 else None]:
        before = heights.guesses
        found = _on_one(unit.sheets, heights, scale, start)
        if len(found) == 1:
            _add_below(sheaf, found, unit)
            return True
        if heights.guesses > before or _far_over(found):
            return False
    return False


def _put_foot(leaves: Sequence[Leaf], unit: Unit, heights: Heights) -> bool:
    """Put what stands at the foot of a unit's first page there, where nothing goes on and there is room."""
    if unit.foot is None or len(leaves) > len(unit.sheets):
        return False
    start = leaves[0].filled + unit.foot.above * LINE
    found = _Sheeter(heights, 1.0).sheets([Sheet((unit.foot,))], start)
    if len(found) > 1:
        return False
    leaves[0].add_all(found[0])
    return True


def _add_below(sheaf: Sheaf, found: Sequence[Leaf], unit: Unit) -> None:
    """Add pages, the first of which goes on on the last one that is there."""
    sheaf.leaves[-1].add_all(found[0])
    if found[0].frames:
        sheaf.units[-1].append(unit)
    for leaf in found[1:]:
        sheaf.add(leaf, unit)


def _unit_leaves(unit: Unit, heights: Heights, finished: Finished) -> list[Leaf]:
    """The pages of a unit by itself, which others may be put on."""
    known = finished.get(id(unit))
    if known is None:
        before = heights.guesses
        parts = [_sheet_leaves(sheet, unit, heights) for sheet in unit.sheets]
        if unit.room is Room.SPREAD and not unit.planned and [len(part) for part in parts] == [1, 2]:
            # What takes two pages lies on one opening, too.
            parts[0] = _evenly(unit.sheets[0], heights, least=2)
        known = tuple(leaf for part in parts for leaf in part)
        if heights.guesses == before:
            finished[id(unit)] = known
    return [replace(leaf, frames=list(leaf.frames)) for leaf in known]


def _sheet_leaves(sheet: Sheet, unit: Unit, heights: Heights) -> list[Leaf]:
    """The pages of a sheet, which steps down until it fits on one."""
    for scale in _scales(unit):
        before = heights.guesses
        found = _on_one((sheet,), heights, scale)
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


def _on_one(sheets: Sequence[Sheet], heights: Heights, scale: float, start: float = 0.0) -> list[Leaf]:
    """Sheets on one page, with columns that end well where there is room for it; else on more."""
    found = _Sheeter(heights, scale, gentle=True).sheets(sheets, start)
    return found if len(found) == 1 else _Sheeter(heights, scale).sheets(sheets, start)


def _run_leaves(unit: Unit, heights: Heights, care: _Care, start: float = 0.0) -> list[Leaf]:
    """The pages of a unit that runs on; columns end well where that takes no page more."""
    if care.gentle:
        gentle = _filled(unit, heights, start, gentle=True)
        if len(gentle) == 1:
            return gentle
    close = _filled(unit, heights, start)
    return gentle if care.gentle and len(gentle) <= len(close) else close


def _filled(unit: Unit, heights: Heights, start: float, *, gentle: bool = False) -> list[Leaf]:
    """What goes on over pages; its last one is not left almost empty."""
    best = _Sheeter(heights, unit.scale, gentle=gentle).sheets(unit.sheets, start)
    for part in (0.95, 0.9, 0.85, 0.8):
        if len(best) == 1 or best[-1].filled >= PAGE[1] * _FULL_ENOUGH:
            break
        found = _Sheeter(heights, unit.scale, PAGE[1] * part, gentle=gentle).sheets(unit.sheets, start)
        if len(found) > len(best):
            break
        best = found
    return best


def _evenly(sheet: Sheet, heights: Heights, least: int = 0) -> list[Leaf]:
    """A sheet on as many pages as it takes, each about as full as the others, ended where it hurts least."""
    tried: list[tuple[int, float, list[Leaf]]] = []
    for gentle in (True, False):
        for part in (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5):
            setter = _Sheeter(heights, 1.0, PAGE[1] * part, gentle=gentle)
            found = setter.sheets((sheet,))
            if tried and len(found) > max(least, tried[0][0]):
                break
            filled = [leaf.filled / PAGE[1] for leaf in found]
            tried.append((len(found), setter.cost + _UNEVEN * (max(filled) - min(filled)), found))
    fewest = min((pages for pages, _, _ in tried if pages >= least), default=tried[0][0])
    return min((one for one in tried if one[0] == fewest), key=lambda one: one[1])[2]


class _Sheeter:
    """A setter of rows one under the other, which goes on on the next page."""

    def __init__(
        self, heights: Heights, scale: float, bottom: float = PAGE[1], *, gentle: bool = False
    ) -> None:
        self._setter = Setter(heights, scale, gentle=gentle)
        self._bottom = bottom
        self._leaves: list[Leaf] = []
        self._y = 0.0

    @property
    def cost(self) -> float:
        """What the ends of its pages cost."""
        return self._setter.cost

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
        room = self._bottom - self._y
        columns = self._columns_of(row, blocks, room)
        if blocks and blocks[0].keep and room < _FOOT * LINE:
            room = 0.0
        width = width_of(columns)
        for number, found in enumerate(self._setter.pages(blocks, columns, max(room, 0), self._bottom)):
            if number:
                self._leaves.append(Leaf())
                self._y = 0.0
            self._columns(found, width)

    def _columns_of(self, row: Row, blocks: Sequence[Block], room: float) -> int:
        """How many columns a row has: the fewest that it may have and that there is room for."""
        for columns in range(row.least or row.columns, row.columns):
            if self._setter.flow(blocks, columns, room) is not None:
                return columns
        return max(row.columns, 1)

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
