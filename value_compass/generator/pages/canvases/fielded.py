"""Canvases that are nothing but fields: pages, tables, cards and grids to write in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from value_compass.generator.diagrams.fields import Field, lay_out_fields
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import BLANKS, Canvas
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry


def fielded(
    name: CanvasName,
    hint: str,
    grid: tuple[int, int],
    fields: Callable[[], Iterable[Field]],
    blanks: tuple[str, ...] = BLANKS,
) -> Canvas:
    """A canvas that is the same whoever leads to it.

    Args:
        name: what the field `canvas` of an entry calls it.
        hint: what one does with it, in a sentence.
        grid: how many columns and rows its fields stand in.
        fields: makes them, in the language that is spoken then.
        blanks: what is written in by hand at its head.
    """

    def drawn(playbook: Playbook, entry: Entry | None) -> Drawing:
        return lay_out_fields("", "", tuple(fields()), grid, WIDE, HIGH)

    return Canvas(name, hint, drawn, blanks=blanks)


def table(
    heads: Sequence[tuple[str, str]], rows: Sequence[str], first: int = 2, each: int = 2
) -> list[Field]:
    """A table to fill in: its columns with what belongs in them, and its rows, which may have no names.

    Args:
        heads: over each column its name and what to write there; the first one is over the rows' names.
        rows: what stands before each row.
        first: how wide the first column is.
        each: how wide the others are; heads and rows are two rows of the grid high.
    """
    places = [(0, first), *((first + each * number, each) for number in range(len(heads) - 1))]
    fields = [
        Field(name, prompt, (column, 0, wide, 2), heading=True)
        for (name, prompt), (column, wide) in zip(heads, places, strict=True)
    ]
    for number, row in enumerate(rows):
        for place, (column, wide) in enumerate(places):
            named = row if place == 0 else ""
            fields.append(Field(named, "", (column, 2 + 2 * number, wide, 2), heading=bool(named)))
    return fields


def crossed(up: tuple[str, str], along: tuple[str, str], quarters: Sequence[tuple[str, str]]) -> list[Field]:
    """Two axes and the four quarters between them, in a grid of 13 columns and 12 rows.

    Args:
        up: what grows upwards, and how one tells.
        along: what grows to the right, and how one tells.
        quarters: top left, top right, bottom left, bottom right: what to do with what lands there.
    """
    places = ((1, 0), (7, 0), (1, 5), (7, 5))
    return [
        Field(*up, (0, 0, 1, 10), heading=True),
        *(
            Field(*quarter, (column, row, 6, 5))
            for quarter, (column, row) in zip(quarters, places, strict=True)
        ),
        Field(*along, (1, 10, 12, 2), heading=True),
    ]


def cards(fields: Sequence[tuple[str, str]], across: int, down: int) -> list[Field]:
    """The same card several times, to cut apart; its fields stand under one another, each two rows high."""
    return [
        Field(name, prompt, (column, (row * len(fields) + place) * 2, 1, 2), heading=place == 0)
        for row in range(down)
        for column in range(across)
        for place, (name, prompt) in enumerate(fields)
    ]
