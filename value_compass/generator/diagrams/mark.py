"""The small compass: where an entry stands, on every page; with nothing to show it is the logo."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from value_compass.generator.diagrams.compass import Compass, CompassGroup, CompassPillar, Share, divide
from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.palette import Palette, Tone
from value_compass.generator.diagrams.rings import Segment, at

_SIDE = 64.0
_PILLARS = (12.0, 17.5)
_GROUPS = (18.7, 28.5)
_LIT = 31.5
_BETWEEN_PILLARS, _BETWEEN_GROUPS = 0.9, 0.35


class Mark(Struct, frozen=True):
    """A small compass."""

    title: str
    description: str
    compass: Compass
    lit: frozenset[str] | None = frozenset()
    """The addresses of what is lit: pillars, groups, values (they light their group) or the centre.
    With none, all is pale. Instead of a set, nothing: the logo, all in the pillars' colours."""

    @property
    def parts(self) -> Iterator[MarkPart]:
        """The parts of the rings, each lit or pale."""
        for pillar, sector in self.compass.sectors:
            whole = self._lights(pillar.address)
            groups = [
                (group, share, whole or self._lit(group)) for group, share in divide(pillar.groups, sector)
            ]
            yield self._pillar(pillar, sector, lit=whole or any(lit for _, _, lit in groups))
            for group, share, lit in groups:
                yield self._group(pillar, group, sector, share, lit=lit)

    @property
    def looks(self) -> tuple[str, str, bool, tuple[bool, ...]]:
        """What tells it from other marks of its compass: many entries stand at the same place."""
        return self.title, self.description, self.centre_lit, tuple(part.lit for part in self.parts)

    @property
    def centre_lit(self) -> bool:
        """Whether the centre is lit."""
        return self._lights(self.compass.centre_address)

    def _lights(self, address: str | None) -> bool:
        return self.lit is None or (address is not None and address in self.lit)

    def _lit(self, group: CompassGroup) -> bool:
        return self._lights(group.address) or any(self._lights(value.address) for value in group.values)

    def _pillar(self, pillar: CompassPillar, sector: Share, *, lit: bool) -> MarkPart:
        gaps = (_BETWEEN_PILLARS, _BETWEEN_PILLARS)
        tone = pillar.hue.strong if lit else pillar.hue.soft
        return MarkPart(pillar.name, Segment((0, 0), *_PILLARS, *sector, gaps), tone, lit)

    def _group(
        self, pillar: CompassPillar, group: CompassGroup, sector: Share, share: Share, *, lit: bool
    ) -> MarkPart:
        first = _BETWEEN_PILLARS if share[0] == sector[0] else _BETWEEN_GROUPS
        last = _BETWEEN_PILLARS if share[1] == sector[1] else _BETWEEN_GROUPS
        outer = _LIT if lit and self.lit is not None else _GROUPS[1]
        tone = pillar.hue.strong if lit else pillar.hue.soft
        return MarkPart(group.name, Segment((0, 0), _GROUPS[0], outer, *share, (first, last)), tone, lit)


class MarkPart(Struct, frozen=True):
    """A segment of the small compass."""

    name: str
    segment: Segment
    tone: Tone
    lit: bool


def draw_mark(mark: Mark, palette: Palette, prefix: str) -> str:
    """Draw the small compass as SVG: no text, no links."""
    return render(
        "mark",
        palette,
        prefix,
        title=mark.title,
        description=mark.description,
        left=-_SIDE / 2,
        top=-_SIDE / 2,
        width=_SIDE,
        height=_SIDE,
        linked=False,
        mark=mark,
        needle=(_needle(30), _needle(210)),
    )


def _needle(bearing: float) -> str:
    """One half of a compass needle."""
    points = [at((0, 0), 10.2, bearing), at((0, 0), 3.0, bearing + 90), at((0, 0), 3.0, bearing - 90)]
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z"
