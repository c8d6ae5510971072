"""Lists of a kind in the browser: narrowed by facets, with what was chosen in the address."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_a_list_is_narrowed_and_the_address_keeps_it(window: Page, guarded: str) -> None:
    page = window
    page.goto(f"{guarded}events/index.html")
    rows = page.locator(".vc-rows > li:visible")
    everything = rows.count()
    page.get_by_label("Planned or not").select_option("unplanned")
    unplanned = rows.count()
    assert 0 < unplanned < everything
    expect(page.get_by_role("status").filter(has_text=f"{unplanned} of {everything}")).to_be_visible()
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(rows := page.locator(".vc-rows > li:visible")).to_have_count(unplanned)
    page.get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(everything)


def test_without_scripts_a_list_shows_all_its_parts(plain_window: Page, guarded: str) -> None:
    page = plain_window
    page.goto(f"{guarded}workshops/index.html")
    expect(page.locator(".vc-facets")).to_be_hidden()
    assert page.locator(".vc-rows > li:visible").count() > 10
    assert page.get_by_role("heading", level=2, name="Step").count() > 2
