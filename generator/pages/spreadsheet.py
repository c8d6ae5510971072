"""Tables for a spreadsheet: comma-separated values that no program takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable


def csv_of(rows: Iterable[Iterable[str]]) -> str:
    """Rows as comma-separated values."""
    text = io.StringIO()
    csv.writer(text).writerows(_safe(row) for row in rows)
    return text.getvalue()


def _safe(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet takes for formulas."""
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell for cell in cells]
