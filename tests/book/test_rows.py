"""From a page to rows: headings beside what stands under them."""

from __future__ import annotations

from pathlib import Path

from generator.book.images import Images
from generator.book.rows import Row, rows
from generator.book.tree import Element, parse
from tests.book.shop import svg


def divided(html: str, tmp_path: Path) -> list[Row]:
    return rows(parse(html, Images(tmp_path, ["Source Sans Pro"])))


def shape(found: list[Row]) -> list[tuple[str, str, bool, bool]]:
    def text(nodes: list[Element | str]) -> str:
        return "|".join(node if isinstance(node, str) else node.text() for node in nodes)

    return [(text(row.heads), text(row.children), row.wide, row.small) for row in found]


def test_a_heading_begins_a_row_and_a_heading_below_it_shares_it(tmp_path: Path) -> None:
    html = "<p>a</p><div class='vc-prose'><p>b</p></div><h2>H</h2><h3>I</h3><p>c</p><h3>J</h3><p>d</p>"
    found = divided(html, tmp_path)
    assert shape(found) == [("", "a|b", False, False), ("H|I", "c", False, False), ("J", "d", False, False)]
    depths = [head.attributes["depth"] for row in found for head in row.heads if isinstance(head, Element)]
    assert depths == [1, 2, 2]


def test_an_authors_heading_before_any_other_leaves_no_hole_in_the_outline(tmp_path: Path) -> None:
    found = divided("<div class='vc-prose'><h3>I</h3><p>c</p></div><h2>H</h2><p>d</p>", tmp_path)
    assert [h.attributes["depth"] for r in found for h in r.heads if isinstance(h, Element)] == [1, 1]


def test_tables_and_wide_figures_take_the_whole_width(tmp_path: Path) -> None:
    html = (
        f"<h2>H</h2><figure>{svg('a', 800)}</figure><p>b</p><figure>{svg('c', 200)}</figure>"
        "<table class='vc-agenda'></table><table></table>"
    )
    assert [(row.wide, bool(row.heads)) for row in divided(html, tmp_path)] == [
        (False, True), (True, False), (False, False), (True, False), (False, False),
    ]  # fmt: skip


def test_where_an_entry_comes_from_is_small(tmp_path: Path) -> None:
    html = "<p>a</p><footer class='vc-origin'><h2>S</h2><ul><li>b</li></ul></footer>"
    assert shape(divided(html, tmp_path)) == [("", "a", False, False), ("S", "b", False, True)]
