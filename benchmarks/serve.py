"""How long it takes from saving a file to the page rebuilt, beside `mkdocs serve` on the same pages.

Run it with `.venv/bin/python -m benchmarks.serve`. Both servers show the same pages, one after the other:
ours from the YAML files, MkDocs with Material from the text of each page as Markdown. A run changes the
summary of a group with many relations and asks for its page until that says so.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import yaml

from benchmarks.commands import COMPASS, installed
from benchmarks.grown import grow
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Medium, Page, with_addresses
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal
from value_compass.schemas.kinds import KINDS

PAGES = 300
RUNS = 5
LONGEST = 120.0
"""Seconds after which a run is given up."""

GROUP = "groups/personal-bond"
"""What is changed."""

ELSEWHERE = "groups/index"
"""Another page that shows it."""


def main() -> None:
    """Print a table of seconds, the median of some runs."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        playbook = grow(folder / "playbook", _entries_for(PAGES))
        pages = _pages(playbook, folder / "cache")
        documents = _as_markdown(pages, folder / "markdown")
        changed = playbook / "content" / f"{GROUP}.yml"
        rows = {}
        with _serving(
            [*COMPASS, "-C", str(playbook), "serve", "--port", "8765"], "http://127.0.0.1:8765/"
        ) as site:
            runs = [_run(changed, r"(?m)^summary: ", number, site) for number in range(RUNS)]
            rows["compass serve: the page of the entry"] = [own for own, _ in runs]
            rows["compass serve: the list that shows it"] = [everywhere for _, everywhere in runs]
        others = installed(folder / "others", "mkdocs<2", "mkdocs-material")
        command = [str(others / "mkdocs"), "serve", "-q", "-a", "127.0.0.1:8766"]
        with _serving([*command, "-f", str(documents)], "http://127.0.0.1:8766/") as site:
            page = documents.parent / "docs" / f"{GROUP}.md"
            rows["mkdocs serve: the page"] = [
                _run(page, r"\Z", number, site, alone=True)[0] for number in range(RUNS)
            ]
        print(f"{len(pages)} pages{'':31}{'seconds':>9}")
        for name, seconds in rows.items():
            print(f"{name:40}{statistics.median(seconds):9.2f}")


def _entries_for(pages: int) -> int:
    """How many entries a playbook needs to have so many pages."""
    root = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory() as cache:
        now = len(_pages(root, Path(cache)))
    entries = sum(1 for _ in (root / "content").rglob("*.yml"))
    return entries + pages - now


def _pages(folder: Path, cache: Path) -> tuple[Page, ...]:
    draft = check(folder).draft
    if draft.settings is None:
        sys.exit("The playbook has errors: run `compass check`.")
    playbook = seal(draft, draft.settings.editions[0])
    return render_pages(playbook, Medium.SCREEN, Figures(playbook, Medium.SCREEN, cache))


@contextmanager
def _serving(command: list[str], address: str) -> Iterator[str]:
    """Run a server, from when its first page is there."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _seconds_until(address, "</html>")
            yield address
        finally:
            server.terminate()


def _run(file: Path, place: str, number: int, site: str, *, alone: bool = False) -> tuple[float, float]:
    """Write a word into a file, and wait for it: on the page itself, and elsewhere."""
    word = f"Saved{number}"
    text = re.sub(r"Saved\d+ ", "", file.read_text(encoding="utf-8"))
    time.sleep(1)
    file.write_text(re.sub(place, lambda found: f"{found[0]}{word} ", text, count=1), encoding="utf-8")
    started = time.perf_counter()
    _seconds_until(f"{site}{GROUP}.html", word)
    own = time.perf_counter() - started
    if not alone:
        _seconds_until(f"{site}{ELSEWHERE}.html", word)
    return own, time.perf_counter() - started


def _seconds_until(address: str, words: str) -> None:
    ended = time.perf_counter() + LONGEST
    while time.perf_counter() < ended:
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:  # noqa: S310 - our own servers
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    sys.exit(f"{address} did not show what was saved within {LONGEST:.0f} s.")


def _as_markdown(pages: tuple[Page, ...], folder: Path) -> Path:
    """Write the text of every page as Markdown; gives the settings for MkDocs."""
    for page in pages:
        text = _Text()
        text.feed(
            with_addresses(page.html, page.address, KINDS).replace('.html"', '.md"').replace(".html#", ".md#")
        )
        file = folder / "docs" / page.address.replace(".html", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(text.said).strip() + "\n", encoding="utf-8")
    settings = folder / "mkdocs.yml"
    shown = {
        "site_name": "Same pages",
        "theme": {"name": "material", "font": False},
        "use_directory_urls": False,
    }
    settings.write_text(yaml.safe_dump(shown), encoding="utf-8")
    return settings


class _Text(HTMLParser):
    """The headings, paragraphs, lists and links of a page as Markdown; figures are left out."""

    _STARTS = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "li": "\n- ", "p": "\n\n", "tr": "\n\n"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._figure = 0
        self._target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._figure += tag == "svg"
        if self._figure:
            return
        self.said.append(self._STARTS.get(tag, ""))
        if tag == "a":
            self._target = dict(attrs).get("href") or ""
            self.said.append("[")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and not self._figure:
            self.said.append(f"]({self._target})")
        self._figure -= tag == "svg"

    def handle_data(self, data: str) -> None:
        if not self._figure:
            self.said.append(" ".join(data.split()) + " " if data.strip() else "")


if __name__ == "__main__":
    main()
