"""A unit: what an entry, or a page of its own, is before it has a place in the book."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from value_compass.generator.book.blocks import Block

CLOSE = 0.94
"""The scale of what is longest, and stands closest, in the book."""


class Room(StrEnum):
    """How much room a unit takes."""

    PAGE = "page"
    """Pages of its own."""
    SPREAD = "spread"
    """Pages of its own, the first on the left."""
    HALF = "half"
    """Half a page or more: another of its sort may stand under it."""
    RUN = "run"
    """As much as it takes, under the one before it where enough of the page is left."""


class Row(Struct, frozen=True):
    """Something across the page: one column, or several.

    With `sides`, each list has a column of its own as long as there is room; else blocks flow from column
    to column.
    """

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    sides: tuple[tuple[Block, ...], ...] = ()
    above: float = 0.75
    """The room above it in lines."""
    least: int = 0
    """So many columns do where there is room for them; as many as `columns` unless given."""


class Sheet(Struct, frozen=True):
    """Rows that stand on one page if they can."""

    rows: tuple[Row, ...]


class Unit(Struct, frozen=True):
    """What an entry is in print."""

    name: str
    """What stands at the head of its pages."""
    sheets: tuple[Sheet, ...]
    """One a page, two for a spread; what does not fit takes more."""
    room: Room = Room.PAGE
    label: str | None = None
    """The place that it begins."""
    short: str | None = None
    """The short address that its foot tells."""
    planned: bool = False
    """Whether its pages may stay empty in part."""
    scale: float = 1.0
    """The scale at which it begins; large units are set closer."""
    level: int = 3
    """How deep it stands in the book's outline."""
    inner: tuple[tuple[str, str], ...] = ()
    """The names and labels of other entries that stand on its pages."""
    whole: bool = False
    """Whether it begins on the left where it takes two pages, so that nobody turns a page within it."""
    ranged: bool = False
    """Whether it is a list whose heads say from which word to which it goes on a page."""
    bare: bool = False
    """Whether nothing stands around it: no name, no number of a page, no tab."""
    foot: Row | None = None
    """What stands at the foot of its first page, where its first sheet ends there and leaves room for it."""
    facing: Unit | None = None
    """What stands on the page before its spread, where that one stays free and its foot had no room."""


def rows(*given: Row | None) -> tuple[Row, ...]:
    """The rows that hold something."""
    return tuple(row for row in given if row and (row.blocks or any(row.sides)))


def wide(blocks: Sequence[Block], above: float = 0.75) -> Row:
    """Blocks over the whole width."""
    return Row(tuple(blocks), above=above)


def flowing(blocks: Sequence[Block], columns: int = 2, above: float = 0.75, least: int = 0) -> Row:
    """Blocks that flow from column to column."""
    return Row(tuple(blocks), columns, above=above, least=least)


def sided(*sides: Sequence[Block], above: float = 0.75) -> Row:
    """Columns that keep what is theirs."""
    return Row(columns=len(sides), sides=tuple(tuple(side) for side in sides), above=above)
