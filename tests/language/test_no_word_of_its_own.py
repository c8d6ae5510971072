"""No template, figure or script has a word of its own: each word that readers see is in the catalogues.

The bakery's playbook is made with every message in brackets, and with authors' words in letters that are no words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page
from pptx import Presentation

import value_compass
from tests.conftest import Quiet, serving
from tests.examples.overlay import BAKERY
from tests.language.pseudo import PSEUDO, disguised, homeless, shown_texts
from value_compass.generator.book.book import build_book
from value_compass.generator.book.extracts.cards import compose_cards
from value_compass.generator.book.extracts.sheets import print_sheets
from value_compass.generator.book.extracts.worksheet import compose_worksheet
from value_compass.generator.book.extracts.workshop_sheet import START, compose_sheet
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.poster import compose_posters
from value_compass.generator.book.wrap import build_wrap
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.generator.site.twins import twins
from value_compass.generator.slides.compose import compose_deck
from value_compass.generator.slides.write import write_deck
from value_compass.language.words import speaking
from value_compass.schemas.activities import Workshop
from value_compass.schemas.canvases import CanvasName

DAY = datetime.date(2026, 11, 27)
IMPRINT = Imprint("abc1234", DAY)

THEME = Path(value_compass.__file__).parent / "theme"

SIGNS = frozenset(("CSV", "SVG", "PNG", "PDF"))
"""What is called the same in all languages."""

MONTHS = frozenset(("March", "May", "November"))
"""What Babel says of days."""

OWN_KINDS = frozenset(
    word
    for file in BAKERY.glob("kinds/*.yml")
    for word in re.findall(r"[^\W\d_]{2,}", file.read_text(encoding="utf-8"))
)
"""What the playbook's own kinds call their fields."""


def english(texts: Iterable[str]) -> dict[str, str]:
    """The words that no catalogue has, each with what stands around it."""
    found: dict[str, str] = {}
    for text in texts:
        told = " ".join(text.split())
        for word in homeless(told) - SIGNS - MONTHS - OWN_KINDS:
            at = max(0, told.find(word) - 60)
            found.setdefault(word, told[at : at + 120])
    return found


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    """The bakery's edition of everything, with a workshop that uses every canvas."""
    draft = check(BAKERY).draft
    assert draft.settings
    whole = disguised(seal(draft, draft.settings.editions[1], DAY))
    (workshop,) = whole.of(Workshop)
    using = workshop.model_copy(update={"canvas": tuple(CanvasName)})
    entries = {**whole.entries, workshop.reference: using}
    return replace(whole, entries=MappingProxyType(entries))


@pytest.fixture(scope="module")
def site(playbook: Playbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudo")
    with speaking(PSEUDO):
        figures = Figures(playbook, folder / "cache")
        pages = render_pages(playbook, figures)
        build_site(playbook, pages, folder / "site", figures, files=twins(playbook, pages))
    return folder / "site"


def test_every_word_of_the_site_is_of_the_catalogue_or_of_the_content(site: Path) -> None:
    pages = sorted(file for file in site.rglob("*") if file.suffix in {".html", ".svg"})
    assert len(pages) > 60
    for page in pages:
        assert english(shown_texts(page.read_text(encoding="utf-8"))) == {}, page.relative_to(site)


def test_every_word_of_files_beside_the_site_is_of_the_catalogue_or_of_the_content(site: Path) -> None:
    files = sorted(file for file in site.rglob("*") if file.suffix in {".md", ".csv", ".txt", ".atom"})
    assert len(files) > 30
    for file in files:
        text = _TARGET.sub("", file.read_text(encoding="utf-8"))
        assert english(text.splitlines()) == {}, file.relative_to(site)


_TARGET = re.compile(r"\]\([^)]*\)|\[[\w-]+\.(?:csv|svg)(?=\])")
"""Where a link of Markdown leads, and what a file is called."""


def test_no_style_says_a_word() -> None:
    files = sorted(THEME.rglob("*.css"))
    assert len(files) > 10
    for file in files:
        for shown in re.findall(r"content:([^;}]*)", file.read_text(encoding="utf-8")):
            # An escape is a sign, not a word.
            words = [said for said in re.findall(r'"([^"]*)"', shown) if "\\" not in said]
            assert homeless(" ".join(words)) == set(), file.name


def printed(pdf: bytes) -> Iterator[str]:
    """What stands on each page, words that are divided in one."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage().get_text_range()
        yield re.sub(r"[\ufffe\u0002]\s*", "", text).replace("\u00ad", "")


def test_every_word_of_the_book_and_its_wrap_is_of_the_catalogue_or_of_the_content(
    playbook: Playbook, tmp_path: Path
) -> None:
    with speaking(PSEUDO):
        build_book(playbook, tmp_path / "book.pdf", IMPRINT)
        build_wrap(playbook, tmp_path / "wrap.pdf", IMPRINT, folder=None, paper=0.1)
    for name in ("book", "wrap"):
        for number, text in enumerate(printed((tmp_path / f"{name}.pdf").read_bytes()), 1):
            assert english([text]) == {}, (name, number)


def test_every_word_of_cards_sheets_and_canvases_is_of_the_catalogue_or_of_the_content(
    playbook: Playbook,
) -> None:
    kinds = [kind for kind in playbook.kinds if playbook.of_kind(kind)]
    (workshop,) = playbook.of(Workshop)
    with speaking(PSEUDO):
        asked = {
            "cards": compose_cards(playbook, kinds=kinds, imprint=IMPRINT),
            "worksheet": compose_worksheet(playbook, imprint=IMPRINT),
            "sheet": compose_sheet(playbook, workshop=workshop, start=START, imprint=IMPRINT),
            **dict(compose_posters(playbook, IMPRINT)),
        }
        made = print_sheets(asked, IMPRINT, folder=None)
    assert len(made) > 30
    for name, pdf in made.items():
        assert isinstance(pdf, bytes), pdf
        assert english(printed(pdf)) == {}, name


def test_every_word_of_slides_is_of_the_catalogue_or_of_the_content(playbook: Playbook) -> None:
    (using,) = playbook.of(Workshop)
    workshop = using.model_copy(update={"canvas": using.canvas[:2]})
    with speaking(PSEUDO):
        deck = write_deck(compose_deck(playbook, workshop, DAY))
    for slide in Presentation(BytesIO(deck)).slides:
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        # A message goes on over the lines of a drawing, each in a shape of its own.
        assert english([" ".join(_texts(slide.shapes)), notes, *_descriptions(slide)]) == {}


def _texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False):
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
        yield from _texts(getattr(shape, "shapes", ()))


def _descriptions(slide: Any) -> list[str]:
    return [str(said) for said in slide._element.xpath(".//p:cNvPr/@descr")]


USED = (
    "index.html",
    "season/check.html#m=on-time.2,good-bread.1,straight-answers.1",
    "larder/matrix.html",
    "larder/index.html",
    "larder/changes.html",
    "larder/canvases.html",
    "checks/win-a-kitchen-back.html",
    "boards/win-a-kitchen-back.html",
    "events/index.html",
    "events/late-van.html",
    "events/tasting-morning.html",
    "workshops/menu-day.html",
    "cases/hotel-a.html",
    "groups/on-time.html",
    "processes/win-a-kitchen-back.html",
    "assessments/is-it-a-promise.html",
    "roles/driver.html",
    "terms/index.html",
    "404.html",
)
"""Pages on which scripts say something."""

USE = """async () => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  for (const one of document.querySelectorAll("select")) {
    one.selectedIndex = one.options.length - 1;
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const one of document.querySelectorAll("input[type=radio], input[type=checkbox]")) {
    if (one.value !== "missing") one.click();
  }
  for (const one of document.querySelectorAll("input[type=time]")) {
    one.value = "23:30";
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
  globalThis.print = () => {};
}"""

SEEN = """() => {
  const found = [document.title, document.body.innerText];
  for (const one of document.querySelectorAll("*")) {
    for (const name of ["title", "aria-label", "alt", "placeholder"]) {
      if (one.getAttribute(name)) found.push(one.getAttribute(name));
    }
  }
  return found;
}"""


def use(page: Page) -> list[str]:
    """Use what a page has, and see what it says before, between and after."""
    page.evaluate(USE)
    seen: list[str] = page.evaluate(SEEN)
    for button in page.locator("main button:visible").all():
        if button.is_visible() and button.is_enabled():
            button.click(timeout=2000)
            seen += page.evaluate(SEEN)
    return seen


def test_every_word_of_scripts_is_of_the_catalogue_or_of_the_content(browser: Browser, site: Path) -> None:
    with serving(Quiet, site) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for place in USED:
            page.goto(f"{address}{place}")
            assert english(use(page)) == {}, place
        page.goto(f"{address}index.html")
        for typed in ("xzz", "zzxz zzxz", "hwhw"):
            page.locator(".vc-search input").fill(typed)
            page.locator(".vc-search [role=status]:not(:empty)").wait_for(state="attached")
            assert english(page.evaluate(SEEN)) == {}, typed
        page.close()
