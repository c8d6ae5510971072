"""A figure as shapes of PowerPoint, which one can write in and change."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from value_compass.generator.diagrams.lettering import Box, TextLine
from value_compass.generator.diagrams.pieces import Drawing, Shape
from value_compass.generator.slides.deck import FONT

_RECTANGLE = re.compile(r"M(\S+) (\S+)h(\S+)v(\S+)h-\3z")
_COMMAND = re.compile(r"([MmLlHhVvAaZz])([^MmLlHhVvAaZz]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEPS = 8
"""So many straight lines stand for an arc."""
_ASCENT = 0.905
"""From the top of a line of Arial to its baseline, in sizes."""

Point = tuple[float, float]


def put_drawing(shapes: Any, drawing: Drawing, box: Box) -> None:
    """Draw a figure in the middle of a box, as one group with a text for those who do not see it.

    Args:
        shapes: those of a slide.
        drawing: the figure.
        box: its room, in points.
    """
    scale = min(box.width / drawing.width, box.height / drawing.height)
    left = box.x + (box.width - drawing.width * scale) / 2 - drawing.left * scale
    top = box.y - drawing.top * scale
    group = shapes.add_group_shape()
    about = group._element.nvGrpSpPr.cNvPr
    about.set("name", drawing.title)
    about.set("descr", f"{drawing.title}. {drawing.description}")
    pen = _Pen(group.shapes, scale, left, top)
    for piece in drawing.pieces:
        for shape in piece.shapes:
            if shape.when is None:
                pen.shape(shape)
        for letters in piece.letters:
            pen.letters(letters)


class _Pen:
    """A pen that draws in a group, from the units of a figure to points."""

    def __init__(self, shapes: Any, scale: float, left: float, top: float) -> None:
        self._shapes, self._scale, self._left, self._top = shapes, scale, left, top

    def shape(self, shape: Shape) -> None:
        """An outline with its colours."""
        if found := _RECTANGLE.fullmatch(shape.data):
            x, y, width, height = map(float, found.groups())
            drawn = self._shapes.add_shape(MSO_SHAPE.RECTANGLE, *self._box(x, y, width, height))
            self._paint(drawn, shape, closed=True)
            return
        for points, closed in outlines(shape.data):
            (first, *rest) = [self._at(*point) for point in points]
            builder = self._shapes.build_freeform(*first, scale=1.0)
            builder.add_line_segments(rest, close=closed)
            self._paint(builder.convert_to_shape(), shape, closed=closed)

    def letters(self, line: TextLine) -> None:
        """A line of text at its place; one that is turned stays upright."""
        size, box = line.size * self._scale, line.box
        slack = box.width * 0.04 + 2
        x = {"start": box.x, "middle": box.x - slack / 2, "end": box.x - slack}[line.anchor]
        drawn = self._shapes.add_textbox(
            *self._box(x, line.y - _ASCENT * line.size, box.width + slack, 1.15 * line.size)
        )
        frame = drawn.text_frame
        frame.word_wrap = False
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        run = frame.paragraphs[0].add_run()
        run.text = line.text
        run.font.size, run.font.bold, run.font.name = Pt(round(size * 2) / 2), line.bold, FONT
        run.font.color.rgb = rgb(line.tone.colour)

    def _paint(self, drawn: Any, shape: Shape, *, closed: bool) -> None:
        if shape.fill and closed:
            drawn.fill.solid()
            drawn.fill.fore_color.rgb = rgb(shape.fill.colour)
        else:
            drawn.fill.background()
        if shape.stroke:
            drawn.line.color.rgb = rgb(shape.stroke.colour)
            drawn.line.width = Pt(max(0.5, shape.width * self._scale))
            if shape.dashed:
                drawn.line.dash_style = MSO_LINE.DASH
        else:
            drawn.line.fill.background()
        drawn.shadow.inherit = False

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return Pt(self._left + x * self._scale), Pt(self._top + y * self._scale)

    def _box(self, x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
        return (*self._at(x, y), Pt(width * self._scale), Pt(height * self._scale))


def outlines(data: str) -> Iterator[tuple[list[Point], bool]]:
    """The lines of a path that figures draw, with straight lines for arcs; whether each is closed."""
    points: list[Point] = []
    for command, written in _COMMAND.findall(data):
        numbers = [float(number) for number in _NUMBER.findall(written)]
        if command in "Mm":
            if len(points) > 1:
                yield points, False
            points = [(numbers[0], numbers[1])]
            rest = numbers[2:]
            points += zip(rest[::2], rest[1::2], strict=True)
        elif command in "Zz":
            if len(points) > 1:
                yield points, True
            points = points[:1]
        else:
            points += _onward(command, numbers, points[-1])
    if len(points) > 1:
        yield points, False


def _onward(command: str, numbers: list[float], at: Point) -> Iterator[Point]:
    x, y = at
    if command in "Hh":
        yield (numbers[0] + (x if command == "h" else 0), y)
    elif command in "Vv":
        yield (x, numbers[0] + (y if command == "v" else 0))
    elif command in "Ll":
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (x + across, y + down) if command == "l" else (across, down)
            yield x, y
    else:
        for place in range(0, len(numbers), 7):
            radius, _, _, large, sweep, across, down = numbers[place : place + 7]
            end = (x + across, y + down) if command == "a" else (across, down)
            yield from _arc((x, y), end, radius, large=bool(large), sweep=bool(sweep))
            x, y = end


def _arc(start: Point, end: Point, radius: float, *, large: bool, sweep: bool) -> Iterator[Point]:
    """Points on a part of a circle, the last one exactly."""
    (x1, y1), (x2, y2) = start, end
    chord = math.dist(start, end)
    radius = max(radius, chord / 2)
    off = math.sqrt(max(0.0, radius**2 - (chord / 2) ** 2)) * (1 if large != sweep else -1)
    middle_x = (x1 + x2) / 2 - off * (y2 - y1) / (chord or 1)
    middle_y = (y1 + y2) / 2 + off * (x2 - x1) / (chord or 1)
    first = math.atan2(y1 - middle_y, x1 - middle_x)
    turn = (math.atan2(y2 - middle_y, x2 - middle_x) - first) % math.tau
    turn = turn if sweep else turn - math.tau
    for step in range(1, _STEPS):
        angle = first + turn * step / _STEPS
        yield middle_x + radius * math.cos(angle), middle_y + radius * math.sin(angle)
    yield end


def rgb(colour: str) -> RGBColor:
    """A colour such as `#1f5f8b`, as PowerPoint takes it."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]  # left untyped
