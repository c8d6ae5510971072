"""The neighbourhood of an entry: what leads to it on the left, what it leads to on the right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagrams import graph as graphs
from generator.diagrams.engines import Engine
from generator.diagrams.figure import render
from generator.diagrams.lettering import height_of
from generator.diagrams.palette import INK, LINE, MUTED, PAPER, Hue, Palette
from generator.diagrams.widths import balance, wrap


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
        nodes = [_node("centre", self.centre)]
        edges = []
        columns: dict[Side, list[str]] = {Side.LEFT: [], Side.RIGHT: []}
        for i, lane in enumerate(self.lanes, 1):
            if not lane.neighbours:
                continue
            column = columns[lane.side]
            nodes.append(_heading(f"lane{i}", lane.title, first=not column))
            column.append(f"lane{i}")
            for j, neighbour in enumerate(lane.neighbours, 1):
                key = f"lane{i}-{j}"
                nodes.append(_node(key, neighbour))
                column.append(key)
                ends = (key, "centre") if lane.side is Side.LEFT else ("centre", key)
                edges.append(graphs.Edge(*ends, dashed=lane.dashed))
        return graphs.Graph(tuple(nodes), tuple(edges), tuple(tuple(column) for column in columns.values()))


_WIDTH, _CENTRE_WIDTH = 168.0, 140.0
_SIZE, _CENTRE_SIZE, _HEAD_SIZE = 12.0, 13.5, 12.0


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


def _heading(key: str, title: str, *, first: bool) -> graphs.Node:
    lines = wrap(title, _WIDTH, _HEAD_SIZE, bold=True) or (title,)
    height = height_of(lines, _HEAD_SIZE) + (4 if first else 22)
    return graphs.Node(key, lines, _WIDTH, height, _HEAD_SIZE, bold=True, stroke=None, ink=MUTED)


def _node(key: str, neighbour: Neighbour) -> graphs.Node:
    middle = key == "centre"
    width, size = (_CENTRE_WIDTH, _CENTRE_SIZE) if middle else (_WIDTH, _SIZE)
    lines = balance(neighbour.name, width - 16, size, bold=middle) or (neighbour.name,)
    hue = neighbour.hue
    fill, stroke, ink = PAPER, LINE, INK
    if middle:
        fill, stroke, ink = (hue.strong, hue.strong, hue.on) if hue else (INK, INK, PAPER)
    elif hue:
        fill, stroke = hue.tint, hue.strong
    height = height_of(lines, size) + (26 if middle else 14)
    return graphs.Node(key, lines, width, height, size, middle, fill, stroke, ink)
