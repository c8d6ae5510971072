"""Blocks into columns and columns onto pages, from nothing but their heights."""

from __future__ import annotations

import operator
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from msgspec import Struct, field

from value_compass.generator.book.blocks import Block
from value_compass.generator.book.breaks import costs
from value_compass.generator.book.heights import LINE, Heights

PAGE = (170 / 25.4 * 72, 263 / 25.4 * 72)
"""The width and height of the room that a page has for its text, in points."""

GAP = 6 / 25.4 * 72
"""Between two columns."""

SCALES = (1.0, 0.97, 0.94)
"""By these a unit steps down before it takes the next page."""


_GIVEN_UP, _A_LINE = 9.0, 0.3
"""So many lines a column gives up at most for a better end, and what each of them costs."""

_EMPTY = 2.0
"""What a column without anything in it costs."""

_OF_IT = 0.4
"""No column gives up more than this part of what it holds."""


def width_of(columns: int) -> float:
    """How wide each of so many columns is."""
    return round((PAGE[0] - GAP * (columns - 1)) / columns, 2)


class Frame(Struct, frozen=True):
    """Blocks one under the other at a place of a page."""

    x: float
    y: float
    width: float
    blocks: tuple[Block, ...]
    scale: float = 1.0


class Leaf(Struct):
    """A page in the making: what stands on it, and how far down it is filled."""

    frames: list[Frame] = field(default_factory=list)
    filled: float = 0.0
    area: float = 0.0
    """How much of the page's room has something on it, in square points."""

    def add(self, frame: Frame, height: float) -> None:
        """Put a frame on the page."""
        self.frames.append(frame)
        self.filled = max(self.filled, frame.y + height)
        self.area += frame.width * height

    def add_all(self, other: Leaf) -> None:
        """Put on it what stands on another page below what is here."""
        self.frames += other.frames
        self.filled = max(self.filled, other.filled)
        self.area += other.area


class _Stack:
    """Blocks one under the other at one width and scale, of which any stretch has a known height."""

    def __init__(self, blocks: Sequence[Block], heights: Heights, width: float, scale: float) -> None:
        self._blocks = blocks
        self._line = LINE * scale
        self._above = [block.above * LINE * scale for block in blocks]
        self.own = [heights.of(block, width, scale) for block in blocks]
        self._down = [0.0, *accumulate(map(operator.add, self._above, self.own))]

    @cached_property
    def _costs(self) -> list[float]:
        return costs(self._blocks)

    @property
    def height(self) -> float:
        """How high all of them are; the first one has no room above it."""
        return self._down[-1] - self._above[0] if self._blocks else 0.0

    def fill(self, start: int, room: float, *, gentle: bool) -> int:
        """Where a column that begins with a block ends: at what it has no room for, never at a heading."""
        most = self._down[start] + self._above[start] + room + 0.01
        end = bisect_right(self._down, most, start + 1) - 1
        if end < len(self._blocks):
            while end > start and self._blocks[end - 1].keep:
                end -= 1
            if gentle and end > start:
                end = self._better_end(start, end)
        return end

    def _better_end(self, start: int, end: int) -> int:
        """An end a little higher up, where a list or a name with what it names stays whole."""
        most = min(_GIVEN_UP * self._line, _OF_IT * (self._down[end] - self._down[start]))
        best, least = end, self._costs[end]
        for place in range(end - 1, start, -1):
            lost = self._down[end] - self._down[place]
            if lost > most or not least:
                break
            cost = self._costs[place] + lost / self._line * _A_LINE
            if cost < least and not self._blocks[place - 1].keep:
                best, least = place, cost
        return best

    def cost(self, end: int) -> float:
        """What an end before a block costs."""
        return self._costs[end]

    def columns(self, room: float, columns: int, *, gentle: bool) -> list[int]:
        """Where each of so many columns ends, while there are blocks."""
        ends: list[int] = []
        start = 0
        while start < len(self._blocks) and len(ends) < columns:
            start = self.fill(start, room, gentle=gentle)
            ends.append(start)
        return ends


class Setter:
    """A setter of blocks into columns, at one scale; a gentle one gives up room so that columns end well."""

    def __init__(self, heights: Heights, scale: float = 1.0, *, gentle: bool = False) -> None:
        self._heights = heights
        self._gentle = gentle
        self.scale = scale
        self.cost = 0.0
        """What the ends of the pages cost that it has set."""

    def height(self, blocks: Sequence[Block], width: float) -> float:
        """How high blocks are together."""
        return self._stack(blocks, width).height

    def flow(self, blocks: Sequence[Block], columns: int, room: float) -> list[list[Block]] | None:
        """Blocks in so many columns of about one height; nothing when there is no room for them all."""
        if not blocks:
            return [[] for _ in range(columns)]
        stack = self._stack(blocks, width_of(columns))
        tried = max(stack.height / columns, *stack.own)
        best: tuple[float, list[int]] | None = None
        lowest = tried
        while tried <= room + 0.01:
            longer = (tried - lowest) / (LINE * self.scale) * _A_LINE
            if best and longer >= best[0]:
                break
            for gentle in (True, False) if self._gentle else (False,):
                ends = stack.columns(tried, columns, gentle=gentle)
                if ends[-1] == len(blocks):
                    if not self._gentle:
                        return _divided(blocks, ends, columns)
                    cost = longer + sum(map(stack.cost, ends[:-1])) + _EMPTY * (columns - len(ends))
                    best = min(best or (cost, ends), (cost, ends))
            tried += LINE * self.scale / 2
        ends = best[1] if best else stack.columns(room, columns, gentle=self._gentle)
        return _divided(blocks, ends, columns) if ends[-1] == len(blocks) else None

    def pages(
        self, blocks: Sequence[Block], columns: int, first: float, room: float
    ) -> Iterator[list[list[Block]]]:
        """Blocks on as many pages as they take; the columns of the last one are of about one height.

        Args:
            blocks: what is set.
            columns: how many columns a page has.
            first: the room of the first page; no page has more than `room`.
            room: the room of each page after it.
        """
        rest = list(blocks)
        while rest:
            balanced = self.flow(rest, columns, first)
            if balanced is not None:
                yield balanced
                return
            stack = self._stack(rest, width_of(columns))
            ends = stack.columns(first, columns, gentle=self._gentle)
            if ends[-1] == 0 and first >= room - 1:
                ends = [1]
            yield _divided(rest, ends, columns)
            self.cost += stack.cost(ends[-1])
            # A head that stands alone, as what it heads is as high as the page, does not come again.
            again = _head_again(rest, ends[-1]) if ends[-1] > 1 else []
            rest = [*again, *rest[ends[-1] :]]
            first = room

    def _stack(self, blocks: Sequence[Block], width: float) -> _Stack:
        """A stack, made once when all heights in it are known."""
        at = (width, self.scale, *map(id, blocks))
        found: _Stack | None = self._heights.stacks.get(at)
        if found is None:
            before = self._heights.guesses
            found = _Stack(blocks, self._heights, width, self.scale)
            if self._heights.guesses == before:
                self._heights.stacks[at] = found
        return found


def _divided(blocks: Sequence[Block], ends: Sequence[int], columns: int) -> list[list[Block]]:
    """The blocks of each column; columns without any at the end."""
    found = [list(blocks[start:end]) for start, end in pairwise([0, *ends])]
    return found + [[]] * (columns - len(found))


def _head_again(blocks: Sequence[Block], place: int) -> list[Block]:
    """The head of the table in whose rows a column ends, to stand over the rest of it."""
    if place >= len(blocks) or blocks[place].atom["k"] != "row" or blocks[place].atom["head"]:
        return []
    for block in reversed(blocks[:place]):
        if block.atom["k"] != "row" or block.atom["w"] != blocks[place].atom["w"]:
            return []
        if block.atom["head"]:
            return [Block(block.atom, block.above, keep=True)]
    return []
