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
from pathlib import Path

from benchmarks.commands import COMPASS, installed
from benchmarks.grown import grow
from benchmarks.pages import as_markdown, entries_for, pages_of

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
        playbook = grow(folder / "playbook", entries_for(PAGES))
        pages = pages_of(playbook, folder / "cache")
        documents = as_markdown(pages, playbook, folder / "markdown")
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


if __name__ == "__main__":
    main()
