"""Blocks into columns and columns onto pages, from nothing but their heights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from value_compass.generator.book.blocks import Block
from value_compass.generator.book.heights import LINE, Heights

PAGE = (170 / 25.4 * 72, 263 / 25.4 * 72)
"""The width and height of the room that a page has for its text, in points."""

GAP = 6 / 25.4 * 72
"""Between two columns."""

SCALES = (1.0, 0.97, 0.94)
"""By these a unit steps down before it takes the next page."""


def width_of(columns: int) -> float:
    """How wide each of so many columns is."""
    return round((PAGE[0] - GAP * (columns - 1)) / columns, 2)


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks one under the other at a place of a page."""

    x: float
    y: float
    width: float
    blocks: tuple[Block, ...]
    scale: float = 1.0


@dataclass(slots=True)
class Leaf:
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


class Setter:
    """Fits blocks into columns at one scale."""

    def __init__(self, heights: Heights, scale: float = 1.0) -> None:
        self._heights = heights
        self.scale = scale

    def height(self, blocks: Sequence[Block], width: float) -> float:
        """How high blocks are together."""
        return sum(self._steps(blocks, width))

    def fill(self, blocks: Sequence[Block], width: float, room: float) -> int:
        """How many blocks a column has room for; at least one, and never a heading at its end."""
        used = 0.0
        count = 0
        for height in self._steps(blocks, width):
            if used + height > room + 0.01:
                break
            used += height
            count += 1
        if count < len(blocks):
            while count > 0 and blocks[count - 1].keep:
                count -= 1
        return count

    def flow(self, blocks: Sequence[Block], columns: int, room: float) -> list[list[Block]] | None:
        """Blocks in so many columns of about one height; nothing when there is no room for them all."""
        width = width_of(columns)
        if not blocks:
            return [[] for _ in range(columns)]
        low = max(
            self.height(blocks, width) / columns, *(self._heights.of(b, width, self.scale) for b in blocks)
        )
        tried = low
        while tried <= room + 0.01:
            found = list(self._columns(blocks, width, tried, columns))
            if sum(map(len, found)) == len(blocks):
                return found + [[]] * (columns - len(found))
            tried += LINE * self.scale / 2
        found = list(self._columns(blocks, width, room, columns))
        return found + [[]] * (columns - len(found)) if sum(map(len, found)) == len(blocks) else None

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
        width = width_of(columns)
        while rest:
            balanced = self.flow(rest, columns, first)
            if balanced is not None:
                yield balanced
                return
            found = list(self._columns(rest, width, first, columns))
            count = sum(map(len, found))
            if count == 0 and first >= room - 1:
                found, count = [rest[:1]], 1
            yield found + [[]] * (columns - len(found))
            rest = [*_head_again(rest, count), *rest[count:]]
            first = room

    def _columns(
        self, blocks: Sequence[Block], width: float, room: float, columns: int
    ) -> Iterator[list[Block]]:
        rest = blocks
        for _ in range(columns):
            if not rest:
                return
            count = self.fill(rest, width, room)
            yield list(rest[:count])
            rest = rest[count:]

    def _steps(self, blocks: Iterable[Block], width: float) -> Iterator[float]:
        """The height of each block with the room above it; the first one has none."""
        for place, block in enumerate(blocks):
            above = block.above * LINE * self.scale if place else 0.0
            yield above + self._heights.of(block, width, self.scale)


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
