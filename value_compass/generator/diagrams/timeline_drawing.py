"""The timeline as a figure: downwards, a lane for each who took the initiative, in one or more columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import Box, TextLine, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, MUTED, PAPER, Palette
from value_compass.generator.diagrams.timeline import (
    LANE_NAMES,
    MARK_NAMES,
    Initiative,
    Moment,
    Nature,
    Timeline,
)
from value_compass.generator.diagrams.widths import shorten, text_width, wrap
from value_compass.language.words import _


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in its place."""

    number: int
    moment: Moment
    x: float
    y: float
    shape: str
    """The outline: a circle for planned, a diamond for unplanned, a square for the others."""
    letters: tuple[TextLine, ...]
    """Its number, its title, and when it was."""
    year: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The heading of a phase."""

    phase: str
    box: Box
    letters: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of moments under the names of the lanes."""

    lanes: tuple[TextLine, ...]
    guides: tuple[tuple[float, float, float], ...]
    """The line of each lane: where across, from which height to which."""
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    line: str
    """The line through all marks."""


@dataclass(frozen=True, slots=True)
class Example:
    """A mark in the legend."""

    nature: Nature
    shape: str
    letters: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The timeline with everything in its place."""

    width: float
    height: float
    columns: tuple[Column, ...]
    legend: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    moment: Moment
    begins: bool
    year: int | None
    title: tuple[str, ...]
    when: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(27.0, _words_height(self) + 10.0)


_COLUMN, _BETWEEN, _EDGE = 372.0, 30.0, 2.0
_LANES = {lane: 50.0 + 26 * i for i, lane in enumerate(Initiative)}
_TEXT = 148.0
_SIZE, _SMALL = 12.5, 11.0
_BAND, _RADIUS = 24.0, 10.0
_TILT = -50.0


def lay_out(timeline: Timeline, columns: int = 1) -> TimelineDrawing:
    """Place every moment: in one column for a phone, two for a page of the book."""
    rows = [_Row(*numbered, *_words(numbered[1])) for numbered in timeline.numbered]
    head = _head()
    placed = tuple(
        _column(part, i * (_COLUMN + _BETWEEN), head) for i, part in enumerate(_split(rows, columns))
    )
    bottom = max((guide[2] for column in placed for guide in column.guides), default=head)
    width = _COLUMN * max(1, len(placed)) + _BETWEEN * (max(1, len(placed)) - 1)
    return TimelineDrawing(width, bottom + 34, placed, tuple(_legend(bottom + 20)))


def draw_timeline(timeline: Timeline, palette: Palette, prefix: str, columns: int = 1) -> str:
    """Draw the timeline as SVG."""
    drawing = lay_out(timeline, columns)
    return render(
        "timeline",
        palette,
        prefix,
        title=timeline.title,
        description=timeline.description,
        width=drawing.width,
        height=drawing.height,
        linked=any(moment.address for moment in timeline.moments),
        drawing=drawing,
    )


def _words(moment: Moment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = _COLUMN - _TEXT - _EDGE
    when = "" if moment.when is None or moment.when == str(moment.year) else moment.when
    return wrap(moment.title, room, _SIZE), wrap(when, room, _SMALL)


def _words_height(row: _Row) -> float:
    return height_of(row.title, _SIZE) + (5 + height_of(row.when, _SMALL) if row.when else 0)


def _head() -> float:
    """How high the names of the lanes stand."""
    longest = max(text_width(_(name), _SMALL) for name in LANE_NAMES.values())
    return longest * 0.77 + 16


def _split(rows: Sequence[_Row], columns: int) -> Iterator[Sequence[_Row]]:
    """Cut the rows into columns of about the same height, rather between phases than within one."""
    tops = [0.0, *accumulate(row.height + (_BAND + 8 if row.begins else 0) for row in rows)]
    each = tops[-1] / max(1, columns)
    start = 0
    for made in range(1, columns):
        cuts = range(start + 1, len(rows))
        if not cuts:
            break
        _, end = min((abs(tops[i] - made * each) + (0 if rows[i].begins else 0.1 * each), i) for i in cuts)
        yield rows[start:end]
        start = end
    if rows:
        yield rows[start:]


def _column(rows: Sequence[_Row], left: float, head: float) -> Column:
    bands, marks = [], []
    y = head
    for i, row in enumerate(rows):
        if row.begins or i == 0:
            y += 4 if i else 0
            name = row.moment.phase if row.begins else _("{phase} (continued)", phase=row.moment.phase)
            bands.append(_band(name, left, y))
            y += _BAND + 4
        marks.append(_mark(row, left, y))
        y += row.height
    lanes = tuple(
        TextLine(_(LANE_NAMES[lane]), left + x + 3, head - 6, _SMALL, MUTED, turn=_TILT)
        for lane, x in _LANES.items()
    )
    guides = tuple((left + x, head - 2, y) for x in _LANES.values())
    return Column(lanes, guides, tuple(bands), tuple(marks), _line(marks))


def _band(name: str, left: float, y: float) -> Band:
    box = Box(left, y, _COLUMN, _BAND)
    text = shorten(name, _COLUMN - 16, 12, bold=True)
    return Band(name, box, stack([text], left + 8, box.middle[1], 12, INK, bold=True))


def _mark(row: _Row, left: float, top: float) -> Mark:
    x, y = left + _LANES[row.moment.initiative], top + row.height / 2
    first = top + (row.height - _words_height(row)) / 2
    ink = PAPER if row.moment.nature is Nature.UNPLANNED else INK
    letters = (
        *stack([str(row.number)], x, y, 10.5, ink, bold=True, anchor="middle"),
        *hang(row.title, left + _TEXT, first, _SIZE, INK),
        *hang(row.when, left + _TEXT, first + height_of(row.title, _SIZE) + 5, _SMALL, MUTED),
    )
    year = stack([str(row.year)], left + 2, y, _SMALL, INK, bold=True) if row.year else ()
    return Mark(row.number, row.moment, x, y, outline(row.moment.nature, x, y), letters, year)


def outline(nature: Nature, x: float, y: float, radius: float = _RADIUS) -> str:
    """The shape of a mark around a point."""
    if nature is Nature.PLANNED:
        half = f"a{radius} {radius} 0 1 1"
        return f"M{x - radius:.2f} {y:.2f}{half} {2 * radius} 0{half} {-2 * radius} 0z"
    if nature is Nature.UNPLANNED:
        far = radius * 1.22
        return f"M{x:.2f} {y - far:.2f}l{far:.2f} {far:.2f}l{-far:.2f} {far:.2f}l{-far:.2f} {-far:.2f}z"
    side = radius * 0.92
    return f"M{x - side:.2f} {y - side:.2f}h{2 * side:.2f}v{2 * side:.2f}h{-2 * side:.2f}z"


def _line(marks: Sequence[Mark]) -> str:
    """A line that swings from mark to mark."""
    if not marks:
        return ""
    path = f"M{marks[0].x:.2f} {marks[0].y:.2f}"
    for one, other in pairwise(marks):
        half = (one.y + other.y) / 2
        path += f"C{one.x:.2f} {half:.2f} {other.x:.2f} {half:.2f} {other.x:.2f} {other.y:.2f}"
    return path


def _legend(y: float) -> Iterator[Example]:
    x = 12.0
    for nature in Nature:
        name = _(MARK_NAMES[nature])
        yield Example(nature, outline(nature, x, y, 7), stack([name], x + 14, y, _SMALL, MUTED))
        x += 14 + text_width(name, _SMALL) + 26
