"""What links lead to, and how their numbers are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.book.failure import BookFailure
from generator.book.images import Images
from generator.book.links import Links
from generator.book.prepare import for_print
from generator.book.tree import Element, parse
from generator.pages.page import Page
from schemas.fields import Reference

PAGE = Page("values/a.html", "A", "", "", (), "one", "values", (Reference("values", "a"),), level=2)
GLOSSARY = Page(
    "terms/index.html", "Glossary", "", "", (), "one", "terms",
    (Reference("terms", "x"), Reference("terms", "y")), level=1,
)  # fmt: skip


def marked(html: str, tmp_path: Path, page: Page = PAGE, links: Links | None = None) -> list[Element]:
    nodes = parse(html, Images(tmp_path, []))
    for_print(nodes)
    (links if links is not None else Links()).mark(page, nodes)
    return [e for node in nodes if isinstance(node, Element) for e in node.elements()]


def numbers(html: str, tmp_path: Path) -> list[str]:
    return [e.attributes["number"] for e in marked(html, tmp_path) if e.tag == "a"]


def test_in_a_sentence_a_number_stands_once_and_never_at_the_entry_itself(tmp_path: Path) -> None:
    other, own = '<a href="entry:values/b">b</a>', '<a href="entry:values/a">a</a>'
    assert numbers(f"<p>{other} {other} {own}</p>", tmp_path) == ["prose", "none", "none"]


def test_a_name_that_leads_a_line_has_its_number_each_time(tmp_path: Path) -> None:
    html = (
        '<ul class="vc-relations"><li><a class="vc-entry" href="entry:values/b">b</a></li>'
        '<li><a href="entry:cases/c#moment-1">c</a> with <a href="entry:values/d">d</a></li></ul>'
    )
    assert numbers(html, tmp_path) == ["list", "list", "prose"]


def test_runs_of_names_have_small_numbers_and_what_follows_the_alphabet_none(tmp_path: Path) -> None:
    html = '<p class="vc-see"><a href="entry:values/b">b</a>, <a href="entry:sources/c">c</a></p>'
    assert numbers(html, tmp_path) == ["dense", "none"]


def test_three_names_with_commas_are_a_run(tmp_path: Path) -> None:
    names = [f'<a href="entry:values/{name}">{name}</a>' for name in "bcde"]
    assert numbers(f"<p>Others: {', '.join(names)}.</p>", tmp_path) == ["dense"] * 4
    assert numbers(f"<p>{names[0]}, {names[1]} and {names[2]}.</p>", tmp_path) == ["prose"] * 3


def test_the_mark_of_a_basis_stays_on_its_line(tmp_path: Path) -> None:
    html = '<li>Said. <span class="vc-basis vc-basis-derived">derived</span></li>'
    item, _ = marked(html, tmp_path)
    assert item.children[0] == "Said.\u00a0"


def test_moments_of_a_case_keep_their_titles_alone(tmp_path: Path) -> None:
    html = (
        '<p class="vc-case"><a class="vc-entry" href="entry:cases/k">K</a></p><ul class="vc-relations">'
        '<li><a href="entry:cases/k#moment-2">2021: A rose</a><span class="vc-reason">Told.</span></li></ul>'
    )
    elements = marked(html, tmp_path)
    seen = next(e for e in elements if e.tag == "ul")
    assert seen.classes == ("vc-seen",)
    assert seen.text() == "2021: A rose"
    assert [e.attributes["number"] for e in elements if e.tag == "a"] == ["list", "dense"]


def test_ids_become_labels_and_a_shared_page_labels_its_entries(tmp_path: Path) -> None:
    links = Links()
    marked('<h2 id="lost">Lost</h2>', tmp_path, links=links)
    marked('<dl><dt id="x">X</dt><dt id="y">Y</dt></dl><h2 id="z">Z</h2>', tmp_path, GLOSSARY, links)
    assert links.labels == {
        "values/a", "values/a#lost", "page:terms/index.html", "terms/x", "terms/y", "page:terms/index.html#z",
    }  # fmt: skip
    with pytest.raises(BookFailure, match="taken"):
        marked("", tmp_path, links=links)


def test_a_link_out_keeps_its_address_in_sight(tmp_path: Path) -> None:
    html = '<p><a href="https://a.org">here</a> <a href="mailto:a@b.org">a@b.org</a></p>'
    found = [e.attributes for e in marked(html, tmp_path) if e.tag == "a"]
    assert [(a["address"], a["shown"]) for a in found] == [("https://a.org", False), ("mailto:a@b.org", True)]


def test_a_target_that_is_not_in_the_book_stops_with_the_name_of_the_page(tmp_path: Path) -> None:
    links = Links()
    marked('<p><a href="entry:values/gone">Gone</a></p>', tmp_path, links=links)
    with pytest.raises(BookFailure, match='"A" leads to values/gone at "Gone"'):
        links.check()


def test_a_link_that_no_book_can_follow_stops(tmp_path: Path) -> None:
    with pytest.raises(BookFailure, match="javascript"):
        marked('<p><a href="javascript:x">x</a></p>', tmp_path)
