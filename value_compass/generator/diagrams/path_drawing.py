"""The path as a figure: a row of steps for a large screen and the book, a column for a phone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from value_compass.generator.diagrams.figure import Layout, render
from value_compass.generator.diagrams.lettering import TextLine, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, MUTED, PAPER, Hue, Palette
from value_compass.generator.diagrams.path import STRETCH_NAMES, Path, PathStep, Stretch
from value_compass.generator.diagrams.widths import balance, shorten, wrap
from value_compass.language.words import _


class Dot(Struct, frozen=True):
    """A group that a step establishes: a dot in its pillar's colour, and the name."""

    x: float
    y: float
    hue: Hue
    letters: tuple[TextLine, ...]


class Flag(Struct, frozen=True):
    """A milestone, on a pole that stands on the path."""

    name: str
    foot: tuple[float, float]
    top: float
    letters: tuple[TextLine, ...]


class Stop(Struct, frozen=True):
    """A step in its place."""

    step: PathStep
    x: float
    y: float
    lit: bool
    number: tuple[TextLine, ...]
    letters: tuple[TextLine, ...]
    dots: tuple[Dot, ...]
    flag: Flag | None


class Road(Struct, frozen=True):
    """A part of the line: solid ground, or a bridge over water."""

    stretch: Stretch
    start: tuple[float, float]
    end: tuple[float, float]
    letters: tuple[TextLine, ...]
    """The name of the stretch."""


class PathDrawing(Struct, frozen=True):
    """The path with everything in its place."""

    layout: Layout
    width: float
    height: float
    roads: tuple[Road, ...]
    stops: tuple[Stop, ...]


_EDGE = 4.0
_RADIUS = 15.0
_SIZE, _SMALL = 12.5, 11.0
_COLUMN, _FLAGS, _TOWER = 112.0, 40.0, 50.0
_PHONE, _LEFT = 360.0, 38.0


def lay_out(path: Path, layout: Layout = Layout.WIDE) -> PathDrawing:
    """Place every step, milestone and stretch."""
    return _row(path) if layout is Layout.WIDE else _column(path)


def draw_path(path: Path, palette: Palette, prefix: str, layout: Layout = Layout.WIDE) -> str:
    """Draw the path as SVG."""
    drawing = lay_out(path, layout)
    return render(
        "path",
        palette,
        prefix,
        title=path.title,
        description=path.description,
        width=drawing.width,
        height=drawing.height,
        linked=any(step.address for step in path.steps),
        drawing=drawing,
        radius=_RADIUS,
    )


def _row(path: Path) -> PathDrawing:
    stops, x = [], _EDGE
    flags = [_milestone(step) for step in path.steps]
    line = _FLAGS + max((height_of(lines, _SMALL) for lines in flags), default=0) + _TOWER
    for step in path.steps:
        stops.append(_stop_across(path, step, x + _COLUMN / 2, line))
        x += _COLUMN
    roads = []
    start = _EDGE
    for stretch, steps in path.stretches:
        end = start + len(steps) * _COLUMN
        name = shorten(_(STRETCH_NAMES[stretch]), end - start - 8, _SMALL)
        letters = stack([name], (start + end) / 2, 10, _SMALL, MUTED, anchor="middle")
        roads.append(Road(stretch, (start, line), (end, line), letters))
        start = end
    return PathDrawing(Layout.WIDE, x + _EDGE, _bottom(stops, line) + _EDGE, tuple(roads), tuple(stops))


def _milestone(step: PathStep) -> tuple[str, ...]:
    return balance(step.milestone or "", _COLUMN - 26, _SMALL, bold=True)


def _stop_across(path: Path, step: PathStep, x: float, y: float) -> Stop:
    lines = balance(step.name, _COLUMN - 12, _SIZE, bold=True)
    top = y + 34
    letters = hang(lines, x, top, _SIZE, INK, bold=True, anchor="middle")
    below = top + height_of(lines, _SIZE) + 10
    dots = tuple(_dots(step, x - _COLUMN / 2 + 8, below, _COLUMN - 20))
    flag = None
    if step.milestone:
        foot = x + _COLUMN / 2 - 5
        words = hang(_milestone(step), foot - 17, _FLAGS, _SMALL, INK, bold=True, anchor="end", leading=1.12)
        flag = Flag(step.milestone, (foot, y), _FLAGS, words)
    return _stop(path, step, x, y, letters, dots, flag)


def _column(path: Path) -> PathDrawing:
    stops: list[Stop] = []
    roads: list[Road] = []
    y = _EDGE
    text = _LEFT + 30
    for stretch, steps in path.stretches:
        start = y
        name = shorten(_(STRETCH_NAMES[stretch]), _PHONE - text, _SMALL)
        heading = hang([name], text, y + 4, _SMALL, MUTED)
        y += 30
        for step in steps:
            lines = wrap(step.name, _PHONE - text - _EDGE, 13.5, bold=True)
            letters = stack(lines, text, y + _RADIUS, 13.5, INK, bold=True)
            below = y + _RADIUS + max(_RADIUS, height_of(lines, 13.5) / 2) + 4
            dots = tuple(_dots(step, text, below, _PHONE - text - _EDGE))
            below = max([below, *(line.box.bottom for dot in dots for line in dot.letters)])
            flag = None
            if step.milestone:
                words = wrap(step.milestone, _PHONE - text - 24, _SIZE, bold=True)
                height = height_of(words, _SIZE) + 10
                foot = (_LEFT, below + height + 10)
                letters_of_flag = hang(words, text + 22, below + 13, _SIZE, INK, bold=True)
                flag = Flag(step.milestone, foot, below + 8, letters_of_flag)
                below = foot[1]
            stops.append(_stop(path, step, _LEFT, y + _RADIUS, letters, dots, flag))
            y = below + 16
        roads.append(Road(stretch, (_LEFT, start), (_LEFT, y), heading))
    return PathDrawing(Layout.NARROW, _PHONE, y + _EDGE, tuple(roads), tuple(stops))


def _stop(
    path: Path,
    step: PathStep,
    x: float,
    y: float,
    letters: tuple[TextLine, ...],
    dots: tuple[Dot, ...],
    flag: Flag | None,
) -> Stop:
    lit = step.number == path.current
    number = stack([str(step.number)], x, y, 13, PAPER if lit else INK, bold=True, anchor="middle")
    return Stop(step, x, y, lit, number, letters, dots, flag)


def _dots(step: PathStep, x: float, y: float, room: float) -> Iterator[Dot]:
    for group in step.groups:
        lines = wrap(group.name, room - 12, _SMALL)
        yield Dot(x + 4, y + _SMALL / 2, group.hue, hang(lines, x + 12, y, _SMALL, INK))
        y += height_of(lines, _SMALL) + 6


def _bottom(stops: list[Stop], line_at: float) -> float:
    blocks = [block for stop in stops for block in (stop.letters, *(dot.letters for dot in stop.dots))]
    lines = [line for block in blocks for line in block]
    return max((line.box.bottom for line in lines), default=line_at + 40)
