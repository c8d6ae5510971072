"""Right and left pages, the small compass, and what a print shop asks for."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PageObject, PdfReader

from generator.book.book import build_book
from generator.book.finish import Finish
from generator.book.greyscale import grey, grey_drawing, with_grey_pillars
from generator.book.imprint import Imprint
from generator.diagrams.palette import INK
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from schemas.colours import luminance
from schemas.framework import Pillar
from tests.book.shop import DAY, ENTRIES, print_pages, read_playbook, write_playbook
from tests.book.test_book import outline, pieces

MM = 72 / 25.4
FOR_THE_SHOP = Finish(bleed=True, greyscale=True)


def words(page: PageObject) -> list[tuple[str, float, float]]:
    return [(text.strip(), x, y) for text, x, y in pieces(page) if text.strip()]


def openings(reader: PdfReader) -> Iterator[tuple[str, int]]:
    """What begins on a page of its own at the top of the outline, with its page."""
    for level, found in outline(reader.outline):
        if level == 0 and found.title != "How to read this book":
            yield found.title or "", reader.get_destination_page_number(found) + 1


def test_contents_parts_and_indexes_begin_on_a_right_hand_page(shop_book: PdfReader) -> None:
    begins = dict(openings(shop_book))
    assert list(begins) == ["Contents", "Values", "The path", "Reference", "Indexes"]
    assert all(page % 2 for page in begins.values()), begins


def test_a_left_page_that_is_left_empty_holds_nothing(shop_book: PdfReader, tmp_path: Path) -> None:
    last = ENTRIES["groups/attention"].replace("Attention", "Another group").replace("order: 1", "order: 9")
    another = {"groups/another": last}
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, **another}))
    build_book(playbook, print_pages(playbook), tmp_path / "book.pdf", Imprint("r", DAY))
    longer = PdfReader(tmp_path / "book.pdf")
    # A page more before "The path": in one of the two books the page before it is left empty.
    before = [book.pages[dict(openings(book))["The path"] - 2] for book in (shop_book, longer)]
    empty = [page for page in before if not words(page)]
    assert len(empty) == 1
    assert "/XObject" not in empty[0].get("/Resources", {})


def test_margins_are_mirrored(shop_book: PdfReader) -> None:
    heads: dict[int, set[int]] = {0: set(), 1: set()}
    feet: dict[int, set[int]] = {0: set(), 1: set()}
    for number, page in enumerate(shop_book.pages, 1):
        found = words(page)
        foot = [round(x) for text, x, y in found if y < 70 and text == str(number)]
        if foot:
            feet[number % 2].update(foot)
            heads[number % 2].add(round(min(x for _, x, y in found if 765 < y < 800 and x > 20 * MM)))
    assert heads == {1: {round(27 * MM)}, 0: {round(23 * MM)}}
    assert min(feet[1]) > 180 * MM
    assert feet[0] == {round(23 * MM)}


def test_a_page_that_an_entry_opens_has_the_small_compass_in_its_outer_margin(
    shop_bytes: bytes, shop_book: PdfReader
) -> None:
    document = pypdfium2.PdfDocument(shop_bytes)
    begins = {
        d.title: shop_book.get_destination_page_number(d) for n, d in outline(shop_book.outline) if n == 2
    }
    for name, opens in (
        ("Honest advice", True),
        ("Planting day", True),
        ("Patience", False),
        ("Storm", False),
    ):
        number = begins[name] + 1
        image = document[number - 1].render(scale=1).to_pil().convert("L")
        for side, (left, right) in {1: (188, 209), 0: (1, 22)}.items():
            corner = image.crop((round(left * MM), round(20 * MM), round(right * MM), round(36 * MM)))
            assert (corner.getextrema()[0] < 250) == (opens and side == number % 2), (name, side)


@pytest.mark.parametrize("lines", [1, 60])
def test_a_high_figure_stands_below_what_it_belongs_to(
    lines: int, shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path
) -> None:
    honest = next(page for page in shop_pages if page.title == "Honest advice")
    html = honest.html.replace('viewBox="0 0 400 80"', 'viewBox="0 0 400 500"')
    html = html.replace("</header>", "</header>" + "<p>Said before the figure.</p>" * lines)
    pages = tuple(dataclasses.replace(page, html=html) if page is honest else page for page in shop_pages)
    build_book(shop, pages, tmp_path / "book.pdf", Imprint("r", DAY))
    book = pypdfium2.PdfDocument(tmp_path / "book.pdf")
    seen = {
        name: position(book, name)
        for name in ("We say what we know.", "neighbourhood", "What builds it, and")
    }
    assert seen["We say what we know."] < seen["neighbourhood"]
    assert seen["neighbourhood"][0] - seen["What builds it, and"][0] <= 1


def position(book: pypdfium2.PdfDocument, said: str) -> tuple[int, float]:
    """The page of words that stand in the book once below its contents, and how far below the page's upper edge."""
    for number in range(4, len(book)):
        text = book[number].get_textpage()
        if found := text.search(said).get_next():
            return number, 842 - text.get_charbox(found[0])[3]
    raise AssertionError(f"{said} is not in the book")


@pytest.fixture(scope="module")
def for_the_shop(shop: Playbook, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The small playbook for a print shop, built twice."""
    folder = tmp_path_factory.mktemp("shop")
    playbook = with_grey_pillars(shop)
    pages = coloured(print_pages(playbook))
    for name in ("one.pdf", "two.pdf"):
        build_book(playbook, pages, folder / name, Imprint("abc1234", DAY, FOR_THE_SHOP))
    return [(folder / name).read_bytes() for name in ("one.pdf", "two.pdf")]


def coloured(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Pages whose figures have a colour."""
    return tuple(dataclasses.replace(page, html=page.html.replace("#eeeeee", "#c33b12")) for page in pages)


def test_boxes_say_where_to_cut_and_how_far_colours_run(
    for_the_shop: list[bytes], shop_book: PdfReader
) -> None:
    reader = PdfReader(io.BytesIO(for_the_shop[0]))
    assert len(reader.pages) == len(shop_book.pages)
    for page in reader.pages:
        trim = page.trimbox
        assert (round(trim.width / MM), round(trim.height / MM)) == (210, 297)
        for box, away in ((page.bleedbox, 3), (page.mediabox, 12)):
            assert [round(abs(a - b) / MM, 2) for a, b in zip(box, trim, strict=True)] == [away] * 4


def test_text_stands_on_the_sheet_as_it_does_on_the_page(
    for_the_shop: list[bytes], shop_book: PdfReader
) -> None:
    reader = PdfReader(io.BytesIO(for_the_shop[0]))
    for sheet, page in zip(reader.pages, shop_book.pages, strict=True):
        moved = [(text, round(x - 12 * MM), round(y - 12 * MM)) for text, x, y in words(sheet)]
        there = [(text, round(x), round(y)) for text, x, y in words(page)]
        assert sorted(moved) == sorted(there)


def test_a_book_for_a_print_shop_is_tagged_and_the_same_bytes_twice(for_the_shop: list[bytes]) -> None:
    assert for_the_shop[0] == for_the_shop[1]
    root = PdfReader(io.BytesIO(for_the_shop[0])).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    described = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1<" in described
    assert "<pdfaid:part>3<" in described


def test_tabs_and_part_pages_run_over_the_edge_and_crop_marks_stand_outside(
    for_the_shop: list[bytes],
) -> None:
    part = dict(openings(PdfReader(io.BytesIO(for_the_shop[0]))))["The path"]
    document = pypdfium2.PdfDocument(for_the_shop[0])
    scale = 3.0
    images = {n: document[n - 1].render(scale=scale).to_pil().convert("L") for n in (part, part + 1)}

    def at(number: int, x: float, y: float) -> int:
        """How light the sheet is at millimetres from the trimmed page's left and upper edge."""
        return int(images[number].getpixel((round((x + 12) * MM * scale), round((y + 12) * MM * scale))))

    for x, y in ((-2.8, 100), (212.8, 100), (100, -2.8), (100, 299.8)):
        assert at(part, x, y) < 110
    assert at(part, -3.5, 100) > 250
    assert at(part, 213.5, 100) > 250
    assert sum(at(part + 1, -2.5, y) < 110 for y in range(38, 200)) > 15
    around = [n / 10 for n in range(-2, 3)]
    for number in images:
        for x, y in ((-7, 0), (217, 0), (-7, 297), (217, 297), (0, -7), (210, -7), (0, 304), (210, 304)):
            assert min(at(number, x + dx, y + dy) for dx in around for dy in around) < 128, (x, y)


def test_a_grey_book_has_no_colour(for_the_shop: list[bytes]) -> None:
    document = pypdfium2.PdfDocument(for_the_shop[0])
    shades = set()
    for number in range(0, len(document), 3):
        image = document[number].render(scale=0.25).to_pil().convert("RGB")
        for _, (red, green, blue) in image.getcolors(1 << 24):
            assert max(red, green, blue) - min(red, green, blue) <= 1, number + 1
            shades.add(red)
    assert len(shades) > 20


def test_a_grey_book_is_printed_with_black_alone(for_the_shop: list[bytes]) -> None:
    book = PdfReader(io.BytesIO(for_the_shop[0]))
    spaces = [
        space.get_object()
        for page in book.pages
        for space in page["/Resources"].get("/ColorSpace", {}).values()
    ]
    assert spaces
    assert {(space[0], space[1].get_object()["/N"]) for space in spaces} == {("/ICCBased", 1)}
    colours = {"g", "G", "rg", "RG", "k", "K", "cs", "scn"}
    for page in book.pages:
        used = [
            (op.decode(), given) for given, op in page.get_contents().operations if op.decode() in colours
        ]
        assert {op for op, _ in used} <= {"cs", "scn"}
    *_, last = book.pages
    inks = {given[0] for given, op in last.get_contents().operations if op == b"scn"}
    assert 0 in inks, "words are black, not of dots"


def test_pillars_get_greys_that_can_be_told_apart_in_the_order_of_their_luminance(shop: Playbook) -> None:
    pillars = with_grey_pillars(shop).of(Pillar)
    levels = sorted(int(pillar.colour[1:3], 16) for pillar in pillars)
    assert all(after - before >= 30 for before, after in pairwise(levels))
    orders = [
        [p.reference for p in sorted(some, key=lambda pillar: luminance(pillar.colour))]
        for some in (pillars, shop.of(Pillar))
    ]
    assert orders[0] == orders[1]


def test_every_colour_of_a_drawing_becomes_its_grey() -> None:
    drawing = (
        '<path fill="#1f5f8b" stroke="#fc0"/><g style="fill:#c33b12;stroke: #FFFFFF;"/><use href="#fade"/>'
    )
    made = grey_drawing(drawing)
    assert 'href="#fade"' in made
    found = re.findall("#([0-9a-f]{6})", made)
    assert len(found) == 4
    assert all(len(set(re.findall("..", colour))) == 1 for colour in found)
    assert abs(luminance(grey("#1f5f8b")) - luminance("#1f5f8b")) < 0.005
    assert grey(INK.colour) == "#000000"


def test_no_book_takes_the_place_of_another() -> None:
    names = {Finish(bleed, greyscale).suffix for bleed in (True, False) for greyscale in (True, False)}
    assert len(names) == 4
    assert "" in names
