"""Tables of the bakery's book as those hear them who do not see them: what heads their rows and columns."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.book.reading import plain
from value_compass.generator.book.book import bookmarks
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.offprints import Offprint, cut
from value_compass.generator.load.fonts import fonts_of

WITHOUT_NAMES = ("In the book", "Place")
"""What stands over the first column of tables whose rows have no names."""


@dataclass(frozen=True, slots=True)
class Table:
    """What heads its columns, and what heads each of its rows."""

    page: int
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def spoken(page: pypdfium2.PdfPage) -> Mapping[int, str]:
    """The words of a page by the number by which its tags know them."""
    found: dict[int, str] = {}
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        number = pdfium.FPDFPageObj_GetMarkedContentID(one)
        found[number] = found.get(number, "") + one.extract()
    return found


def held(tag: Any, sort: str) -> Iterator[Any]:
    """The tags of a sort within one."""
    kids = tag.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from [kid] if sort == kid.S else held(kid, sort)


def tables_of(file: bytes) -> Sequence[Table]:
    """The tables of a file in their order."""
    words = [spoken(page) for page in pypdfium2.PdfDocument(file)]
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert not pdf.check_pdf_syntax()
        pages = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}

        def said(tag: Any) -> Iterator[tuple[int, str]]:
            """The words of a tag, each with its page."""
            for kid in tag.K:
                if not isinstance(kid, pikepdf.Dictionary):
                    place = pages[tag.Pg.objgen]
                    yield place + 1, words[place].get(int(kid), "")
                elif "/S" in kid:
                    yield from said(kid)

        def heads(tag: Any, scope: str) -> list[str]:
            cells = [cell for cell in held(tag, "/TH") if any(one.get("/Scope") == scope for one in cell.A)]
            return [plain("".join(text for _, text in said(cell))).strip() for cell in cells]

        return [
            Table(
                min(page for page, _ in said(table)),
                heads(table, "/Column"),
                [heads(row, "/Row") for row in held(table, "/TR") if not heads(row, "/Column")],
            )
            for table in held(pdf.Root.StructTreeRoot, "/Table")
        ]


@pytest.fixture(scope="module")
def found(bakery_book: tuple[Path, Bound]) -> Sequence[Table]:
    return tables_of(bakery_book[0].read_bytes())


def heads_of_rows(tables: Sequence[Table], column: str) -> Sequence[str]:
    """What heads the rows of the only table with such a head over one of its columns."""
    (table,) = [table for table in tables if column in table.columns]
    return [head for row in table.rows for head in row]


def test_the_name_of_a_row_heads_it(found: Sequence[Table]) -> None:
    assert heads_of_rows(found, "Competing factors") == ["Freshness", "Hour of delivery"]
    assert heads_of_rows(found, "Need") == [
        "Bread that comes after the first guest.",
        "Guests who talk about the bread.",
    ]
    matrix = heads_of_rows(found, "Account baker")
    assert [head.rpartition(" ")[0] for head in matrix][:2] == ["Tasting morning", "Menu day"]
    assert len(matrix) == 7


def test_a_part_of_an_agenda_is_named_by_its_title_not_by_its_hour(found: Sequence[Table]) -> None:
    assert heads_of_rows(found, "Min.") == ["Tasting", "Matching", "The list"]


def test_each_row_of_a_table_has_one_head_or_none_has(found: Sequence[Table]) -> None:
    without = [table for table in found if table.columns[:1] and table.columns[0] in WITHOUT_NAMES]
    assert sorted(table.columns[0] for table in without) == sorted(WITHOUT_NAMES)
    for table in found:
        assert table.rows
        assert {len(row) for row in table.rows} == {0 if table in without else 1}, table
        assert all(head for row in table.rows for head in row), table


def test_heads_of_columns_stay_what_they_are(found: Sequence[Table]) -> None:
    assert ["Reason", "Small hotels", "Large hotels"] in [table.columns for table in found]
    assert ["Place", "At", "Crates", "Who"] in [table.columns for table in found]


def test_offprints_have_the_same_heads(
    bakery_book: tuple[Path, Bound], found: Sequence[Table], tmp_path: Path
) -> None:
    file, bound = bakery_book
    pages = tuple(bound.pages[label] for label in ("book:matrix", "tables/why-they-left"))
    lines = bookmarks(bound, fonts_of(None))
    (made,) = cut(file, [Offprint("Tables", pages)], bound.pages, lines, lambda _: None)
    whole = {table.page: table for table in found}
    assert [(table.columns, table.rows) for table in tables_of(made)] == [
        (whole[page].columns, whole[page].rows) for page in pages
    ]
