"""Our own content: twelve things that readers come for, each answered within two clicks or one search.

Each begins on the first page, on a laptop and on a phone. The answer stands on the first screen that its way leads
to, or begins on the next one. What single words find is in `test_search.py`.

Those that do not need our own search, with its words that readers type and its answers from the glossary, are done in
Material's frame as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from tests.conftest import Quiet, serving
from tests.shared import shared
from tests.site.material_search import first_hit
from value_compass.generator.cli.framing import framed
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page as PlaybookPage
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.build import build_site
from value_compass.schemas.settings import Frame

SCREENS: dict[str, ViewportSize] = {
    "laptop": {"width": 1366, "height": 650},
    "phone": {"width": 360, "height": 740},
}


class Reader:
    """Somebody at a screen, whose clicks and searches are counted."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self._clicks = 0
        self._searches = 0
        page.goto(home)

    def clicks(self, link: Locator) -> None:
        link.click()
        self._clicks += 1
        self.page.wait_for_load_state()

    def searches(self, words: str) -> Locator:
        """Type, and get the first hit."""
        self.page.get_by_role("combobox", name="Search").fill(words)
        self._searches += 1
        first = self.page.get_by_role("option").first
        expect(first).to_be_visible()
        return first

    def opens(self, words: str) -> None:
        """Search, and take the first hit."""
        self.searches(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**#*" if "#" in words else "**/*.html*")
        self.page.wait_for_load_state()

    def reads(self, answer: Locator, screens: float = 2) -> None:
        """The answer begins within so many screens, and the way to it was short."""
        expect(answer).to_be_visible()
        box = answer.bounding_box()
        size = self.page.viewport_size
        assert box
        assert size
        assert 0 <= box["y"] <= screens * size["height"], f"{box['y'] / size['height']:.1f} screens down"
        assert self._clicks <= 2
        assert self._searches <= 1
        assert not (self._clicks and self._searches) or self._clicks <= 1


INDEX = "**/search_index.json"


class ReaderInMaterial(Reader):
    """Somebody who searches with Material's box.

    Material reads its index anew on each page, which takes longer than all else there: only who searches gets it.
    """

    def __init__(self, page: Page, home: str) -> None:
        self._held: list[Route] = []
        page.unroute_all()
        page.route(INDEX, self._hold)
        super().__init__(page, home)

    def _hold(self, asked: Route) -> None:
        if self._searches:
            asked.continue_()
        else:
            self._held.append(asked)

    def searches(self, words: str) -> Locator:
        self._searches += 1
        for asked in self._held:
            asked.continue_()
        return first_hit(self.page, words)

    def opens(self, words: str) -> None:
        first = self.searches(words)
        name = first.locator("h1").inner_text()
        self.page.route(INDEX, lambda asked: asked.abort())
        first.click()
        expect(self.page.locator(".vc-playbook h1")).to_have_text(name)


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=SCREENS[request.param])
    yield page
    page.close()


@pytest.fixture(scope="module")
def in_material(
    playbook: Playbook,
    pages: tuple[PlaybookPage, ...],
    figures: Figures,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of the site in Material's frame."""

    def make(target: Path) -> None:
        build_site(framed(playbook, Frame.MATERIAL), pages, target, figures)

    with serving(Quiet, shared(tmp_path_factory, "in-material", make)) as address:
        yield address


@pytest.fixture
def reader(screen: Page, served: str) -> Reader:
    """A reader of our own frame, on each screen."""
    return Reader(screen, f"{served}index.html")


@pytest.fixture(scope="module", params=[*SCREENS, "material"])
def place(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, str]]:
    """A screen, and the name of the frame in it."""
    page = browser.new_page(viewport=SCREENS.get(request.param, SCREENS["laptop"]))
    yield page, request.param
    page.close()


@pytest.fixture
def any_reader(place: tuple[Page, str], request: pytest.FixtureRequest) -> Reader:
    """A reader of either frame."""
    page, name = place
    if name == "material":
        return ReaderInMaterial(page, f"{request.getfixturevalue('in_material')}index.html")
    return Reader(page, f"{request.getfixturevalue('served')}index.html")


def test_my_contact_is_leaving(any_reader: Reader) -> None:
    any_reader.clicks(any_reader.page.get_by_role("link", name="My contact at the customer is leaving."))
    any_reader.reads(any_reader.page.locator("#respond"))


def test_we_deliver_well_and_want_to_talk_about_tomorrow(reader: Reader) -> None:
    reader.opens("talk about tomorrow")
    expect(reader.page.locator("h1")).to_have_text("Next-steps conversation")
    reader.reads(reader.page.locator("#actions"))


def test_a_vision_workshop_is_next_week(any_reader: Reader) -> None:
    any_reader.opens("vision workshop")
    any_reader.reads(any_reader.page.locator("#preparation"))
    any_reader.reads(any_reader.page.locator("#agenda"), screens=4)


def test_which_events_build_transparency_who_keeps_that_and_where_do_i_tell_of_a_mistake(
    any_reader: Reader,
) -> None:
    any_reader.opens("transparency")
    any_reader.reads(any_reader.page.locator("#begin"))
    any_reader.reads(any_reader.page.locator(".vc-owner"), screens=1)
    any_reader.reads(any_reader.page.get_by_role("link", name="Something wrong?").first, screens=1)


def test_is_it_too_early_for_a_business_model_canvas(any_reader: Reader) -> None:
    any_reader.opens("business model canvas")
    check = any_reader.page.get_by_role("link", name="Check one relationship").first
    any_reader.reads(check)
    any_reader.clicks(check)
    any_reader.reads(any_reader.page.get_by_role("main").get_by_role("radio").first, screens=4)


def test_what_happened_at_customer_c(reader: Reader) -> None:
    reader.opens("customer c")
    # On a phone the story in five lines, which stands first, takes the first two screens.
    reader.reads(reader.page.locator("#turning-points"), screens=2.5)


def test_a_new_engineer_asks_what_to_read(any_reader: Reader) -> None:
    any_reader.clicks(any_reader.page.get_by_role("link", name="Engineer in a customer team").first)
    any_reader.reads(any_reader.page.locator("#reading-path"))


def test_what_does_business_outcome_driven_mean(reader: Reader) -> None:
    first = reader.searches("business outcome-driven")
    reader.reads(first, screens=1)
    expect(first).to_contain_text("outcome")


def test_what_changed_since_last_month(any_reader: Reader) -> None:
    any_reader.clicks(any_reader.page.get_by_role("link", name="What changed").last)
    any_reader.reads(any_reader.page.locator("h1"), screens=1)


def test_a_figure_for_my_slides(any_reader: Reader) -> None:
    png = any_reader.page.locator(".vc-save").get_by_text("PNG").first
    any_reader.reads(png, screens=2)
    with any_reader.page.expect_download() as figure:
        png.click()
    assert figure.value.suggested_filename.endswith(".png")


def test_an_angry_customer(reader: Reader) -> None:
    reader.opens("angry customer")
    expect(reader.page.locator("h1")).to_have_text("Satisfaction")
    reader.reads(reader.page.locator(".vc-summary").first, screens=1)
