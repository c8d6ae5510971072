"""Right and left pages, and what a print shop asks for."""

from __future__ import annotations

import ctypes
import io
import re
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PageObject, PdfReader

from tests.book.reading import letters
from tests.book.shop import DAY
from value_compass.generator.book.book import build_book
from value_compass.generator.book.finish import Finish
from value_compass.generator.book.greyscale import grey, grey_drawing, with_grey_pillars
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.diagrams.palette import INK
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.colours import luminance
from value_compass.schemas.framework import Pillar

MM = 72 / 25.4
FOR_THE_SHOP = Finish(bleed=True, greyscale=True)


def pieces(page: PageObject) -> list[tuple[str, float, float]]:
    found: list[tuple[str, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        found.append((text, x, y))

    page.extract_text(visitor_text=visit)
    return found


def words(page: PageObject) -> list[tuple[str, float, float]]:
    return [(text.strip(), x, y) for text, x, y in pieces(page) if text.strip()]


@pytest.fixture(scope="module")
def shop_words(shop_book: PdfReader) -> list[list[tuple[str, float, float]]]:
    """The words of each page of the small playbook's book, with their places."""
    return [words(page) for page in shop_book.pages]


def test_margins_are_mirrored_and_the_number_stands_outside(
    shop_words: list[list[tuple[str, float, float]]],
) -> None:
    left: dict[int, set[int]] = {0: set(), 1: set()}
    for number, page in enumerate(shop_words, 1):
        folio = [x for text, x, y in page if y > 790 and text.split(" ")[0] == str(number)]
        if folio:
            left[number % 2].add(round(folio[0]))
    assert left[0] == {round(19 * MM)}
    assert min(left[1]) > 175 * MM


def test_nothing_but_tone_is_nearer_than_six_millimetres_to_the_edge(
    shop_pages: pypdfium2.PdfDocument,
) -> None:
    for number, page in enumerate(shop_pages, 1):
        for left, bottom, right, top in letters(page):
            assert min(left, bottom, 595.3 - right, 841.9 - top) > 5.5 * MM, number


@pytest.fixture(scope="module")
def for_the_shop(shop: Playbook, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The small playbook for a print shop, built twice."""
    folder = tmp_path_factory.mktemp("shop")
    for name in ("one.pdf", "two.pdf"):
        build_book(with_grey_pillars(shop), folder / name, Imprint("abc1234", DAY, FOR_THE_SHOP))
    return [(folder / name).read_bytes() for name in ("one.pdf", "two.pdf")]


def test_words_can_be_read_in_grey_on_paper_and_on_tints(for_the_shop: list[bytes]) -> None:
    tint = luminance("#ededed")
    tones = set()
    for page in pypdfium2.PdfDocument(for_the_shop[0]):
        for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
            channels = [ctypes.c_uint() for _ in range(4)]
            pdfium.FPDFPageObj_GetFillColor(drawn.raw, *channels)
            tones.add(channels[0].value)
    dark = {tone for tone in tones if tone < 200}
    assert len(dark) > 2
    assert all(
        (tint + 0.05) / (luminance(f"#{tone:02x}{tone:02x}{tone:02x}") + 0.05) >= 4.5 for tone in dark
    ), dark


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
    for_the_shop: list[bytes], shop_words: list[list[tuple[str, float, float]]]
) -> None:
    reader = PdfReader(io.BytesIO(for_the_shop[0]))
    for sheet, page in zip(reader.pages, shop_words, strict=True):
        moved = [(text, round(x - 12 * MM), round(y - 12 * MM)) for text, x, y in words(sheet)]
        there = [(text, round(x), round(y)) for text, x, y in page]
        assert sorted(moved) == sorted(there)


def test_a_book_for_a_print_shop_is_tagged_and_the_same_bytes_twice(for_the_shop: list[bytes]) -> None:
    assert for_the_shop[0] == for_the_shop[1]
    root = PdfReader(io.BytesIO(for_the_shop[0])).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    described = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1<" in described
    assert "<pdfaid:part>3<" in described


def test_tabs_run_over_the_edge_and_crop_marks_stand_outside(
    for_the_shop: list[bytes], shop_bound: Bound
) -> None:
    number = next(sheet.number for sheet in shop_bound.sheets if sheet.tab and not sheet.even)
    scale = 3.0
    image = pypdfium2.PdfDocument(for_the_shop[0])[number - 1].render(scale=scale).to_pil().convert("L")

    def at(x: float, y: float) -> int:
        """How light the sheet is at millimetres from the trimmed page's left and upper edge."""
        return int(image.getpixel((round((x + 12) * MM * scale), round((y + 12) * MM * scale))))

    assert sum(at(212.5, y) < 110 for y in range(20, 280)) > 15
    assert not any(at(213.5, y) < 250 for y in range(20, 280))
    around = [n / 10 for n in range(-2, 3)]
    for x, y in ((-7, 0), (217, 0), (-7, 297), (217, 297), (0, -7), (210, -7), (0, 304), (210, 304)):
        assert min(at(x + dx, y + dy) for dx in around for dy in around) < 128, (x, y)


def test_a_grey_book_has_no_colour(for_the_shop: list[bytes]) -> None:
    document = pypdfium2.PdfDocument(for_the_shop[0])
    shades = set()
    for number in range(0, len(document), 3):
        image = document[number].render(scale=0.25).to_pil().convert("RGB")
        for _, (red, green, blue) in image.getcolors(image.width * image.height):
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
