"""The value framework: from loyalty down to a single value, as boxes with arrows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from value_compass.generator.diagrams.compass import CompassGroup, CompassPillar
from value_compass.generator.diagrams.figure import Layout, render
from value_compass.generator.diagrams.framework_arrows import Arrow, below, beside
from value_compass.generator.diagrams.lettering import Box, TextLine, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, Hue, Palette
from value_compass.generator.diagrams.widths import balance, whole, wrap


class FrameworkOutcome(Struct, frozen=True):
    """An outcome, under the id by which links know it."""

    key: str
    name: str
    address: str | None


class Framework(Struct, frozen=True):
    """What the framework shows."""

    title: str
    description: str
    outcomes: tuple[FrameworkOutcome, ...]
    pillars: tuple[CompassPillar, ...]
    links: tuple[tuple[str, str], ...]
    """Which outcome or pillar leads to which outcome, by their ids; a pillar's is its hue's key."""

    @property
    def rows(self) -> tuple[tuple[FrameworkOutcome, ...], ...]:
        """The outcomes in rows: those that lead to no other on top, all others below."""
        onward = {source for source, _ in self.links}
        top = tuple(outcome for outcome in self.outcomes if outcome.key not in onward)
        rest = tuple(outcome for outcome in self.outcomes if outcome.key in onward)
        return tuple(row for row in (top, rest) if row)


class Block(Struct, frozen=True):
    """A box that stands for an entry, with its name."""

    key: str
    name: str
    address: str | None
    box: Box
    letters: tuple[TextLine, ...]
    hue: Hue | None = None


class Item(Struct, frozen=True):
    """A value in its group's list."""

    name: str
    address: str | None
    box: Box
    letters: tuple[TextLine, ...]


class GroupBlock(Struct, frozen=True):
    """A group's box with the list of its values."""

    block: Block
    items: tuple[Item, ...]


class PillarColumn(Struct, frozen=True):
    """A pillar with its groups below it and the line that joins them."""

    block: Block
    groups: tuple[GroupBlock, ...]
    spine: str


class FrameworkDrawing(Struct, frozen=True):
    """The framework with everything in its place."""

    width: float
    height: float
    outcomes: tuple[Block, ...]
    columns: tuple[PillarColumn, ...]
    arrows: tuple[Arrow, ...]


_WIDTHS = {Layout.WIDE: 780.0, Layout.NARROW: 360.0}
_EDGE, _BETWEEN, _RISE = 2.0, 18.0, 46.0
_ALONE, _PASSED = (_EDGE, _EDGE), (22.0, 8.0)
"""What pillars keep free at both sides: in one row, and where lines lead past them to others."""
_OUTCOME_WIDTH = 200.0
_SIZE, _LIST_SIZE = 13.0, 12.0
_INDENT = 20.0
_MOST, _FEWEST = 5, 3
"""So many pillars stand beside each other; fewer where a word of a name needs more room."""


def lay_out(framework: Framework, layout: Layout = Layout.WIDE) -> FrameworkDrawing:
    """Place every box and arrow."""
    width = _WIDTHS[layout]
    across = _across(framework.pillars) if layout is Layout.WIDE else 1
    one_row = len(framework.pillars) <= across
    margins = _ALONE if one_row else _PASSED
    y, rows = _EDGE, []
    for members in framework.rows:
        blocks = _outcome_row(members, y, width)
        rows.append(blocks)
        y = max(block.box.bottom for block in blocks) + _RISE
    columns = tuple(_columns(framework.pillars, margins, y, width, across))
    outcomes = tuple(block for blocks in rows for block in blocks)
    pillars = tuple(column.block for column in columns)
    arrows = [arrow for blocks in rows for arrow in _level(blocks, framework.links)]
    for upper, lower in pairwise(rows):
        arrows += below(_boxes(upper), _boxes(lower), framework.links)
    if rows:
        join = below if one_row else beside
        arrows += join(_boxes(rows[-1]), _boxes(pillars), framework.links)
        for row in rows[:-1]:
            arrows += beside(_boxes(row), _boxes(pillars), framework.links, right=width - 1)
    bottom = max([y, *(box.bottom for box in _bottoms(columns))])
    return FrameworkDrawing(width, bottom + _EDGE, outcomes, columns, tuple(arrows))


def draw_framework(framework: Framework, palette: Palette, prefix: str, layout: Layout = Layout.WIDE) -> str:
    """Draw the framework as SVG."""
    drawing = lay_out(framework, layout)
    blocks = (*drawing.outcomes, *(column.block for column in drawing.columns))
    return render(
        "framework",
        palette,
        prefix,
        title=framework.title,
        description=framework.description,
        width=drawing.width,
        height=drawing.height,
        linked=any(block.address for block in blocks),
        drawing=drawing,
    )


def _boxes(blocks: Sequence[Block]) -> dict[str, Box]:
    return {block.key: block.box for block in blocks}


def _bottoms(columns: Sequence[PillarColumn]) -> Iterator[Box]:
    for column in columns:
        yield column.block.box
        yield from (group.block.box for group in column.groups)


def _level(blocks: Sequence[Block], links: Sequence[tuple[str, str]]) -> Iterator[Arrow]:
    """Arrows between outcomes of one row: straight to a neighbour, in a bow over the others."""
    places = {block.key: (i, block.box) for i, block in enumerate(blocks)}
    for source, target in links:
        if source not in places or target not in places or source == target:
            continue
        (i, one), (j, other) = places[source], places[target]
        y = one.middle[1]
        start, end = (one.right, other.x) if i < j else (one.x, other.right)
        if abs(i - j) == 1:
            path = f"M{start:.1f} {y:.1f}L{end:.1f} {y:.1f}"
        else:
            top = min(one.y, other.y)
            path = f"M{one.middle[0]:.1f} {top:.1f}v-12H{other.middle[0]:.1f}v12"
        yield Arrow(path, ((source, target),))


def _outcome_row(row: Sequence[FrameworkOutcome], y: float, width: float) -> tuple[Block, ...]:
    gap = 26.0 if width > 500 else 12.0
    each = min(_OUTCOME_WIDTH, (width - 2 * _EDGE - (len(row) - 1) * gap) / len(row))
    names = [balance(outcome.name, each - 14, _SIZE, bold=True) for outcome in row]
    height = max(height_of(lines, _SIZE) for lines in names) + 22
    left = (width - len(row) * each - (len(row) - 1) * gap) / 2
    blocks = []
    for i, (outcome, lines) in enumerate(zip(row, names, strict=True)):
        box = Box(left + i * (each + gap), y, each, height)
        letters = stack(lines, *box.middle, _SIZE, INK, bold=True, anchor="middle")
        blocks.append(Block(outcome.key, outcome.name, outcome.address, box, letters))
    return tuple(blocks)


def _across(pillars: Sequence[CompassPillar]) -> int:
    """How many pillars stand beside each other, with about as many in each row."""
    for most in range(_MOST, _FEWEST, -1):
        across = math.ceil(len(pillars) / math.ceil(len(pillars) / most)) if pillars else 1
        width = _width(across, _ALONE if len(pillars) <= across else _PASSED, _WIDTHS[Layout.WIDE])
        if all(whole(_name(pillar, width), pillar.name) for pillar in pillars):
            return across
    return max(1, min(_FEWEST, len(pillars)))


def _width(across: int, margins: tuple[float, float], width: float) -> float:
    return (width - sum(margins) - (across - 1) * _BETWEEN) / across


def _name(pillar: CompassPillar, width: float) -> tuple[str, ...]:
    return balance(pillar.name, width - 16, 16, bold=True)


def _columns(
    pillars: Sequence[CompassPillar], margins: tuple[float, float], y: float, width: float, across: int
) -> Iterator[PillarColumn]:
    """The pillars, all equally wide, in rows of so many; on a phone below each other."""
    each = _width(across, margins, width)
    for begin in range(0, len(pillars), across):
        row = pillars[begin : begin + across]
        height = max(height_of(_name(pillar, each), 16) for pillar in row) + 24
        columns = [
            _column(pillar, Box(margins[0] + i * (each + _BETWEEN), y, each, height))
            for i, pillar in enumerate(row)
        ]
        yield from columns
        y = max(box.bottom for box in _bottoms(columns)) + 22


def _column(pillar: CompassPillar, box: Box) -> PillarColumn:
    x, width = box.x, box.width
    lines = _name(pillar, width)
    letters = stack(lines, *box.middle, 16, pillar.hue.on, bold=True, anchor="middle")
    block = Block(pillar.hue.key, pillar.name, pillar.address, box, letters, pillar.hue)
    groups, top = [], box.bottom + 22
    for group in pillar.groups:
        groups.append(_group(group, pillar.hue, Box(x + _INDENT, top, width - _INDENT, 0)))
        top = groups[-1].block.box.bottom + 10
    return PillarColumn(block, tuple(groups), _spine(box, [group.block.box for group in groups]))


def _spine(pillar: Box, groups: Sequence[Box]) -> str:
    """The line that carries every group up to the pillar."""
    if not groups:
        return ""
    x = pillar.x + _INDENT / 2
    ends = [group.y + 15 for group in groups]
    branches = "".join(f"M{group.x:.1f} {y:.1f}H{x:.1f}" for group, y in zip(groups, ends, strict=True))
    return f"{branches}M{x:.1f} {ends[-1]:.1f}V{pillar.bottom + 1:.1f}"


def _group(group: CompassGroup, hue: Hue, place: Box) -> GroupBlock:
    inside = place.width - 20
    name = wrap(group.name, inside, _SIZE, bold=True)
    letters = hang(name, place.x + 10, place.y + 9, _SIZE, INK, bold=True)
    y = place.y + 9 + height_of(name, _SIZE) + 7
    items = []
    for value in group.values:
        lines = wrap(value.name, inside - 10, _LIST_SIZE)
        height = height_of(lines, _LIST_SIZE, 1.15)
        box = Box(place.x + 10, y, inside, height)
        words = hang(lines, box.x + 10, y, _LIST_SIZE, INK, leading=1.15)
        items.append(Item(value.name, value.address, box, words))
        y += height + 5
    box = Box(place.x, place.y, place.width, y + 5 - place.y)
    return GroupBlock(Block("", group.name, group.address, box, letters, hue), tuple(items))
