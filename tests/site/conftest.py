"""What tests of the frame share: the site as a careful server gives it out, and a page of every kind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import serving
from tests.examples.overlay import BAKERY
from tests.shared import shared
from tests.site.visits import Visit, visit_all
from value_compass.generator.check.check import check
from value_compass.generator.cli.framing import framed
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal
from value_compass.generator.site.build import build_site
from value_compass.generator.site.download import Download
from value_compass.schemas.settings import Frame

ROOT = Path(__file__).parents[2]
BELOW = "/tools/playbook/"


def policy() -> str:
    """The Content-Security-Policy that the docs ask for."""
    docs = (ROOT / "docs/publishing/README.md").read_text(encoding="utf-8")
    found = re.search(r"^default-src 'none';[^`]+", docs, re.MULTILINE)
    assert found
    return " ".join(found[0].split())


class _Careful(SimpleHTTPRequestHandler):
    """Serves a site below a sub-path, with the policy, and its own page where nothing is."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        pass

    def translate_path(self, path: str) -> str:
        inside = path.startswith(BELOW)
        return super().translate_path(path.removeprefix(BELOW[:-1]) if inside else "/nothing-here")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def guarded(site: Path) -> Iterator[str]:
    """The address of the site on a server with the policy."""
    with serving(_Careful, site) as address:
        yield f"{address}{BELOW.removeprefix('/')}"


@pytest.fixture(scope="session")
def one_of_each(pages: Sequence[Page]) -> tuple[str, ...]:
    """The address of the largest page of every kind, and of every page that is alone of its kind.

    Of the kinds' own pages, those that are a list and nothing else are one kind.
    """
    largest: dict[object, Page] = {}
    for page in pages:
        key: object = (page.kind, page.level) if page.kind else page.address
        if page.level == 1 and page.kind and not re.search("<svg|<table|<dl", page.html):
            key = "a list"
        if key not in largest or len(page.html) > len(largest[key].html):
            largest[key] = page
    return tuple(page.address for page in largest.values())


@pytest.fixture(scope="session")
def visits(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, guarded: str, one_of_each: tuple[str, ...]
) -> Mapping[str, Visit]:
    """One visit to a page of every kind, made once for all tests and workers; says which pages were seen."""

    def make(folder: Path) -> None:
        folder.mkdir()
        found = visit_all(browser, guarded, one_of_each)
        (folder / "visits.json").write_text(json.dumps(found), encoding="utf-8")

    file = shared(tmp_path_factory, "visits", make) / "visits.json"
    found = json.loads(file.read_text(encoding="utf-8"))
    assert tuple(found) == one_of_each
    return {address: Visit(**seen) for address, seen in found.items()}


@pytest.fixture(scope="session")
def bakery_site(tmp_path_factory: pytest.TempPathFactory, drawn: Path) -> Path:
    """The site of the bakery."""
    return shared(tmp_path_factory, "bakery-site", partial(_build_bakery, drawn, Frame.OWN))


@pytest.fixture(scope="session")
def bakery_in_material(tmp_path_factory: pytest.TempPathFactory, drawn: Path) -> Path:
    """The site of the bakery in Material's frame."""
    return shared(tmp_path_factory, "bakery-in-material", partial(_build_bakery, drawn, Frame.MATERIAL))


def _build_bakery(drawn: Path, frame: Frame, target: Path) -> None:
    draft = check(BAKERY).draft
    assert draft.settings
    bakery = framed(seal(draft, draft.settings.editions[0]), frame)
    figures = Figures(bakery, drawn)
    book = target.with_name(f"{target.name}-book") / "daily-bread.pdf"
    book.parent.mkdir()
    book.write_bytes(b"%PDF-1.7\n")
    build_site(bakery, render_pages(bakery, figures), target, figures, (Download(book, 24),))
