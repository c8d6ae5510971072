"""How long a site takes to build, beside MkDocs with Material on the same pages.

Run it with `.venv/bin/python -m benchmarks.build`. Each builds the whole site in a process of its own: ours
reads and checks the files of the entries, renders and writes; MkDocs gets the finished text of each page as
Markdown and needs to draw no figure. What counts is the processor's time, which other work on the machine
disturbs least. Both build a site that is there already: MkDocs clears its folder, ours takes over what says
the same. Ours is measured twice: where nothing was changed, so that all of it says the same and stays, and
after a change to the summary of an entry.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.commands import COMPASS, installed
from benchmarks.grown import ROOT, grow
from benchmarks.pages import as_markdown, entries_for, pages_of

SIZES = (60, 300, 1_500)
"""Pages."""

RUNS = 3
"""Of which the fastest counts; more of them where they are short."""

ENOUGH = 6.0
"""So many seconds of runs of each are enough."""

SMALL = ROOT / "tests" / "playbooks" / "bakery"
"""What is grown to each size; the real playbook is measured as it is."""


def main() -> None:
    """Print a table of CPU seconds, and how they grow with the pages."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        mkdocs = installed(folder / "others", "mkdocs<2", "mkdocs-material") / "mkdocs"
        playbooks = {
            f"bakery-{size}": grow(folder / str(size), entries_for(size, SMALL), SMALL) for size in SIZES
        }
        playbooks["ours"] = grow(folder / "real", 0)
        titles = ("pages", "compass", "changed", "mkdocs", "ratio", "changed")
        print(f"{'playbook':12}" + "".join(f"{title:>10}" for title in titles))
        for name, playbook in playbooks.items():
            pages = pages_of(playbook, folder / "cache")
            documents = as_markdown(pages, playbook, folder / f"{name}-markdown")
            own, changed, other = _seconds(
                playbook,
                [*COMPASS, "-C", str(playbook), "build", "--no-book"],
                [str(mkdocs), "build", "-q", "-f", str(documents)],
            )
            print(
                f"{name:12}{len(pages):10,}{own:10.2f}{changed:10.2f}{other:10.2f}"
                f"{own / other:10.2f}{changed / other:10.2f}",
                flush=True,
            )


def _seconds(playbook: Path, own: list[str], other: list[str]) -> tuple[float, float, float]:
    """The processor's time of our command, of ours after a change, and of the other; the least of some runs.

    They take turns: a machine that others use is at times a third slower, for all of them.
    """
    same, changed, others = list[float](), list[float](), list[float]()
    change = _changes(playbook)
    _spent_by(own)
    while len(same) < RUNS or min(sum(same), sum(others)) < ENOUGH:
        same.append(_spent_by(own))
        others.append(_spent_by(other))
        next(change)
        changed.append(_spent_by(own))
    return min(same), min(changed), min(others)


def _changes(playbook: Path) -> Iterator[None]:
    """Give an entry another summary, again and again."""
    file = min((playbook / "content" / "values").glob("*.yml"))
    text = file.read_text(encoding="utf-8")
    for number in count():
        said = re.sub(
            r"(?m)^summary: .*(?:\n .*)*", f"summary: It is said here {number} times.", text, count=1
        )
        file.write_text(said, encoding="utf-8")
        yield


def _spent_by(command: list[str]) -> float:
    """The processor's time of a command."""
    # Installing MkDocs compiles its modules; the first of our runs may keep ours compiled too.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = _spent()
    subprocess.run(command, check=True, capture_output=True, env=kept)
    return _spent() - before


def _spent() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
