"""How long a site takes to build, beside MkDocs with Material on the same pages.

Run it with `.venv/bin/python -m benchmarks.build`. Each builds the whole site in a process of its own: ours
reads and checks the files of the entries, renders and writes; MkDocs gets the finished text of each page as
Markdown and needs to draw no figure. What counts is the processor's time, which other work on the machine
disturbs least. Both build a site that is there already: MkDocs clears its folder, ours takes over what says
the same.
"""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
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
        titles = ("pages", "compass", "mkdocs", "ratio", "ms a page", "mkdocs")
        print(f"{'playbook':12}" + "".join(f"{title:>10}" for title in titles))
        for name, playbook in playbooks.items():
            pages = pages_of(playbook, folder / "cache")
            documents = as_markdown(pages, playbook, folder / f"{name}-markdown")
            own, other = _seconds(
                [*COMPASS, "-C", str(playbook), "build", "--no-book"],
                [str(mkdocs), "build", "-q", "-f", str(documents)],
            )
            count = len(pages)
            print(
                f"{name:12}{count:10,}{own:10.2f}{other:10.2f}{own / other:10.2f}"
                f"{1000 * own / count:10.1f}{1000 * other / count:10.1f}",
                flush=True,
            )


def _seconds(*commands: list[str]) -> list[float]:
    """The processor's time of each command, the least of some runs.

    They take turns: a machine that others use is at times a third slower, for all of them.
    """
    taken: dict[int, list[float]] = {number: [] for number in range(len(commands))}
    # Installing MkDocs compiles its modules; the first of our runs may keep ours compiled too.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    while len(taken[0]) < RUNS or min(map(sum, taken.values())) < ENOUGH:
        for number, command in enumerate(commands):
            before = _spent()
            subprocess.run(command, check=True, capture_output=True, env=kept)
            taken[number].append(_spent() - before)
    return [min(runs) for runs in taken.values()]


def _spent() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
