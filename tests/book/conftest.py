"""The book of the small playbook."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.book.reading import shop_on_the_web
from tests.book.shop import DAY, ENTRIES
from tests.examples.overlay import BAKERY
from value_compass.generator.book.book import build_book
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.check.check import check
from value_compass.generator.playbook.playbook import Playbook, seal


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the tests' own: nothing that was kept before is looked at."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """The small playbook, which says where its site is."""
    return shop_on_the_web(tmp_path_factory.mktemp("shop"), ENTRIES)


@pytest.fixture(scope="session")
def made(shop: Playbook, own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Bound]:
    """Its book, and what stands where."""
    target = tmp_path_factory.mktemp("press") / "deep" / "book.pdf"
    bound = build_book(shop, target, Imprint("abc1234", DAY))
    return target.read_bytes(), bound


@pytest.fixture(scope="session")
def shop_bytes(made: tuple[bytes, Bound]) -> bytes:
    """The bytes of its book."""
    return made[0]


@pytest.fixture(scope="session")
def shop_bound(made: tuple[bytes, Bound]) -> Bound:
    """What stands where in it."""
    return made[1]


@pytest.fixture(scope="session")
def shop_book(shop_bytes: bytes) -> PdfReader:
    """Its book, read."""
    return PdfReader(io.BytesIO(shop_bytes))


@pytest.fixture(scope="session")
def shop_pages(shop_bytes: bytes) -> pypdfium2.PdfDocument:
    """Its book, as a browser shows it."""
    return pypdfium2.PdfDocument(shop_bytes)


@pytest.fixture(scope="session")
def bakery_book(own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bound]:
    """The bakery's book, and what stands where."""
    draft = check(BAKERY).draft
    assert draft.settings
    target = tmp_path_factory.mktemp("bakery") / "book.pdf"
    return target, build_book(seal(draft, draft.settings.editions[0]), target, Imprint("r", DAY))
