"""No heading stands with nothing under it, on pages and in the book."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.book.shop import DAY, read_playbook
from tests.check.bakery import Bakery
from value_compass.generator.book.book import build_book
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages

_SHOWN = {"svg", "input", "textarea", "select", "button", "img", "hr"}
"""What shows something without words."""

_EMPTY = {"input", "img", "br", "hr", "wbr", "col", "meta", "link"}


class _Headings(HTMLParser):
    """Finds headings that nothing follows before the next of their level or a higher one."""

    def __init__(self) -> None:
        super().__init__()
        self.bare: list[str] = []
        self._open: tuple[int, str] | None = None
        self._inside = False
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # What is hidden waits for a script, which shows it together with what belongs there.
        if self._hidden or "hidden" in dict(attrs):
            self._hidden += tag not in _EMPTY
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            if self._open and int(tag[1]) <= self._open[0]:
                self.bare.append(self._open[1])
            self._open, self._inside = (int(tag[1]), ""), True
        elif tag in _SHOWN and not self._inside:
            self._open = None

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif tag[0] == "h" and tag[1:].isdigit():
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._hidden or not data.strip():
            return
        if self._inside and self._open:
            self._open = (self._open[0], self._open[1] + data)
        elif not self._inside:
            self._open = None


def bare_headings(pages: tuple[Page, ...]) -> Iterator[tuple[str, str]]:
    for page in pages:
        found = _Headings()
        found.feed(page.html + "<h1>")
        yield from ((page.address, words) for words in found.bare)


@pytest.mark.parametrize(
    ("html", "bare"),
    [
        ("<h2>One</h2><p>x</p><h2>Two</h2>", ["Two"]),
        ("<h2>One</h2><h3>In it</h3><p>x</p>", []),
        ("<h2>One</h2><h3>In it</h3><h2>Two</h2><svg></svg>", ["In it"]),
        ("<h2>One</h2><p> <br></p>", ["One"]),
        ("<div hidden><h2>One</h2><input></div>", []),
    ],
)
def test_a_bare_heading_is_found(html: str, bare: list[str]) -> None:
    found = _Headings()
    found.feed(html + "<h1>")
    assert found.bare == bare


def test_no_heading_of_a_page_is_bare(pages: tuple[Page, ...]) -> None:
    assert list(bare_headings(pages)) == []


def test_no_heading_of_a_small_playbook_is_bare(bakery: Bakery) -> None:
    playbook = read_playbook(bakery.folder)
    figures = Figures(playbook, bakery.folder / "cache")
    assert list(bare_headings(render_pages(playbook, figures))) == []


def test_no_heading_of_the_book_is_bare(bakery: Bakery) -> None:
    bound = build_book(read_playbook(bakery.folder), bakery.folder / "book.pdf", Imprint("r", DAY))
    columns = [
        [block.atom for block in frame.blocks] for sheet in bound.sheets for frame in sheet.leaf.frames
    ]
    assert not [column[-1] for column in columns if len(column) > 1 and column[-1]["k"] == "h"]
    pairs = [pair for column in columns for pair in pairwise(column) if all(one["k"] == "h" for one in pair)]
    assert not [first for first, second in pairs if second["lv"] <= first["lv"]]
