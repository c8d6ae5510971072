"""What a reader keeps: stars, what was read last, ticks in a reading path; all of it in the browser alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Page, expect

from value_compass.generator.pages.page import Page as Shown


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def role_with_a_path(pages: Sequence[Shown]) -> Shown:
    return next(page for page in pages if page.kind == "roles" and "?path=" in page.html)


def test_a_star_and_what_was_read_stand_on_the_first_page_until_they_are_forgotten(
    reader: Page, guarded: str, pages: Sequence[Shown]
) -> None:
    asked: list[str] = []
    reader.goto(f"{guarded}index.html")
    expect(reader.locator(".vc-shelf")).to_have_count(0)
    first, second = [page for page in pages if page.level == 2][:2]
    reader.goto(f"{guarded}{first.address}")
    reader.locator(".vc-star").click()
    expect(reader.locator(".vc-star")).to_have_attribute("aria-pressed", "true")
    reader.on("request", lambda request: asked.append(request.method))
    reader.goto(f"{guarded}{second.address}")
    expect(reader.locator(".vc-star")).to_have_attribute("aria-pressed", "false")
    reader.goto(f"{guarded}index.html")
    shelf = reader.locator(".vc-shelf")
    assert shelf.get_by_role("link").all_text_contents() == [first.title, second.title, first.title]
    shelf.get_by_role("link").first.click()
    expect(reader.locator("h1")).to_have_text(first.title)
    assert set(asked) == {"GET"}
    reader.go_back()
    reader.locator(".vc-forget").click()
    reader.reload()
    expect(reader.locator(".vc-shelf")).to_have_count(0)


def test_what_was_read_has_its_tick_in_the_reading_path(
    reader: Page, guarded: str, pages: Sequence[Shown]
) -> None:
    role = f"{guarded}{role_with_a_path(pages).address}"
    reader.goto(role)
    boxes = reader.locator(".vc-read")
    expect(boxes.first).not_to_be_checked()
    reader.locator('a[href*="?path="]').first.click()
    expect(reader.locator(".vc-star")).to_be_visible()
    reader.goto(role)
    expect(boxes.first).to_be_checked()
    boxes.nth(1).check()
    reader.reload()
    expect(boxes.nth(1)).to_be_checked()
    boxes.first.uncheck()
    reader.reload()
    expect(boxes.first).not_to_be_checked()
