"""The preview in a browser: it loads changed pages again, keeps the place, shows errors and comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.check.bakery import Bakery
from tests.serve.conftest import Serving

LATER = 60_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 400})
    context.set_default_timeout(LATER)
    yield context.new_page()
    context.close()


def test_a_save_a_mistake_and_its_mending(bakery: Bakery, serving: Serving, page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    with serving(bakery.folder) as (_, address):
        page.goto(f"{address}groups/on-time.html")
        page.evaluate("scrollTo(0, 500)")
        assert page.evaluate("scrollY") == 500

        bakery.change("groups/on-time", "name: On time", "name: Never late")
        expect(page.locator("h1")).to_have_text("Never late", timeout=LATER)
        page.wait_for_function("scrollY === 500")

        bakery.change("groups/on-time", "pillar: reliability", "pillar: relibility")
        notice = page.get_by_role("alert", name="Live preview")
        expect(notice).to_contain_text(
            "content/groups/on-time.yml:5:9: error[unknown-reference]", timeout=LATER
        )
        expect(notice.locator("pre")).to_be_visible()
        assert notice.bounding_box()["y"] == 0, "it shows wherever one has scrolled to"
        expect(page.locator("h1")).to_have_text("Never late")
        notice.locator("summary").click()
        expect(notice.locator("pre")).to_be_hidden()
        page.get_by_role("link", name="Reliability").first.click()
        expect(notice).to_contain_text("relibility")

        bakery.change("groups/on-time", "pillar: relibility", "pillar: reliability")
        expect(notice).to_have_count(0, timeout=LATER)
        expect(page.locator("h1")).to_have_text("Reliability")
        assert all(url.startswith(address) for url in asked)
        assert refused == []


def test_a_page_that_a_change_does_not_touch_is_not_loaded_again(
    bakery: Bakery, serving: Serving, page: Page
) -> None:
    with serving(bakery.folder) as (running, address):
        page.goto(f"{address}terms/index.html")
        page.evaluate("window.untouched = true")
        other = page.context.new_page()
        other.goto(f"{address}events/late-van.html")
        bakery.change("events/late-van", "summary: ", "summary: Now ")
        expect(other.locator(".vc-summary").first).to_contain_text("Now ", timeout=LATER)
        assert page.evaluate("window.untouched")
        assert running.unforeseen == []
