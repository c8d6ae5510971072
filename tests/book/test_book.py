"""The book of a small playbook, read back from its PDF."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from generator.book import press
from generator.book.book import BookFailure, build_book
from generator.book.images import Images
from generator.book.imprint import Imprint
from generator.book.tree import Node, parse
from generator.pages.figures import Figures
from generator.pages.page import Medium, Page
from generator.pages.render import render_pages
from generator.playbook.playbook import Playbook
from tests.book.shop import DAY, ENTRIES, print_pages, read_playbook, svg, write_playbook
from tests.examples.overlay import BAKERY


def plain(text: str) -> str:
    """Text without the marks that print has of its own: quotes, spaces, hyphens at the end of a line."""
    straight = re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text))
    return re.sub(r"[\s\u00ad\u2010]+", " ", straight)


def plain_lines(text: str) -> str:
    return "\n".join(plain(line).strip() for line in text.splitlines())


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


def targets(reader: PdfReader, page: PageObject) -> list[int]:
    """The numbers of the pages that the links of a page lead to."""
    numbers = {p.indirect_reference.idnum: n for n, p in enumerate(reader.pages, 1) if p.indirect_reference}
    annotations = [annotation.get_object() for annotation in page.get("/Annots", [])]
    return [numbers[link["/Dest"].get_object()[0].idnum] for link in annotations if "/Dest" in link]


def starts(reader: PdfReader) -> dict[str, int]:
    """The page on which each entry, kind and part begins, for names that only one of them has."""
    found = [(d.title or "", reader.get_destination_page_number(d) + 1) for _, d in outline(reader.outline)]
    names = Counter(name for name, _ in found)
    return {name: page for name, page in found if names[name] == 1}


def references(reader: PdfReader) -> Iterator[tuple[str, int, int]]:
    """Each name with a page number after it in the text, that number, and the page where it begins."""
    text = plain(" ".join(page.extract_text() for page in reader.pages))
    for name, page in starts(reader).items():
        for number in re.findall(rf"\b{re.escape(plain(name))} \(?p\. (\d+)", text):
            yield name, int(number), page


def test_every_name_is_in_the_text_and_every_entry_in_the_outline(
    shop: Playbook, shop_book: PdfReader
) -> None:
    text = plain(" ".join(page.extract_text() for page in shop_book.pages))
    titles = Counter(entry.title for level, entry in outline(shop_book.outline) if level == 2)
    assert titles == Counter(entry.name for entry in shop.entries.values())
    for entry in shop.entries.values():
        assert plain(entry.name) in text


def pressed(text: str) -> str:
    """Text without what print puts between its letters: spaces, hyphens, marks of its own."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", plain(text))


def strings(nodes: list[Node], left_away: set[str]) -> Iterator[str]:
    """The texts of a page; lists of chapters and what a sign beside it says are left away."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif not left_away & set(node.classes):
            yield from strings(node.children, left_away)


# Headings of lists that the contents stand for, and the caption of a figure that its chapter shows again.
SAID_ELSEWHERE = {"Read on", "Overviews", "The path, with its milestones."}


def test_no_word_is_lost(shop_pages: tuple[Page, ...], shop_book: PdfReader, tmp_path: Path) -> None:
    text = pressed(" ".join(page.extract_text() for page in shop_book.pages))
    for page in shop_pages:
        left_away = {"vc-visually-hidden", "vc-basis-key", "vc-kind", "vc-about"}
        if page.level == 0:
            left_away.add("vc-index")
        for words in strings(parse(page.html, Images(tmp_path, press.FAMILIES)), left_away):
            for piece in re.split("[●○◐]", words):
                if piece not in SAID_ELSEWHERE:
                    assert pressed(piece) in text, (page.title, piece)


def test_the_kind_is_said_where_two_entries_share_a_name(shop_book: PdfReader) -> None:
    text = plain(" ".join(page.extract_text() for page in shop_book.pages))
    assert re.search(r"Attention p\. \d+ \(value\)", text)
    assert re.search(r"Attention p\. \d+ \(value group\)", text)
    assert not re.search(r"Patience p\. \d+ \(value\)", text)


def test_the_outline_has_parts_with_kinds_with_entries(shop_book: PdfReader) -> None:
    found = [(level, entry.title) for level, entry in outline(shop_book.outline)]
    assert found[:6] == [
        (0, "Contents"), (0, "How to read this book"), (0, "Values"), (1, "Outcomes"), (2, "Loyalty"),
        (1, "Pillars"),
    ]  # fmt: skip
    assert found[-6:] == [
        (0, "Indexes"), (1, "Values"), (1, "Roles"), (1, "Situations"), (1, "Events and workshops"), (1, "General index"),
    ]  # fmt: skip
    assert [title for level, title in found if level == 0][2:-1] == ["Values", "The path", "Reference"]


def test_contents_print_the_pages_that_their_links_lead_to(shop_book: PdfReader) -> None:
    contents = shop_book.pages[2]
    found = re.findall(r"^(.+?) (\d+)$", plain_lines(contents.extract_text()), re.MULTILINE)
    lines = dict(found)
    checked = [name for name, page in starts(shop_book).items() if lines.get(name) == str(page)]
    assert {"Loyalty", "Glossary", "Storm", "The path", "Indexes", "General index"} <= set(checked)
    wrong = {n for n, page in starts(shop_book).items() if n in lines and lines[n] != str(page)}
    assert wrong == set()
    assert sorted(targets(shop_book, contents))[:3] == [4, 5, 7]
    assert sorted(targets(shop_book, contents)) == sorted(int(number) for _, number in found)


def test_the_index_prints_the_pages_that_its_links_lead_to(shop: Playbook, shop_book: PdfReader) -> None:
    index = shop_book.pages[-1]
    text = plain(index.extract_text())
    assert set(map(int, re.findall(r", (\d+)\b", text))) == set(targets(shop_book, index))
    begins = starts(shop_book)
    for entry in shop.entries.values():
        if entry.name in begins:
            assert f"{plain(entry.name)}, {begins[entry.name]}" in text
            for alias in entry.aliases:
                assert f"{alias}, see {plain(entry.name)}, {begins[entry.name]}" in text


def test_cross_references_print_the_pages_where_their_targets_begin(shop_book: PdfReader) -> None:
    found = list(references(shop_book))
    assert len(found) > 30
    for name, number, page in found:
        assert number == page, name
    for page in shop_book.pages:
        printed = set(map(int, re.findall(r"\bp\. (\d+)", plain(page.extract_text()))))
        assert printed <= set(targets(shop_book, page))


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
    for words in ("Growing together", "Second edition, Shop edition", "22 November 2026", "abc1234"):
        assert words in cover
    assert "MOSS & FERN" in cover


def test_two_builds_are_the_same_bytes(
    shop: Playbook, shop_pages: tuple[Page, ...], shop_bytes: bytes, tmp_path: Path
) -> None:
    build_book(shop, shop_pages, tmp_path / "again.pdf", Imprint("abc1234", DAY))
    assert (tmp_path / "again.pdf").read_bytes() == shop_bytes


_TEXT_OF_FIGURE = "<title>The evidence</title><desc>Drawn for a test</desc>"


def changed(pages: tuple[Page, ...], title: str, old: str, new: str) -> tuple[Page, ...]:
    page = next(page for page in pages if page.title == title)
    assert old in page.html
    replaced = dataclasses.replace(page, html=page.html.replace(old, new, 1))
    return tuple(replaced if p is page else p for p in pages)


@pytest.mark.parametrize(
    ("title", "old", "new", "said"),
    [
        ("Openness", "<p>", "<p><blink>", "</p> closes nothing"),
        ("Openness", "Saying it.", "<q>Saying it.</q>", 'no print style for <q>, which stands in "Openness"'),
        ("Openness", "<p>", '<p class="vc-new">', 'no print style for <p class="vc-new">'),
        ("Openness", "entry:events/first-visit", "entry:events/gone", '"Openness" leads to events/gone'),
        ("Trust", "values/openness", "values/openness#gone", '"Trust" leads to values/openness#gone'),
        ("Trust", _TEXT_OF_FIGURE, "", '"Trust" (pillars/trust.html): a figure'),
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
        build_book(shop, changed(shop_pages, title, old, new), target, Imprint("r", DAY))
    assert target.read_bytes() == b"the last one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_page_that_is_left_out_stops_the_book(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path
) -> None:
    storm = next(page for page in shop_pages if page.title == "Storm")
    link = re.compile(r'<a [^>]*href="entry:events/storm[^>]*>(.*?)</a>')
    rest = tuple(
        dataclasses.replace(page, html=link.sub(r"\1", page.html)) for page in shop_pages if page is not storm
    )
    with pytest.raises(BookFailure, match=r'"Storm" \(events/storm\) has no place'):
        build_book(shop, rest, tmp_path / "book.pdf", Imprint("r", DAY))
    with pytest.raises(BookFailure, match="taken"):
        build_book(shop, (*shop_pages, storm), tmp_path / "book.pdf", Imprint("r", DAY))


def test_the_home_page_needs_a_compass(shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path) -> None:
    home = shop_pages[0]
    without = dataclasses.replace(home, html=home.html.replace(svg("compass"), ""))
    with pytest.raises(BookFailure, match="no compass"):
        build_book(shop, (without, *shop_pages[1:]), tmp_path / "book.pdf", Imprint("r", DAY))


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
        build_book(shop, shop_pages, tmp_path / "book.pdf", Imprint("r", DAY))


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
        build_book(shop, shop_pages, tmp_path / "book.pdf", Imprint("r", DAY))


def test_straight_quotes_become_the_languages_own(shop_book: PdfReader) -> None:
    text = " ".join(page.extract_text() for page in shop_book.pages)
    assert "\u201cwhy\u201d" in text
    assert "it\u2019s so" in text


def test_a_playbook_of_many_entries_keeps_its_numbers_right(tmp_path: Path) -> None:
    many = {
        f"values/number-{n}": ENTRIES["values/patience"]
        .replace("name: Patience", f"name: Number {n}")
        .replace("Waiting for", f"Waiting for [[values/number-{(n * 37) % 50}]] and")
        for n in range(50)
    }
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, **many}))
    build_book(playbook, print_pages(playbook), tmp_path / "book.pdf", Imprint("r", DAY))
    reader = PdfReader(tmp_path / "book.pdf")
    found = list(references(reader))
    assert len(found) > 100
    for name, number, page in found:
        assert number == page, name


def test_the_real_playbook_has_a_book(playbook: Playbook, tmp_path: Path) -> None:
    every_entry_is_in_the_outline(playbook, tmp_path)


def test_another_playbook_has_a_book(tmp_path: Path) -> None:
    every_entry_is_in_the_outline(read_playbook(BAKERY), tmp_path)


def every_entry_is_in_the_outline(playbook: Playbook, work: Path) -> None:
    pages = render_pages(playbook, Medium.PRINT, Figures(playbook, Medium.PRINT, work / "cache"))
    build_book(playbook, pages, work / "book.pdf", Imprint("r", DAY))
    titles = Counter(
        plain(d.title or "") for level, d in outline(PdfReader(work / "book.pdf").outline) if level == 2
    )
    assert titles == Counter(plain(entry.name) for entry in playbook.entries.values())
