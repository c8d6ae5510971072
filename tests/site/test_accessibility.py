"""For everyone: what axe-core finds, the keyboard, large letters, high contrast, paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from value_compass.generator.pages.page import Page as OurPage

WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
AXE = Axe()


def _findings(page: Page, rules: object = WCAG, part: str | None = None) -> list[str]:
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False, "selectors": False}
    found = AXE.run(page, context=part, options=options).response["violations"]
    return [f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize(("scheme", "rules"), [("light", WCAG), ("dark", COLOURS)])
def test_axe_finds_nothing(
    browser: Browser, served: str, one_of_each: tuple[str, ...], scheme: str, rules: object
) -> None:
    page = browser.new_page(color_scheme="light" if scheme == "light" else "dark")
    found: list[str] = []
    for number, address in enumerate(one_of_each):
        page.goto(served + address)
        # The items of a long list are made alike: some stand for all.
        page.evaluate(
            """() => document.querySelectorAll("ul, ol, dl, tbody").forEach((list) =>
                [...list.children].slice(6).forEach((item) => item.remove()))"""
        )
        # The frame is the same on every page: the first two, one of them without a part, show all of it.
        found += _findings(page, rules, "main" if number > 1 else None)
    assert not found
    page.close()


def test_axe_finds_nothing_on_a_phone_and_in_what_opens(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(served + "groups/personal-bond.html")
    found = _findings(page)
    page.get_by_role("button", name="Menu").click()
    found += _findings(page)
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Search").fill("trust")
    expect(page.get_by_role("option").first).to_be_visible()
    found += _findings(page)
    assert not found
    page.close()


def test_the_first_key_skips_to_the_text(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + "groups/transparency.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto(served)
    past = page.get_by_role("link", name="Skip the compass")
    past.focus()
    expect(past).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".vc-home-ways a").first).to_be_focused()
    page.close()


@pytest.mark.parametrize("address", ["index.html", "workshops/inspiration-day.html", "path/index.html"])
def test_whatever_the_keyboard_reaches_shows_it_and_has_a_name(
    browser: Browser, served: str, address: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(served + address)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen = page.evaluate(
            """() => {
                const e = document.activeElement;
                const style = getComputedStyle(e);
                const label = e.getAttribute("aria-label") || e.labels?.[0]?.textContent;
                return {
                    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                    name: (label || e.textContent).trim(),
                    inFigure: Boolean(e.closest("svg")),
                };
            }"""
        )
        assert seen["outline"], seen
        assert seen["name"], seen
        reached.append(seen["inFigure"])
    assert any(reached)
    page.close()


def test_doubled_letters_lose_nothing(browser: Browser, served: str, one_of_each: tuple[str, ...]) -> None:
    page = browser.new_page(viewport={"width": 720, "height": 900})
    for address in one_of_each:
        page.goto(served + address)
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 720, address
        for name in ("Menu", "Dark colours"):
            expect(page.get_by_role("button", name=name)).to_be_in_viewport()
    page.close()


def test_high_contrast_keeps_the_figures(browser: Browser, served: str) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(served)
    text = page.locator(".vc-for-wide .vc-group text").first
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert text.evaluate("e => getComputedStyle(e).fill") != ground
    sector = page.locator(".vc-for-wide .vc-group path").first
    assert sector.evaluate("e => getComputedStyle(e).stroke") != ground
    context.close()


def test_nothing_moves_for_those_who_ask(browser: Browser, served: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(served)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter((e) => {
            const style = getComputedStyle(e);
            return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
        }).length"""
    )
    assert moving == 0
    context.close()


def test_paper_shows_all_of_a_figure(browser: Browser, served: str, one_of_each: tuple[str, ...]) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    hidden: dict[str, int] = {}
    for address in one_of_each:
        page.goto(served + address)
        count = page.evaluate(
            """() => [...document.querySelectorAll("figure svg *")].filter((part) =>
                part.closest("svg").checkVisibility() && getComputedStyle(part).display === "none"
                && !part.closest("defs, title, desc")).length"""
        )
        if count:
            hidden[address] = count
    assert not hidden
    page.close()


def test_a_group_an_event_and_a_workshop_print_on_two_sheets_at_most(
    browser: Browser, served: str, pages: tuple[OurPage, ...]
) -> None:
    page = browser.new_page()
    for kind in ("groups", "events", "workshops"):
        entries = [one for one in pages if one.kind == kind and one.level == 2]
        longest = max(entries, key=lambda one: len(one.html))
        page.goto(served + longest.address)
        sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) <= 2, longest.address
        text = "".join(sheet.extract_text() for sheet in sheets)
        assert longest.title in text
        assert not [word for word in ("On this page", "Save as", "Edit this", "Search") if word in text]
    page.close()
