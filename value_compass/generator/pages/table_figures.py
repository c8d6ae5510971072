"""What the figures of tables show, and the cells of a table in words."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from value_compass.generator.diagrams.bars import Bar, BarRow, Bars, lay_out_bars
from value_compass.generator.diagrams.heat import Heat, HeatRow, lay_out_heat
from value_compass.generator.diagrams.quadrant import Quadrant, QuadrantItem, lay_out_quadrant
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _
from value_compass.schemas.fields import Entry
from value_compass.schemas.tables import Cell, Column, Drawing, Table

MISSING = N_("not known")
"""What stands in a cell without a value."""


def cell_words(cell: Cell, column: Column, plain: Callable[[str], str] = str) -> str:
    """A cell in words: the number, and what that is for each member where groups differ in size."""
    if cell is None:
        return _(MISSING)
    if isinstance(cell, str):
        return plain(cell)
    share = per_member(cell, column)
    return f"{cell:g}" if share is None else _("{cell} ({share} each)", cell=f"{cell:g}", share=share)


def per_member(cell: Cell, column: Column) -> str | None:
    """A count divided by the members of its group, with two decimals."""
    if column.members is None or not isinstance(cell, int | float):
        return None
    return f"{cell / column.members:.2f}"


def column_words(column: Column) -> str:
    """A heading with the size of its group."""
    return f"{column.name} ({column.members})" if column.members else column.name


def figure_of(table: Table, plain: Callable[[str], str]) -> Bars | Heat | Quadrant | None:
    """What is drawn of a table beside its rows; nothing for one that is drawn as a table."""
    if table.drawn is Drawing.BARS:
        return _bars(table, plain)
    if table.drawn is Drawing.HEAT:
        return _heat(table, plain)
    return _quadrant(table, plain) if table.drawn is Drawing.QUADRANT else None


def _bars(table: Table, plain: Callable[[str], str]) -> Bars:
    shared = any(column.members for column in table.columns)
    how = f" {_('Bars are as long as the number for each member.')}" if shared else ""
    return Bars(
        title=table.name,
        description=f"{table.summary}{how} {_('The table below has every number.')}",
        series=tuple(column_words(column) for column in table.columns),
        rows=tuple(
            BarRow(
                row.name,
                tuple(
                    Bar(_length(cell, column), cell_words(cell, column, plain))
                    for cell, column in zip(row.cells, table.columns, strict=True)
                ),
            )
            for row in table.rows
        ),
    )


def _length(cell: Cell, column: Column) -> float | None:
    if not isinstance(cell, int | float):
        return None
    return cell / column.members if column.members else float(cell)


def _heat(table: Table, plain: Callable[[str], str]) -> Heat:
    values = [
        [
            plain(cell) if isinstance(cell, str) else _length(cell, column)
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    highest = max((value for row in values for value in row if isinstance(value, float)), default=1.0)
    return Heat(
        title=table.name,
        description=f"{table.summary} {_('The stronger the shade of a cell, the higher its value.')}",
        corner=table.rows_are,
        columns=tuple(column_words(column) for column in table.columns),
        rows=tuple(
            HeatRow(row.name, None, tuple(cells)) for row, cells in zip(table.rows, values, strict=True)
        ),
        highest=tuple(highest for _ in table.columns),
    )


def _quadrant(table: Table, plain: Callable[[str], str]) -> Quadrant:
    return Quadrant(
        title=table.name,
        description=f"{table.summary} {_('The table below has every number.')}",
        rows=tuple(row.name for row in table.rows),
        columns=tuple(column.name for column in table.columns),
        fields=tuple(
            tuple(
                (QuadrantItem(cell_words(cell, column, plain), large=not isinstance(cell, str)),)
                if cell is not None
                else ()
                for cell, column in zip(row.cells, table.columns, strict=True)
            )
            for row in table.rows
        ),
        empty=_(MISSING),
    )


def tables_with(playbook: Playbook, entry: Entry) -> tuple[Table, ...]:
    """The tables that are shown on an entry's page as well."""
    named = (relation.source for relation in playbook.relations_to(entry, "stands_in"))
    return tuple(table for table in named if isinstance(table, Table))


MANY_CELLS = 40
"""A table of more cells than this stands on its own page alone; the pages of other entries lead there."""


def is_long(table: Table) -> bool:
    """Whether a table would outweigh the page of the entry that it goes with."""
    return len(table.rows) * len(table.columns) > MANY_CELLS


class TableFigures(Drawer):
    """The figure of a table."""

    def table(self, table: Table) -> Markup:
        """A table as bars, heat or quadrant; nothing for one that is only rows and columns."""
        model = figure_of(table, self._plain)
        prefix = f"table-{table.reference.id}"
        if isinstance(model, Bars):
            return self._of_pieces(model, lay_out_bars, prefix, "bars")
        if isinstance(model, Heat):
            return self._of_pieces(model, lay_out_heat, prefix, "heat")
        return self._of_pieces(model, lay_out_quadrant, prefix, "quadrant")
