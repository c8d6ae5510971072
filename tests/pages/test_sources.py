"""Where an entry comes from: the bibliography, and what the research says about itself."""

from __future__ import annotations

from pathlib import Path

from tests.check.bakery import Bakery
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal


def page(bakery: Bakery, cache: Path, address: str) -> str:
    draft = bakery.check().draft
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[0])
    pages = render_pages(playbook, Figures(playbook, cache))
    return next(page.html for page in pages if page.address == address)


def test_a_source_without_a_title_is_one_line_in_a_list_of_its_own(bakery: Bakery, tmp_path: Path) -> None:
    bakery.change(
        "sources/bakers-handbook", "title: The bakers' handbook\npublished: A press of long ago\n", ""
    )
    titled, untitled = page(bakery, tmp_path, "sources/index.html").split("Cited without a title")
    assert 'id="hotel-interviews"' in titled
    assert 'id="bakers-handbook"' not in titled
    assert 'id="bakers-handbook"' in untitled
    assert "The words for bread." in untitled
    assert "None" not in untitled


def test_sources_that_all_have_a_title_need_no_second_list(bakery: Bakery, tmp_path: Path) -> None:
    html = page(bakery, tmp_path, "sources/index.html")
    assert "Cited without a title" not in html
    assert "A press of long ago." in html


def test_what_the_research_says_about_itself_stands_after_its_sources(bakery: Bakery, tmp_path: Path) -> None:
    before = bakery.read("outcomes/standing-order")
    bakery.write("outcomes/standing-order", f"{before}research: Only three bakers were asked.\n")
    html = page(bakery, tmp_path, "outcomes/standing-order.html")
    assert html.index("Where this comes from") < html.index("Only three bakers were asked.")
