"""The book of a small playbook, read back from its PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from tests.book.reading import MILLIMETRE, outline, overlapping, plain, pressed, printed, words
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from tests.check.bakery import Bakery
from value_compass.generator.book import book, keeping
from value_compass.generator.book.book import build_book
from value_compass.generator.book.columns import PAGE
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.named import is_paged
from value_compass.generator.book.text import sign_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Basis
from value_compass.schemas.kinds import KINDS


def links(reader: PdfReader) -> list[tuple[int, tuple[float, ...], str]]:
    """Every link to a place in the book: its page from 0, its rectangle, and the place's name."""
    found = []
    for number, page in enumerate(reader.pages):
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/A" in link and link["/A"].get("/S") == "/GoTo":
                found.append((number, tuple(map(float, link["/Rect"])), str(link["/A"]["/D"])))
    return found


def places(reader: PdfReader) -> dict[str, int]:
    """The page of every place, from 1."""
    return {
        name: reader.get_destination_page_number(place) + 1
        for name, place in reader.named_destinations.items()
    }


def test_every_entry_has_its_place_and_its_name_stands_there(
    shop: Playbook, shop_pages: pypdfium2.PdfDocument, shop_bound: Bound
) -> None:
    for reference, entry in shop.entries.items():
        page = shop_pages[shop_bound.pages[str(reference)] - 1]
        assert pressed(entry.name) in pressed(words(page)), reference


def test_no_word_of_an_entry_is_lost(shop: Playbook, shop_pages: pypdfium2.PdfDocument) -> None:
    text = pressed(" ".join(words(page) for page in shop_pages))
    for reference, entry in shop.entries.items():
        for field in ("summary", "situation", "goal", "purpose", "question", "opens", "who"):
            said = getattr(entry, field, None)
            if said and is_paged(reference.kind, KINDS):
                assert pressed(re.sub(r"\[\[.*?\]\]", "", said))[:40] in text, (reference, field)


def test_each_number_that_is_printed_is_the_page_that_its_link_leads_to(
    shop_book: PdfReader, shop_pages: pypdfium2.PdfDocument
) -> None:
    pages = places(shop_book)
    numbered = 0
    for page, rectangle, label in links(shop_book):
        shown = re.search(r"(\d+)$", words(shop_pages[page], *rectangle).strip())
        own_page = is_paged(label.partition("/")[0], KINDS) if label.partition("/")[0] in KINDS else False
        if shown and own_page and "#" not in label and len(shown[1]) > 1:
            numbered += 1
            assert int(shown[1]) == pages[label], (page + 1, label)
    assert numbered > 20


def test_a_click_on_any_line_of_a_link_leads_where_the_link_does(
    shop_book: PdfReader, shop_pages: pypdfium2.PdfDocument
) -> None:
    pages = places(shop_book)
    clicked = links(shop_book)
    assert clicked
    for number, (left, bottom, right, top), label in clicked:
        page = shop_pages[number]
        link = pdfium.FPDFLink_GetLinkAtPoint(page.raw, (left + right) / 2, (bottom + top) / 2)
        place = pdfium.FPDFLink_GetDest(shop_pages.raw, link)
        assert pdfium.FPDFDest_GetDestPageIndex(shop_pages.raw, place) + 1 == pages[label], (
            number + 1,
            label,
        )


def _type_sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
        matrix = drawn.get_matrix()
        size = pdfium.c_float()
        pdfium.FPDFTextObj_GetFontSize(drawn.raw, size)
        yield size.value * max(abs(matrix.a), abs(matrix.b), abs(matrix.c), abs(matrix.d))


def test_no_type_is_smaller_than_seven_points(shop_pages: pypdfium2.PdfDocument) -> None:
    for number, page in enumerate(shop_pages, 1):
        assert all(size > 6.95 for size in _type_sizes(page)), number


def test_titles_have_the_size_of_the_grid(shop_pages: pypdfium2.PdfDocument) -> None:
    cover, *others = (max(_type_sizes(page), default=0) for page in shop_pages)
    assert cover == pytest.approx(46)
    assert {round(size) for size in others if size > 12} == {15, 20, 40}


def test_no_line_stands_over_another(shop_pages: pypdfium2.PdfDocument) -> None:
    for number, page in enumerate(shop_pages, 1):
        assert not overlapping(page), number


def test_nothing_reaches_beyond_its_page(shop_bound: Bound) -> None:
    for sheet in shop_bound.sheets:
        assert sheet.leaf.filled <= PAGE[1] + 0.1, sheet.number


def test_words_of_the_research_stand_after_those_of_the_work(
    shop_pages: pypdfium2.PdfDocument, shop_bound: Bound
) -> None:
    page = shop_pages[shop_bound.pages["terms/basis"] - 1]
    said = words(page, 1, 1, 594, 841.89 - 19 * MILLIMETRE)
    places = [said.index(word) for word in ("Compost", "Rückschnitt", "Words of the research", "Basis")]
    assert places == sorted(places)


def test_an_event_is_whole_on_one_page_and_groups_and_workshops_begin_a_spread(
    shop: Playbook, shop_bound: Bound
) -> None:
    where: dict[str, set[int]] = {}
    for sheet in shop_bound.sheets:
        for unit in sheet.units:
            if unit.label:
                where.setdefault(unit.label, set()).add(sheet.number)
    assert all(len(where[str(event.reference)]) == 1 for event in shop.of_kind("events"))
    for kind in ("groups", "workshops"):
        assert all(min(where[str(entry.reference)]) % 2 == 0 for entry in shop.of_kind(kind)), kind


def test_the_file_opens_as_two_pages_with_its_outline_and_is_packed(
    shop_bytes: bytes, shop_book: PdfReader
) -> None:
    root = shop_book.root_object
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/PageLayout"] == "/TwoPageRight"
    assert root["/MarkInfo"]["/Marked"]
    assert b"/ObjStm" in shop_bytes
    assert len(shop_book.pages) % 2 == 0
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part>1<" in metadata.replace(" ", "") or 'pdfuaid:part="1"' in metadata


def test_the_foot_tells_the_signs_that_stand_in_the_texts(shop_pages: pypdfium2.PdfDocument) -> None:
    said = " ".join(words(page) for page in shop_pages)
    for basis, told in ((Basis.DERIVED, "derived from the source"), (Basis.EDITORIAL, "our own")):
        assert re.search(rf"\b{sign_of(basis)['b']}\s*{told}", said)


def test_the_outline_has_parts_chapters_and_entries(shop: Playbook, shop_book: PdfReader) -> None:
    found = [(level, plain(entry.title or "")) for level, entry in outline(shop_book.outline)]
    assert {"Values", "The path", "Reference", "Index"} <= {title for level, title in found if level == 0}
    entries = {entry.name for entry in shop.entries.values() if is_paged(entry.reference.kind, KINDS)}
    assert entries <= {title.partition(" (")[0] for level, title in found if level == 2}
    assert "Compost" not in {title for _, title in found}


def test_a_link_says_the_name_of_what_it_leads_to_and_its_tag_knows_it(shop_book: PdfReader) -> None:
    keys = _keys(shop_book.root_object["/StructTreeRoot"]["/ParentTree"])
    told = set()
    for page in shop_book.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            told.add(link["/Contents"])
            assert "/QuadPoints" not in link
            element = keys[link["/StructParent"]].get_object()
            assert element["/S"] == "/Link"
            kids = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
            held = [kid.get_object() for kid in kids if not isinstance(kid, int)]
            assert any(kid.get("/Obj") == annotation for kid in held if "/Obj" in kid)
    assert "Openness" in told


def _keys(tree: object) -> dict[int, IndirectObject]:
    node = tree.get_object()  # type: ignore[attr-defined]
    nums = node.get("/Nums", [])
    found = dict(zip(nums[::2], nums[1::2], strict=True))
    for kid in node.get("/Kids", []):
        found |= _keys(kid)
    return found


def test_two_builds_give_the_same_bytes_with_and_without_what_was_kept(
    shop: Playbook, shop_bytes: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_book(shop, tmp_path / "kept.pdf", Imprint("abc1234", DAY))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))
    build_book(shop, tmp_path / "cold.pdf", Imprint("abc1234", DAY))
    assert (tmp_path / "kept.pdf").read_bytes() == shop_bytes
    assert (tmp_path / "cold.pdf").read_bytes() == shop_bytes


def test_what_is_kept_and_damaged_is_made_again(
    shop: Playbook, shop_bytes: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    build_book(shop, tmp_path / "book.pdf", Imprint("abc1234", DAY))
    for file in (tmp_path / "value-compass").rglob("*"):
        if file.is_file():
            file.write_bytes(b"x" + file.read_bytes()[1:-7])
    build_book(shop, tmp_path / "book.pdf", Imprint("abc1234", DAY))
    assert (tmp_path / "book.pdf").read_bytes() == shop_bytes


def test_what_another_typst_worked_out_is_made_again(
    shop: Playbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    build_book(shop, tmp_path / "book.pdf", Imprint("abc1234", DAY))
    before = set(tmp_path.rglob("gatherings/[0-9a-f]*"))
    monkeypatch.setattr(keeping, "version", lambda library: "of tomorrow")
    monkeypatch.setattr(book, "press_key", keeping.press_key.__wrapped__)
    build_book(shop, tmp_path / "book.pdf", Imprint("abc1234", DAY))
    assert len(set(tmp_path.rglob("gatherings/[0-9a-f]*")) - before) == len(before) > 0


def test_the_bakery_has_a_book_with_a_long_title_whole_on_its_cover(bakery: Bakery, tmp_path: Path) -> None:
    title = "Safe Hands and how a hospital keeps its patients safe, every day, every night, every year"
    bakery.change("site", "title: Daily Bread", f"title: {title}")
    playbook = read_playbook(bakery.folder)
    bound = build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY), folder=bakery.folder)
    assert {str(reference) for reference in playbook.entries} <= bound.pages.keys()
    assert title in words(pypdfium2.PdfDocument(tmp_path / "book.pdf")[0])


ODD = """\
body: |
  # A heading at the top

  - # A heading in a list
    > # and in a quotation

  #

  ```
  ```

  > > > > > > > > > > > > > > > > deep

  ***************************much*********************************************************

  | Source | n |
  |---|---|
  | a \U0001f382 | 5 |

  | One | Two | Three | Four | Küchenverantwortungsübergabe |
  |---|---|---|---|---|
  | Küchenverantwortungsübergabe | 2 | 3 | 4 | 5 |

  1. one
     - two
       - three
         - four
           - five
             - six

  Küchenverantwortungsübergabeprotokollführerinnenbeauftragter and
  <https://repository.example.ac.uk/1887/ValueFramework_for_long_term_customer_relationships_final.pdf?sequence=1>
  *→ ✓ β П* 漢字
"""


def test_whatever_an_author_writes_is_printed(tmp_path: Path) -> None:
    odd = ENTRIES["roles/gardener"] + ODD.replace("\\U0001F382", "\U0001f382")
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, "roles/gardener": odd}))
    bound = build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY))
    document = pypdfium2.PdfDocument(tmp_path / "book.pdf")
    page = pressed(words(document[bound.pages["roles/gardener"] - 1]))
    for said in ("Aheadinginalist", "deep", "[birthdaycake]", "six", "beauftragter", "→✓βП", "[U+6F22]"):
        assert pressed(said) in page, said


def test_fonts_of_the_playbook_have_signs_that_the_books_lack(tmp_path: Path) -> None:
    folder = write_playbook(tmp_path, ENTRIES)
    (folder / "fonts").mkdir()
    (folder / "fonts" / "broken.ttf").write_bytes(b"no font")
    playbook = read_playbook(folder)
    build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY), folder=folder)
    assert len(pypdfium2.PdfDocument(tmp_path / "book.pdf")) > 10


@pytest.mark.parametrize(
    "reference", ["pillars/trust", "groups/honesty", "values/openness", "events/first-visit"]
)
def test_a_name_with_a_sign_that_no_font_has_is_printed_in_figures_and_heads_too(
    reference: str, tmp_path: Path
) -> None:
    named = {
        **ENTRIES,
        reference: re.sub(r"(?m)^name: .*", "name: \u30d1 \uff1c\U0001f91d", ENTRIES[reference], count=1),
    }
    playbook = read_playbook(write_playbook(tmp_path, named))
    build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY))
    book = pypdfium2.PdfDocument(tmp_path / "book.pdf")
    assert any("[handshake]" in words(page) for page in book)


def test_an_entry_in_another_language_has_its_quotation_marks(
    shop_pages: pypdfium2.PdfDocument,
) -> None:
    text = " ".join(" ".join(words(page).split()) for page in shop_pages)
    assert "„Rückschnitt“ und meint nicht „Abschneiden“" in text
    assert "Wer „später“ sagt" in text


def test_a_readers_own_words_stand_in_the_quotation_marks_of_the_language(tmp_path: Path) -> None:
    settings = write_playbook(tmp_path, ENTRIES) / "site.yml"
    settings.write_text(f"language: de\n{settings.read_text('utf-8')}", "utf-8")
    playbook = read_playbook(tmp_path)
    build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY))
    book = " ".join(printed(tmp_path / "book.pdf"))
    assert "„Somebody stands in the door.“" in book
    assert "”" not in book
