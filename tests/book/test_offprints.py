"""Parts of the finished book as files of their own, read back from their PDFs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from tests.book.reading import outline, plain
from tests.book.test_book import links, places
from value_compass.generator.book.book import bookmarks
from value_compass.generator.book.compose import Extract
from value_compass.generator.book.extracts.part import part
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.offprints import Offprint, cut, pages_of
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Reference

READ = ("roles/gardener", "events/storm", "terms/compost", "values/openness", "steps/meet")
ON_THE_SITE = "https://moss.garden/shop/"


def on_the_site(label: str) -> str | None:
    return f"{ON_THE_SITE}{label}" if label.startswith("groups/") else None


def part_pages(shop: Playbook, laid: Bound) -> tuple[int, ...]:
    section = next(section for section in shop.settings.sections if section.id == "path")
    return pages_of(laid, part(shop, section))


def read_pages(laid: Bound) -> tuple[int, ...]:
    return pages_of(laid, Extract("Reading pack", tuple(Reference(*one.split("/")) for one in READ)))


@pytest.fixture(scope="module")
def files(
    shop: Playbook, shop_bytes: bytes, shop_bound: Bound, tmp_path_factory: pytest.TempPathFactory
) -> Sequence[bytes]:
    """The part of the path; a choice of entries; and the part once more, cut after the other."""
    book = tmp_path_factory.mktemp("book") / "book.pdf"
    book.write_bytes(shop_bytes)
    path, read = part_pages(shop, shop_bound), read_pages(shop_bound)
    asked = [
        Offprint("Garden: The path", path),
        Offprint("Garden: Pack", read),
        Offprint("Garden: The path", path),
    ]
    lines = bookmarks(shop_bound, fonts_of(None))
    return list(cut(book, asked, shop_bound.pages, lines, on_the_site))


@pytest.fixture(scope="module")
def path(files: Sequence[bytes]) -> PdfReader:
    return PdfReader(io.BytesIO(files[0]))


@pytest.fixture(scope="module")
def pack(files: Sequence[bytes]) -> PdfReader:
    return PdfReader(io.BytesIO(files[1]))


def same_pages(found: PdfReader, book: PdfReader, numbers: Sequence[int]) -> bool:
    said = [page.extract_text() for page in found.pages]
    return said == [book.pages[number - 1].extract_text() for number in numbers]


def test_a_part_is_the_pages_of_the_book_with_their_numbers(
    path: PdfReader, shop: Playbook, shop_book: PdfReader, shop_bound: Bound
) -> None:
    numbers = part_pages(shop, shop_bound)
    assert numbers == tuple(range(numbers[0], numbers[-1] + 1))
    assert same_pages(path, shop_book, numbers)
    assert path.page_labels == list(map(str, numbers))
    assert path.metadata
    assert path.metadata.title == "Garden: The path"


def test_what_is_read_stands_in_the_order_in_which_it_is_read(
    pack: PdfReader, shop_book: PdfReader, shop_bound: Bound
) -> None:
    numbers = read_pages(shop_bound)
    assert len(numbers) == len(set(numbers))
    assert same_pages(pack, shop_book, numbers)
    known = places(pack)
    assert [known[label] for label in READ] == sorted(known[label] for label in READ)
    assert pack.page_labels == list(map(str, numbers))


@pytest.mark.parametrize("which", ["path", "pack"])
def test_the_outline_lists_what_is_there_and_leads_to_its_page(
    which: str, request: pytest.FixtureRequest
) -> None:
    reader: PdfReader = request.getfixturevalue(which)
    found = [entry for _, entry in outline(reader.outline)]
    assert found
    for entry in found:
        page = reader.pages[reader.get_destination_page_number(entry)]
        assert plain(entry.title or "").partition(" (")[0] in plain(page.extract_text())
    told = {plain(entry.title or "") for entry in found}
    assert "Meet" in told
    assert "Index" not in told


def addresses(reader: PdfReader) -> list[str | None]:
    """Where each link that names no place of the file leads; nothing where it leads nowhere."""
    actions = [
        annotation.get_object().get("/A") for page in reader.pages for annotation in page.get("/Annots", [])
    ]
    return [action["/URI"] if action else None for action in actions if not action or "/URI" in action]


@pytest.mark.parametrize("which", ["path", "pack"])
def test_links_lead_to_a_page_that_is_there_else_to_the_site_or_nowhere(
    which: str, request: pytest.FixtureRequest
) -> None:
    reader: PdfReader = request.getfixturevalue(which)
    known = places(reader)
    assert links(reader)
    assert {label for _, _, label in links(reader)} <= known.keys()
    led_out = {address.removeprefix(ON_THE_SITE) for address in addresses(reader) if address}
    assert {label for label in led_out if label.startswith("groups/")}
    assert not led_out & known.keys()
    assert None in addresses(reader)


def elements(holder: Any) -> Iterator[Any]:
    kids = holder.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from elements(kid)


@pytest.mark.parametrize("which", [0, 1])
def test_its_tags_are_those_of_its_pages_and_its_headings_begin_at_the_top(
    files: Sequence[bytes], which: int
) -> None:
    with pikepdf.open(io.BytesIO(files[which])) as pdf:
        assert not pdf.check_pdf_syntax()
        here = {page.obj.objgen for page in pdf.pages}
        root = pdf.Root.StructTreeRoot
        found = list(elements(root))
        assert {one.Pg.objgen for one in found if "/Pg" in one} == here
        sorts = [str(one.get("/S", "")) for one in found]
        levels = [int(sort[2:]) for sort in sorts if sort[:2] == "/H" and sort[2:].isdigit()]
        assert levels[0] == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))
        keys = list(root.ParentTree.Nums)[::2]
        asked = [int(page.obj.StructParents) for page in pdf.pages]
        asked += [int(one.StructParent) for page in pdf.pages for one in page.obj.get("/Annots", [])]
        assert keys == sorted(asked)


def test_nothing_else_of_the_book_is_in_the_file(files: Sequence[bytes], shop: Playbook) -> None:
    with pikepdf.open(io.BytesIO(files[0])) as pdf:
        held = b"".join(
            one.unparse(resolved=True) for one in pdf.objects if not isinstance(one, pikepdf.Stream)
        ).decode("latin-1")
    elsewhere = [label for label in map(str, shop.entries) if label.startswith(("cases/", "groups/"))]
    assert elsewhere
    assert not [label for label in elsewhere if f"({label})" in held]
    assert "(workshops/planting-day)" in held


def test_a_file_is_the_same_whatever_was_cut_before_it(files: Sequence[bytes]) -> None:
    assert files[0] == files[2]
