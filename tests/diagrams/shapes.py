"""Where letters lie, turned ones too."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import combinations

from value_compass.generator.diagrams.lettering import Box, TextLine


def corners(line: TextLine) -> list[tuple[float, float]]:
    """The four corners of a line of text, after it is turned."""
    box, turn = line.box, math.radians(line.turn)
    result = []
    for x, y in ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)):
        dx, dy = x - line.x, y - line.y
        result.append(
            (
                line.x + dx * math.cos(turn) - dy * math.sin(turn),
                line.y + dx * math.sin(turn) + dy * math.cos(turn),
            )
        )
    return result


def overlap(one: Box, other: Box) -> bool:
    """Whether two rectangles share more than an edge."""
    return (
        one.x < other.right - 0.01
        and other.x < one.right - 0.01
        and one.y < other.bottom - 0.01
        and other.y < one.bottom - 0.01
    )


def collisions(boxes: Iterable[Box]) -> list[tuple[Box, Box]]:
    """Every pair of rectangles that overlap."""
    return [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)]
