"""A playbook inside a company's own MkDocs site: Material with other plugins, and the theme that MkDocs brings."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import Quiet, serving
from tests.examples.overlay import BAKERY
from tests.files import copied
from tests.site.visits import FEWER, findings

MATERIAL = """\
site_name: Intranet
site_url: https://intranet.example.org/
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.indexes]
  palette: [{scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]
nav: [index.md, {How we bake: [oven.md, {Our bread: playbook/index.md}]}, blog/index.md]
plugins:
  - blog
  - search
  - tags
"""

DEFAULT = """\
site_name: Intranet
use_directory_urls: false
theme: {name: mkdocs, highlightjs: false, color_mode: light}
plugins:
  - search
"""

PLUGIN = "  - value-compass: {playbook: ../bakery, edition: everyone}\n"


class Company:
    """A MkDocs site beside the bakery's playbook."""

    def __init__(self, folder: Path, settings: str) -> None:
        self.folder, self.bakery = folder / "intranet", folder / "bakery"
        copied(BAKERY, self.bakery)
        docs = self.folder / "docs"
        (docs / "blog" / "posts").mkdir(parents=True)
        (docs / "index.md").write_text(
            "---\ntags: [bread]\n---\n# Welcome\n\n[On time](playbook/groups/on-time.md)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
        )
        (docs / "oven.md").write_text("# The oven\n\nHot.\n")
        (docs / "blog" / "index.md").write_text("# News\n")
        (docs / "blog" / "posts" / "one.md").write_text("---\ndate: 2026-01-02\n---\n# A post\n\nHello.\n")
        self.settings = self.folder / "mkdocs.yml"
        self.settings.write_text(settings)

    def mkdocs(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "mkdocs", *words]
        return subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=False, env=_environment()
        )


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="module", params=["material", "default"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A strict build of a company's site, and which theme it has."""
    settings = MATERIAL if request.param == "material" else DEFAULT
    company = Company(tmp_path_factory.mktemp(request.param), settings + PLUGIN)
    done = company.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    return request.param, company.folder / "site"


def test_pages_stand_in_the_frame_and_axe_finds_nothing_on_them(
    browser: Browser, built: tuple[str, Path]
) -> None:
    said: list[str] = []
    hear = said.append
    with serving(Quiet, built[1]) as address:
        page = browser.new_page()
        page.on("pageerror", lambda failure: hear(str(failure)))
        page.on(
            "request", lambda asked: None if asked.url.startswith((address, "data:")) else hear(asked.url)
        )
        for at in ("index.html", "groups/on-time.html", "workshops/menu-day.html", "larder/matrix.html"):
            page.goto(f"{address}playbook/{at}")
            expect(page.locator(".vc-playbook h1")).to_be_visible()
            for width in (1440, 360):
                page.set_viewport_size({"width": width, "height": 800})
                wide = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                if wide > 0:
                    said.append(f"{at} is {wide} px too wide at {width}")
            # What axe says of Material's frame, a playbook by itself in that frame tells.
            if built[0] == "default":
                page.evaluate(FEWER)
                said += findings(page, part=".vc-playbook")
        page.close()
    assert said == []


def test_the_site_knows_the_playbook_in_its_navigation_search_edit_links_and_old_addresses(
    built: tuple[str, Path],
) -> None:
    theme, site = built
    page = (site / "playbook" / "groups" / "on-time.html").read_text(encoding="utf-8")
    front = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="https://git.example.org/daily-bread/edit/main/content/groups/on-time.yml"' in page
    assert "<title>On time" in page
    assert 'href="playbook/groups/on-time.html"' in front
    found = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert any(one["location"].startswith("playbook/groups/on-time.html") for one in found)
    assert (site / "playbook" / "events" / "a-late-van.html").is_file()
    assert ("Our bread" if theme == "material" else "Daily Bread") in front
    assert not (site / "playbook" / "search-index.js").exists()


def test_the_companys_own_pages_stay_as_they_were(built: tuple[str, Path], tmp_path: Path) -> None:
    theme, site = built
    alone = Company(
        tmp_path,
        (MATERIAL if theme == "material" else DEFAULT).replace(", {Our bread: playbook/index.md}", ""),
    )
    (alone.folder / "docs" / "index.md").write_text("# Welcome\n\nNothing.\n")
    assert alone.mkdocs("build", "--strict").returncode == 0
    name = "oven/index.html" if theme == "material" else "oven.html"

    def shown(folder: Path) -> tuple[list[str], str]:
        html = (folder / name).read_text(encoding="utf-8")
        text = re.search(r"<h1.*?Hot\.</p>", html, re.DOTALL)
        assert text
        return re.findall(r"<(?:link|script)\b[^>]*>", html), text[0]

    links, text = shown(site)
    assert not [
        link for link in links if "playbook" in link and 'rel="next"' not in link and 'rel="prev"' not in link
    ]
    assert text == shown(alone.folder / "site")[1]


@pytest.mark.parametrize(
    ("found", "put", "code", "strict"),
    [
        ("content/groups/on-time.yml", "nothing-of-this-name", "unknown-reference", False),
        ("content/events/late-van.yml", None, "nobody-links", True),
    ],
)
def test_a_problem_of_the_check_fails_the_build_and_says_where(
    tmp_path: Path, found: str, put: str | None, code: str, strict: bool
) -> None:
    company = Company(tmp_path, DEFAULT + PLUGIN)
    (company.folder / "docs" / "index.md").write_text("# Welcome\n")
    if put:
        file = company.bakery / found
        text = file.read_text("utf-8")
        file.write_text(text.replace("pillar: reliability", f"pillar: {put}"), encoding="utf-8")
    else:
        lost = company.bakery / "content/events/lost-loaf.yml"
        text = (company.bakery / found).read_text("utf-8")
        lost.write_text(re.sub(r"^name: .*", "name: A lost loaf", text, flags=re.MULTILINE), encoding="utf-8")
    done = company.mkdocs("build", *(["--strict"] if strict else []))
    assert done.returncode == 1
    assert f"[{code}]" in done.stderr
    assert re.search(r"content/\w+/[a-z-]+\.yml:\d+:\d+: ", done.stderr)
    assert "Traceback" not in done.stderr
    if strict:
        assert company.mkdocs("build").returncode == 0


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Company, Callable[[str], str]]]:
    """`mkdocs serve` of a company's site, and a way to wait for words on a page."""
    company = Company(tmp_path, DEFAULT + PLUGIN)
    (company.folder / "docs" / "index.md").write_text("# Welcome\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (tmp_path / "said").open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=company.folder, stdout=said, stderr=said, env=_environment(),
        )  # fmt: skip

        def wait_for(words: str) -> str:
            html = ""
            for _ in range(600):
                try:
                    with urllib.request.urlopen(
                        f"http://127.0.0.1:{port}/playbook/groups/on-time.html", timeout=30
                    ) as answer:
                        html = answer.read().decode()
                except OSError:
                    html = ""
                if words in html:
                    return html
                assert process.poll() is None, (tmp_path / "said").read_text()
                time.sleep(0.1)
            raise AssertionError(f"{words} did not show: {(tmp_path / 'said').read_text()}")

        yield company, wait_for
        process.terminate()
        process.wait(timeout=30)


def test_a_change_of_content_shows_while_the_site_is_served_and_so_does_a_mistake(
    served: tuple[Company, Callable[[str], str]],
) -> None:
    company, wait_for = served
    file = company.bakery / "content" / "groups" / "on-time.yml"
    text = file.read_text(encoding="utf-8")
    assert "vc-problems" not in wait_for("The crates stand at the back door")
    file.write_text(text.replace("The crates stand", "All crates stand"), encoding="utf-8")
    wait_for("All crates stand at the back door")
    file.write_text(text.replace("name:", "nam:", 1), encoding="utf-8")
    html = wait_for("vc-problems")
    assert "content/groups/on-time.yml:1:1: error" in html
    assert "All crates stand" in html
