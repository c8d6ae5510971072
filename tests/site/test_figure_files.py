"""Figures to touch and to take away."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.figure_files import alone, with_figure_files

SVG = "{http://www.w3.org/2000/svg}"

FIGURE = (
    '<figure class="vc-figure vc-figure-path"><svg xmlns="http://www.w3.org/2000/svg" class="vc-figure" '
    'role="group"><title id="t">A path</title><a href="../steps/one.html" class="vc-link" data-entry="a/b">'
    '<path d="M0 0" fill="#112233" class="vc-fill-ink"/></a></svg><figcaption>The path.</figcaption></figure>'
)


def test_a_figure_is_offered_under_a_name_that_says_what_it_is() -> None:
    once = with_figure_files(FIGURE, "steps/one.html")
    assert list(once.files) == ["figures/steps/one-path.svg"]
    assert 'href="../figures/steps/one-path.svg" download' in once.html
    assert list(with_figure_files(FIGURE, "steps/index.html").files) == ["figures/steps-path.svg"]
    assert list(with_figure_files(FIGURE, "index.html").files) == ["figures/path.svg"]
    assert list(with_figure_files(FIGURE * 2, "a/b.html").files) == [
        "figures/a/b-path.svg",
        "figures/a/b-path-2.svg",
    ]


def test_a_figure_alone_keeps_its_colours_and_loses_its_links() -> None:
    drawing = alone(FIGURE[FIGURE.index("<svg") : FIGURE.index("<figcaption>")])
    assert 'fill="#112233"' in drawing
    assert not any(word in drawing for word in ("href", "class=", "data-entry", "<a"))
    ElementTree.fromstring(drawing.encode())  # noqa: S314 - our own drawing


def test_every_figure_has_a_drawing_that_stands_alone(site: Path) -> None:
    files = sorted(site.glob("figures/**/*.svg"))
    assert site / "figures/compass.svg" in files
    for file in files:
        root = ElementTree.parse(file).getroot()  # noqa: S314 - our own drawing
        assert root.tag == f"{SVG}svg"
        assert root.find(f"{SVG}title") is not None
        assert not list(root.iter(f"{SVG}a"))
        painted = [part.get("fill") for part in root.iter() if part.tag in {f"{SVG}text", f"{SVG}rect"}]
        assert all(painted), f"{file} needs a style sheet"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_figure_is_saved_as_png(window: Page, guarded: str, site: Path, scheme: str) -> None:
    page = window
    page.emulate_media(color_scheme="dark")
    start = guarded if scheme == "http" else site.as_uri() + "/"
    page.goto(start + "positions/through-it.html")
    with page.expect_download() as saving:
        page.locator(".vc-figure-position").get_by_role("button", name="PNG").click()
    assert saving.value.suggested_filename == "through-it-position.png"
    data = Path(saving.value.path()).read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(data[16:20], "big") == 2400


def test_without_scripts_the_drawing_alone_is_offered(plain_window: Page, guarded: str) -> None:
    page = plain_window
    page.goto(guarded + "positions/through-it.html")
    figure = page.locator(".vc-figure-position")
    expect(figure.get_by_role("link", name="SVG")).to_be_visible()
    expect(figure.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_part_of_the_compass_lights_up_and_says_what_it_is(
    window: Page, guarded: str, playbook: Playbook, by: str
) -> None:
    page = window
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.goto(guarded)
    part = playbook.framework[0].groups[1]
    drawing = page.locator(".vc-figure-compass .vc-for-wide svg")
    link = drawing.locator(f'a[href="{part.group.reference}.html"]')
    if by == "mouse":
        link.locator("text").first.hover()
    else:
        link.focus()
    expect(page.locator(".vc-compass-about")).to_contain_text(part.group.summary)
    lit = {str(a.get_attribute("href")) for a in drawing.locator("a.vc-lit").all()}
    family = (playbook.framework[0].pillar, part.group, *part.values)
    assert lit == {f"{entry.reference}.html" for entry in family}
    page.locator("h1").hover()
    page.locator(".vc-brand").focus()
    expect(drawing.locator("a.vc-lit")).to_have_count(0)
