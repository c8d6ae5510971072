"""The map of a process: stages with their practices, decisions as diamonds, ways on and back, holes.

The graph of stages and decisions is laid out by Graphviz, downwards; what stands in a stage's card is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from value_compass.generator.diagrams import graph as graphs
from value_compass.generator.diagrams.engines import Engine
from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import Box, TextLine, hang, height_of
from value_compass.generator.diagrams.palette import INK, MUTED, PAPER, SOFT, Palette
from value_compass.generator.diagrams.pieces import Piece, Shape, diamond, disc, half_disc, rectangle
from value_compass.generator.diagrams.widths import shorten, wrap


class MapPractice(Struct, frozen=True):
    """A practice on the card of its stage."""

    name: str
    address: str | None
    decides: bool = False
    """Whether it ends in a decision."""


class MapStage(Struct, frozen=True):
    """A stage with its practices."""

    key: str
    number: int
    name: str
    address: str | None
    practices: tuple[MapPractice, ...] = ()
    hole: str | None = None
    """What is missing, in a few words, where something is."""
    beside: str | None = None
    """What it runs beside, in a few words, where it does."""
    aside: bool = False
    """Whether it stands aside of the others, because it runs beside several."""


class MapDecision(Struct, frozen=True):
    """A decision, and the stage whose practice ends in it."""

    key: str
    stage: str
    question: str
    address: str | None


class MapWay(Struct, frozen=True):
    """A way from a stage or a decision to a stage."""

    tail: str
    head: str
    words: str = ""
    """The answer that leads there."""
    in_order: bool = False
    """Whether it is the way that one goes without a condition."""
    beside: bool = False
    """Whether its two ends run beside each other."""


class ProcessMap(Struct, frozen=True):
    """What the figure shows."""

    title: str
    description: str
    stages: tuple[MapStage, ...]
    decisions: tuple[MapDecision, ...] = ()
    ways: tuple[MapWay, ...] = ()
    to_mark: bool = False
    """Whether every practice has a sign that a script fills."""

    @property
    def graph(self) -> graphs.Graph:
        """The figure as a graph of cards and diamonds."""
        cards = (_node(self, stage) for stage in self.stages)
        diamonds = (
            graphs.Node(decision.key, (), 2 * _DIAMOND, 2 * _DIAMOND, fill=PAPER, stroke=INK, diamond=True)
            for decision in self.decisions
        )
        place = {stage.key: stage.number for stage in self.stages}
        links = (
            graphs.Edge(decision.stage, decision.key, tone=INK, plain=True) for decision in self.decisions
        )
        ends = {decision.key: place[decision.stage] for decision in self.decisions} | place
        ways = (
            graphs.Edge(
                way.tail,
                way.head,
                dashed=not way.in_order,
                tone=INK if way.in_order else MUTED,
                words=way.words,
                plain=way.beside,
                binds=way.in_order or place[way.head] == ends[way.tail] + 1,
            )
            for way in self.ways
        )
        return graphs.Graph((*cards, *diamonds), (*links, *ways), spacing=26, reach=34, down=True)

    @property
    def columns(self) -> int:
        """How many columns of practices a card has: one where stages stand aside, or there are few."""
        most = max((len(stage.practices) for stage in self.stages), default=0)
        return 2 if most > _FEW and not any(stage.aside for stage in self.stages) else 1


_NUMBER = re.compile(r"-?[0-9.]+")
_WIDE, _NARROW = 430.0, 290.0
_EDGE, _HEAD, _SIZE, _SMALL, _STEP = 12.0, 13.5, 11.5, 11.0, 19.0
_DIAMOND, _SIGN = 13.0, 4.5
_FEW = 4


def draw_process_map(process: ProcessMap, engine: Engine, palette: Palette, prefix: str) -> str:
    """Draw the map as SVG, for the screen with links, for the book without.

    Raises:
        GraphError: when Graphviz fails, or leaves out a stage, a decision or a way.
    """
    graph = process.graph
    drawing = graphs.read(engine.svg(graphs.dot(graph)), graph)
    stages = {stage.key: stage for stage in process.stages}
    decisions = {decision.key: decision for decision in process.decisions}
    boxes = {drawn.node.key: box_of(drawn) for drawn in drawing.nodes}
    pieces = [piece for key, stage in stages.items() for piece in _card(process, stage, boxes[key])] + [
        _diamond(decision, boxes[key]) for key, decision in decisions.items()
    ]
    return render(
        "process_map",
        palette,
        prefix,
        title=process.title,
        description=process.description,
        left=drawing.left,
        top=drawing.top,
        width=drawing.width,
        height=drawing.height,
        linked=any(stage.address for stage in process.stages),
        shift=drawing.shift,
        edges=drawing.edges,
        pieces=pieces,
        figure_kind="process-map",
    )


def box_of(drawn: graphs.DrawnNode) -> Box:
    """Where a node lies: the middle of its outline, and the size that the model gave it."""
    numbers = [float(part) for part in _NUMBER.findall(drawn.outline.data if drawn.outline else "")]
    xs, ys = numbers[::2], numbers[1::2]
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return Box(x - drawn.node.width / 2, y - drawn.node.height / 2, drawn.node.width, drawn.node.height)


def _node(process: ProcessMap, stage: MapStage) -> graphs.Node:
    width = _WIDE if process.columns == 2 else _NARROW
    rows = -(-len(stage.practices) // process.columns)
    return graphs.Node(
        stage.key,
        (),
        width,
        _top(stage, width) + rows * _STEP + (_EDGE - 4 if rows else 4),
        fill=SOFT if stage.beside else PAPER,
        stroke=INK,
        dashed=stage.hole is not None,
    )


def _heading(stage: MapStage, width: float) -> tuple[str, ...]:
    return wrap(f"{stage.number} {stage.name}", width - 2 * _EDGE, _HEAD, bold=True)


def _notes(stage: MapStage, width: float) -> tuple[str, ...]:
    notes = (stage.beside, stage.hole)
    return tuple(shorten(note, width - 2 * _EDGE, _SMALL) for note in notes if note)


def _top(stage: MapStage, width: float) -> float:
    """How high the head of a card is."""
    notes = _notes(stage, width)
    return _EDGE + height_of(_heading(stage, width), _HEAD) + 16 * len(notes) + 8


def _card(process: ProcessMap, stage: MapStage, box: Box) -> Iterator[Piece]:
    head = hang(_heading(stage, box.width), box.x + _EDGE, box.y + _EDGE, _HEAD, INK, bold=True)
    below = box.y + _EDGE + height_of(_heading(stage, box.width), _HEAD) + 5
    notes = tuple(
        line
        for number, note in enumerate(_notes(stage, box.width))
        for line in hang([note], box.x + _EDGE, below + 16 * number, _SMALL, MUTED)
    )
    frame = Shape(rectangle(box, 7), SOFT if stage.beside else PAPER, INK, 1.4, dashed=stage.hole is not None)
    yield Piece((frame,), (*head, *notes), stage.name, stage.address, "vc-stage")
    rows = -(-len(stage.practices) // process.columns)
    each = (box.width - 2 * _EDGE) / process.columns
    top = box.y + _top(stage, box.width)
    for number, practice in enumerate(stage.practices):
        x = box.x + _EDGE + each * (number // rows)
        yield _practice(process, practice, Box(x, top + _STEP * (number % rows), each - 8, _STEP))


def _practice(process: ProcessMap, practice: MapPractice, box: Box) -> Piece:
    x, y = box.x + _SIGN + 1, box.y + _STEP / 2 - 1
    sign = disc(x, y, _SIGN)
    shapes = [Shape(rectangle(box), PAPER, share=0.0), Shape(sign, PAPER, INK)]
    if process.to_mark:
        shapes += [
            Shape(half_disc(x, y, _SIGN), INK, when="partly"),
            Shape(sign, INK, INK, when="done"),
        ]
    room = box.width - 2 * _SIGN - 8
    if practice.decides:
        room -= 16
    text = shorten(practice.name, room, _SIZE)
    letters = hang([text], box.x + 2 * _SIGN + 8, box.y + 2.5, _SIZE, INK)
    if practice.decides:
        shapes.append(Shape(diamond(letters[0].box.right + 9, y, 4.5), PAPER, INK))
    return Piece(tuple(shapes), letters, practice.name, practice.address, "vc-practice")


def _diamond(decision: MapDecision, box: Box) -> Piece:
    x, y = box.middle
    letters: tuple[TextLine, ...] = hang(["?"], x, y - 6, 13, INK, bold=True, anchor="middle")
    return Piece(
        (Shape(diamond(x, y, _DIAMOND), PAPER, INK, 1.4),),
        letters,
        decision.question,
        decision.address,
        "vc-decision",
    )
