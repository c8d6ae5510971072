"""The timeline as a figure: downwards, a lane for each who took the initiative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

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


class PlacedMoment(Struct, frozen=True):
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


class Band(Struct, frozen=True):
    """The heading of a phase."""

    phase: str
    box: Box
    letters: tuple[TextLine, ...]


class Example(Struct, frozen=True):
    """A mark in the legend."""

    nature: Nature
    shape: str
    letters: tuple[TextLine, ...]


class TimelineDrawing(Struct, frozen=True):
    """The timeline with everything in its place."""

    width: float
    height: float
    lanes: tuple[TextLine, ...]
    """Their names."""
    guides: tuple[tuple[float, float, float], ...]
    """The line of each lane: where across, from which height to which."""
    bands: tuple[Band, ...]
    marks: tuple[PlacedMoment, ...]
    line: str
    """The line through all marks."""
    legend: tuple[Example, ...]


class _Row(Struct, frozen=True):
    number: int
    moment: Moment
    begins: bool
    year: int | None
    title: tuple[str, ...]
    when: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(27.0, _words_height(self) + 10.0)


_WIDTH, _EDGE = 372.0, 2.0
_LANES = {lane: 50.0 + 26 * i for i, lane in enumerate(Initiative)}
_TEXT = 148.0
_SIZE, _SMALL = 12.5, 11.0
_BAND, _RADIUS = 24.0, 10.0
_TILT = -50.0


def lay_out(timeline: Timeline) -> TimelineDrawing:
    """Place every moment below the one before, under a band for each phase."""
    head = _head()
    y = head
    bands: list[Band] = []
    marks: list[PlacedMoment] = []
    for row in (_Row(*numbered, *_words(numbered[1])) for numbered in timeline.numbered):
        if row.begins and row.moment.phase:
            y += 4 if marks else 0
            bands.append(_band(row.moment.phase, y))
            y += _BAND + 4
        marks.append(_mark(row, y))
        y += row.height
    lanes = tuple(
        TextLine(_(LANE_NAMES[lane]), x + 3, head - 6, _SMALL, MUTED, turn=_TILT)
        for lane, x in _LANES.items()
    )
    return TimelineDrawing(
        width=_WIDTH,
        height=y + 34,
        lanes=lanes if marks else (),
        guides=tuple((x, head - 2, y) for x in _LANES.values()) if marks else (),
        bands=tuple(bands),
        marks=tuple(marks),
        line=_line(marks),
        legend=tuple(_legend(y + 20)),
    )


def draw_timeline(timeline: Timeline, palette: Palette, prefix: str) -> str:
    """Draw the timeline as SVG."""
    drawing = lay_out(timeline)
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
    room = _WIDTH - _TEXT - _EDGE
    when = "" if moment.when is None or moment.when == str(moment.year) else moment.when
    return wrap(moment.title, room, _SIZE), wrap(when, room, _SMALL)


def _words_height(row: _Row) -> float:
    return height_of(row.title, _SIZE) + (5 + height_of(row.when, _SMALL) if row.when else 0)


def _head() -> float:
    """How high the names of the lanes stand."""
    longest = max(text_width(_(name), _SMALL) for name in LANE_NAMES.values())
    return longest * 0.77 + 16


def _band(name: str, y: float) -> Band:
    box = Box(0, y, _WIDTH, _BAND)
    text = shorten(name, _WIDTH - 16, 12, bold=True)
    return Band(name, box, stack([text], 8, box.middle[1], 12, INK, bold=True))


def _mark(row: _Row, top: float) -> PlacedMoment:
    x, y = _LANES[row.moment.initiative], top + row.height / 2
    first = top + (row.height - _words_height(row)) / 2
    ink = PAPER if row.moment.nature is Nature.UNPLANNED else INK
    letters = (
        *stack([str(row.number)], x, y, 10.5, ink, bold=True, anchor="middle"),
        *hang(row.title, _TEXT, first, _SIZE, INK),
        *hang(row.when, _TEXT, first + height_of(row.title, _SIZE) + 5, _SMALL, MUTED),
    )
    year = stack([str(row.year)], 2, y, _SMALL, INK, bold=True) if row.year else ()
    return PlacedMoment(row.number, row.moment, x, y, outline(row.moment.nature, x, y), letters, year)


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


def _line(marks: Sequence[PlacedMoment]) -> str:
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
