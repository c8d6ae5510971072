"""The compass that fills: every group pale, half or full, for the relationship check.

Each group is drawn in all three states; the page shows the one that it is given (`data-mark`), and pale
until then. A sign outside each group says the same without colour: a ring, a half disc, a full disc.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.diagrams.compass import Compass, Detail
from value_compass.generator.diagrams.compass_drawing import CompassDrawing, Part, lay_out
from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import TextLine
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.rings import Point, Segment, at

SIGN = 7.0
"""The radius of a sign."""

_AWAY, _MARGIN = 13.0, 3.0


class Filling(Struct, frozen=True):
    """A group's shapes in its three states."""

    part: Part
    half: Segment
    """What is filled while the group grows."""
    on_full: tuple[TextLine, ...]
    """The name, legible on the full colour."""
    sign: Point


class FillingDrawing(Struct, frozen=True):
    """The compass without its values, and its groups in three states."""

    compass: CompassDrawing
    groups: tuple[Filling, ...]
    radius: float
    """From the middle to the edge of the drawing."""


def lay_out_filling(compass: Compass) -> FillingDrawing:
    """Place every part of the compass that fills."""
    drawing = lay_out(_without_values(compass), Detail.GROUPS)
    groups = tuple(_fillings(drawing))
    rim = max((filling.part.segment.outer for filling in groups), default=drawing.width / 2)
    return FillingDrawing(drawing, groups, rim + _AWAY + SIGN + _MARGIN)


def draw_filling(compass: Compass, palette: Palette, prefix: str) -> str:
    """Draw the compass that fills as SVG."""
    drawing = lay_out_filling(compass)
    return render(
        "filling",
        palette,
        prefix,
        title=compass.title,
        description=compass.description,
        left=-drawing.radius,
        top=-drawing.radius,
        width=2 * drawing.radius,
        height=2 * drawing.radius,
        linked=any(part.address for part in drawing.compass),
        drawing=drawing.compass,
        fillings=drawing.groups,
        sign=SIGN,
    )


def _without_values(compass: Compass) -> Compass:
    pillars = (
        replace(pillar, groups=tuple(replace(group, values=()) for group in pillar.groups))
        for pillar in compass.pillars
    )
    return replace(compass, pillars=tuple(pillars))


def _fillings(drawing: CompassDrawing) -> Iterator[Filling]:
    for part in drawing.groups:
        segment = part.segment
        half = replace(segment, outer=(segment.inner + segment.outer) / 2)
        letters = (
            tuple(replace(line, tone=part.hue.on) for line in part.letters) if part.hue else part.letters
        )
        yield Filling(part, half, letters, at(segment.centre, segment.outer + _AWAY, segment.bearing))
