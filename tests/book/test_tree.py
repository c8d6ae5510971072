"""HTML to a tree: one kind of white space, figures in files, nothing lost."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.book.failure import BookFailure
from generator.book.images import Images
from generator.book.tree import Element, Node, as_json, parse
from tests.book.shop import svg


@pytest.fixture
def images(tmp_path: Path) -> Images:
    return Images(tmp_path, ["Source Sans Pro"])


def words(nodes: list[Node]) -> str:
    return Element("all", children=nodes).text()


def only(nodes: list[Node]) -> Element:
    assert len(nodes) == 1
    assert isinstance(nodes[0], Element)
    return nodes[0]


def test_white_space_between_blocks_goes_and_between_words_stays(images: Images) -> None:
    nodes = parse("<div>\n  <p>\n one  <strong> two </strong>\n three </p>\n\n <p>four</p> </div>", images)
    first, second = only(nodes).children
    assert isinstance(first, Element)
    assert isinstance(second, Element)
    assert first.text() == "one two three"
    assert second.text() == "four"


def test_space_at_the_end_of_an_inline_element_at_the_end_of_a_block_goes(images: Images) -> None:
    assert only(parse("<p>one <em>two <b>three </b> </em> </p>", images)).text() == "one two three"


def test_a_space_that_does_not_break_stays(images: Images) -> None:
    assert only(parse("<p>&nbsp;p.&nbsp;3 </p>", images)).text() == "\u00a0p.\u00a03"


def test_code_keeps_its_lines(images: Images) -> None:
    assert only(parse("<pre><code>a  b\n  c\n</code></pre>", images)).text() == "a  b\n  c\n"


def test_what_matters_for_print_is_kept(images: Images) -> None:
    link = only(parse('<a class="vc-entry vc-pillar-trust" href="entry:a/b" title="x">y</a>', images))
    assert link.as_json() == {
        "tag": "a",
        "classes": ["vc-entry"],
        "href": "entry:a/b",
        "pillar": "trust",
        "children": ["y"],
    }


def test_an_unknown_element_is_kept_for_typst_to_refuse(images: Images) -> None:
    assert as_json(parse("<marquee>now</marquee>", images)) == [
        {"tag": "marquee", "classes": [], "children": ["now"]}
    ]


def test_a_figure_becomes_a_file_with_its_size_and_alternative_text(images: Images, tmp_path: Path) -> None:
    source = svg("path", 800)
    image = only(only(parse(f"<figure>{source}</figure>", images)).children)
    assert image.tag == "image"
    assert image.attributes["alt"] == "The path. Drawn for a test."
    assert (image.attributes["width"], image.attributes["height"]) == (600, 60)
    assert (tmp_path / image.attributes["file"]).read_text(encoding="utf-8") == source


def test_a_figure_in_a_figure_is_one_figure(images: Images) -> None:
    nodes = parse(f"<p>{svg('a', more=svg('b'))}</p><p>{svg('c')}</p>", images)
    assert [e.tag for node in nodes if isinstance(node, Element) for e in node.elements()].count("image") == 2


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<svg viewBox="0 0 9 9"><rect/></svg>', "no alternative text"),
        ('<svg viewBox="0 0 9 9"><title> </title></svg>', "no alternative text"),
        ("<svg><title>A</title></svg>", "does not say its size"),
        ('<svg viewBox="0 0 0 9"><title>A</title></svg>', "has no size"),
        ('<svg viewBox="0 0 9 9"><title>A</title><g></svg>', "not well-formed"),
        (svg("a").replace("Source Sans Pro", "Helvetica, sans-serif"), 'the font "Helvetica"'),
        (svg("a", more='<text style="font-family: Arial">x</text>'), 'the font "Arial"'),
        (svg("a", more="<style>text { font-family: 'Lato' }</style>"), 'the font "Lato"'),
        (f"<p title='{svg('a')}'></p>", "where none can stand"),
        ("<vc-image/>", "no figure"),
        ("<svg>", "<svg> is not closed"),
        ("</svg>", "</svg> closes nothing"),
        ("<p>", "<p> is not closed"),
        ("<p></div></p>", "</div> closes nothing"),
        ("</page>", "</page> closes nothing"),
        ("<b>" * 200, "deep"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_stops(html: str, said: str, images: Images) -> None:
    with pytest.raises(BookFailure, match=said.replace(">", "\\>")):
        parse(html, images)


MARKUP = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            [
                "<p>", "</p>", "<a href='x'>", "</a>", "<svg>", "</svg>", "<br>", "<br/>", "<!--", "-->",
                "<![CDATA[", "]]>", "<!doctype", "<![", "<?", "&amp;", "&#xD800;", "&#0;", "<", ">", "'", '"',
                "<script>", "</script>", "<title>", svg("x"), "<vc-image/>", "<li class='vc-pillar-'>", " ",
            ]
        ),
    ),
    max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MARKUP)
def test_any_text_is_read_or_refused(tmp_path: Path, html: str) -> None:
    try:
        nodes = parse(html, Images(tmp_path, ["Source Sans Pro"]))
    except BookFailure:
        return
    as_json(nodes)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_no_word_is_lost(tmp_path: Path, text: str) -> None:
    found = words(parse(f"<p>{escape(text)}</p>", Images(tmp_path, [])))
    with_spaces = text.translate({ord(c): " " for c in "\t\n\f"})
    assert found == " ".join(part for part in with_spaces.split(" ") if part)
