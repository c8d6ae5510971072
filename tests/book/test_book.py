"""The book of a small playbook, read back from its PDF."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import DAY, ENTRIES, print_pages, read_playbook, svg, write_playbook
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from generator.book import press
from generator.book.book import BookFailure, build_book
from generator.pages.page import Page
from generator.playbook.playbook import Playbook


def plain(text: str) -> str:
    """Text without the marks that print has of its own: quotes, spaces, hyphens at the end of a line."""
    return re.sub(r"[\s\u00ad\u2010]+", " ", re.sub("[“”]", '"', re.sub("[‘’]", "'", text)))


def outline(entries: list[Destination | list], level: int = 0) -> Iterator[tuple[int, Destination]]:  # type: ignore[type-arg]
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, level + 1)
        else:
            yield level, entry


def pieces(page: PageObject) -> list[tuple[str, float, float]]:
    found: list[tuple[str, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        found.append((text, x, y))

    page.extract_text(visitor_text=visit)
    return found


def links(reader: PdfReader, page: PageObject) -> Iterator[tuple[str, int]]:
    """The words of each link within the book, and the number of the page that it leads to."""
    numbers = {p.indirect_reference.idnum: n for n, p in enumerate(reader.pages, 1) if p.indirect_reference}
    texts = pieces(page)
    for annotation in page.get("/Annots", []):
        link = annotation.get_object()
        if "/Dest" not in link:
            continue
        left, low, right, high = (float(side) for side in link["/Rect"])
        words = "".join(t for t, x, y in texts if left - 1 <= x < right and low - 1 <= y <= high)
        yield words.strip(), numbers[link["/Dest"].get_object()[0].idnum]


def test_every_name_is_in_the_text_and_every_entry_in_the_outline(shop: Playbook, shop_book: PdfReader) -> None:
    text = plain(" ".join(page.extract_text() for page in shop_book.pages))
    titles = [entry.title for _, entry in outline(shop_book.outline)]
    for entry in shop.entries.values():
        assert plain(entry.name) in text
        assert titles.count(entry.name) == 1, entry.name


def test_the_outline_has_parts_with_kinds_with_entries(shop_book: PdfReader) -> None:
    found = [(level, entry.title) for level, entry in outline(shop_book.outline)]
    assert found[:6] == [
        (0, "Contents"), (0, "How to read this book"), (0, "Values"), (1, "Outcomes"), (2, "Loyalty"),
        (1, "Pillars"),
    ]  # fmt: skip
    assert found[-1] == (0, "Index")
    assert [title for level, title in found if level == 0][2:-1] == ["Values", "The path", "Reference"]


def test_contents_and_index_print_the_pages_that_their_links_lead_to(shop_book: PdfReader) -> None:
    pages = [shop_book.pages[2], shop_book.pages[-1]]
    found = [link for page in pages for link in links(shop_book, page)]
    assert len(found) > 50
    for words, target in found:
        assert words.endswith(str(target)), (words, target)


def test_cross_references_print_the_pages_that_their_links_lead_to(shop_book: PdfReader) -> None:
    counted = 0
    for page in shop_book.pages:
        for words, target in links(shop_book, page):
            for number in re.findall(r"p\.\s(\d+)", words):
                counted += 1
                assert int(number) == target, words
    assert counted > 30


def test_targets_show_the_name_that_leads_to_them(shop: Playbook, shop_book: PdfReader) -> None:
    starts = {entry.title: shop_book.get_destination_page_number(entry) for _, entry in outline(shop_book.outline)}
    printed = {
        words.removesuffix(str(target)).strip(): target
        for words, target in links(shop_book, shop_book.pages[2])
    }
    for entry in shop.entries.values():
        if entry.name in printed:
            assert printed[entry.name] == starts[entry.name] + 1


def test_pages_are_numbered_as_they_are_counted(shop_book: PdfReader) -> None:
    numbered = 0
    for number, page in enumerate(shop_book.pages, 1):
        feet = [text.strip() for text, _, y in pieces(page) if y < 70 and text.strip()]
        if feet and re.fullmatch(r"\d+", feet[-1]):
            numbered += 1
            assert feet[-1] == str(number)
    assert numbered > 20


def test_parts_begin_on_a_right_hand_page(shop_book: PdfReader) -> None:
    for level, entry in outline(shop_book.outline):
        if level == 0 and entry.title in {"Values", "The path", "Reference"}:
            assert shop_book.get_destination_page_number(entry) % 2 == 0, entry.title


def test_fonts_are_ours_and_embedded(shop_book: PdfReader) -> None:
    count = int(shop_book.trailer["/Size"])
    objects = [shop_book.get_object(number) for number in range(1, count)]
    fonts = [o for o in objects if isinstance(o, dict) and o.get("/Type") == "/FontDescriptor"]
    assert len(fonts) >= 4
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+Source(Serif|Sans)Pro-", font["/FontName"])
        assert "/FontFile3" in font


def test_it_says_what_it_is_and_can_be_read_aloud(shop_book: PdfReader) -> None:
    root = shop_book.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert shop_book.metadata
    assert shop_book.metadata.title == "Growing together"
    assert shop_book.metadata.author == "Moss & Fern"
    assert shop_book.metadata.creation_date
    assert shop_book.metadata.creation_date.date() == DAY
    described = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1<" in described
    assert "<pdfaid:part>3<" in described


def test_the_cover_names_edition_day_and_revision(shop_book: PdfReader) -> None:
    cover = plain(shop_book.pages[0].extract_text())
    for words in ("Growing together", "Second edition, Shop edition", "22 November 2026", "abc1234", "MOSS & FERN"):
        assert words in cover


def test_two_builds_are_the_same_bytes(
    shop: Playbook, shop_pages: tuple[Page, ...], shop_bytes: bytes, tmp_path: Path
) -> None:
    build_book(shop, shop_pages, tmp_path / "again.pdf", revision="abc1234", day=DAY)
    assert (tmp_path / "again.pdf").read_bytes() == shop_bytes


def changed(pages: tuple[Page, ...], title: str, old: str, new: str) -> tuple[Page, ...]:
    page = next(page for page in pages if page.title == title)
    assert old in page.html
    replaced = dataclasses.replace(page, html=page.html.replace(old, new, 1))
    return tuple(replaced if p is page else p for p in pages)


@pytest.mark.parametrize(
    ("title", "old", "new", "said"),
    [
        ("Openness", "<p>", "<p><blink>", "</p> closes nothing"),
        ("Openness", "Saying it.", "<blink>Saying</blink> it.", 'no print style for <blink>, which stands in "Openness"'),
        ("Openness", "<p>", '<p class="vc-new">', 'no print style for <p class="vc-new">'),
        ("Openness", "entry:events/first-visit", "entry:events/gone", '"Openness" leads to events/gone'),
        ("Trust", "entry:values/openness", "entry:values/openness#gone", '"Trust" leads to values/openness#gone'),
        ("Trust", "<title>The evidence</title><desc>Drawn for a test</desc>", "", '"Trust" (pillars/trust.html): a figure'),
        ("Trust", 'font-family="Source Sans Pro"', 'font-family="Arial"', 'the font "Arial"'),
        ("Openness", "Saying it", "Saying \u2603", 'it stands in "Openness"'),
        ("Growing together", "<svg", "<b", "Growing together"),
        ("Glossary", ' id="compost"', "", '"Openness" leads to terms/compost'),
        ("Glossary", ' id="compost"', ' id="basis"', "terms/basis in the book, which is taken"),
        ("Openness", '<p class="vc-kicker">', '<p class="vc-other">', "the head of a page holds <p>"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_stops_the_book_and_leaves_the_last_one(
    title: str, old: str, new: str, said: str, shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path
) -> None:
    target = tmp_path / "book.pdf"
    target.write_bytes(b"the last one")
    with pytest.raises(BookFailure, match=re.escape(said)):
        build_book(shop, changed(shop_pages, title, old, new), target, revision="r", day=DAY)
    assert target.read_bytes() == b"the last one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_page_that_is_left_out_stops_the_book(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path
) -> None:
    storm = next(page for page in shop_pages if page.title == "Storm")
    rest = tuple(
        dataclasses.replace(page, html=re.sub(r'<a [^>]*href="entry:events/storm[^>]*>(.*?)</a>', r"\1", page.html))
        for page in shop_pages
        if page is not storm
    )
    with pytest.raises(BookFailure, match=r'"Storm" \(events/storm\) has no place'):
        build_book(shop, rest, tmp_path / "book.pdf", revision="r", day=DAY)
    with pytest.raises(BookFailure, match="taken"):
        build_book(shop, (*shop_pages, storm), tmp_path / "book.pdf", revision="r", day=DAY)


def test_the_home_page_needs_a_compass(shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path) -> None:
    home = shop_pages[0]
    without = dataclasses.replace(home, html=home.html.replace(svg("compass"), ""))
    with pytest.raises(BookFailure, match="no compass"):
        build_book(shop, (without, *shop_pages[1:]), tmp_path / "book.pdf", revision="r", day=DAY)


def test_a_print_style_that_leaves_out_a_place_stops_the_book(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    for template in press.TEMPLATES.glob("*.typ"):
        text = template.read_text(encoding="utf-8")
        (templates / template.name).write_text(text.replace("  rows(entry.items, at)", ""), encoding="utf-8")
    monkeypatch.setattr(press, "TEMPLATES", templates)
    with pytest.raises(BookFailure, match="is not in the book: its print style leaves it out"):
        build_book(shop, shop_pages, tmp_path / "book.pdf", revision="r", day=DAY)


def test_an_unknown_font_in_a_template_stops_the_book(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    for template in press.TEMPLATES.glob("*.typ"):
        text = template.read_text(encoding="utf-8")
        text = text.replace('font: "Source Sans Pro"', 'font: ("Lato", "Source Sans Pro")')
        (templates / template.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(press, "TEMPLATES", templates)
    with pytest.raises(BookFailure, match="unknown font family: lato"):
        build_book(shop, shop_pages, tmp_path / "book.pdf", revision="r", day=DAY)


def test_straight_quotes_become_the_languages_own(shop_book: PdfReader) -> None:
    text = " ".join(page.extract_text() for page in shop_book.pages)
    assert "“why”" in text
    assert "it’s so" in text


def test_a_playbook_of_many_entries_keeps_its_numbers_right(tmp_path: Path) -> None:
    many = {
        f"values/number-{n}": ENTRIES["values/patience"]
        .replace("name: Patience", f"name: Number {n}")
        .replace("Waiting for", f"Waiting for [[values/number-{(n * 37) % 120}]] and")
        for n in range(120)
    }
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, **many}))
    build_book(playbook, print_pages(playbook), tmp_path / "book.pdf", revision="r", day=DAY)
    reader = PdfReader(tmp_path / "book.pdf")
    text = plain(" ".join(page.extract_text() for page in reader.pages))
    counted = 0
    for _, entry in outline(reader.outline):
        for number in re.findall(rf"\b{re.escape(entry.title or '')} \(?p\. (\d+)", text):
            counted += 1
            assert int(number) == reader.get_destination_page_number(entry) + 1, entry.title
    assert counted > 240


def test_the_real_playbook_has_a_book(playbook: Playbook, tmp_path: Path) -> None:
    from generator.pages.figures import Figures
    from generator.pages.page import Medium
    from generator.pages.render import render_pages

    pages = render_pages(playbook, Medium.PRINT, Figures(playbook, Medium.PRINT, tmp_path / "cache"))
    build_book(playbook, pages, tmp_path / "book.pdf", revision="r", day=DAY)
    reader = PdfReader(tmp_path / "book.pdf")
    titles = [entry.title for _, entry in outline(reader.outline)]
    for entry in playbook.entries.values():
        assert plain(entry.name) in map(plain, titles)
