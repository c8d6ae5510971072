"""Words of the glossary in texts, the glossary itself, and the switch that shows sources."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from value_compass.generator.pages.page import Page
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.definitions import Word, with_definitions, words_of
from value_compass.schemas.kinds import KINDS

EVENT = "events/it-driven-project.html"


def page(level: int = 2) -> Page:
    return Page("events/x.html", "X", "", "", (), "activities", "events", level=level)


WORDS = (
    Word("steering committee", "terms/index.html#steering-committee", "Who decides."),
    Word("Outsourcer", "terms/index.html#outsourcer", "A company & its work."),
    Word("SLA", "terms/index.html#sla", "What was agreed."),
)


def words_in(html: str) -> list[str]:
    shown = with_definitions(html, page(), WORDS)
    assert re.sub(r'<a class="vc-defined"[^>]*>(.*?)</a>', r"\1", shown) == html
    return re.findall(r'<a class="vc-defined"[^>]*>(.*?)</a>', shown)


def test_the_first_use_in_a_text_leads_to_the_definition() -> None:
    html = "<p>The outsourcers met. The outsourcer left the steering committee.</p><p>An SLA.</p>"
    assert words_in(html) == ["outsourcers", "steering committee", "SLA"]
    shown = with_definitions(html, page(), WORDS)
    assert 'href="../terms/index.html#outsourcer" data-means="A company &amp; its work."' in shown


def test_a_word_that_was_told_before_is_not_read_as_a_shorter_one_in_it() -> None:
    words = (Word("account team", "t.html#team", "Those."), Word("account", "t.html#account", "A customer."))
    shown = with_definitions("<p>The account team.</p><p>An account team has an account.</p>", page(), words)
    assert re.findall(r'href="[^"#]*#(\w+)"', shown) == ["team", "account"]
    assert "An account team has an <a" in shown


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Outsourcer</h2>",
        '<p>An <a href="x.html">outsourcer</a> left.</p>',
        "<p>A pre-outsourcer, an outsourcery, a slab of sla.</p>",
        "<details><summary>Outsourcer</summary><p>Outsourcer</p></details>",
        '<p><span class="vc-visually-hidden">outsourcer</span></p>',
        '<svg><text>Outsourcer</text><p title="outsourcer"/></svg>',
        "<div>Outsourcer</div>",
        '<p><span class="vc-usual">outsourcer</span></p>',
    ],
)
def test_headings_links_and_what_is_no_text_stay_as_they_are(html: str) -> None:
    assert words_in(html) == []


def test_lists_explain_nothing() -> None:
    assert with_definitions("<p>Outsourcer</p>", page(level=1), WORDS) == "<p>Outsourcer</p>"


def test_names_of_kinds_and_short_words_are_not_explained(playbook: Playbook) -> None:
    names = {word.name.lower() for word in words_of(playbook)}
    assert not names & {kind.singular for kind in KINDS.values()}
    assert not names & {"basis", "need"}
    assert "sla" in names


def test_a_meaning_opens_by_pointer_and_keyboard_and_closes(window: Window, served: str) -> None:
    page = window
    page.goto(served + EVENT)
    word, tip = page.locator(".vc-defined").first, page.get_by_role("tooltip")
    expect(tip).to_be_hidden()
    word.hover()
    expect(tip).to_have_text(word.get_attribute("data-means") or "-")
    expect(tip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    word.focus()
    expect(tip).to_be_visible()


def test_a_first_tap_opens_the_meaning_and_a_second_one_follows(browser: Browser, served: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(served + EVENT)
    word = page.locator(".vc-defined").first
    word.tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    word.tap()
    page.wait_for_url("**/terms/index.html#*")
    context.close()


def test_the_glossary_is_filtered_and_a_link_brings_a_word_back(window: Window, served: str) -> None:
    page = window
    page.goto(f"{served}terms/index.html")
    shown = page.locator(".vc-terms > div:visible")
    everything = shown.count()
    page.get_by_label("Find a word").fill("steering com")
    assert 0 < shown.count() < everything
    assert page.locator(".vc-initial:visible").count() < 5
    page.evaluate("location.hash = 'outsourcer'")
    expect(page.locator("#outsourcer")).to_be_in_viewport()
    assert shown.count() == everything


def test_sources_are_shown_on_every_page_until_the_reader_hides_them(window: Window, served: str) -> None:
    page = window
    page.goto(served + EVENT)
    words = page.locator("li .vc-basis-words").first
    origin = page.locator("details.vc-origin")
    expect(origin).not_to_have_attribute("open", "")
    page.get_by_role("button", name="Show sources").click()
    expect(words).to_be_visible()
    page.goto(f"{served}groups/transparency.html")
    expect(origin).to_have_attribute("open", "")
    expect(page.get_by_role("button", name="Show sources")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Show sources").click()
    page.reload()
    expect(origin).not_to_have_attribute("open", "")
