"""The codes of the book, read by a camera: each leads to the page of its entry on the site."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.book.book import build_book
from generator.book.imprint import Imprint
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from tests.book.reading import SITE_ADDRESS, codes, shop_on_the_web, words
from tests.book.shop import DAY, ENTRIES, print_pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Playbook, tuple[Page, ...]]:
    playbook = shop_on_the_web(tmp_path_factory.mktemp("web"), ENTRIES)
    return playbook, print_pages(playbook)


@pytest.fixture(scope="module")
def file(pages: tuple[Playbook, tuple[Page, ...]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("press") / "book.pdf"
    build_book(*pages, target, Imprint("abc1234", DAY))
    return target


def test_each_entry_with_a_page_of_its_own_has_a_code_beside_its_name_that_leads_there(
    pages: tuple[Playbook, tuple[Page, ...]], file: Path
) -> None:
    titles = {f"{SITE_ADDRESS}{page.address}": page.title for page in pages[1] if page.level == 2}
    found = []
    for sheet in pypdfium2.PdfDocument(file):
        for address, x, y in codes(sheet):
            # The name stands to the right of the code, where its upper edge is.
            beside = words(sheet, x + 15, y - 10, 560, y + 55)
            assert titles[address] in beside
            found.append(address)
    assert sorted(found) == sorted(titles)


def test_a_code_says_to_who_cannot_see_it_where_it_leads(file: Path) -> None:
    reader = PdfReader(file)
    objects = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    described = [o["/Alt"] for o in objects if isinstance(o, dict) and "/Alt" in o]
    told = [text for text in described if text.startswith("QR code")]
    assert f"QR code. It leads to {SITE_ADDRESS}values/openness.html." in told
    assert len(told) == len(set(told))


def test_the_imprint_says_what_the_codes_are_for(file: Path) -> None:
    imprint = words(pypdfium2.PdfDocument(file)[1])
    assert f"The square codes lead to the same entries on the site, {SITE_ADDRESS}" in imprint


def test_without_the_address_of_a_site_there_is_no_code_and_no_word_of_it(shop_bytes: bytes) -> None:
    book = pypdfium2.PdfDocument(shop_bytes)
    assert not re.search("code", words(book[1]))
    openness = next(
        page for page in book if words(page).count("Openness") > 1 and "Saying it." in words(page)
    )
    assert not codes(openness)
    assert b"QR code" not in shop_bytes
