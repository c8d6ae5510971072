"""A workshop that is run from its page: clock times and words to copy, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

ONE_DAY = "workshops/vision-workshop.html"
TWO_DAYS = "workshops/concept-sprint.html"
Open = Callable[..., Page]


@pytest.fixture
def open_workshop(browser: Browser, served: str) -> Iterator[Open]:
    """Opens a page; what a script throws fails the test."""
    opened: list[Page] = []
    errors: list[str] = []

    def open_page(address: str, **options: Any) -> Page:
        page = browser.new_page(**options)
        opened.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{served}{address}")
        return page

    yield open_page
    for page in opened:
        page.close()
    assert not errors


def test_a_start_gives_clock_times_that_the_address_keeps(open_workshop: Open) -> None:
    page = open_workshop(ONE_DAY)
    starts = page.locator(".vc-agenda td:first-child")
    expect(starts.first).to_have_text("0:00")
    page.get_by_label("Starts at").fill("13:30")
    expect(starts.first).to_have_text("13:30")
    expect(starts.last).to_have_text("18:30")
    expect(page.locator(".vc-figure-agenda svg").get_by_text("13:50")).not_to_have_count(0)
    expect(page).to_have_url(re.compile(re.escape("#start=13:30") + "$"))
    page.reload()
    expect(starts.nth(1)).to_have_text("13:50")
    page.get_by_role("link", name="Questions to ask").click()
    page.wait_for_function("location.hash.startsWith('#start=')")
    page.get_by_label("Starts at").fill("")
    expect(starts.first).to_have_text("0:00")
    expect(page).not_to_have_url(re.compile("#"))


def test_each_day_has_a_start_of_its_own(open_workshop: Open) -> None:
    page = open_workshop(f"{TWO_DAYS}#start=09:00%2C23:30,nonsense")
    opens = page.locator("tr:has(.vc-day) [data-begins]")
    expect(opens.first).to_have_text("09:00")
    expect(opens.last).to_have_text("23:30")
    expect(page.locator(".vc-agenda td:first-child").last).to_have_text("06:30 (+1 d)")
    page.goto(page.url.partition("#")[0] + "#start=25:00,<b>")
    expect(opens.first).to_have_text("0:00")


def test_the_invitation_says_when_and_can_be_sent_and_copied(open_workshop: Open) -> None:
    page = open_workshop(f"{ONE_DAY}#start=09:00")
    page.evaluate("window.copied = []")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard',"
        " {value: {writeText: async (text) => window.copied.push(text)}})"
    )
    page.locator("#invitation summary").click()
    mail = page.locator("#invitation")
    expect(mail.locator(".vc-letter-text")).to_contain_text("When: [date], from 09:00 to 14:00")
    sent = unquote(mail.get_by_role("link").get_attribute("href") or "")
    assert "When: [date], from 09:00 to 14:00\nWhere: [place]" in sent
    mail.get_by_role("button", name="Copy").click()
    expect(mail.get_by_role("status")).to_have_text("The words are copied.")
    (copied,) = page.evaluate("window.copied")
    assert copied == sent.partition("&body=")[2]


def test_without_a_script_minutes_and_words_are_there(open_workshop: Open) -> None:
    page = open_workshop(ONE_DAY, java_script_enabled=False)
    expect(page.locator(".vc-agenda td:first-child").nth(1)).to_have_text("0:20")
    expect(page.get_by_label("Starts at")).to_be_hidden()
    expect(page.locator("#opening-words")).to_contain_text("The outcome of today is open")
    assert "mailto:?subject=" in (page.locator("#invitation a").get_attribute("href") or "")


def test_one_acts_first_and_the_agenda_is_on_the_second_screen(open_workshop: Open, served: str) -> None:
    page = open_workshop(ONE_DAY, viewport={"width": 1440, "height": 900})
    headings = page.locator(".vc-text h2").all_text_contents()
    assert headings[:5] == [
        "Preparation",
        "Materials",
        "Agenda",
        "Questions to ask",
        "What you go home with",
    ]
    box = page.locator("#agenda").bounding_box()
    assert box
    assert box["y"] < 2 * 900
