"""What a page says in another way in print."""

from __future__ import annotations

from pathlib import Path

from generator.book.images import Images
from generator.book.prepare import unfolded
from generator.book.tree import Element, parse


def test_a_folded_list_stands_under_a_heading_without_what_chapters_say_again(tmp_path: Path) -> None:
    html = (
        "<details><summary>As a list</summary><ul><li><a>Trust</a>: <span class='vc-about'>They do.</span>"
        "<ul><li><a>Openness</a>: <span class='vc-about'>We say it.</span></li></ul></li></ul></details>"
    )
    (details,) = parse(html, Images(tmp_path, []))
    assert isinstance(details, Element)
    heading, listed = [unfolded(child) for child in details.children]
    assert isinstance(heading, Element)
    assert isinstance(listed, Element)
    assert (heading.tag, heading.text()) == ("h2", "As a list")
    assert listed.classes == ("vc-twin",)
    assert listed.text() == "TrustOpenness"
