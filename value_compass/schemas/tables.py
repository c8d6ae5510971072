"""Numbers and words of a source in rows and columns."""

from enum import StrEnum
from typing import Annotated, Self

from annotated_types import MinLen
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import (
    LOOSELY,
    AnyReference,
    BasisField,
    Label,
    Line,
    Model,
    Name,
    SourcedEntry,
)
from value_compass.schemas.framework import Statements


class Drawing(StrEnum):
    """How a table is drawn."""

    TABLE = "table"
    BARS = "bars"
    HEAT = "heat"
    QUADRANT = "quadrant"


class Column(Model):
    """One column of a table of numbers."""

    name: Name
    """Its heading."""
    measures: Line | None = None
    """What its cells count, with the unit."""
    members: Annotated[int, Field(ge=1)] | None = None
    """How many members the counted group has, where groups differ in size; its cells are then shown per
    member as well."""
    total: int | float | None = None
    """What its numbers add up to, where the source says so."""


Cell = int | float | Annotated[str, Field(max_length=200)] | None


class Row(Model):
    """One row of a table."""

    name: Name
    """Its heading."""
    cells: Annotated[tuple[Cell, ...], LOOSELY]
    """One for each column, in order: a number, some words, or `null` where the source has none."""
    basis: BasisField | None = None
    """How the row follows from the source; leave out when it is as the entry's sources say."""
    note: Line | None = None
    """What to know about the row."""


class Table(SourcedEntry):
    """Numbers or words of a source in rows and columns."""

    drawn: Annotated[Drawing, LOOSELY] = Drawing.TABLE
    """How it is drawn: `table`, `bars`, `heat` or `quadrant`."""
    rows_are: Label
    """What the rows are, such as "Company"."""
    columns: Annotated[
        tuple[Column, ...],
        Anatomy("Columns", Tier.KNOW, shape=Shape.OWN),
        LOOSELY,
        MinLen(1),
    ]
    """The columns, in order."""
    rows: Annotated[tuple[Row, ...], Anatomy("Rows", Tier.KNOW, shape=Shape.OWN), LOOSELY, MinLen(1)]
    """The rows, in order."""
    stands_in: Annotated[
        tuple[AnyReference, ...],
        Anatomy("Shown with", Tier.KNOW, "Tables", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Entries on whose pages it is shown as well."""
    tells: Annotated[Statements, Anatomy("What it tells", Tier.HEAD)] = ()
    """What to see in it."""
    differences: Annotated[Statements, Anatomy("Where the source disagrees with itself", Tier.SOURCE)] = ()
    """Where the source's words and its numbers differ."""

    @model_validator(mode="after")
    def _as_many_cells(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise PydanticCustomError(
                    "table-cells",
                    "row {number} has {cells} cells, and the table has {columns} columns",
                    {"number": number, "cells": len(row.cells), "columns": len(self.columns)},
                )
        return self
