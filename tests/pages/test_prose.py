"""Authors' text becomes safe HTML, whatever it holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from value_compass.generator.pages.prose import first_paragraph, line, prose
from value_compass.schemas.fields import Reference


def name_of(reference: Reference) -> str | None:
    return None if reference.id == "hidden" else f"The {reference.id}"


def test_a_link_takes_the_name_of_its_entry() -> None:
    assert line("See [[values/openness]].", name_of) == (
        'See <a href="entry:values/openness">The openness</a>.'
    )


def test_a_link_takes_its_own_words() -> None:
    assert line("[[values/openness|being <open>]]", name_of) == (
        '<a href="entry:values/openness">being &lt;open&gt;</a>'
    )


def test_a_link_to_an_entry_that_the_edition_hides_is_its_words_alone() -> None:
    assert line("[[values/hidden|some words]]", name_of) == "some words"


def test_raw_html_stays_text() -> None:
    assert "<script" not in prose("<script>alert(1)</script>", name_of)
    assert "<b>" not in line("<b>bold</b>", name_of)


def test_only_safe_addresses_become_links() -> None:
    html = prose(
        "[a](javascript:alert(1)) [b](https://example.org) [c](mailto:a@b.c) [d](file:///x)", name_of
    )
    assert re.findall(r'href="(.*?)"', html) == ["https://example.org", "mailto:a@b.c"]


def test_images_are_not_fetched_from_anywhere() -> None:
    assert "<img" not in prose("![x](https://example.org/x.png)", name_of)


def test_links_work_inside_tables_and_lists() -> None:
    html = prose("| a |\n|---|\n| [[groups/x]] |\n\n- [[groups/y]]", name_of)
    assert html.count('href="entry:groups/') == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One **two** [[values/x|three]].\nFour\n\nFive", "One two three. Four"),
        ("| a | b |\n|---|---|\n| c | d |\n\n- e\n\n- f\n\n> g\n\nAt *last*, `<p>`.", "At last, <p>."),
        ("- e\n- f\n\nThen", "Then"),
        ("| a | b |\n|---|---|\n| c | d |\n\n- e\n- f", None),
    ],
)
def test_the_first_paragraph_has_no_table_and_no_list(text: str, words: str | None) -> None:
    assert first_paragraph(text, name_of) == words


def test_headings_stand_below_the_page_s_own() -> None:
    assert "<h3>Title</h3>" in prose("# Title", name_of)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        assert all(name in {"href", "title", "start", "class", "style"} for name, _ in attrs)


OPEN = ("[", "![", "[[values/a|", "<", "<img src='")
INSIDE = ("a", "<script>", "javascript:x", "ftp:x", "' onerror=y ", "|", "\n- ")
CLOSE = ("](javascript:x)", "](x.html)", "](https://x 'y')", "]: data:x", "]]", "'>")
WHOLE = st.tuples(*map(st.sampled_from, (OPEN, INSIDE, CLOSE))).map("".join)
ANY_TEXT = st.lists(WHOLE | st.sampled_from(OPEN + INSIDE + CLOSE) | st.text(max_size=3)).map("".join)
"""Holds what could become a tag, an attribute or a link, whole and in parts."""


@given(ANY_TEXT)
def test_any_text_gives_harmless_html(text: str) -> None:
    for html in (prose(text, name_of), line(text, name_of)):
        tags = _Tags()
        tags.feed(html)
        assert not tags.names & {"script", "img", "iframe", "style", "object", "form", "input"}
        assert all(
            a.startswith(("http://", "https://", "mailto:", "entry:")) for a in map(str.lower, tags.addresses)
        )


@given(st.text(alphabet="[]|/ab-", max_size=30))
def test_a_line_keeps_all_its_words(text: str) -> None:
    if re.search(r"\[\[.*?\]\]", text):
        return
    assert line(text, name_of).striptags().split() == text.split()


def test_a_cell_has_its_alignment_as_a_class_and_no_style() -> None:
    html = prose("| a | b | c | d |\n|---|:-:|--:|:--|\n| 1 | 2 | 3 | 4 |\n", name_of)
    assert "style" not in html
    assert re.findall(r"<t([hd])\b([^>]*)>", html) == [
        *(("h", aligned) for aligned in ("", ' class="vc-centred"', ' class="vc-to-the-right"', "")),
        *(("d", aligned) for aligned in ("", ' class="vc-centred"', ' class="vc-to-the-right"', "")),
    ]
