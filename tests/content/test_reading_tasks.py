"""Our own content: twelve things that readers come for, each answered within two clicks or one search.

Each begins on the first page, on a laptop and on a phone. The answer stands on the first screen that its way leads
to, or begins on the next one. What single words find is in `test_search.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

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


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=SCREENS[request.param])
    yield page
    page.close()


@pytest.fixture
def reader(screen: Page, served: str) -> Reader:
    return Reader(screen, f"{served}index.html")


def test_my_contact_is_leaving(reader: Reader) -> None:
    reader.clicks(reader.page.get_by_role("link", name="My contact at the customer is leaving."))
    reader.reads(reader.page.locator("#respond"))


def test_we_deliver_well_and_want_to_talk_about_tomorrow(reader: Reader) -> None:
    reader.opens("talk about tomorrow")
    expect(reader.page.locator("h1")).to_have_text("Next-steps conversation")
    reader.reads(reader.page.locator("#actions"))


def test_a_vision_workshop_is_next_week(reader: Reader) -> None:
    reader.opens("vision workshop")
    reader.reads(reader.page.locator("#preparation"))
    reader.reads(reader.page.locator("#agenda"), screens=4)


def test_which_events_build_transparency(reader: Reader) -> None:
    reader.opens("transparency")
    reader.reads(reader.page.locator("#begin"))


def test_is_it_too_early_for_a_business_model_canvas(reader: Reader) -> None:
    reader.opens("business model canvas")
    check = reader.page.get_by_role("link", name="Check one relationship").first
    reader.reads(check)
    reader.clicks(check)
    reader.reads(reader.page.get_by_role("radio").first, screens=4)


def test_what_happened_at_customer_c(reader: Reader) -> None:
    reader.opens("customer c")
    # On a phone the story in five lines, which stands first, takes the first two screens.
    reader.reads(reader.page.locator("#turning-points"), screens=2.5)


def test_a_new_engineer_asks_what_to_read(reader: Reader) -> None:
    reader.clicks(reader.page.get_by_role("link", name="Engineer in a customer team").first)
    reader.reads(reader.page.locator("#reading-path"))


def test_what_does_business_outcome_driven_mean(reader: Reader) -> None:
    first = reader.searches("business outcome-driven")
    reader.reads(first, screens=1)
    expect(first).to_contain_text("outcome")


def test_what_changed_since_last_month(reader: Reader) -> None:
    reader.clicks(reader.page.locator(".vc-foot").get_by_role("link", name="What changed").first)
    reader.reads(reader.page.locator("h1"), screens=1)


def test_who_keeps_this_and_where_do_i_tell_of_a_mistake(reader: Reader) -> None:
    reader.opens("transparency")
    reader.reads(reader.page.locator(".vc-owner"), screens=1)
    reader.reads(reader.page.get_by_role("link", name="Something wrong?").first, screens=1)


def test_a_figure_for_my_slides(reader: Reader) -> None:
    png = reader.page.locator(".vc-save").get_by_text("PNG").first
    reader.reads(png, screens=2)
    with reader.page.expect_download() as figure:
        png.click()
    assert figure.value.suggested_filename.endswith(".png")


def test_an_angry_customer(reader: Reader) -> None:
    reader.opens("angry customer")
    expect(reader.page.locator("h1")).to_have_text("Satisfaction")
    reader.reads(reader.page.locator(".vc-summary").first, screens=1)
