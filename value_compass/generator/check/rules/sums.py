"""The numbers of a table add up to what is said of them.

Where a column says its `total`, the numbers in it add up to that, but for rounding. A source whose own sum
is another one is told so: under `differences`, which readers see.

**Way out:** correct the number, or say under `differences` how the source's sum and its numbers differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.tables import Table

CODES: Codes = {
    "wrong-sum": Meaning(
        "Numbers that do not add up to their total",
        "Readers add up. Shares make a hundred, and counts make the total that is stated with them. A sum "
        "that is "
        "wrong in the source itself is told under `differences`.",
        "columns:\n  - name: Share\n    total: 100\nrows:\n  - name: Late van\n    cells: [80]",
        "columns:\n  - name: Share\n    total: 100\nrows:\n  - name: Late van\n    cells: [80]\n"
        "  - name: Price\n    cells: [20]",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Every table whose differences are not told."""
    for reference, table in draft.of(Table).items():
        for index, column in enumerate(table.columns):
            if column.total is None or table.differences:
                continue
            numbers = [cell for row in table.rows if isinstance(cell := row.cells[index], int | float)]
            # Each number may be rounded to what is written of it, by half of its last digit.
            slack = sum(0.5 if isinstance(number, int) else 0.05 for number in numbers)
            exact = (
                all(isinstance(number, int) for number in (*numbers, column.total)) and column.total != 100
            )
            if abs(sum(numbers) - column.total) > (0 if exact else slack):
                yield draft.problem(
                    "wrong-sum",
                    f'the numbers under "{column.name}" add up to {round(sum(numbers), 2):g}, '
                    f"and the total is {column.total:g}",
                    reference,
                    ("columns", index, "total"),
                    "correct the number that is wrong, or say under `differences` how the source differs",
                )
