"""The neighbourhood of an entry: what leads to it on the left, what it leads to on the right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from value_compass.generator.diagrams import graph as graphs
from value_compass.generator.diagrams.engines import Engine
from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, Hue, Palette
from value_compass.generator.diagrams.widths import balance, wrap


class Side(StrEnum):
    """On which side of the entry a lane lies."""

    LEFT = "left"
    """Its arrows lead to the entry."""
    RIGHT = "right"
    """Its arrows lead from the entry."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry in the figure."""

    name: str
    address: str | None
    hue: Hue | None = None
    """The pillar's colour, for a group or a value."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Neighbours of one kind, under a title such as "built by"."""

    title: str
    side: Side
    neighbours: tuple[Neighbour, ...]
    dashed: bool = False
    """Whether its arrows are dashed: a weaker relation."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An entry in the middle of its neighbours."""

    title: str
    description: str
    centre: Neighbour
    lanes: tuple[Lane, ...]

    @property
    def members(self) -> dict[str, Neighbour]:
        """Every entry in the figure, by the key of its node."""
        found = {"centre": self.centre}
        for i, lane in enumerate(self.lanes, 1):
            found |= {f"lane{i}-{j}": neighbour for j, neighbour in enumerate(lane.neighbours, 1)}
        return found

    @property
    def graph(self) -> graphs.Graph:
        """The figure as a graph."""
        sizes = self._sizes
        nodes = [_centre(self.centre)]
        edges = []
        columns: dict[Side, list[str]] = {Side.LEFT: [], Side.RIGHT: []}
        for i, lane in enumerate(self.lanes, 1):
            if not lane.neighbours:
                continue
            column = columns[lane.side]
            nodes.append(_heading(f"lane{i}", lane.title, sizes, first=not column))
            column.append(f"lane{i}")
            for j, neighbour in enumerate(lane.neighbours, 1):
                key = f"lane{i}-{j}"
                nodes.append(_node(key, neighbour, sizes))
                column.append(key)
                ends = (key, "centre") if lane.side is Side.LEFT else ("centre", key)
                edges.append(graphs.Edge(*ends, dashed=lane.dashed))
        stacked = tuple(tuple(column) for column in columns.values())
        return graphs.Graph(tuple(nodes), tuple(edges), stacked, sizes.spacing, sizes.reach)

    @property
    def _sizes(self) -> _Sizes:
        """Closer together where one side holds many, so that the figure fits a page of the book."""
        most = max(sum(len(lane.neighbours) for lane in self.lanes if lane.side is side) for side in Side)
        return _CLOSE if most > _MANY else _ROOMY


@dataclass(frozen=True, slots=True)
class _Sizes:
    width: float
    text: float
    free: float
    """What a box is higher than its text."""
    spacing: float
    reach: float
    """How far arrows reach: further where many meet, so that they stay apart."""
    above: float
    """What stays free above a heading."""


_ROOMY = _Sizes(width=168, text=12, free=14, spacing=8, reach=80, above=22)
_CLOSE = _Sizes(width=196, text=11.5, free=9, spacing=3.6, reach=122, above=12)
_MANY = 20
_CENTRE_WIDTH, _CENTRE_SIZE, _HEAD_SIZE = 140.0, 13.5, 12.0


def draw_neighbourhood(hood: Neighbourhood, engine: Engine, palette: Palette, prefix: str) -> str:
    """Draw the neighbourhood as SVG.

    Raises:
        GraphError: when Graphviz fails, or leaves out a node or an edge.
    """
    graph = hood.graph
    drawing = graphs.read(engine.svg(graphs.dot(graph)), graph)
    return render(
        "neighbourhood",
        palette,
        prefix,
        title=hood.title,
        description=hood.description,
        left=drawing.left,
        top=drawing.top,
        width=drawing.width,
        height=drawing.height,
        linked=any(member.address for member in hood.members.values()),
        drawing=drawing,
        members=hood.members,
    )


def _heading(key: str, title: str, sizes: _Sizes, *, first: bool) -> graphs.Node:
    lines = wrap(title, sizes.width, _HEAD_SIZE, bold=True) or (title,)
    height = height_of(lines, _HEAD_SIZE) + (4 if first else sizes.above)
    return graphs.Node(key, lines, sizes.width, height, _HEAD_SIZE, bold=True, stroke=None, ink=MUTED)


def _centre(entry: Neighbour) -> graphs.Node:
    lines = balance(entry.name, _CENTRE_WIDTH - 16, _CENTRE_SIZE, bold=True) or (entry.name,)
    fill, ink = (entry.hue.strong, entry.hue.on) if entry.hue else (INK, PAPER)
    height = height_of(lines, _CENTRE_SIZE) + 26
    return graphs.Node(
        "centre", lines, _CENTRE_WIDTH, height, _CENTRE_SIZE, bold=True, fill=fill, stroke=fill, ink=ink
    )


def _node(key: str, neighbour: Neighbour, sizes: _Sizes) -> graphs.Node:
    lines = balance(neighbour.name, sizes.width - 16, sizes.text) or (neighbour.name,)
    fill, stroke = (neighbour.hue.tint, neighbour.hue.strong) if neighbour.hue else (PAPER, LINE)
    height = height_of(lines, sizes.text) + sizes.free
    return graphs.Node(key, lines, sizes.width, height, sizes.text, fill=fill, stroke=stroke)
