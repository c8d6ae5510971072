"""The frame around the pages: safe, light, readable without scripts, and telling where one is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from tests.check.bakery import Bakery
from tests.site.conftest import BELOW
from tests.site.visits import Visit
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.generator.site.frame import Frame, frames


@pytest.fixture(scope="module")
def framed(playbook: Playbook, pages: tuple[Page, ...], figures: Figures) -> dict[str, Frame]:
    return dict(frames(playbook, pages, figures))


def test_no_page_holds_a_script_a_style_or_a_handler(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        scripts = re.findall(r"<script\b([^>]*)>", html)
        assert all("src=" in script or 'type="application/json"' in script for script in scripts), path
        tags = re.findall(r"<[a-zA-Z][^>]*>", html)
        assert not [tag for tag in tags if re.search(r"""\s(style|on[a-z]+)\s*=\s*["']""", tag)], path
        assert "<style" not in html, path


def test_no_term_and_no_source_shares_its_place_with_the_frame(site: Path) -> None:
    for address in ("terms/index.html", "sources/index.html"):
        around = re.sub(r"(?s)(<main\b[^>]*>).*</main>", r"\1", (site / address).read_text(encoding="utf-8"))
        ids = re.findall(r'<[^>]*\sid="([^"]+)"', re.sub(r"(?s)<svg.*?</svg>", "", around))
        # Links to a term called "Text" would otherwise end at the top of the page.
        assert {"vc-navigation", "vc-text"} <= set(ids)
        assert all(word.startswith("vc-") for word in ids)


def test_every_kind_of_page_works_under_the_policy(visits: Mapping[str, Visit]) -> None:
    assert not {address: visit.said for address, visit in visits.items() if visit.said}
    assert all(visit.search for visit in visits.values())
    asked = [urlparse(url) for visit in visits.values() for url in visit.asked]
    # The worker that made the visits may have had another server, of the same site.
    own = [url for url in asked if url.hostname == "127.0.0.1" and url.path.startswith(BELOW)]
    assert own
    assert [url for url in asked if url not in own and url.scheme != "data"] == []


@pytest.mark.parametrize("width", [360, 1440])
def test_without_scripts_all_is_there_to_read_and_to_reach(
    plain_window: Window, guarded: str, framed: dict[str, Frame], width: int
) -> None:
    page = plain_window
    page.set_viewport_size({"width": width, "height": 800})
    address = "values/openness.html"
    page.goto(guarded + address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Openness")
    expect(page.get_by_role("combobox")).to_be_hidden()
    navigation = page.get_by_role("navigation", name="Pages of this part")
    if width == 360:
        expect(navigation).to_be_hidden()
        page.get_by_role("button", name="Menu").click()
    expect(navigation.locator("[aria-current=page]")).to_have_text("Openness")
    for link in framed[address].navigation:
        expect(navigation.get_by_role("link", name=link.title, exact=True).first).to_be_visible()
    navigation.get_by_role("link", name="Honesty").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Honesty")


def test_the_drawer_closes_by_key_and_gives_the_focus_back(window: Window, guarded: str) -> None:
    page = window
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(guarded + "events/stakeholder-change.html")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    navigation = page.get_by_role("navigation", name="Pages of this part")
    expect(navigation).to_be_visible()
    page.keyboard.press("Escape")
    expect(navigation).to_be_hidden()
    expect(menu).to_be_focused()


def test_no_column_stands_beside_the_text_on_a_tablet(visits: Mapping[str, Visit]) -> None:
    assert not {address: visit.beside_the_text for address, visit in visits.items() if visit.beside_the_text}


def test_the_page_lists_its_own_contents(window: Window, guarded: str) -> None:
    page = window
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(guarded + "groups/transparency.html")
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_role("link", name="How you know that it is missing").click()
    expect(page.locator("#missing")).to_be_in_viewport()


def test_every_page_says_where_it_stands(framed: dict[str, Frame], pages: tuple[Page, ...]) -> None:
    for page in pages:
        frame = framed[page.address]
        marked = [section.title for section in frame.sections if section.holds]
        assert len(marked) == (1 if page.section else 0)
        here = [link for link in _flat(frame.navigation) if link.here]
        # A tool of an entry stands in no order: its kind is open instead.
        assert len(here) == (1 if page.level in (1, 2) else 0), page.address
        assert page.level != 3 or [link for link in _flat(frame.navigation) if link.holds]
        assert not page.section or page.level == 0 or frame.trail[0].title == marked[0]
        # A section that is called as one of its kinds is said once.
        assert len({link.title for link in frame.trail}) == len(frame.trail), page.address
        # A page without a place on the path shows none.
        assert (frame.ruler is None) == (frame.step is None)
    value = framed["values/openness.html"]
    assert [link.title for link in value.trail] == ["Values", "Trust", "Transparency"]
    assert value.step
    assert "vc-lit" in (value.ruler or "")
    term = framed["terms/index.html"]
    assert term.step is None


def _flat(links: tuple[object, ...]) -> list[object]:
    return [one for link in links for one in (link, *_flat(link.below))]  # type: ignore[attr-defined]


def test_before_and_next_lead_through_the_whole_playbook(
    framed: dict[str, Frame], pages: tuple[Page, ...]
) -> None:
    read = [pages[0].address]
    while (after := framed[read[-1]].after) is not None:
        assert framed[after.address].before
        assert framed[after.address].before.address == read[-1]  # type: ignore[union-attr]
        read.append(after.address)
    assert read == [page.address for page in pages if page.level < 3]


def test_a_page_carries_its_pillar_s_colour(window: Window, guarded: str, playbook: Playbook) -> None:
    page = window
    page.emulate_media(color_scheme="light")
    for part in playbook.framework:
        group = part.groups[0].group
        page.goto(f"{guarded}{group.reference}.html")
        colour = page.locator("html").evaluate("e => getComputedStyle(e).getPropertyValue('--vc-pillar')")
        assert part.pillar.colour.lower() in colour


def test_the_reader_chooses_light_or_dark_and_it_stays(window: Window, guarded: str) -> None:
    page = window
    page.emulate_media(color_scheme="light")
    page.goto(guarded + "groups/transparency.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    switch = page.get_by_role("button", name="Dark colours")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(guarded + "values/openness.html")
    assert page.evaluate(ground) == dark
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    switch.click()
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark


@pytest.mark.parametrize("below", ["", "a/b/c/"])
def test_a_missing_page_helps_wherever_it_is(browser: Browser, guarded: str, below: str) -> None:
    page = browser.new_page()
    page.goto(f"{guarded}{below}stakeholder-chnge.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    guess = page.locator(".vc-guess a").first
    expect(guess).to_have_attribute("href", f"{guarded}events/stakeholder-change.html")
    for link in page.locator("main a, header a").all():
        assert str(link.get_attribute("href")).startswith(guarded)
    assert page.locator(".vc-bar").evaluate("e => getComputedStyle(e, '::after').height") == "8px"
    expect(page.locator(".vc-brand-mark")).to_have_js_property("naturalWidth", 64)
    styles = page.evaluate("[...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.href)")
    wanted = str(page.locator("html").get_attribute("data-styles")).split()
    assert styles[-len(wanted) - 1 :] == [f"{guarded}{name}" for name in [*wanted, "assets/search.css"]]
    page.keyboard.press("/")
    page.keyboard.type("openness")
    expect(page.get_by_role("option").first).to_contain_text("Openness")
    page.close()


def test_a_missing_page_has_the_menu_on_a_phone(browser: Browser, guarded: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{guarded}a/nothing.html")
    page.get_by_role("button", name="Menu").click()
    parts = page.get_by_role("navigation", name="Parts of the playbook")
    for link in parts.get_by_role("link").all():
        assert str(link.get_attribute("href")).startswith(guarded)
    parts.get_by_role("link", name="Reference").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reference")
    page.close()


def test_many_parts_with_long_titles_leave_room_for_the_page(window: Window, bakery: Bakery) -> None:
    bakery.change(
        "site", "title: Daily Bread", "title: Safe Hands, and all that we know about the bread of the day"
    )
    held = bakery.read("site").partition("kinds: [workshops, events, cases, ")
    titles = (
        "Daily practice and stories",
        "Everything about the season and the year, first to last",
        "What we promise",
    )
    parts = "".join(
        f"  - {{id: part-{kind}, title: '{title}', summary: One., introduction: Two., kinds: [{kind}]}}\n"
        for kind, title in zip(("workshops", "events", "cases"), titles, strict=True)
    )
    bakery.write(
        "site",
        f"{held[0]}kinds: [{held[2]}".replace(
            "audiences: [everyone, partners]\n", f"{parts}audiences: [everyone, partners]\n", 1
        ),
    )
    draft = bakery.check().draft
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[0])
    figures = Figures(playbook, bakery.folder / "cache")
    build_site(playbook, render_pages(playbook, figures), bakery.folder / "site", figures)
    page = window
    page.goto((bakery.folder / "site" / "index.html").as_uri())
    for width in (1366, 1024, 360):
        page.set_viewport_size({"width": width, "height": 700})
        box = page.locator(".vc-bar").bounding_box()
        assert box
        assert box["height"] < 130
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_bar_is_two_rows_on_the_smallest_phone(window: Window, guarded: str) -> None:
    page = window
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(guarded + "values/openness.html")
    tops = [page.locator(part).bounding_box() for part in (".vc-brand", ".vc-menu", ".vc-search")]
    brand, menu, search = (box for box in tops if box)
    assert menu["y"] < brand["y"] + brand["height"] <= search["y"] + 1
