"""Our own content: the page of a group is read in a few screens."""

from __future__ import annotations

from statistics import mean

from playwright.sync_api import Page

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.framework import Group

HIGH = 3_500
"""In pixels, at a width of 1440: four screens."""


def test_an_average_group_page_is_read_in_four_screens(window: Page, served: str, playbook: Playbook) -> None:
    window.set_viewport_size({"width": 1440, "height": 900})
    heights = {}
    for group in playbook.of(Group):
        window.goto(f"{served}{group.reference}.html")
        heights[group.reference.id] = window.evaluate("document.documentElement.scrollHeight")
    assert mean(heights.values()) < HIGH, heights
