"""What every figure keeps to: one test for all of them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.diagrams.examples import AGENDA, DRAWINGS, HUES, hostile
from value_compass.generator.diagrams.agenda import draw_agenda
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.styles import pillar_styles

SCREEN, PRINT = Palette.for_screen(), Palette.for_print("Source Sans Pro")
SVG = "{http://www.w3.org/2000/svg}"
CSS = Path(__file__).parents[2] / "value_compass" / "theme" / "site" / "figures.css"
figures = pytest.mark.parametrize("name", list(DRAWINGS))
palettes = pytest.mark.parametrize("palette", [SCREEN, PRINT], ids=["screen", "print"])


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


@figures
@palettes
def test_it_is_named_and_described(name: str, palette: Palette) -> None:
    root = parse(DRAWINGS[name](palette, "p"))
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    title, description = (ids[part] for part in root.attrib["aria-labelledby"].split())
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text
    assert description.text
    linked = next(root.iter(f"{SVG}a"), None) is not None
    assert root.attrib["role"] == ("group" if linked else "img")


@figures
@palettes
def test_it_has_no_style_and_no_script(name: str, palette: Palette) -> None:
    svg = DRAWINGS[name](palette, "p")
    for element in parse(svg).iter():
        assert element.tag.removeprefix(SVG) not in {"style", "script", "foreignObject", "image"}
        assert not [key for key in element.attrib if key == "style" or key.startswith("on")]
    assert "var(" not in svg


@figures
def test_in_print_there_are_no_links_and_no_classes(name: str) -> None:
    for element in parse(DRAWINGS[name](PRINT, "p")).iter():
        assert element.tag != f"{SVG}a"
        if element.get("class") not in {"node", "edge"}:
            assert "class" not in element.attrib
        assert "data-entry" not in element.attrib


@figures
def test_print_has_six_digit_colours_and_the_fonts_name(name: str) -> None:
    root = parse(DRAWINGS[name](PRINT, "p"))
    assert root.attrib["font-family"] == "Source Sans Pro"
    for element in root.iter():
        for key in ("fill", "stroke"):
            colour = element.get(key, "none")
            assert re.fullmatch(r"none|#[0-9a-f]{6}|url\(#p-[a-z0-9-]+\)", colour), colour


@figures
@palettes
def test_two_figures_can_share_a_page(name: str, palette: Palette) -> None:
    found: Counter[str] = Counter()
    for prefix in ("one", "two"):
        root = parse(DRAWINGS[name](palette, prefix))
        ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
        assert all(identifier.startswith(f"{prefix}-") for identifier in ids)
        found.update(ids)
        used = re.findall(r'(?:url\(|href=")#([\w-]+)', DRAWINGS[name](palette, prefix))
        assert {use for use in used if not use.startswith("moment-")} <= set(ids)
    assert max(found.values()) == 1


@figures
def test_on_screen_every_colour_has_its_rule(name: str) -> None:
    rules = CSS.read_text() + pillar_styles(HUES)
    classes = {
        part
        for element in parse(DRAWINGS[name](SCREEN, "p")).iter()
        for part in element.get("class", "").split()
        if part.startswith(("vc-fill-", "vc-stroke-"))
    }
    assert classes
    for part in classes:
        assert re.search(rf"\.{part}[ ,{{]", rules), part


@figures
def test_on_screen_every_link_has_a_name_and_an_address(name: str) -> None:
    for link in parse(DRAWINGS[name](SCREEN, "p")).iter(f"{SVG}a"):
        assert link.attrib["href"].startswith(("entry:", "#moment-"))
        title = link.find(f"{SVG}title")
        assert title is not None
        assert title.text


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("compass", 55),
        ("compass-groups", 15),
        ("filling", 15),
        ("mark", 0),
        ("framework", 58),
        ("timeline", 4),
        ("agenda", 0),
        ("evidence", 2),
        ("path", 4),
        ("ruler", 4),
        ("process-map", 6),
        ("board", 4),
        ("board-blank", 0),
        ("ladder", 1),
        ("heat", 1),
        ("quadrant", 1),
    ],
)
def test_every_entry_is_a_link(name: str, count: int) -> None:
    assert len(list(parse(DRAWINGS[name](SCREEN, "p")).iter(f"{SVG}a"))) == count


@palettes
def test_hostile_text_stays_text(palette: Palette) -> None:
    for svg in hostile(palette):
        root = parse(svg)
        assert next(root.iter(f"{SVG}script"), None) is None
        assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)
        title = root.find(f"{SVG}title")
        assert title is not None
        assert title.text is not None
        assert title.text.startswith("</text><script>")
        assert "\x0b" not in title.text


@palettes
@figures
def test_the_same_model_gives_the_same_bytes(name: str, palette: Palette) -> None:
    assert DRAWINGS[name](palette, "p") == DRAWINGS[name](palette, "p")


@pytest.mark.parametrize("prefix", ["", "1st", 'a"b', "a b"])
def test_a_prefix_that_cannot_begin_an_id_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="an id cannot begin"):
        draw_agenda(AGENDA, SCREEN, prefix)
