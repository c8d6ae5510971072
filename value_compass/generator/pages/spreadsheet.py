"""Tables for a spreadsheet: values parted by commas or semicolons, that no program takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_POINT = frozenset({"cy", "en", "ga", "hi", "ja", "ko", "ms", "mt", "th", "zh"})
"""Languages with a decimal point. With a decimal comma, spreadsheets part cells at semicolons."""


def csv_of(rows: Iterable[Iterable[str]], language: str) -> str:
    """Rows as values parted as spreadsheets of a language do."""
    text = io.StringIO()
    csv.writer(text, delimiter="," if language in _POINT else ";").writerows(_safe(row) for row in rows)
    return text.getvalue()


def _safe(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet takes for formulas."""
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell for cell in cells]
