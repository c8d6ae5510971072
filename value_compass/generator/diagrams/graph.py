"""A graph as a pure model, its DOT text, and what Graphviz made of it, checked against the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree

from msgspec import Struct

from value_compass.generator.diagrams import dot as written
from value_compass.generator.diagrams.figure import plain
from value_compass.generator.diagrams.lettering import Anchor, TextLine
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, Tone
from value_compass.generator.load.failure import Failure

POINTS = 72
"""Points in an inch, which Graphviz measures in."""

WORDS_SIZE = 11.0
"""The size of the words beside an edge."""

_SVG = "{http://www.w3.org/2000/svg}"
_BREAKS: dict[Anchor, str] = {"start": "\\l", "middle": "\\n", "end": "\\r"}


class GraphError(Failure):
    """Graphviz failed, or what it drew is not what the model says."""

    exit_status = 1


class Node(Struct, frozen=True):
    """A box, a disc or a diamond, with a label that was wrapped to fit."""

    key: str
    lines: tuple[str, ...]
    width: float
    height: float
    size: float = 12
    bold: bool = False
    fill: Tone = PAPER
    stroke: Tone | None = LINE
    """Its frame; without one it is plain text."""
    ink: Tone = INK
    disc: bool = False
    anchor: Anchor = "middle"
    """Where its lines begin, in the middle or at an edge."""
    diamond: bool = False
    """A decision: a diamond that holds no letters."""
    dashed: bool = False
    """Whether its frame is dashed: a hole."""


class Edge(Struct, frozen=True):
    """An arrow from one node to another."""

    tail: str
    head: str
    dashed: bool = False
    tone: Tone = MUTED
    words: str = ""
    """A few words beside it."""
    binds: bool = True
    """Whether its head stands after its tail in the drawing; a way back does not bind."""
    plain: bool = False
    """Whether it is a line without a head."""

    @property
    def key(self) -> str:
        """The edge's id in the drawing."""
        return f"{self.tail}-to-{self.head}"


class Graph(Struct, frozen=True):
    """What Graphviz lays out, from left to right, or downwards."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: tuple[tuple[str, ...], ...] = ()
    """Nodes that stand below each other, in this order."""
    spacing: float = 8
    """How far apart they stand."""
    reach: float = 80
    """How far an arrow reaches from column to column."""
    down: bool = False
    """Whether it runs downwards, with bent lines around what stands between."""


class Outline(Struct, frozen=True):
    """A shape as Graphviz laid it out: what `d` of a path or `points` of a polygon holds."""

    kind: str
    data: str
    dashed: bool = False


class DrawnNode(Struct, frozen=True):
    """A node with its outline and its letters."""

    node: Node
    outline: Outline | None
    letters: tuple[TextLine, ...]


class DrawnEdge(Struct, frozen=True):
    """An edge with its line and its head."""

    edge: Edge
    outlines: tuple[Outline, ...]
    letters: tuple[TextLine, ...] = ()


class GraphDrawing(Struct, frozen=True):
    """A graph with every node and edge in its place."""

    left: float
    top: float
    width: float
    height: float
    shift: str
    """The transformation under which everything stands."""
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


def dot(graph: Graph) -> str:
    """Write a graph as DOT, without any link: those are added to the drawing, from the model alone."""
    return written.graph("digraph", _statements(graph))


def _statements(graph: Graph) -> Iterator[str]:
    yield written.statement(
        "graph",
        {
            "rankdir": "TB" if graph.down else "LR",
            "newrank": "true",
            "splines": "true" if graph.down else "line",
            "nodesep": f"{graph.spacing / POINTS:.3f}",
            "ranksep": f"{graph.reach / POINTS:.3f}",
            "pad": "0.03",
            "margin": "0",
            "bgcolor": "transparent",
            "outputorder": "edgesfirst",
        },
    )
    yield written.statement(
        "node",
        {
            "shape": "box",
            "style": "rounded,filled",
            "fixedsize": "true",
            "fontname": "Helvetica",
            "margin": "0",
        },
    )
    ports = {} if graph.down else {"tailport": "e", "headport": "w"}
    yield written.statement("edge", {"arrowsize": "0.6", **ports})
    yield from map(node_statement, graph.nodes)
    unseen = {"style": "invis", "tailport": "s", "headport": "n"}
    for column in filter(None, graph.columns):
        below = (
            written.statement(written.line(upper, lower, "->"), unseen) for upper, lower in pairwise(column)
        )
        yield "\n".join(("{ rank=same", *below, "}"))
    for edge in graph.edges:
        own = {"id": edge.key, "color": edge.tone.colour, **_style(edge)}
        yield written.statement(written.line(edge.tail, edge.head, "->"), own)


def _style(edge: Edge) -> dict[str, str]:
    style = {"style": "dashed"} if edge.dashed else {}
    if not edge.binds:
        style["constraint"] = "false"
    if edge.plain:
        style["arrowhead"] = "none"
    if edge.words:
        # A label of its own width: Graphviz's letters are not ours.
        style |= {"label": _label((f" {edge.words} ",), "middle"), "fontsize": f"{WORDS_SIZE:g}"}
        style["fontname"] = "Helvetica"
    return style


def node_statement(node: Node, pos: str | None = None) -> str:
    """A node as DOT says it, pinned to a place where one is given."""
    frame = {"shape": "plaintext", "style": "", "labelloc": "b"}
    if node.stroke:
        frame = {"fillcolor": node.fill.colour, "color": node.stroke.colour}
    if node.disc:
        frame["shape"] = "circle"
    if node.diamond:
        frame |= {"shape": "diamond", "style": "filled"}
    if node.dashed:
        frame["style"] = "rounded,filled,dashed"
    said = {
        "label": _label(node.lines, node.anchor),
        "id": node.key,
        "width": f"{node.width / POINTS:.3f}",
        "height": f"{node.height / POINTS:.3f}",
        "fontsize": f"{node.size:g}",
        "fontcolor": node.ink.colour,
        **frame,
    }
    return written.statement(written.quoted(node.key), said | ({"pos": pos} if pos else {}))


def _label(lines: Iterable[str], anchor: Anchor) -> str:
    """A label that Graphviz takes as it stands: no escapes, no entities."""
    safe = [plain(line).replace("\\", "\\\\").replace("&", "&amp;") for line in lines]
    after = _BREAKS[anchor]
    return after.join(safe) if anchor == "middle" else "".join(line + after for line in safe)


def read(svg: str, graph: Graph) -> GraphDrawing:
    """Take from Graphviz's SVG where everything lies.

    Raises:
        GraphError: when the SVG does not hold exactly the nodes and edges of the model.
    """
    try:
        root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", svg))  # noqa: S314  # Graphviz wrote it
    except ElementTree.ParseError as error:
        raise GraphError(f"Graphviz wrote no SVG: {error}") from error
    groups = {
        kind: [(g.get("id", ""), g) for g in root.iter(f"{_SVG}g") if g.get("class") == kind]
        for kind in ("graph", "node", "edge")
    }
    found = {kind: [key for key, _ in groups[kind]] for kind in groups}
    _compare("node", [node.key for node in graph.nodes], found["node"])
    _compare("edge", [edge.key for edge in graph.edges], found["edge"])
    nodes, edges = dict(groups["node"]), dict(groups["edge"])
    left, top, width, height = (float(part) for part in root.get("viewBox", "0 0 0 0").split())
    return GraphDrawing(
        left,
        top,
        width,
        height,
        shift=groups["graph"][0][1].get("transform", ""),
        nodes=tuple(_node(node, nodes[node.key]) for node in graph.nodes),
        edges=tuple(_edge(edge, edges[edge.key]) for edge in graph.edges),
    )


def _compare(kind: str, wanted: Sequence[str], found: Sequence[str]) -> None:
    if sorted(wanted) != sorted(found):
        missing = ", ".join(sorted(set(wanted) - set(found))) or "none"
        raise GraphError(
            f"Graphviz drew {len(found)} of {len(wanted)} {kind}s; not in the drawing: {missing}"
        )


def _node(node: Node, element: ElementTree.Element) -> DrawnNode:
    letters = _letters(element, node)
    return DrawnNode(node, _outlines(element)[0] if node.stroke else None, letters)


def _edge(edge: Edge, element: ElementTree.Element) -> DrawnEdge:
    letters = tuple(
        TextLine(
            plain(edge.words),
            float(t.get("x", "0")),
            float(t.get("y", "0")),
            WORDS_SIZE,
            INK,
            anchor="middle",
        )
        for t in element.iter(f"{_SVG}text")
    )
    return DrawnEdge(edge, _outlines(element), letters)


_FINER = re.compile(r"(?<=\.\d)\d+")


def _outlines(element: ElementTree.Element) -> tuple[Outline, ...]:
    shapes = []
    for child in element:
        kind = child.tag.removeprefix(_SVG)
        data = child.get("d") if kind == "path" else child.get("points") if kind == "polygon" else None
        if kind == "ellipse":
            kind, data = "path", _disc(child)
        if data:
            # A tenth of a point is less than any screen or paper shows.
            shapes.append(Outline(kind, _FINER.sub("", data), child.get("stroke-dasharray") is not None))
    if not shapes:
        raise GraphError(f"Graphviz drew no shape for {element.get('id')}")
    return tuple(shapes)


def _disc(ellipse: ElementTree.Element) -> str:
    x, y, radius = (float(ellipse.get(name, "0")) for name in ("cx", "cy", "rx"))
    half = f"a{radius:.2f},{radius:.2f} 0 1 1"
    return f"M{x - radius:.2f},{y:.2f}{half} {2 * radius:.2f},0{half} {-2 * radius:.2f},0z"


def _letters(element: ElementTree.Element, node: Node) -> tuple[TextLine, ...]:
    places = [(float(t.get("x", "0")), float(t.get("y", "0"))) for t in element.iter(f"{_SVG}text")]
    if len(places) != len(node.lines):
        raise GraphError(f"Graphviz drew {len(places)} of {len(node.lines)} lines of {element.get('id')}")
    return tuple(
        TextLine(line, x, y, node.size, node.ink, node.bold, node.anchor)
        for line, (x, y) in zip(node.lines, places, strict=True)
    )
