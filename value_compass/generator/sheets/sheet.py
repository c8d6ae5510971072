"""A spreadsheet as texts in rows and columns, from CSV or from Excel's xlsx, and as CSV again."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from value_compass.generator.load.failure import Failure

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 10_000
"""So many rows are read at the most."""

MOST_COLUMNS = 200
"""So many columns are read at the most."""

LARGEST = 20 * 1024 * 1024
"""Files above this many bytes are refused, as are those whose parts are ten times as large."""

_FORMULA_SIGNS = ("=", "+", "-", "@")
"""What spreadsheets take for the beginning of a formula."""

_DELIMITERS = (",", ";", "\t")


class NoSheet(Failure):
    """The file cannot be read as a spreadsheet; the message says why, and the way out."""


class Fault(Struct, frozen=True):
    """What is wrong with a cell, or with a row or a column as a whole."""

    row: int
    """From 1, as spreadsheets count."""
    column: int | None
    """From 1; nothing for the row as a whole."""
    message: str
    advice: str | None = None


class Row(Struct, frozen=True):
    """One row with its texts by column; empty cells are left out."""

    number: int
    cells: dict[int, str]


class Sheet(Struct, frozen=True):
    """What a spreadsheet says."""

    file: str
    """How messages name it."""
    headings: Row
    """The first row that holds something."""
    rows: tuple[Row, ...]
    """The rows below it that hold something."""
    faults: tuple[Fault, ...] = ()
    """Cells that hold no plain value."""


def read_sheet(path: Path, names: Collection[str]) -> Sheet:
    """Read a spreadsheet.

    Args:
        path: a file that ends in `.csv` or `.xlsx`.
        names: what headings and the sheet of a workbook may be called, to tell which of several is meant.

    Raises:
        NoSheet: when it cannot be read as one.
    """
    ending = path.suffix.lower()
    if ending not in {".csv", ".xlsx"}:
        raise NoSheet(
            f"{path} ends in {ending or 'nothing'}; save it as xlsx, or as CSV in UTF-8, and name that file"
        )
    try:
        if not path.is_file():
            raise NoSheet(f"there is no file {path}")
        if path.stat().st_size > LARGEST:
            raise NoSheet(f"{path} is larger than {LARGEST // 1024 // 1024} MB; divide it into several files")
        content = path.read_bytes()
    except OSError as failure:
        raise NoSheet(f"{path} cannot be read: {failure.strerror or failure}") from failure
    sheet = _from_csv(path, content, names) if ending == ".csv" else _from_xlsx(path, content, names)
    if not sheet.headings.cells:
        raise NoSheet(f"{path} is empty; its first row names the fields, such as name and summary")
    return sheet


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows of texts as CSV that spreadsheets open: they know by its first character that it is Unicode."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return f"\ufeff{text.getvalue()}"


def column_letter(number: int) -> str:
    """What spreadsheets call a column: A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _safe(cell: str) -> str:
    """A text that no spreadsheet takes for a formula; one that looks so already gets a sign more."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_SIGNS) else cell


def _plain(cell: str) -> str:
    """A text as it was before it was made safe."""
    kept = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_SIGNS)
    return cell[1:] if kept else cell


def _from_csv(path: Path, content: bytes, names: Collection[str]) -> Sheet:
    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise NoSheet(
            f'{path} is not saved as UTF-8, so its letters are unknown; save it as "CSV UTF-8", or as xlsx'
        ) from None
    if "\0" in text:
        raise NoSheet(f"{path} is no text; save it as CSV, or give it the ending that it should have")
    first = text.lstrip().partition("\n")[0]
    known = {name.casefold() for name in names}

    def hits(delimiter: str) -> int:
        cells = next(csv.reader([first], delimiter=delimiter), [])
        return sum(cell.strip().casefold() in known for cell in cells)

    delimiter = max(_DELIMITERS, key=lambda one: (hits(one), first.count(one)))
    csv.field_size_limit(LARGEST)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as failure:
        raise NoSheet(
            f"{path} cannot be read as CSV: {failure}; open it in a spreadsheet program and save it as xlsx"
        ) from failure
    return _sheet(path, table, ())


def _from_xlsx(path: Path, content: bytes, names: Collection[str]) -> Sheet:
    # Takes a fifth of a second to load, and most commands read no workbook.
    from openpyxl import load_workbook  # noqa: PLC0415 - see above

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size <= 10 * LARGEST:
            sheets = load_workbook(io.BytesIO(content), keep_links=False).worksheets
    except Exception as failure:
        # Whatever is wrong inside, of which the library tells in errors of many sorts.
        raise NoSheet(
            f"{path} cannot be read as xlsx; open it in a spreadsheet program and save it anew"
        ) from failure
    if size > 10 * LARGEST:
        raise NoSheet(f"{path} holds more than any list of entries; divide it into several files")
    sheets = [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets
    wanted = {name.casefold() for name in names}
    named = [sheet for sheet in sheets if str(sheet.title).strip().casefold() in wanted]
    if not named and len(sheets) > 1 and sum(sheet.max_row > 1 for sheet in sheets) > 1:
        titles = ", ".join(str(sheet.title) for sheet in sheets)
        raise NoSheet(
            f"{path} has several sheets ({titles}); call the one that is meant like the kind, "
            "or save it in a file of its own"
        )
    if not sheets:
        raise NoSheet(f"{path} has no sheet with cells")
    return _of_worksheet(path, (named or sheets)[0])


def _of_worksheet(path: Path, worksheet: Worksheet) -> Sheet:
    if worksheet.max_row > MOST_ROWS * 10 or worksheet.max_column > MOST_COLUMNS * 10:
        raise NoSheet(_too_large(path))
    faults: list[Fault] = []
    table: list[list[str]] = []
    for row in worksheet.iter_rows():
        texts = []
        for cell in row:
            text, fault = _text_of(cell)
            texts.append(text)
            if fault:
                faults.append(Fault(cell.row or 1, cell.column, *fault))
        table.append(texts)
    for merged in worksheet.merged_cells.ranges:
        faults.append(
            Fault(
                merged.min_row,
                merged.min_col,
                f"the cells {merged.coord} are merged, so it cannot be known which row and column they mean",
                "divide them again, and write in each cell what it holds",
            )
        )
    return _sheet(path, table, faults)


def _text_of(cell: Any) -> tuple[str, tuple[str, str] | None]:
    """The text of a workbook's cell, and what is wrong with a cell that has no plain value."""
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "f":
        return "", ("this is a formula", "copy the column, and paste it as values")
    if cell.data_type == "e":
        return "", (f"this cell shows the error {value}", "write what it should hold")
    if isinstance(value, bool):
        return ("yes" if value else "no"), None
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat(), None
        return value.isoformat(" "), ("this is a day with a time", "write the day alone")
    if isinstance(value, datetime.date):
        return value.isoformat(), None
    if isinstance(value, datetime.time | datetime.timedelta):
        return "", ("this is a time of the day", "format the cell as text, and write it anew")
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)), None
    return str(value), None


def _sheet(path: Path, table: Sequence[Sequence[str]], faults: Iterable[Fault]) -> Sheet:
    rows = list(_rows(path, table))
    return Sheet(path.name, rows[0] if rows else Row(1, {}), tuple(rows[1:]), tuple(faults))


def _rows(path: Path, table: Sequence[Sequence[str]]) -> Iterator[Row]:
    """The rows that hold something."""
    found = 0
    for number, texts in enumerate(table, 1):
        cells = {at: _plain(text) for at, text in enumerate(texts, 1) if text.strip()}
        if cells:
            found += 1
            if found > MOST_ROWS + 1 or max(cells) > MOST_COLUMNS:
                raise NoSheet(_too_large(path))
            yield Row(number, cells)


def _too_large(path: Path) -> str:
    return (
        f"{path} has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns; divide it, "
        "or delete the rows and columns that only look empty"
    )
