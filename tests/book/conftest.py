"""The book of the small playbook."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from generator.book.book import build_book
from generator.book.imprint import Imprint
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from tests.book.shop import DAY, ENTRIES, print_pages, read_playbook, write_playbook


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """The small playbook."""
    return read_playbook(write_playbook(tmp_path_factory.mktemp("shop"), ENTRIES))


@pytest.fixture(scope="session")
def shop_pages(shop: Playbook) -> tuple[Page, ...]:
    """Its pages for print."""
    return print_pages(shop)


@pytest.fixture(scope="session")
def shop_bytes(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path_factory: pytest.TempPathFactory
) -> bytes:
    """Its book."""
    target = tmp_path_factory.mktemp("press") / "deep" / "book.pdf"
    build_book(shop, shop_pages, target, Imprint("abc1234", DAY))
    return target.read_bytes()


@pytest.fixture(scope="session")
def shop_book(shop_bytes: bytes) -> PdfReader:
    """Its book, read."""
    return PdfReader(io.BytesIO(shop_bytes))
