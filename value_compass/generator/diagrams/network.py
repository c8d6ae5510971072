"""A network: what stands together, in a ring, with lines as thick as they stand together often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import sqrt

from msgspec import Struct

from value_compass.generator.diagrams import dot as written
from value_compass.generator.diagrams import graph as graphs
from value_compass.generator.diagrams.engines import Engine
from value_compass.generator.diagrams.figure import Layout, render
from value_compass.generator.diagrams.lettering import height_of
from value_compass.generator.diagrams.palette import INK, MUTED, Hue, Palette
from value_compass.generator.diagrams.widths import balance, text_width


class Member(Struct, frozen=True):
    """Something in the ring."""

    name: str
    address: str | None
    count: int
    """How often it occurs at all: the size of its disc."""
    hue: Hue | None = None
    """The pillar's colour."""


class Tie(Struct, frozen=True):
    """Two members that occur together, by their places in the ring from 0."""

    one: int
    other: int
    count: int
    """How often they do: the width of the line."""


class Network(Struct, frozen=True):
    """What the figure shows; members stand in the ring in their order, from the top to the right."""

    title: str
    description: str
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]

    def key(self, place: int) -> str:
        """The key of a member's disc."""
        return f"at{place + 1}"


class _Sizes(Struct, frozen=True):
    across: float
    """From the middle to the discs, at the widest."""
    height: float
    """The least height of the ring."""
    label: float
    text: float
    disc: float
    """The radius of the largest disc."""
    line: float
    """The width of the thickest line."""


_SIZES = {
    Layout.WIDE: _Sizes(across=210, height=380, label=168, text=12, disc=15, line=8),
    Layout.NARROW: _Sizes(across=62, height=340, label=98, text=10.5, disc=10, line=5),
}
_LEAST_DISC, _LEAST_LINE = 3.0, 0.8
_GAP = 5.0


def draw_network(
    network: Network, engine: Engine, palette: Palette, prefix: str, layout: Layout = Layout.WIDE
) -> str:
    """Draw the network as SVG.

    Raises:
        GraphError: when Graphviz fails, or leaves out a member or a tie.
    """
    graph = graph_of(network, layout)
    drawing = graphs.read(engine.svg(dot(network, graph, layout)), graph)
    count = len(network.members)
    sizes = _SIZES[layout]
    return render(
        "network",
        palette,
        prefix,
        title=network.title,
        description=network.description,
        left=drawing.left,
        top=drawing.top,
        width=drawing.width,
        height=drawing.height,
        linked=any(member.address for member in network.members),
        shift=drawing.shift,
        ties=[
            (drawn, _LEAST_LINE + (sizes.line - _LEAST_LINE) * _share(network, tie), _words(network, tie))
            for drawn, tie in zip(drawing.edges, _weakest_first(network), strict=True)
        ],
        members=list(zip(network.members, drawing.nodes[:count], drawing.nodes[count:], strict=True)),
    )


def graph_of(network: Network, layout: Layout = Layout.WIDE) -> graphs.Graph:
    """The figure as a graph: every member's disc, then every member's name, and the ties."""
    sizes = _SIZES[layout]
    most = max((member.count for member in network.members), default=1)
    discs, names = [], []
    for place, member in enumerate(network.members):
        radius = max(_LEAST_DISC, sizes.disc * sqrt(member.count / most))
        fill = member.hue.strong if member.hue else MUTED
        key = network.key(place)
        discs.append(graphs.Node(key, (), 2 * radius, 2 * radius, fill=fill, stroke=fill, disc=True))
        lines = _lines(member, sizes)
        names.append(
            graphs.Node(
                f"{key}-name",
                lines,
                max(text_width(line, sizes.text) for line in lines),
                height_of(lines, sizes.text) + 2,
                sizes.text,
                stroke=None,
                ink=INK,
                anchor="start" if _on_the_right(network, place) else "end",
            )
        )
    edges = tuple(
        graphs.Edge(
            network.key(tie.one), network.key(tie.other), tone=INK if _share(network, tie) > 0.5 else MUTED
        )
        for tie in _weakest_first(network)
    )
    return graphs.Graph((*discs, *names), edges)


def dot(network: Network, graph: graphs.Graph, layout: Layout = Layout.WIDE) -> str:
    """Write the network as DOT, with the place of everything: the ring is ours, the lines Graphviz's."""
    return written.graph("graph", _statements(network, graph, layout))


def _statements(network: Network, graph: graphs.Graph, layout: Layout) -> Iterator[str]:
    yield written.statement(
        "graph",
        {
            "layout": "neato",
            "splines": "line",
            "pad": "0.03",
            "margin": "0",
            "bgcolor": "transparent",
            "outputorder": "edgesfirst",
        },
    )
    yield written.statement(
        "node", {"style": "rounded,filled", "fixedsize": "true", "fontname": "Helvetica", "margin": "0"}
    )
    count = len(network.members)
    sizes = _SIZES[layout]
    ring = _ring(network, sizes)
    for place, (disc, name) in enumerate(zip(graph.nodes[:count], graph.nodes[count:], strict=True)):
        x, y = ring[place]
        aside = sizes.disc + _GAP + name.width / 2
        yield graphs.node_statement(disc, _pinned(x, y))
        yield graphs.node_statement(
            name, _pinned(x + aside if _on_the_right(network, place) else x - aside, y)
        )
    for edge in graph.edges:
        own = {"id": edge.key, "color": edge.tone.colour}
        yield written.statement(written.line(edge.tail, edge.head, "--"), own)


def _pinned(x: float, y: float) -> str:
    return f"{x / graphs.POINTS:.4f},{-y / graphs.POINTS:.4f}!"


def _on_the_right(network: Network, place: int) -> bool:
    return place < (len(network.members) + 1) // 2


def _ring(network: Network, sizes: _Sizes) -> list[tuple[float, float]]:
    """Where the discs stand: down the right side, up the left, so far apart that the names fit.

    Each side is a parabola: no line between two discs runs through a third.
    """
    half = (len(network.members) + 1) // 2
    right = _ends(network.members[:half], sizes)
    left = _ends(network.members[half:][::-1], sizes)
    tall = max(sizes.height, right[-1], left[-1])
    ring = [(1, y) for y in _middles(right, tall)] + [(-1, y) for y in _middles(left, tall)[::-1]]
    return [(side * sizes.across * (1 - (2 * y / tall) ** 2), y) for side, y in ring]


def _ends(members: Sequence[Member], sizes: _Sizes) -> list[float]:
    """The edges of the strips that members take when they stand below each other."""
    each = [max(height_of(_lines(m, sizes), sizes.text), 2 * sizes.disc) + _GAP for m in members]
    return [0.0, *accumulate(each)]


def _middles(ends: Sequence[float], tall: float) -> list[float]:
    """The middles of strips that are spread over a height, from its middle."""
    more = tall / ends[-1] if ends[-1] else 1.0
    return [(above + below) / 2 * more - tall / 2 for above, below in pairwise(ends)]


def _lines(member: Member, sizes: _Sizes) -> tuple[str, ...]:
    return balance(member.name, sizes.label, sizes.text) or (member.name,)


def _weakest_first(network: Network) -> list[Tie]:
    """The ties in the order in which they are drawn: the strong ones above the others."""
    return sorted(network.ties, key=lambda tie: (tie.count, tie.one, tie.other))


def _share(network: Network, tie: Tie) -> float:
    """Where a tie stands between the weakest (0) and the strongest (1) of the figure."""
    counts = [each.count for each in network.ties]
    low, high = min(counts), max(counts)
    return (tie.count - low) / (high - low) if high > low else 0.5


def _words(network: Network, tie: Tie) -> str:
    one, other = network.members[tie.one], network.members[tie.other]
    return f"{one.name}, {other.name}: {tie.count}"
