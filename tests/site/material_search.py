"""Somebody who types into the search of Material's frame."""

from playwright.sync_api import Locator, Page, expect


def first_hit(page: Page, words: str) -> Locator:
    """The first hit for the words.

    Material reads the box when its index is ready, when the box gets the focus and when a key is let go. A text that is
    set at one stroke between the first two and after them would never be read: a key at the end is.
    """
    page.get_by_role("textbox", name="Search").fill(words)
    page.keyboard.press("End")
    first = page.locator(".md-search-result__item a").first
    expect(first).to_be_visible(timeout=30_000)
    return first
