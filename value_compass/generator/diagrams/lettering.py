"""Lettering: lines of text with a place, so that a template sets them and a test measures them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from value_compass.generator.diagrams.palette import Tone
from value_compass.generator.diagrams.widths import text_width

Anchor = Literal["start", "middle", "end"]

LEADING = 1.2
"""From one baseline to the next, in sizes."""
_CAP_MIDDLE = 0.36
"""From the middle of a line down to its baseline, in sizes."""


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, other: Box) -> bool:
        """Whether another rectangle lies inside, but for a hundredth."""
        return (
            other.x >= self.x - 0.01
            and other.y >= self.y - 0.01
            and other.right <= self.right + 0.01
            and other.bottom <= self.bottom + 0.01
        )


class TextLine(Struct, frozen=True):
    """One line of text at its baseline."""

    text: str
    x: float
    y: float
    size: float
    tone: Tone
    bold: bool = False
    anchor: Anchor = "start"
    turn: float = 0.0
    """Degrees by which the line is turned about its anchor, clockwise."""

    @property
    def box(self) -> Box:
        """Where the line lies, before it is turned."""
        width = text_width(self.text, self.size, bold=self.bold)
        left = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Box(self.x - left, self.y - 0.74 * self.size, width, 0.95 * self.size)


def height_of(lines: Sequence[str], size: float, leading: float = LEADING) -> float:
    """How high a block of lines is, from the top of its letters to the foot of the last line."""
    return (len(lines) - 1) * size * leading + size if lines else 0.0


def stack(
    lines: Sequence[str],
    x: float,
    middle: float,
    size: float,
    tone: Tone,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
    leading: float = LEADING,
) -> tuple[TextLine, ...]:
    """Set lines below each other, centred on a height."""
    first = middle - (len(lines) - 1) * size * leading / 2 + _CAP_MIDDLE * size
    return tuple(
        TextLine(line, x, first + i * size * leading, size, tone, bold, anchor)
        for i, line in enumerate(lines)
    )


def hang(
    lines: Sequence[str],
    x: float,
    top: float,
    size: float,
    tone: Tone,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
    leading: float = LEADING,
) -> tuple[TextLine, ...]:
    """Set lines below each other, beginning at a height."""
    middle = top + height_of(lines, size, leading) / 2
    return stack(lines, x, middle, size, tone, bold=bold, anchor=anchor, leading=leading)
