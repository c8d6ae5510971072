"""Ring segments: their outlines, and how a name is set inside one.

Angles are degrees, clockwise from the top, as on a compass.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, TextLine, stack
from value_compass.generator.diagrams.palette import Tone
from value_compass.generator.diagrams.widths import balance, shorten, text_width, whole, wrap

Point = tuple[float, float]


def at(centre: Point, radius: float, angle: float) -> Point:
    """The point at an angle and a distance from a centre."""
    turn = math.radians(angle)
    return centre[0] + radius * math.sin(turn), centre[1] - radius * math.cos(turn)


class Segment(Struct, frozen=True):
    """A part of a ring, with room left at its two sides."""

    centre: Point
    inner: float
    outer: float
    start: float
    end: float
    gaps: tuple[float, float] = (0.0, 0.0)
    """The distance that its first and its last side keep from the next segment, at every radius."""

    @property
    def span(self) -> float:
        """The angle that it covers."""
        return self.end - self.start

    @property
    def bearing(self) -> float:
        """The angle of its middle."""
        return (self.start + self.end) / 2

    @property
    def path(self) -> str:
        """The outline, as the `d` of a path."""
        return _path(self)

    def _drawn(self) -> str:
        whole = self.span >= 359.99
        out = list(self._arc(self.outer, whole=whole))
        back = list(self._arc(self.inner, whole=whole))[::-1]
        return (
            f"M{_point(out[0])}{_along(out, self.outer, 1)}"
            + (f"Z M{_point(back[0])}" if whole else f"L{_point(back[0])}")
            + f"{_along(back, self.inner, 0)}Z"
        )

    def may_hold(self, width: float, height: float, margin: float) -> bool:
        """Whether a level rectangle can lie inside at all, seen along the middle and across it."""
        if not self.inner or self.span >= 180:
            return True
        half, turn = math.radians(self.span / 2), math.radians(self.bearing)
        aside, along = abs(math.cos(turn)), abs(math.sin(turn))
        across = width * aside + height * along + 2 * margin
        out = width * along + height * aside + 2 * margin
        return across <= 2 * self.outer * math.sin(half) and out <= self.outer - self.inner * math.cos(half)

    def holds(self, box: Box, margin: float = 0.0) -> bool:
        """Whether a rectangle lies inside."""
        return all(self.contains(point, margin) for point in _outline(box, self.centre))

    def contains(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a point lies inside."""
        x, y = point[0] - self.centre[0], point[1] - self.centre[1]
        radius = math.hypot(x, y)
        inner = self.inner + margin if self.inner else 0.0
        if not inner <= radius <= self.outer - margin:
            return False
        if self.span >= 359.99 or radius == 0:
            return True
        from_start = (math.degrees(math.atan2(x, -y)) - self.start) % 360
        first, last = (_angle(gap + margin, radius) for gap in self.gaps)
        return first <= from_start <= self.span - last

    def _arc(self, radius: float, *, whole: bool) -> Iterator[Point]:
        first, last = self.start, self.end
        if not whole:
            first += _angle(self.gaps[0], radius)
            last -= _angle(self.gaps[1], radius)
        if first > last:
            first = last = self.bearing
        pieces = max(1, math.ceil((last - first) / 120))
        for i in range(pieces + 1):
            yield at(self.centre, radius, first + (last - first) * i / pieces)


def _angle(distance: float, radius: float) -> float:
    """The angle under which a distance across the radius is seen from the centre."""
    return math.degrees(math.asin(min(1.0, distance / radius))) if radius > 0 else 0.0


@lru_cache(maxsize=1024)
def _path(segment: Segment) -> str:
    """The outline of a segment; every page shows a small compass, of the same ones."""
    return segment._drawn()


def _outline(box: Box, centre: Point) -> Iterator[Point]:
    """Points along the edges, with the one that lies nearest to the centre."""
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1), (0.5, 0), (0.5, 1), (0, 0.5), (1, 0.5)):
        yield box.x + box.width * x, box.y + box.height * y
    for part in (0.25, 0.75):
        yield box.x + box.width * part, box.y
        yield box.x + box.width * part, box.bottom
    yield min(max(centre[0], box.x), box.right), min(max(centre[1], box.y), box.bottom)


def _point(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _along(points: Iterable[Point], radius: float, sweep: int) -> str:
    return "".join(f"A{radius:.2f} {radius:.2f} 0 0 {sweep} {_point(p)}" for p in list(points)[1:])


@lru_cache(maxsize=1024)
def name_across(
    name: str, segment: Segment, sizes: tuple[float, ...], tone: Tone, *, bold: bool, margin: float = 3.0
) -> tuple[TextLine, ...]:
    """Set a name level inside a segment, in the largest size that fits.

    Returns:
        The lines; none when it fits in no size.
    """
    for size in sizes:
        for lines in _breaks(name, bold=bold):
            boxes = [
                line.box for line in stack(lines, 0, 0, size, tone, bold=bold, anchor="middle", leading=1.15)
            ]
            widest, high = max(box.width for box in boxes), boxes[-1].bottom - boxes[0].y
            for free in (10.0, 7.0, 5.0, margin):
                if not segment.may_hold(widest, boxes[0].height, free) or not segment.may_hold(0, high, free):
                    continue
                for radius, bearing in _spots(segment, size):
                    x, y = at(segment.centre, radius, bearing)
                    if all(segment.holds(box._replace(x=box.x + x, y=box.y + y), free) for box in boxes):
                        return stack(lines, x, y, size, tone, bold=bold, anchor="middle", leading=1.15)
    return ()


def name_along(
    name: str, segment: Segment, sizes: Iterable[float], tone: Tone, *, bold: bool, margin: float = 5.0
) -> tuple[TextLine, ...]:
    """Set a name along the radius of a segment, beginning at its inner edge.

    It reads outwards on the right half and inwards on the left, so that it never stands on its head.
    What does not fit in the smallest size is cut with an ellipsis.

    Returns:
        The lines; none when the segment is too narrow for one.
    """
    sizes = tuple(sizes)
    length = segment.outer - segment.inner - 2 * margin
    fitting: tuple[float, tuple[str, ...]] | None = None
    for size in sizes:
        most = lines_along(segment, size)
        lines = wrap(name, length, size, bold=bold)
        if 0 < len(lines) <= most and whole(lines, name):
            fitting = size, balance(name, length, size, bold=bold)
            break
    if fitting is None:
        size = sizes[-1]
        most = lines_along(segment, size)
        if not most:
            return ()
        lines = wrap(name, length, size, bold=bold, most=most)
        fitting = size, tuple(filter(None, (shorten(line, length, size, bold=bold) for line in lines)))
    return _radial(fitting[1], segment, fitting[0], tone, bold=bold, margin=margin)


class ArcLine(Struct, frozen=True):
    """One line of text that follows an arc."""

    text: str
    path: str
    size: float
    tone: Tone
    bold: bool


def name_round(
    name: str, segment: Segment, sizes: Iterable[float], tone: Tone, *, bold: bool, margin: float = 8.0
) -> tuple[ArcLine, ...]:
    """Set a name along the arc of a segment, upright on the lower half too.

    What does not fit in the smallest size is cut with an ellipsis.
    """
    thickness = segment.outer - segment.inner
    lines: tuple[str, ...] = ()
    size = 0.0
    for size in sizes:
        most = max(1, int((thickness - 0.5 * size) / (1.2 * size)))
        room = math.radians(min(segment.span, 350)) * (segment.inner + 0.2 * size) - 2 * margin
        lines = balance(name, room, size, bold=bold, most=most)
        if whole(lines, name):
            break
    low = 90 < segment.bearing % 360 < 270
    result = []
    for i, line in enumerate(lines):
        up = ((len(lines) - 1) / 2 - i) * 1.2 * size * (-1 if low else 1)
        radius = (segment.inner + segment.outer) / 2 + up + (0.36 if low else -0.36) * size
        half = min(segment.span / 2, 175)
        ends = [at(segment.centre, radius, segment.bearing + side * half) for side in (-1, 1)]
        if low:
            ends.reverse()
        large = int(segment.span > 180)
        path = f"M{_point(ends[0])}A{radius:.2f} {radius:.2f} 0 {large} {int(not low)} {_point(ends[1])}"
        result.append(ArcLine(line, path, size, tone, bold))
    return tuple(result)


def lines_along(segment: Segment, size: float) -> int:
    """How many lines of a size fit beside each other along the radius."""
    half = math.radians(min(segment.span, 170) / 2)
    room = 2 * segment.inner * math.sin(half) - sum(segment.gaps)
    return max(0, int((room - 0.1 * size) / (size * 1.1)))


def _radial(
    lines: tuple[str, ...], segment: Segment, size: float, tone: Tone, *, bold: bool, margin: float
) -> tuple[TextLine, ...]:
    outwards = segment.bearing % 360 < 180
    turn = (segment.bearing - 90) if outwards else (segment.bearing + 90)
    down = math.radians(turn)
    inner = at(segment.centre, segment.inner + margin, segment.bearing)
    result = []
    for i, line in enumerate(lines):
        shift = (i - (len(lines) - 1) / 2) * size * 1.1 + 0.35 * size
        x, y = inner[0] - shift * math.sin(down), inner[1] + shift * math.cos(down)
        result.append(TextLine(line, x, y, size, tone, bold, "start" if outwards else "end", turn % 360))
    return tuple(result)


@lru_cache(maxsize=1024)
def _breaks(name: str, *, bold: bool, most: int = 4) -> tuple[tuple[str, ...], ...]:
    """The name in one line, in two, and so on, each as even as it comes, never cutting a word."""
    size = 10.0  # where lines break is the same in every size
    widest = text_width(name, size, bold=bold)
    words = name.split()
    found = []
    for count in range(1, min(most, len(words)) + 1):
        for narrow in range(20, 41):
            lines = balance(name, widest / count * narrow / 20 + 0.01, size, bold=bold)
            if len(lines) <= count and whole(lines, name):
                found.append(lines)
                break
    return tuple(found)


def _spots(segment: Segment, size: float) -> Iterator[tuple[float, float]]:
    """Places to try, as radius and angle: near the middle first; of a disc its centre."""
    if segment.inner == 0:
        yield 0.0, 0.0
        return
    middle = (segment.inner + segment.outer) / 2
    for aside in (0.0, 0.06, -0.06, 0.12, -0.12):
        for step in range(int((segment.outer - segment.inner) / size * 2) + 1):
            out = (step // 2 + step % 2) * (1 if step % 2 else -1) * size / 4
            yield middle + out, segment.bearing + aside * segment.span
