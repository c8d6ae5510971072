"""Tables of a source: in rows and columns, or as bars where there is one column of numbers."""

from __future__ import annotations

from value_compass.generator.book.blocks import Block, Run, called, paragraph, table_rows
from value_compass.generator.book.text import based, line
from value_compass.generator.book.unit import CLOSE, Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.generic import head, leading, tier
from value_compass.generator.book.units.pieces import close, titled
from value_compass.schemas.anatomy import Tier
from value_compass.schemas.tables import Drawing, Table


def table_unit(desk: Desk, table: Table) -> Unit:
    """Half a page or more."""
    body = _bars(table) if table.drawn is Drawing.BARS else []
    notes = [
        paragraph([{"h": [f"{row.name}: "]}, *line(row.note, desk.names)], "small", above=0.2)
        for row in table.rows
        if row.note
    ]
    text = [*leading(desk, table), *tier(desk, table, Tier.DO), *tier(desk, table, Tier.KNOW)]
    sheet = Sheet(
        rows(
            wide([head(desk, table, size=15)]),
            flowing(close(text), 3),
            wide(body),
            wide([*_rows(desk, table), *_measures(desk, table)]),
            flowing(notes, 3),
        )
    )
    return Unit(desk.names.of(table), (sheet,), Room.RUN, str(table.reference), scale=CLOSE)


def _rows(desk: Desk, table: Table) -> list[Block]:
    heads: list[Run] = [[table.rows_are], *(called(column.name) for column in table.columns)]
    found: list[list[Run]] = [
        [based([{"h": called(row.name)}], row.basis), *(_cell(desk, cell) for cell in row.cells)]
        for row in table.rows
    ]
    return table_rows(heads, found, style="small")


def _cell(desk: Desk, cell: int | float | str | None) -> Run:
    if cell is None:
        return ["\u2013"]
    return line(cell, desk.names) if isinstance(cell, str) else [f"{cell:g}"]


def _measures(desk: Desk, table: Table) -> list[Block]:
    """What the columns count."""
    run: Run = []
    for column in table.columns:
        if column.measures:
            run += [*([" "] if run else []), {"h": [f"{column.name}: "]}, *line(column.measures, desk.names)]
    return [paragraph(run, "small", above=0.3)] if run else []


def _bars(table: Table) -> list[Block]:
    """The numbers of the first column that has some, as bars."""
    for place, column in enumerate(table.columns):
        numbers = [row.cells[place] for row in table.rows]
        known = [n for n in numbers if isinstance(n, int | float)]
        if len(known) == len(numbers) and max(known) > 0:
            bars = [
                {"name": [row.name], "value": f"{n:g}", "share": round(n / max(known), 3), "pale": False}
                for row, n in zip(table.rows, known, strict=True)
            ]
            return titled(column.name, [Block({"k": "bars", "tone": None, "rows": bars})])
    return []
