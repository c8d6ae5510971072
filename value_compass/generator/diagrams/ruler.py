"""The ruler of the path: for the head of a page, with the current step lit."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import TextLine, stack
from value_compass.generator.diagrams.palette import INK, PAPER, Palette
from value_compass.generator.diagrams.path import Path, PathStep, Stretch

_HEIGHT = 40.0
_LINE, _RADIUS = 26.0, 10.0


class RulerStep(Struct, frozen=True):
    """A step on the ruler."""

    step: PathStep
    x: float
    lit: bool
    number: tuple[TextLine, ...]


class RulerDrawing(Struct, frozen=True):
    """The ruler with everything in its place."""

    width: float
    height: float
    line: float
    radius: float
    roads: tuple[tuple[Stretch, float, float], ...]
    marks: tuple[float, ...]
    """The small marks between the steps."""
    steps: tuple[RulerStep, ...]


def lay_out(path: Path, width: float = 600) -> RulerDrawing:
    """Place the steps at equal distances; 340 is for a phone."""
    each = width / max(1, len(path.steps))
    steps, roads, start = [], [], 0.0
    for i, step in enumerate(path.steps):
        x = (i + 0.5) * each
        lit = step.number == path.current
        number = stack([str(step.number)], x, _LINE, 11, PAPER if lit else INK, bold=True, anchor="middle")
        steps.append(RulerStep(step, x, lit, number))
    for stretch, members in path.stretches:
        end = start + len(members) * each
        roads.append((stretch, start, end))
        start = end
    tenths = [i * each / 5 for i in range(5 * len(path.steps) + 1)]
    marks = tuple(x for x in tenths if all(abs(x - step.x) > _RADIUS + 2 for step in steps))
    solid = tuple(x for x in marks if not any(s is Stretch.BRIDGE and a <= x <= b for s, a, b in roads))
    return RulerDrawing(width, _HEIGHT, _LINE, _RADIUS, tuple(roads), solid, tuple(steps))


def draw_ruler(path: Path, palette: Palette, prefix: str, width: float = 600) -> str:
    """Draw the ruler as SVG."""
    drawing = lay_out(path, width)
    return render(
        "ruler",
        palette,
        prefix,
        title=path.title,
        description=path.description,
        width=drawing.width,
        height=drawing.height,
        linked=any(step.address for step in path.steps),
        drawing=drawing,
    )
