"""Figures that are put together from pieces: shapes and letters, each piece a link or a place to mark."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from value_compass.generator.diagrams.figure import number, render
from value_compass.generator.diagrams.lettering import Box, TextLine
from value_compass.generator.diagrams.palette import Palette, Tone


class Shape(Struct, frozen=True):
    """An outline with its colours."""

    data: str
    """What `d` of a path holds."""
    fill: Tone | None = None
    stroke: Tone | None = None
    width: float = 1.0
    dashed: bool = False
    share: float | None = None
    """How much of its fill covers the ground, from 0 to 1; all of it unless given."""
    when: str | None = None
    """The mark with which a script shows it; without one it is always there."""


class Piece(Struct, frozen=True):
    """A part of a figure that belongs together."""

    shapes: tuple[Shape, ...] = ()
    letters: tuple[TextLine, ...] = ()
    name: str | None = None
    """What a screen reader says of it."""
    address: str | None = None
    """Where it leads."""
    kind: str = ""
    """What style sheets and scripts call it."""


class Drawing(Struct, frozen=True):
    """A figure with every piece in its place."""

    title: str
    description: str
    width: float
    height: float
    pieces: tuple[Piece, ...]
    left: float = 0
    """Where it begins."""
    top: float = 0


def draw(drawing: Drawing, palette: Palette, prefix: str, kind: str) -> str:
    """Draw pieces as SVG, for the screen, the book or a wall.

    Args:
        drawing: the pieces.
        palette: how colours and links are written.
        prefix: what every id in the figure begins with.
        kind: what style sheets call the figure.
    """
    return render(
        "pieces",
        palette,
        prefix,
        title=drawing.title,
        description=drawing.description,
        # Half of a frame's line lies outside of what it frames.
        left=drawing.left - 1,
        top=drawing.top - 1,
        width=drawing.width + 2,
        height=drawing.height + 2,
        linked=any(piece.address for piece in drawing.pieces),
        pieces=drawing.pieces,
        figure_kind=kind,
    )


def rectangle(box: Box, radius: float = 0) -> str:
    """The path of a rectangle, with round corners or none."""
    x, y, width, height = map(number, box)
    if not radius:
        return f"M{x} {y}h{width}v{height}h-{width}z"
    r = min(radius, box.width / 2, box.height / 2)
    across, down, r_ = number(box.width - 2 * r), number(box.height - 2 * r), number(r)
    return (
        f"M{number(box.x + r)} {y}h{across}a{r_} {r_} 0 0 1 {r_} {r_}v{down}a{r_} {r_} 0 0 1 -{r_} {r_}"
        f"h-{across}a{r_} {r_} 0 0 1 -{r_} -{r_}v-{down}a{r_} {r_} 0 0 1 {r_} -{r_}z"
    )


def disc(x: float, y: float, radius: float) -> str:
    """The path of a disc."""
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 1 {across} 0a{r} {r} 0 1 1 -{across} 0z"


def half_disc(x: float, y: float, radius: float) -> str:
    """The path of the right half of a disc."""
    return (
        f"M{number(x)} {number(y - radius)}a{number(radius)} {number(radius)} 0 0 1 0 {number(2 * radius)}z"
    )


def diamond(x: float, y: float, radius: float) -> str:
    """The path of a diamond."""
    r = number(radius)
    return f"M{number(x - radius)} {number(y)}l{r} -{r}l{r} {r}l-{r} {r}z"


def line(points: Iterable[tuple[float, float]]) -> str:
    """The path of a line through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
