"""What stands around the text of a page, and in the lists that lead to it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.book.reading import MILLIMETRE, letters, words
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from value_compass.generator.book.book import build_book
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound

_NAME = "Uncover expressed and unexpressed needs and align with all that our customers strive for"

ENTRIES_OF_A_LONG_BOOK = {
    **ENTRIES,
    "groups/attention": ENTRIES["groups/attention"].replace("name: Attention", "name: Attention to others"),
    "values/patience": ENTRIES["values/patience"].replace(
        "name: Patience", "name: Patience with whatever grows slowly, in gardens and"
    ),
    "values/attention": ENTRIES["values/attention"].replace("name: Attention", f"name: {_NAME}"),
    "values/openness": ENTRIES["values/openness"].replace("aliases: [", "aliases: [Humus, "),
    "roles/gardener": ENTRIES["roles/gardener"].replace("name: Gardener", "name: The gardener's friend"),
    "terms/compost": ENTRIES["terms/compost"] + "body: What **every** plant becomes.\n",
    "groups/honesty": ENTRIES["groups/honesty"]
    + "evidence_note: Counted once. [[terms/compost|How we count]]. See [[terms/compost]].\n",
}


@pytest.fixture(scope="module")
def long_book(
    own_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[pypdfium2.PdfDocument, Bound]:
    """The small playbook's book, with long names."""
    playbook = read_playbook(write_playbook(tmp_path_factory.mktemp("long"), ENTRIES_OF_A_LONG_BOOK))
    target = tmp_path_factory.mktemp("press") / "book.pdf"
    bound = build_book(playbook, target, Imprint("r", DAY))
    return pypdfium2.PdfDocument(target), bound


def head_of(page: pypdfium2.PdfPage) -> str:
    """What stands above the text of a page."""
    return words(page, 1, 841.89 - 18 * MILLIMETRE, 594, 841)


def test_every_page_but_covers_and_imprint_has_its_number_above(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, _ = long_book
    last = len(document)
    for number in range(1, last + 1):
        found = re.findall(r"^\d+|\d+$", head_of(document[number - 1]))
        assert found == ([] if number in {1, 2, last} else [str(number)]), number


def test_a_head_is_one_line_however_long_the_names_are(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, _ = long_book
    for number, page in enumerate(document, 1):
        above = [box for box in letters(page) if box[1] > 841.89 - 19 * MILLIMETRE]
        if number > 2 and above:
            assert max(box[3] for box in above) - min(box[1] for box in above) < 12, number


def test_a_list_says_from_which_word_to_which_it_goes_on_a_page(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book
    assert "Index: At the door to Uncover" in head_of(document[bound.pages["book:index"] - 1])
    assert "Glossary:" not in head_of(document[bound.pages["terms/basis"] - 1])


def test_a_foot_tells_what_signs_mean_where_its_opening_has_some(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book

    def told(number: int) -> bool:
        return "derived from the source" in words(document[number - 1], 1, 1, 594, 14 * MILLIMETRE)

    index = bound.pages["book:index"]
    assert not told(index + 1 - index % 2)
    contents = bound.pages["book:contents"]
    assert not told(contents + 1 - contents % 2)
    case = bound.pages["cases/customer-k"]
    assert told(case + 1 - case % 2)


def test_a_head_has_the_quotes_of_its_language(long_book: tuple[pypdfium2.PdfDocument, Bound]) -> None:
    document, bound = long_book
    text = document[bound.pages["roles/gardener"] - 1].get_textpage().get_text_bounded()
    assert "gardener\u2019s friend" in text
    assert "gardener's" not in text


def test_names_are_not_divided_in_contents_and_index(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book
    for label in ("book:contents", "book:index"):
        text = document[bound.pages[label] - 1].get_textpage().get_text_bounded()
        assert "unexpressed" in text
        assert "\x02" not in text, label


def test_a_long_head_of_a_narrow_column_takes_more_lines_and_not_half_the_page(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book
    page = document[bound.pages["groups/attention"]]
    text = page.get_textpage()
    place = text.search("What builds it").get_next()
    assert place
    top = text.get_charbox(place[0])[3]
    assert 841.89 - 21 * MILLIMETRE - top < 60 * MILLIMETRE


def test_a_name_of_several_entries_is_one_line_of_the_index(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book
    text = words(document[bound.pages["book:index"] - 1])
    both = bound.pages["values/openness"], bound.pages["terms/compost"]
    assert f"Humus {both[0]}, {both[1]}" in text


def test_the_contents_name_no_page_twice(long_book: tuple[pypdfium2.PdfDocument, Bound]) -> None:
    document, bound = long_book
    text = document[bound.pages["book:contents"] - 1].get_textpage().get_text_bounded()
    lines = [line.strip() for line in text.replace("\r", "").split("\n")]
    doubled = {line for line in lines if lines.count(line) > 1}
    assert not doubled
    assert "Where each page comes from" in " ".join(lines)


def test_short_text_in_a_list_of_a_kind_is_markdown_too(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book
    text = words(document[bound.pages["terms/compost"] - 1])
    assert "What every plant becomes." in text
    assert "**" not in text


def test_what_is_not_found_by_its_name_has_its_page(long_book: tuple[pypdfium2.PdfDocument, Bound]) -> None:
    document, bound = long_book
    text = words(document[bound.pages["groups/honesty"] - 1])
    assert f"How we count {bound.pages['terms/compost']}. See Compost." in text


def test_a_strip_tells_first_what_is_chosen_from_a_few_words(
    long_book: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = long_book
    text = words(document[bound.pages["events/storm"] - 1]).replace("\u00a0", " ")
    assert "Event · it comes from outside · it happens to us · Sets back step 1" in text
