"""For everyone: what axe-core finds, the keyboard, large letters, high contrast, paper."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.book.reading import printed
from tests.site.visits import Visit, findings
from value_compass.generator.pages.page import Page as OurPage


def test_axe_finds_nothing(visits: Mapping[str, Visit]) -> None:
    assert not [finding for visit in visits.values() for finding in (*visit.light, *visit.dark)]


def test_axe_finds_nothing_on_a_phone_and_in_what_opens(window: Page, served: str) -> None:
    page = window
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(served + "groups/personal-bond.html")
    found = findings(page)
    page.get_by_role("button", name="Menu").click()
    found += findings(page)
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Search").fill("trust")
    expect(page.get_by_role("option").first).to_be_visible()
    found += findings(page)
    assert not found


def test_the_first_key_skips_to_the_text(window: Page, served: str) -> None:
    page = window
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


@pytest.mark.parametrize("address", ["index.html", "workshops/inspiration-day.html", "path/index.html"])
def test_whatever_the_keyboard_reaches_shows_it_and_has_a_name(
    window: Page, served: str, address: str
) -> None:
    page = window
    page.set_viewport_size({"width": 1440, "height": 900})
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


def test_doubled_letters_lose_nothing(visits: Mapping[str, Visit]) -> None:
    assert not {address: visit.doubled for address, visit in visits.items() if visit.doubled}


def test_high_contrast_keeps_the_figures(window: Page, served: str) -> None:
    page = window
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(served)
    text = page.locator(".vc-for-wide .vc-group text").first
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert text.evaluate("e => getComputedStyle(e).fill") != ground
    sector = page.locator(".vc-for-wide .vc-group path").first
    assert sector.evaluate("e => getComputedStyle(e).stroke") != ground


def test_nothing_moves_for_those_who_ask(window: Page, served: str) -> None:
    page = window
    page.emulate_media(reduced_motion="reduce")
    page.goto(served)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter((e) => {
            const style = getComputedStyle(e);
            return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
        }).length"""
    )
    assert moving == 0


def test_paper_shows_all_of_a_figure(visits: Mapping[str, Visit]) -> None:
    assert not {address: visit.not_printed for address, visit in visits.items() if visit.not_printed}


def test_paper_shows_nothing_to_press(visits: Mapping[str, Visit]) -> None:
    assert not {address: visit.to_press for address, visit in visits.items() if visit.to_press}


def test_a_group_an_event_and_a_workshop_print_on_two_sheets_at_most(
    window: Page, served: str, pages: tuple[OurPage, ...]
) -> None:
    page = window
    for kind in ("groups", "events", "workshops"):
        entries = [one for one in pages if one.kind == kind and one.level == 2]
        longest = max(entries, key=lambda one: len(one.html))
        page.goto(served + longest.address)
        sheets = printed(page.pdf(prefer_css_page_size=True))
        assert len(sheets) <= 2, longest.address
        text = " ".join(sheets)
        assert longest.title in text
        assert not [word for word in ("On this page", "Save as", "Edit this", "Search") if word in text]


@pytest.mark.parametrize("reference", ["roles/tech-lead", "assessments/is-the-profile-full"])
def test_a_sheet_that_was_a_few_lines_too_long_is_one_sheet(
    window: Page, served: str, reference: str
) -> None:
    page = window
    page.goto(f"{served}{reference}.html")
    assert len(printed(page.pdf(prefer_css_page_size=True))) == 1


@pytest.mark.parametrize("process", ["keep-value-in-use", "measure-the-journey"])
def test_the_map_of_a_process_prints_whole_under_its_head(window: Page, served: str, process: str) -> None:
    page = window
    page.goto(f"{served}processes/{process}.html")
    sheets = printed(page.pdf(prefer_css_page_size=True))
    assert "Stages in order with their practices" in sheets[0]
