"""The codes of the book, read by a camera: each leads to the page of its entry on the site."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.book.reading import SITE_ADDRESS, codes, words
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from value_compass.generator.book.book import build_book
from value_compass.generator.book.codes import code, leads_somewhere, stand_in
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.pages.page import entry_address
from value_compass.generator.playbook.playbook import Playbook


def test_each_entry_that_opens_a_page_has_a_code_that_leads_there(
    shop: Playbook, shop_pages: pypdfium2.PdfDocument, shop_bound: Bound
) -> None:
    addresses = {SITE_ADDRESS + entry_address(reference, shop): str(reference) for reference in shop.entries}
    addresses[f"{SITE_ADDRESS}index.html"] = ""
    found = {}
    for number, page in enumerate(shop_pages, 1):
        for said, _, _ in codes(page):
            found[addresses[said]] = number
    assert found.pop("") == len(shop_pages)
    assert {label: shop_bound.pages[label] for label in found} == found
    kinds = {label.partition("/")[0] for label in found}
    assert kinds >= {"pillars", "groups", "steps", "workshops", "events", "cases", "roles"}


def test_a_page_with_a_code_tells_its_address_in_letters(
    shop_pages: pypdfium2.PdfDocument, shop_bound: Bound
) -> None:
    page = shop_pages[shop_bound.pages["groups/honesty"] - 1]
    assert "moss.garden/shop/groups/honesty.html" in words(page)


def test_the_imprint_says_what_the_codes_are_for(shop_pages: pypdfium2.PdfDocument) -> None:
    assert f"The square codes lead to the same entries on the site, {SITE_ADDRESS}" in words(shop_pages[1])


@pytest.mark.parametrize(
    "address",
    [
        None,
        "https://playbook.example.org/",
        "https://example.com/",
        "https://a.test/",
        "https://localhost/",
        "https:///",
        "https://[/",
        "https://moss.garden/" + "x" * 3000 + "/",
    ],
)
def test_an_address_that_leads_nowhere_has_no_code(address: str | None) -> None:
    assert code(address, "index.html") is None


@pytest.mark.parametrize("address", ["https://moss-example.com/", "https://my.contest-example.org/"])
def test_a_name_that_only_ends_like_a_stand_in_is_none(address: str) -> None:
    assert leads_somewhere(address)


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """The small playbook, whose site has a stand-in for an address."""
    folder = write_playbook(tmp_path_factory.mktemp("shop"), ENTRIES)
    settings = (folder / "site.yml").read_text(encoding="utf-8")
    (folder / "site.yml").write_text(f"{settings}site_address: https://moss.example.org/\n", encoding="utf-8")
    return read_playbook(folder)


@pytest.fixture(scope="module")
def without_codes(nowhere: Playbook, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Its book."""
    target = tmp_path_factory.mktemp("press") / "book.pdf"
    build_book(nowhere, target, Imprint("abc1234", DAY))
    return target.read_bytes()


def test_a_stand_in_is_told_and_the_book_has_no_codes(nowhere: Playbook, without_codes: bytes) -> None:
    assert not leads_somewhere(nowhere.settings.site_address)
    assert "stand-in" in (stand_in(nowhere.settings.site_address) or "")
    book = pypdfium2.PdfDocument(without_codes)
    assert "code" not in words(book[1])
    assert not any(codes(page) for page in book)


def test_a_code_takes_less_than_two_kilobytes_of_the_book(
    shop_bytes: bytes, shop_pages: pypdfium2.PdfDocument, without_codes: bytes
) -> None:
    count = sum(len(codes(page)) for page in shop_pages)
    assert 0 < len(shop_bytes) - len(without_codes) < 2000 * count
