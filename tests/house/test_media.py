"""What Python and templates hand to the site's styles and to the book's is known there: nothing is dropped silently."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.house.source import PACKAGE, modules
from value_compass.generator.book import heights
from value_compass.generator.book.drawings import DRAWINGS
from value_compass.generator.book.units.registry import ON_ONE_PAGE, UNITS
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.kind_assets import KIND_ASSETS
from value_compass.generator.pages.overviews import OVERVIEWS
from value_compass.generator.pages.tools import TOOLS
from value_compass.schemas.kinds import KINDS

THEME = PACKAGE / "theme"


def read(folder: str, *endings: str) -> str:
    files = sorted(path for ending in endings for path in (THEME / folder).rglob(f"*{ending}"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def classes() -> Iterator[str]:
    """The classes that templates of pages write; of those with a part that varies what stands before it."""
    yield from set(re.findall(r"\bvc-[a-z0-9]+(?:-[a-z0-9]+)*-?", read("pages", ".jinja")))


def test_the_site_knows_every_class_of_its_pages() -> None:
    known = read("site", ".css", ".js", ".html") + read("embedded", ".css") + read("figures", ".jinja")
    # A name that ends in a dash goes on with a value of the page.
    said = {name: rf"\b{name}" + ("" if name.endswith("-") else r"(?![\w-])") for name in classes()}
    assert not [name for name, words in said.items() if not re.search(words, known)]


def blocks(key: str) -> set[str]:
    """The values that blocks of the book have for a key, as the code writes them."""
    said = "\n".join(
        (PACKAGE / "generator" / module.name).read_text(encoding="utf-8")
        for module in modules()
        if module.name.startswith("book/")
    )
    return set(re.findall(rf'"{key}": "([a-z]+)"', said))


def test_the_book_sets_every_kind_of_block_and_no_other() -> None:
    set_ = set(re.findall(r'\ba\.k == "([a-z]+)"', (THEME / "book/atoms.typ").read_text(encoding="utf-8")))
    assert set_ == blocks("k")


@pytest.mark.parametrize(("styles", "asked"), [("styles", "_PARAGRAPHS"), ("row-styles", "_ROWS")])
def test_the_book_has_every_style_of_text_that_heights_are_counted_by(styles: str, asked: str) -> None:
    said = (THEME / "book/atoms.typ").read_text(encoding="utf-8")
    found = re.search(rf"#let {styles} = \((.*?)\n\)", said, re.DOTALL)
    assert found
    assert set(re.findall(r'"([a-z]+)":', found[1])) == set(getattr(heights, asked))


def test_every_figure_is_drawn_in_the_medium_that_asks_for_it() -> None:
    on_pages = set(re.findall(r"\bfigures\.([a-z_]+)\(", read("pages", ".jinja") + read("site", ".html")))
    assert not [name for name in on_pages if not callable(getattr(Figures, name, None))]
    source = "\n".join(
        (PACKAGE / "generator" / module.name).read_text(encoding="utf-8")
        for module in modules()
        if module.name.startswith("book/")
    )
    assert set(re.findall(r'(?:desk\.figures\(|drawing\(desk, )"([a-z]+)"', source)) == set(DRAWINGS)


def test_every_drawing_has_a_model_that_fills_it() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "generator").rglob("*.py"))
    drawn = {path.name.partition(".")[0] for path in (THEME / "figures").glob("*.svg.jinja")}
    assert not [name for name in drawn - {"figure", "parts"} if f'"{name}"' not in source]


def test_what_single_kinds_have_in_either_medium_is_of_kinds_that_there_are() -> None:
    templates = {path.name.partition(".")[0] for path in (THEME / "pages").glob("*.jinja")}
    others = {"home", "section", "kind", "entry", "entries", "macros", "heat", "working", "offerings_index"}
    others |= {one.name for one in OVERVIEWS} | {one.name for one in TOOLS}
    assert templates - others <= set(KINDS)
    assert set(UNITS) | set(ON_ONE_PAGE) | set(KIND_ASSETS) <= set(KINDS)
