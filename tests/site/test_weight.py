"""What a page weighs before a reader does anything: itself, its styles, scripts, images and fonts, as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import BELOW
from value_compass.generator.site.sent import script_as_sent, style_as_sent

LIGHT = 150_000
"""What a first view may weigh, uncompressed: a telephone in a lift has it in a moment."""

HEAVY = {"activities/matrix.html"}
"""The matrix is a table of every activity against every group, and is useful only whole."""


def asked_for(site: Path, address: str) -> set[Path]:
    """The files that a browser with an empty cache asks for as soon as it has the page."""
    page = site / address
    return {page, *_linked(page, _LINKED)}


_LINKED = re.compile(
    r"""<(?:link(?=[^>]*rel="(?:stylesheet|icon)")|script|img(?![^>]*loading="lazy"))[^>]*?\s(?:href|src)="([^"]+)\""""
)
_IN_STYLES = re.compile(r"""url\("([^"]+)"\)""")


def _linked(file: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    for found in pattern.findall(file.read_text(encoding="utf-8")):
        target = (file.parent / unquote(unescape(found))).resolve()
        yield target
        if target.suffix == ".css":
            yield from _linked(target, _IN_STYLES)


def addresses(site: Path) -> list[str]:
    """Every page but those that only lead on, and that of a wrong address, which has the search guess."""
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }
    return [address for address, html in found.items() if "http-equiv" not in html and address != "404.html"]


def weights(site: Path) -> dict[str, int]:
    """How much each page weighs with all that it asks for at once."""
    return {a: sum(file.stat().st_size for file in asked_for(site, a)) for a in addresses(site)}


def test_every_page_of_ours_is_light(site: Path) -> None:
    heavy = {address: weight for address, weight in weights(site).items() if weight >= LIGHT}
    assert heavy.keys() <= HEAVY, heavy


def test_every_page_of_another_playbook_is_light(bakery_site: Path) -> None:
    found = weights(bakery_site)
    assert found
    assert max(found.values()) < LIGHT


def test_a_browser_asks_for_nothing_else(
    browser: Browser, guarded: str, site: Path, one_of_each: tuple[str, ...]
) -> None:
    weighed = weights(site)
    page = browser.new_page()
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for address in ("index.html", *sorted(one_of_each, key=lambda one: -weighed[one])[:8]):
        asked.clear()
        page.goto(guarded + address, wait_until="networkidle")
        files = {unquote(urlparse(url).path).removeprefix(BELOW) for url in asked if url.startswith("http")}
        assert files <= {file.relative_to(site).as_posix() for file in asked_for(site, address)}
        assert {address, "assets/frame.js", "assets/frame.css"} <= files
    page.close()


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (
            "/* The bar. */\n.vc-bar,\n.vc-foot {\n  margin: 0;\n}\n\n@media (width: 1em) { a :is(b) { c: d; } }\n",
            ".vc-bar,.vc-foot{margin:0}@media (width:1em){a :is(b){c:d}}\n",
        ),
        (
            """.vc-strip dt::after { content: ": { } \\" ;"; } /* Don't. */ q { quotes: '; ' ', '; }""",
            """.vc-strip dt::after{content:": { } \\" ;"}q{quotes:'; ' ', '}\n""",
        ),
    ],
)
def test_styles_are_sent_without_what_their_authors_read(written: str, sent: str) -> None:
    assert style_as_sent(written) == sent


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (
            "  /* Two\n     lines. */\n  const a = 1; // one\n  // Why.\n  b();\n",
            "const a = 1; // one\nb();\n",
        ),
        ('const glob = "**/*.js";\n  /* End. */\n', 'const glob = "**/*.js";\n'),
    ],
)
def test_scripts_are_sent_without_what_their_authors_read(written: str, sent: str) -> None:
    assert script_as_sent(written) == sent
