"""Labels around a round figure: level text beside it, each with a leader that crosses nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Anchor, Box, TextLine, height_of, stack
from value_compass.generator.diagrams.palette import INK
from value_compass.generator.diagrams.rings import Point, at
from value_compass.generator.diagrams.widths import balance

_LEADING = 1.12
_BETWEEN = 5.0
_STUB = 5.0
_FURTHER = (0, 10, 20, 30, 45, 60, 80, 100)


class Label(Struct, frozen=True):
    """A name beside the figure, and the line that leads there."""

    letters: tuple[TextLine, ...]
    leader: tuple[Point, Point, Point]
    """From the figure's rim to the name."""

    @property
    def box(self) -> Box:
        """Where the name lies."""
        boxes = [line.box for line in self.letters]
        left, top = min(b.x for b in boxes), min(b.y for b in boxes)
        return Box(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)


class Orbit(Struct, frozen=True):
    """Where labels go: around a circle, on an ellipse that leaves room for all of them."""

    rim: float
    """The radius from which leaders start."""
    away: float
    """How far labels stay from the rim."""
    size: float
    """The size of the text."""
    room: float
    """How wide a line may become."""

    def labels(self, names: Sequence[tuple[str, float]]) -> tuple[Label, ...]:
        """Set names around the circle's centre, which lies at 0, 0.

        Where they crowd, they all move further away, until no leader runs over the circle.

        Args:
            names: each name with its angle, clockwise from the top.
        """
        found: tuple[Label, ...] = ()
        for further in _FURTHER:
            found = self._place(names, self.rim + self.away + further)
            if all(_distance(*label.leader[1:]) > self.rim + 1 for label in found):
                break
        return found

    def _place(self, names: Sequence[tuple[str, float]], wide: float) -> tuple[Label, ...]:
        lines = [balance(name, self.room, self.size) or (name,) for name, _ in names]
        found: dict[int, Label] = {}
        for side in (1, -1):
            members = [i for i, (_, angle) in enumerate(names) if (1 if angle % 360 < 180 else -1) == side]
            members.sort(key=lambda i: -math.cos(math.radians(names[i][1])))
            heights = [height_of(lines[i], self.size, _LEADING) + _BETWEEN for i in members]
            wanted = [-math.cos(math.radians(names[i][1])) * wide for i in members]
            middles = spread(wanted, heights)
            reach = (abs(m) + h / 2 for m, h in zip(middles, heights, strict=True))
            ellipse = (wide, max([wide, *reach]))
            for i, middle, height in zip(members, middles, heights, strict=True):
                found[i] = self._label(lines[i], names[i][1], side, middle, height, ellipse)
        return tuple(found[i] for i in range(len(names)))

    def _label(
        self,
        lines: tuple[str, ...],
        angle: float,
        side: int,
        middle: float,
        height: float,
        ellipse: tuple[float, float],
    ) -> Label:
        nearest = max(0.0, abs(middle) - height / 2)
        x = max(8.0, ellipse[0] * math.sqrt(max(0.0, 1 - (nearest / ellipse[1]) ** 2)))
        leader = at((0, 0), self.rim, angle), at((0, 0), self.rim + _STUB, angle), (side * x, middle)
        anchor: Anchor = "start" if side > 0 else "end"
        letters = stack(lines, side * (x + 4), middle, self.size, INK, anchor=anchor, leading=_LEADING)
        return Label(letters, leader)


def _distance(start: Point, end: Point) -> float:
    """How near a line comes to 0, 0."""
    x, y = end[0] - start[0], end[1] - start[1]
    along = -(start[0] * x + start[1] * y) / ((x * x + y * y) or 1.0)
    along = min(1.0, max(0.0, along))
    return math.hypot(start[0] + along * x, start[1] + along * y)


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Move blocks as little as possible so that they do not overlap and keep their order.

    Args:
        wanted: where the middle of each block should be, in ascending order.
        heights: how high each block is.

    Returns:
        The middle of each block.
    """
    runs: list[list[float]] = []  # each: the sum of the wanted tops, the number of blocks, the height so far
    for middle, height in zip(wanted, heights, strict=True):
        runs.append([middle - height / 2, 1, height])
        while len(runs) > 1 and _top(runs[-2]) + runs[-2][2] > _top(runs[-1]):
            last = runs.pop()
            before = runs[-1]
            before[0] += last[0] - last[1] * before[2]
            before[1] += last[1]
            before[2] += last[2]
    return list(_middles(runs, heights))


def _top(run: list[float]) -> float:
    return run[0] / run[1]


def _middles(runs: Iterable[list[float]], heights: Sequence[float]) -> Iterator[float]:
    index = 0
    for run in runs:
        top = _top(run)
        for _ in range(int(run[1])):
            yield top + heights[index] / 2
            top += heights[index]
            index += 1
