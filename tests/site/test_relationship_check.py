"""The relationship check in a real browser: the same advice as in Python, by keyboard, from an address."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from msgspec import to_builtins
from playwright.sync_api import Browser, Page, Route, expect

from tests.book.reading import MILLIMETRE, printed, words
from tests.conftest import ROOT
from tests.site.exchange import worked_out
from value_compass.generator.pages.page import Page as OurPage
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.pages.relationship_check import check_data
from value_compass.generator.playbook.advice import GroupStanding, advise
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.situation import situation_of

CHECK = "path/check.html"

SOME = "#m=cultural-fit.2,personal-bond.2,transparency.1,customer-orientation.2"
Open = Callable[..., Page]


@pytest.fixture
def open_check(window: Page, served: str) -> Open:
    """Opens the page with some marks."""

    def open_page(fragment: str = "", start: str = served) -> Page:
        window.goto(f"{start}{CHECK}{fragment}")
        return window

    return open_page


def radio(page: Page, group: str, mark: str) -> Any:
    return page.locator(f'input[name="mark-{group}"][value="{mark}"]')


def test_the_browser_gives_the_same_advice_as_python(window: Page, playbook: Playbook) -> None:
    words = cache(plain_text(playbook))
    data = check_data(playbook, words)["situation"]
    situation = situation_of(playbook)
    chance = random.Random(20261122)  # noqa: S311 - to vary the marks, not to keep a secret
    markings = [
        {group: chance.choice(list(GroupStanding)) for group in situation.groups if chance.random() < known}
        for known in (0.0, 0.5, 1.0)
        for _ in range(65)
    ]
    markings += [dict.fromkeys(situation.groups, mark) for mark in GroupStanding]
    window.add_script_tag(path=ROOT / "value_compass" / "theme" / "site" / "assets" / "advice.js")
    found = worked_out(
        window,
        "given.markings.map((marks) => advise(given.situation, marks))",
        {"situation": data, "markings": markings},
    )
    for marks, advice in zip(markings, found, strict=True):
        wanted = _with_words(json.loads(json.dumps(to_builtins(advise(situation, marks)))), words)
        assert advice == wanted, marks


def _with_words(value: Any, words: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return words(value)
    if isinstance(value, dict):
        return {key: _with_words(inner, words) for key, inner in value.items()}
    return [_with_words(inner, words) for inner in value] if isinstance(value, list) else value


def test_what_the_check_knows_comes_when_a_reader_turns_to_it(open_check: Open) -> None:
    page = open_check()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.locator('fieldset[data-group="transparency"] label', has_text="Growing").click()
    expect(page.locator("#now li").first).to_be_visible()
    expect(radio(page, "transparency", "growing")).to_be_checked()
    scripts = sorted(name for name in asked if name.endswith(".js"))
    assert scripts == ["address.js", "advice.js", "check.js", "check.js", "elements.js"]
    expect(page).to_have_url(re.compile(re.escape("#m=transparency.1") + "$"))


def test_a_check_whose_lists_cannot_be_loaded_says_so(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.route("**/path/check.js", lambda route: route.abort())
    page.goto(f"{served}{CHECK}")
    page.locator('fieldset[data-group="transparency"] label', has_text="Growing").click()
    expect(page.locator(".vc-check-status")).to_contain_text("could not be loaded")
    page.close()


def test_marking_fills_the_compass_and_the_lists(open_check: Open) -> None:
    page = open_check()
    expect(page.locator(".vc-check-status")).to_contain_text("Nothing is marked yet")
    expect(page.locator("#now")).to_be_hidden()
    before = page.locator("#now li").count()
    for group in ("customer-orientation", "cultural-fit", "personal-bond"):
        page.locator(f'fieldset[data-group="{group}"] label', has_text="Established").click()
    page.locator('fieldset[data-group="transparency"] label', has_text="Growing").click()
    part = page.locator('.vc-filling [data-entry="groups/personal-bond"]')
    assert part.get_attribute("data-mark") == "established"
    expect(part.locator("> title")).to_have_text("Personal bond: established")
    expect(part.locator(".vc-when-established")).to_be_visible()
    half = page.locator('.vc-filling [data-entry="groups/transparency"] .vc-when-growing')
    expect(half.first).to_be_visible()
    expect(page.locator(".vc-check-status")).to_contain_text("step 2 of 7, Work openly together")
    expect(page.locator("#here a").first).to_have_attribute("href", "../steps/work-openly-together.html")
    assert page.locator("#now li").count() != before
    assert page.locator("#early li").count() > 0
    assert page.locator("#wrong li").count() > 0


def test_three_actions_come_first_with_their_reasons_on_demand(open_check: Open) -> None:
    page = open_check(SOME)
    actions = page.locator("#now > div > .vc-relations > li")
    expect(actions).to_have_count(3)
    because = actions.first.locator(".vc-ties li").first
    expect(because).to_be_hidden()
    actions.first.get_by_text("Because", exact=True).click()
    expect(because).to_be_visible()


def test_an_earlier_address_shows_what_moved(open_check: Open) -> None:
    page = open_check(SOME)
    page.get_by_text("Compare with an earlier check").click()
    pasted = page.get_by_label("Paste its address")
    pasted.fill("https://playbook.example.org/path/check.html#m=transparency.2%2Ccultural-fit.1")
    moved = page.locator('[data-list="moved"]')
    expect(moved).to_contain_text("Cultural fit: growing \N{RIGHTWARDS ARROW} established")
    lost = moved.locator("ul").nth(1)
    expect(lost).to_have_text("Transparency: established \N{RIGHTWARDS ARROW} growing")
    page.locator('fieldset[data-group="transparency"] label', has_text="Established").click()
    expect(moved).not_to_contain_text("Transparency")
    pasted.fill("https://playbook.example.org/")
    expect(moved).to_contain_text("no address of a check")


def test_pages_of_the_framework_activities_roles_and_cases_lead_to_it(
    pages: tuple[OurPage, ...],
) -> None:
    wanted = {"groups", "values", "events", "workshops", "roles"}
    led = {page.address for page in pages if f'href="page:{CHECK}"' in page.html}
    lacking = {page.address for page in pages if page.level == 2 and page.kind in wanted} - led
    assert not lacking
    # A case that names no value and no event of ours has nothing to check.
    assert {"cases/customer-a.html", "cases/customer-d.html"} <= led


def test_every_name_in_the_lists_is_a_link_to_an_entry(open_check: Open, site: Path) -> None:
    page = open_check(SOME)
    links = page.locator(".vc-check-advice [data-list] a")
    addresses = set(links.evaluate_all("links => links.map((link) => link.getAttribute('href') || '')"))
    assert len(addresses) > 20
    for address in addresses:
        assert ((site / CHECK).parent / address).resolve().exists(), address


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_address_holds_the_marks(open_check: Open, served: str, site: Path, scheme: str) -> None:
    start = served if scheme == "http" else site.as_uri() + "/"
    page = open_check(start=start)
    page.locator('fieldset[data-group="personal-bond"] label', has_text="Established").click()
    page.locator('fieldset[data-group="transparency"] label', has_text="Missing").click()
    expect(page).to_have_url(f"{start}{CHECK}#m=personal-bond.2,transparency.0")
    page.reload()
    expect(radio(page, "personal-bond", "established")).to_be_checked()
    expect(radio(page, "transparency", "missing")).to_be_checked()
    expect(page.locator(".vc-check-twin dd").first).to_have_text("Personal bond")
    page.get_by_role("button", name="Clear all marks").click()
    expect(page).to_have_url(f"{start}{CHECK}")
    # What the browser keeps for its reader says which pages were read, and nothing of the marks.
    assert page.evaluate("sessionStorage.length + document.cookie.length") == 0
    kept = page.evaluate("JSON.stringify(Object.entries(localStorage))")
    assert "personal-bond" not in kept


def test_marking_asks_nothing_of_the_server(open_check: Open) -> None:
    page = open_check()
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for choice in page.locator(".vc-check-choice").all():
        choice.locator("label", has_text="Growing").click()
    page.reload(wait_until="networkidle")
    assert asked
    assert not [url for url in asked if "personal-bond" in url]


def test_an_address_with_nonsense_is_read_as_far_as_it_makes_sense(open_check: Open) -> None:
    page = open_check("#m=personal-bond.2,nobody.1,interaction.9,<b>.1,constructor.2,competence.1")
    expect(radio(page, "personal-bond", "established")).to_be_checked()
    expect(radio(page, "competence", "growing")).to_be_checked()
    assert page.locator("input:checked").count() == 2


def test_a_broken_address_is_an_empty_one(open_check: Open) -> None:
    page = open_check("#m=%E0%A4%A")
    assert page.locator("input:checked").count() == 0
    expect(page.locator(".vc-check-status")).to_contain_text("Nothing is marked yet")


def test_another_link_in_the_same_window_changes_the_marks(open_check: Open) -> None:
    page = open_check(SOME)
    page.evaluate("location.hash = '#m=interaction.1'")
    expect(radio(page, "interaction", "growing")).to_be_checked()
    assert page.locator("input:checked").count() == 1


def test_going_to_a_list_keeps_the_marks(open_check: Open) -> None:
    page = open_check(SOME)
    page.get_by_role("link", name="too early", exact=True).click()
    expect(page.locator("#early h2")).to_be_in_viewport()
    page.wait_for_function("location.hash.startsWith('#m=')")
    page.reload()
    expect(radio(page, "personal-bond", "established")).to_be_checked()


def test_it_works_by_keyboard(open_check: Open) -> None:
    page = open_check()
    page.locator('fieldset[data-group="cultural-fit"] legend a').focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(radio(page, "cultural-fit", "missing")).to_be_checked()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(radio(page, "cultural-fit", "established")).to_be_checked()
    expect(page.locator(".vc-check-status")).to_contain_text("step 1 of 7")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator('fieldset[data-group="cultural-fit"] details ul').first).to_be_visible()


def test_a_screen_reader_hears_groups_marks_and_the_summary(open_check: Open) -> None:
    page = open_check(SOME)
    group = page.get_by_role("group", name="Personal bond", exact=True)
    expect(group.get_by_role("radio", name="Established")).to_be_checked()
    assert group.get_by_role("radio").count() == 3
    expect(page.get_by_role("status").filter(has_text="You are at step")).to_be_visible()


def test_the_address_can_be_copied(open_check: Open) -> None:
    page = open_check(SOME)
    page.evaluate("window.copied = []")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard',"
        " {value: {writeText: async (text) => window.copied.push(text)}})"
    )
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_text("The address is copied.")).to_be_visible()
    assert page.evaluate("window.copied") == [page.url]


def test_without_a_clipboard_the_address_is_there_to_copy(open_check: Open) -> None:
    page = open_check(SOME)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy the address").click()
    field = page.get_by_label("The address of these marks")
    expect(field).to_have_value(page.url)
    expect(field).to_be_focused()


def test_an_empty_check_prints_to_be_marked_by_hand(open_check: Open, playbook: Playbook) -> None:
    page = open_check()
    sheets = printed(page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    text = sheets[0]
    groups = [part.group for pillar in playbook.framework for part in pillar.groups]
    assert all(group.name in text for group in groups)
    assert text.count("Missing Growing Established") == len(groups)
    assert "Most impact now" not in text


@pytest.mark.parametrize(
    "fragment",
    [SOME, "#m=cultural-fit.1,personal-bond.1,interaction.1,transparency.1,customer-orientation.1"],
)
def test_it_prints_on_one_sheet(window: Page, open_check: Open, fragment: str) -> None:
    window.emulate_media(color_scheme="dark")
    page = open_check(fragment)
    (sheet,) = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [round(side / MILLIMETRE) for side in sheet.get_size()] == [210, 297]
    text = words(sheet)
    for wanted in (
        "Established",
        "Growing",
        "Missing",
        "Most impact now",
        "Comes too early",
        "goes wrong next",
    ):
        assert wanted in text
    first = page.locator("#now li a").first.inner_text()
    assert first in text


def test_the_sheet_holds_every_text_of_a_wordy_playbook(open_check: Open) -> None:
    page = open_check(SOME)
    page.evaluate(
        "document.querySelectorAll('.vc-asked, .vc-reason, #wrong li li, #wrong section:nth-of-type(2) li')"
        ".forEach((element) => { element.textContent = 'Words upon words. '.repeat(25); })"
    )
    assert len(printed(page.pdf(prefer_css_page_size=True))) == 1


def test_without_javascript_it_is_a_checklist(plain_window: Page, served: str, playbook: Playbook) -> None:
    page = plain_window
    page.goto(f"{served}{CHECK}")
    expect(page.get_by_text("The lists of this page need JavaScript")).to_be_visible()
    expect(page.locator("#now")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy the address")).to_be_hidden()
    shown = page.locator(".vc-ticks li:visible").count()
    groups = [part.group for pillar in playbook.framework for part in pillar.groups]
    assert shown == sum(len(group.established) + len(group.missing) for group in groups)


def test_it_does_not_scroll_sideways(open_check: Open) -> None:
    page = open_check(SOME)
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_holds_under_a_strict_policy(window: Page, served: str) -> None:
    page = window
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    def strictly(route: Route) -> None:
        response = route.fetch()
        policy = {"content-security-policy": "default-src 'self'; img-src 'self' data:"}
        route.fulfill(response=response, headers={**response.headers, **policy})

    page.route(f"**/{CHECK}", strictly)
    page.goto(f"{served}{CHECK}{SOME}")
    page.locator('fieldset[data-group="interaction"] label', has_text="Growing").click()
    expect(page.locator("#here a").first).to_be_visible()
    assert page.locator('.vc-filling [data-mark="growing"]').count() == 2
    assert not refused


def test_only_checks_load_its_scripts(site: Path) -> None:
    with_scripts = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if "assets/check-start.js" in path.read_text(encoding="utf-8")
    }
    self_checks = {path.relative_to(site).as_posix() for path in site.glob("checks/*.html")}
    assert with_scripts == {CHECK, *self_checks}
