"""What spreadsheet programs save is read as it was meant, or told at its cell."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from value_compass.generator.sheets.sheet import NoSheet, Sheet, as_csv, column_letter, read_sheet

NAMES = ("name", "summary", "terms")


def workbook(path: Path, *rows: tuple[Any, ...], **more: Any) -> Path:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet
    for row in rows:
        sheet.append(row)
    for merged in more.get("merged", ()):
        sheet.merge_cells(merged)
    book.save(path)
    return path


def texts(sheet: Sheet) -> list[dict[int, str]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_in_every_form_that_programs_save(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "terms.csv"
    lines = [["name", "summary"], ["Égards", '"one; two,\nthree"'], ["", ""], ["Last", "4"]]
    file.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    sheet = read_sheet(file, NAMES)
    assert sheet.headings.cells == {1: "name", 2: "summary"}
    assert texts(sheet) == [{1: "Égards", 2: "one; two,\nthree"}, {1: "Last", 2: "4"}]
    assert [row.number for row in sheet.rows] == [2, 4]


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=9), min_size=1, max_size=4), max_size=4))
def test_rows_are_the_same_again_and_no_program_takes_one_for_a_formula(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    clean = [[text.replace("\0", "").replace("\r", "") for text in row] for row in rows]
    clean = [[text for text in row if text.isprintable() or "\n" in text] for row in clean]
    heading = ["name", "summary", "a", "b"]
    file = tmp_path_factory.mktemp("sheet") / "terms.csv"
    file.write_bytes(as_csv([heading, *clean]).encode())
    held = [{at: text for at, text in enumerate(row, 1) if text.strip()} for row in clean]
    assert texts(read_sheet(file, NAMES)) == [cells for cells in held if cells]


def test_a_text_that_looks_like_a_formula_is_none() -> None:
    assert as_csv([["=1+1", "'=1", "-", "+31", "@name", "it's"]]).split("\ufeff")[1].strip().split(",") == [
        "'=1+1",
        "''=1",
        "'-",
        "'+31",
        "'@name",
        "it's",
    ]


def test_a_workbook_is_read_as_it_shows(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "terms.xlsx",
        ("name", "summary"),
        ("Margin", "what is left"),
        (None, None),
        (2021, 1.5),
        (datetime.date(2026, 3, 1), True),
    )
    sheet = read_sheet(file, NAMES)
    assert texts(sheet) == [
        {1: "Margin", 2: "what is left"},
        {1: "2021", 2: "1.5"},
        {1: "2026-03-01", 2: "yes"},
    ]
    assert [row.number for row in sheet.rows] == [2, 4, 5]
    assert sheet.faults == ()


def test_what_is_no_plain_value_is_told_at_its_cell(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "terms.xlsx",
        ("name", "summary"),
        ("=A1&A1", datetime.datetime(2026, 3, 1, 12, 30)),
        ("#N/A", datetime.time(9, 0)),
        ("Both", None),
        merged=["A4:B4"],
    )
    told = {(f.row, f.column): f.message for f in read_sheet(file, NAMES).faults}
    assert told.keys() == {(2, 1), (2, 2), (3, 1), (3, 2), (4, 1)}
    assert "formula" in told[2, 1]
    assert "time" in told[2, 2]
    assert "#N/A" in told[3, 1]
    assert "merged" in told[4, 1]


def test_of_several_sheets_the_one_that_is_called_like_the_kind_is_read(tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Terms")
    assert first
    for sheet, word in ((first, "notes"), (second, "Margin")):
        sheet.append(["name"])
        sheet.append([word])
    book.save(tmp_path / "all.xlsx")
    assert texts(read_sheet(tmp_path / "all.xlsx", NAMES)) == [{1: "Margin"}]
    second.title = "Words"
    book.save(tmp_path / "all.xlsx")
    with pytest.raises(NoSheet, match="several sheets"):
        read_sheet(tmp_path / "all.xlsx", NAMES)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("terms.xlsx", b"name,summary", "cannot be read as xlsx"),
        ("terms.xlsx", b"", "cannot be read as xlsx"),
        ("terms.xls", b"old", "save it as xlsx"),
        ("terms", b"old", "save it as xlsx"),
        ("terms.csv", b"", "is empty"),
        ("terms.csv", b"\n\n,,\n", "is empty"),
        ("terms.csv", "name\nÉgards".encode("cp1252"), "not saved as UTF-8"),
        ("terms.csv", b"name\n\0", "is no text"),
        ("terms.csv", b'name\n"open', "cannot be read as CSV"),
        ("terms.csv", b"name\n" + b"a\n" * 10_001, "more than 10000 rows"),
        ("terms.csv", b"name" + b"," * 250 + b"a", "more than"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_the_way_out(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NoSheet, match=told):
        read_sheet(tmp_path / name, NAMES)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSheet, match="there is no file"):
        read_sheet(tmp_path / "none.csv", NAMES)


def test_columns_are_called_as_programs_call_them() -> None:
    assert [column_letter(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
