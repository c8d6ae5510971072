"""Cards, read back from their PDF: four on a sheet, with the right back behind each front."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.book.reading import (
    A4,
    MILLIMETRE,
    SITE_ADDRESS,
    codes,
    is_grey,
    letters,
    shapes,
    shop_on_the_web,
    words,
)
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from value_compass.generator.book.extracts.card_sides import CARD_KINDS
from value_compass.generator.book.extracts.cards import compose_cards
from value_compass.generator.book.extracts.sheets import build_sheets
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.finish import Finish
from value_compass.generator.book.greyscale import with_grey_pillars
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.playbook.playbook import Playbook

MORE = {
    "values/punctual": ENTRIES["values/patience"].replace("name: Patience", "name: Punctual"),
    "events/fair": ENTRIES["events/first-visit"].replace("name: First visit", "name: Fair"),
}
"""Seven cards: one sheet is full, the other is not."""


def cards(
    playbook: Playbook,
    target: Path,
    kinds: Sequence[str] = tuple(CARD_KINDS),
    finish: Finish = Finish(),  # noqa: B008
) -> pypdfium2.PdfDocument:
    made = partial(compose_cards, playbook, kinds=kinds, imprint=Imprint("r", DAY, finish))
    build_sheets(made(), target, Imprint("r", DAY, finish))
    return pypdfium2.PdfDocument(target)


@pytest.fixture(scope="module")
def shop_with_site(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    many = {**ENTRIES, **MORE}
    del many["values/attention"]  # a name that a group has as well
    many = {
        r: text.replace("{to: values/attention, reason", "{to: groups/attention, reason")
        for r, text in many.items()
    }
    return shop_on_the_web(tmp_path_factory.mktemp("web"), many)


@pytest.fixture(scope="module")
def file(shop_with_site: Playbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("cards") / "cards.pdf"
    cards(shop_with_site, target)
    return target


@pytest.fixture(scope="module")
def sheets(file: Path) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(file)


def names(playbook: Playbook) -> list[str]:
    return [entry.name for kind in CARD_KINDS for entry in playbook.of_kind(kind)]


def quarter(column: int, row: int) -> tuple[float, float, float, float]:
    """A quarter of a sheet: left, bottom, right, top; rows from above."""
    width, height = A4[0] / 2, A4[1] / 2
    return column * width, A4[1] - (row + 1) * height, (column + 1) * width, A4[1] - row * height


PLACES = ((0, 0), (1, 0), (0, 1), (1, 1))


def test_four_stand_on_each_side_of_a_sheet_of_a4(
    shop_with_site: Playbook, sheets: pypdfium2.PdfDocument
) -> None:
    assert len(names(shop_with_site)) == 7
    assert len(sheets) == 4
    for page in sheets:
        assert page.get_size() == pytest.approx(A4, abs=0.1)
    fronts = [words(sheets[side], *quarter(*place)) for side in (0, 2) for place in PLACES]
    for name, front in zip(names(shop_with_site), fronts, strict=False):
        assert f" {name} " in front
    assert fronts[7:] == [""]


def test_turned_over_the_long_edge_each_front_has_its_own_back(
    shop_with_site: Playbook, sheets: pypdfium2.PdfDocument
) -> None:
    expected = iter(names(shop_with_site))
    for front, back in ((0, 1), (2, 3)):
        for column, row in PLACES:
            in_front = words(sheets[front], *quarter(column, row))
            # What lies left in front lies right on the back.
            behind = words(sheets[back], *quarter(1 - column, row))
            assert bool(in_front) == bool(behind)
            if in_front:
                name = next(expected)
                assert f" {name} " in in_front
                assert behind.startswith(f"{name} ")
    assert next(expected, None) is None


def test_no_letter_is_near_a_cut_or_the_edge_of_the_sheet(sheets: pypdfium2.PdfDocument) -> None:
    keep = 5 * MILLIMETRE
    for page in sheets:
        for left, bottom, right, top in letters(page):
            for cut in (0, A4[0] / 2, A4[0]):
                assert right < cut - keep or left > cut + keep
            for cut in (0, A4[1] / 2, A4[1]):
                assert top < cut - keep or bottom > cut + keep


def test_no_type_on_a_card_is_smaller_than_six_points(sheets: pypdfium2.PdfDocument) -> None:
    for page in sheets:
        for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
            size = pdfium.c_float()
            pdfium.FPDFTextObj_GetFontSize(drawn.raw, size)
            assert size.value * max(abs(drawn.get_matrix().a), abs(drawn.get_matrix().b)) >= 6


def test_marks_show_where_to_cut(sheets: pypdfium2.PdfDocument) -> None:
    for page in sheets:
        lines = [(w, h) for w, h in shapes(page) if min(w, h) < 0.3]
        assert sum(w > 4 for w, h in lines) == 3
        assert sum(h > 4 for w, h in lines) == 3


def test_a_front_says_what_matters_most_and_a_back_what_to_know(sheets: pypdfium2.PdfDocument) -> None:
    front, back = words(sheets[0]), words(sheets[1])
    assert "Value of Honest advice, Trust Openness" in front
    assert "What it means Saying it. See First visit and again First visit, or Compost." in front
    assert "How it shows - Prices are on the pots. How it is lost - We hide a price." in back
    front, back = words(sheets[2]), words(sheets[3])
    assert "Event, it happens to us Storm" in front
    assert "Goal Nobody is hurt." in front
    assert "Workshop, 90 minutes Planting day" in front
    assert "Purpose Plant it." in front
    assert "How to respond 1 Sweep up." in back
    assert "What it needs first - A roof that holds. - A list of addresses. What it builds Attention" in back
    assert "What it builds Patience derived" in back


def test_the_code_of_a_card_leads_to_its_entry(
    shop_with_site: Playbook, sheets: pypdfium2.PdfDocument
) -> None:
    addresses = {
        entry.name: f"{SITE_ADDRESS}{kind}/{entry.reference.id}.html"
        for kind in CARD_KINDS
        for entry in shop_with_site.of_kind(kind)
    }
    read = 0
    for side in (0, 2):
        for address, x, y in codes(sheets[side]):
            place = (int(x > A4[0] / 2), int(y < A4[1] / 2))
            front = words(sheets[side], *quarter(*place))
            assert [name for name, at in addresses.items() if at == address and f" {name} " in front]
            read += 1
    assert read == len(addresses)
    assert not codes(sheets[1])


def test_one_kind_alone_without_a_site_and_in_grey(tmp_path: Path) -> None:
    shop = read_playbook(write_playbook(tmp_path, ENTRIES))
    grey = cards(with_grey_pillars(shop), tmp_path / "grey.pdf", ["values"], Finish(greyscale=True))
    assert len(grey) == 2
    assert sum(name in words(grey[1]) for name in ("Openness", "Attention", "Patience")) == 3
    assert "Storm" not in words(grey[0])
    assert not codes(grey[0])
    assert is_grey(grey[0])
    assert is_grey(grey[1])


def test_cards_have_colour_and_are_the_same_bytes_twice(
    shop_with_site: Playbook, file: Path, sheets: pypdfium2.PdfDocument, tmp_path: Path
) -> None:
    assert not is_grey(sheets[0])
    cards(shop_with_site, tmp_path / "again.pdf")
    first = file.read_bytes()
    assert (tmp_path / "again.pdf").read_bytes() == first
    assert b"pdfuaid:part" in first


LONG = "shows: [{}]".format(
    ", ".join(f"It shows in a way that takes a few words more than number {n}." for n in range(40))
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("shows: [We look up.]", LONG, r'the back of the card of "Attention" .content/values/attention.yml. is \d+ mm too long; shorten "shows"'),
        ("meaning: Looking.", f"meaning: {'Looking again. ' * 150}", r'the front of the card of "Attention" .* shorten "meaning"'),
    ],
)  # fmt: skip
def test_what_does_not_fit_stops_the_print_with_its_entry_and_field(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    entries = {**ENTRIES, "values/attention": ENTRIES["values/attention"].replace(old, new)}
    playbook = read_playbook(write_playbook(tmp_path, entries))
    with pytest.raises(BookFailure, match=said):
        cards(playbook, tmp_path / "cards.pdf", ["values"])
    assert not (tmp_path / "cards.pdf").exists()


@pytest.mark.parametrize(
    ("old", "field", "word"),
    [("lost: [We look down.]", "lost: [{}]", "Down" * 20), ("name: Attention", "name: {}", "Attentive" * 5)],
)
def test_a_word_that_is_wider_than_its_card_is_divided(
    old: str, field: str, word: str, tmp_path: Path
) -> None:
    entries = {**ENTRIES, "values/attention": ENTRIES["values/attention"].replace(old, field.format(word))}
    cards(read_playbook(write_playbook(tmp_path, entries)), tmp_path / "cards.pdf", ["values"])
    text = "".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(tmp_path / "cards.pdf")
    )
    assert word in "".join(sign for sign in text if sign.isalpha())


def test_an_edition_without_cards_says_so(shop: Playbook, tmp_path: Path) -> None:
    with pytest.raises(BookFailure, match="no galaxies"):
        cards(shop, tmp_path / "cards.pdf", ["galaxies"])


def test_every_card_of_the_real_playbook_fits(playbook: Playbook, tmp_path: Path) -> None:
    made = cards(playbook, tmp_path / "cards.pdf")
    count = sum(len(playbook.of_kind(kind)) for kind in CARD_KINDS)
    assert len(made) == 2 * -(-count // 4)
