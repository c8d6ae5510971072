"""The frame of Material for MkDocs: its navigation and search, light and dark, with nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import serving
from tests.examples.overlay import BAKERY
from tests.running import run
from tests.site.conftest import policy
from tests.site.material_search import first_hit
from tests.site.visits import COLOURS, FEWER, WCAG, findings
from value_compass.generator.site import build

SHOWN = (
    "index.html",
    "table/index.html",
    "groups/on-time.html",
    "workshops/menu-day.html",
    "cases/hotel-a.html",
    "season/check.html",
    "larder/matrix.html",
)


class _Strict(SimpleHTTPRequestHandler):
    """Serves with the policy of the docs, and what its search asks for beside."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        pass

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", f"{policy()}; connect-src 'self'")
        super().end_headers()


def test_the_home_page_leads_to_the_book(bakery_in_material: Path) -> None:
    home = (bakery_in_material / "index.html").read_text(encoding="utf-8")
    assert '<a href="daily-bread.pdf">The whole playbook as a book (PDF, 24 pages, 0 MB)</a>' in home
    assert (bakery_in_material / "daily-bread.pdf").is_file()


def test_without_the_package_one_reads_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "find_spec", lambda name: None)
    ran = run("build", "--no-book", "--frame", "material", "--output", tmp_path, folder=BAKERY)
    assert ran.returncode == 1
    assert "compass: the frame of Material needs the package mkdocs-material; install" in ran.stderr
    assert not (tmp_path / "site").exists()


@pytest.fixture(scope="module")
def address(bakery_in_material: Path) -> Iterator[str]:
    with serving(_Strict, bakery_in_material) as address:
        yield address


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
def test_pages_are_whole_under_the_policy_and_axe_finds_nothing_on_them(
    browser: Browser, address: str, scheme: str, width: int
) -> None:
    page = browser.new_page(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    )
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda failure: said.append(str(failure)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else said.append(asked.url))
    for at in SHOWN:
        page.goto(address + at)
        expect(page.locator(".vc-playbook h1")).to_be_visible()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            said.append(f"{at} is {wide} px too wide")
        page.evaluate(FEWER)
        said += findings(page, WCAG if scheme == "light" else COLOURS, ".vc-playbook")
    assert [one for one in said if not one.startswith("data:")] == []
    ground = page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
    drawn = page.locator(".vc-playbook").evaluate(
        "(text) => { const p = document.createElement('p'); p.style.color = 'var(--vc-paper)';"
        " text.append(p); return getComputedStyle(p).color; }"
    )
    assert drawn == ground
    page.close()


def test_no_page_has_a_script_or_a_style_of_its_own(bakery_in_material: Path) -> None:
    for path in bakery_in_material.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", html), path
        assert not re.findall(r"<style|\sstyle=|\son[a-z]+=", re.sub(r"<svg.*?</svg>", "", html)), path
        assert not re.findall(r'(?:src|href)="https?://(?!git\.example\.org|squidfunk)[^"]+"', html), path


def test_the_navigation_leads_to_every_page_and_the_search_finds_it(
    browser: Browser, address: str, bakery_in_material: Path
) -> None:
    ours = {
        path.relative_to(bakery_in_material).as_posix() for path in bakery_in_material.rglob("*.html")
    } - {"404.html"}
    linked: set[str] = set()
    for at in ours:
        html = (bakery_in_material / at).read_text(encoding="utf-8")
        for to in re.findall(r'<a href="([^"#:]+)" class="md-(?:nav__link|tabs__link)', html):
            linked.add(
                (bakery_in_material / at)
                .parent.joinpath(to)
                .resolve()
                .relative_to(bakery_in_material)
                .as_posix()
            )
    assert {"groups/on-time.html", "season/check.html", "terms/index.html"} <= linked
    page = browser.new_page()
    page.goto(f"{address}index.html")
    expect(first_hit(page, "stand at the back door")).to_contain_text("On time")
    page.close()
