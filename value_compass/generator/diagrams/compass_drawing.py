"""The compass as a drawing: every part in its place, with its name in it or beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.diagrams.compass import (
    Compass,
    CompassGroup,
    CompassPillar,
    Detail,
    Share,
    divide,
)
from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import TextLine
from value_compass.generator.diagrams.orbit import Label, Orbit
from value_compass.generator.diagrams.palette import INK, Hue, Palette
from value_compass.generator.diagrams.rings import ArcLine, Segment, at, name_across, name_along, name_round
from value_compass.generator.diagrams.widths import whole


class Part(Struct, frozen=True):
    """A shape that stands for an entry, with its name."""

    name: str
    address: str | None
    segment: Segment
    hue: Hue | None = None
    letters: tuple[TextLine, ...] = ()
    round: tuple[ArcLine, ...] = ()
    """The name, where it follows the arc."""
    label: Label | None = None
    """The name, where it stands beside the figure."""


class CompassDrawing(Struct, frozen=True):
    """The compass with every part in its place; its middle is at 0, 0."""

    left: float
    top: float
    width: float
    height: float
    detail: Detail
    centre: Part
    pillars: tuple[Part, ...]
    groups: tuple[Part, ...]
    values: tuple[Part, ...]
    rose: tuple[str, ...]
    """The points of the rose around the centre, as outlines."""

    def __iter__(self) -> Iterator[Part]:
        """Every part, from the centre outwards."""
        yield self.centre
        yield from self.pillars
        yield from self.groups
        yield from self.values


_CENTRE, _CENTRE_SIZES = 34.0, (12, 11, 10, 9, 8, 7)
_PILLARS, _PILLAR_SIZES = (41.0, 64.0), (14, 12, 10, 8)
_WIDER, _WIDER_SIZES = (12.0, 24.0, 36.0, 48.0, 60.0, 72.0), (12, 11, 10, 9)
"""How much wider the ring of the pillars may become, and the sizes of names that it is widened for."""
_GROUPS, _GROUP_SIZES = (66.0, 162.0), (11, 10.5, 10, 9, 8, 7)
_RIM = (164.0, 172.0)
_BETWEEN_PILLARS, _BETWEEN_GROUPS, _BETWEEN_VALUES = 2.6, 1.0, 0.5
_MARGIN = 4.0
_LABELS = Orbit(rim=_RIM[1], away=18, size=12, room=172)


def lay_out(compass: Compass, detail: Detail = Detail.VALUES) -> CompassDrawing:
    """Place every part of the compass."""
    spots = tuple(_spots(compass))
    grow = _growth([spot.share for spot in spots])

    pillars = _pillars(compass, grow)
    wider = pillars[0].segment.outer - _PILLARS[1] * grow if pillars else 0.0

    def ring(ends: tuple[float, float], share: Share, gaps: tuple[float, float]) -> Segment:
        return Segment((0, 0), ends[0] * grow + wider, ends[1] * grow + wider, *share, gaps)

    values = tuple(
        Part(value.name, value.address, ring(_RIM, share, gaps), spot.hue)
        for spot in spots
        for value, share in divide(spot.group.values, spot.share)
        for gaps in [_gaps(share, spot.share, spot.gaps, _BETWEEN_VALUES)]
    )
    if detail is Detail.VALUES:
        orbit = replace(_LABELS, rim=_RIM[1] * grow + wider)
        labels = orbit.labels([(part.name, part.segment.bearing) for part in values])
        values = tuple(replace(part, label=label) for part, label in zip(values, labels, strict=True))
    left, top, right, bottom = _extent(values, (_RIM[1] if values else _GROUPS[1]) * grow + wider)
    return CompassDrawing(
        left=left,
        top=top,
        width=right - left,
        height=bottom - top,
        detail=detail,
        centre=_centre(compass, Segment((0, 0), 0, _CENTRE * grow, 0, 360)),
        pillars=pillars,
        groups=tuple(_group(spot, ring(_GROUPS, spot.share, spot.gaps)) for spot in spots),
        values=values,
        rose=tuple(_rose(compass, _CENTRE * grow, _PILLARS[0] * grow)),
    )


def draw_compass(compass: Compass, palette: Palette, prefix: str, detail: Detail = Detail.VALUES) -> str:
    """Draw the compass as SVG, with or without the names of the values."""
    drawing = lay_out(compass, detail)
    return render(
        "compass",
        palette,
        prefix,
        title=compass.title,
        description=compass.description,
        left=drawing.left,
        top=drawing.top,
        width=drawing.width,
        height=drawing.height,
        linked=any(part.address for part in drawing),
        drawing=drawing,
    )


class _Spot(Struct, frozen=True):
    """A group with its share of the circle."""

    hue: Hue
    group: CompassGroup
    share: Share
    gaps: tuple[float, float]


def _spots(compass: Compass) -> Iterator[_Spot]:
    for pillar, sector in compass.sectors:
        for group, share in divide(pillar.groups, sector):
            gaps = _gaps(share, sector, (_BETWEEN_PILLARS, _BETWEEN_PILLARS), _BETWEEN_GROUPS)
            yield _Spot(pillar.hue, group, share, gaps)


def _gaps(share: Share, whole: Share, ends: tuple[float, float], between: float) -> tuple[float, float]:
    """What a share keeps free at its sides: more where the whole ends."""
    first = ends[0] if math.isclose(share[0], whole[0], abs_tol=1e-9) else between
    last = ends[1] if math.isclose(share[1], whole[1], abs_tol=1e-9) else between
    return first, last


def _growth(shares: list[Share]) -> float:
    """How much larger everything must be for the narrowest group to hold a line in the smallest size."""
    narrowest = min((end - start for start, end in shares), default=360.0)
    half = math.radians(min(narrowest, 170) / 2)
    needed = (1.3 * _GROUP_SIZES[-1] + 2 * _BETWEEN_PILLARS) / (2 * math.sin(half))
    return max(1.0, needed / _GROUPS[0])


def _extent(values: tuple[Part, ...], radius: float) -> tuple[float, float, float, float]:
    """The drawing's edges: the circle's, or the labels' where they reach further; alike on both sides."""
    boxes = [part.label.box for part in values if part.label]
    across = max([radius, *(abs(b.x) for b in boxes), *(abs(b.right) for b in boxes)]) + _MARGIN
    top = min([-radius, *(b.y for b in boxes)]) - _MARGIN
    bottom = max([radius, *(b.bottom for b in boxes)]) + _MARGIN
    return -across, top, across, bottom


def _centre(compass: Compass, segment: Segment) -> Part:
    letters = name_across(compass.centre, segment, _CENTRE_SIZES, INK, bold=True)
    return Part(compass.centre, compass.centre_address, segment, None, letters)


def _pillars(compass: Compass, grow: float) -> tuple[Part, ...]:
    """The ring of the pillars, as wide as it must be for their names to stand in it whole."""
    gaps = (_BETWEEN_PILLARS, _BETWEEN_PILLARS)
    inner, outer = _PILLARS[0] * grow, _PILLARS[1] * grow

    def ring(wider: float) -> Iterator[tuple[CompassPillar, Segment]]:
        for pillar, share in compass.sectors:
            yield pillar, Segment((0, 0), inner, outer + wider, *share, gaps)

    parts = first = tuple(_round(pillar, segment, _PILLAR_SIZES) for pillar, segment in ring(0))
    for wider in _WIDER:
        if all(_is_whole(part) for part in parts):
            return parts
        parts = tuple(_straight(pillar, segment) for pillar, segment in ring(wider))
    return parts if all(part.letters for part in parts) else first


def _is_whole(part: Part) -> bool:
    return whole(tuple(line.text for line in part.round or part.letters), part.name)


def _round(pillar: CompassPillar, segment: Segment, sizes: tuple[float, ...]) -> Part:
    arcs = name_round(pillar.name, segment, sizes, pillar.hue.on, bold=True)
    return Part(pillar.name, pillar.address, segment, pillar.hue, round=arcs)


def _straight(pillar: CompassPillar, segment: Segment) -> Part:
    letters = name_across(pillar.name, segment, _WIDER_SIZES, pillar.hue.on, bold=True) or name_along(
        pillar.name, segment, _WIDER_SIZES, pillar.hue.on, bold=True
    )
    return Part(pillar.name, pillar.address, segment, pillar.hue, letters)


def _group(spot: _Spot, segment: Segment) -> Part:
    name = spot.group.name
    letters = name_across(name, segment, _GROUP_SIZES, INK, bold=True) or name_along(
        name, segment, _GROUP_SIZES, INK, bold=True
    )
    return Part(name, spot.group.address, segment, spot.hue, letters)


def _rose(compass: Compass, inner: float, outer: float) -> Iterator[str]:
    """A point of the rose towards each pillar, between the centre and the ring."""
    for _, (start, end) in compass.sectors:
        bearing = (start + end) / 2
        corners = (
            at((0, 0), inner, bearing - 11),
            at((0, 0), outer - 2, bearing),
            at((0, 0), inner, bearing + 11),
        )
        yield "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in corners) + "Z"
