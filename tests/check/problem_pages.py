"""The pages of docs/problems: `python -m tests.check.problem_pages` writes them anew."""

from __future__ import annotations

from pathlib import Path

from tests.examples.overlay import HERE, REPORT
from value_compass.generator.check.explanations import pages
from value_compass.generator.check.register import REGISTER

DOCS = Path(__file__).parents[2] / "docs" / "problems"


def report_of(code: str) -> str:
    """What the report of the code's example says of it, without problems that come along."""
    blocks = (HERE / "bad" / code / REPORT).read_text("utf-8").split("\n\n")
    return next(block for block in blocks if f"[{code}]" in block)


def problem_pages() -> dict[str, str]:
    """The text of each page by its file name."""
    return pages({code: report_of(code) for code in REGISTER})


if __name__ == "__main__":
    made = problem_pages()
    DOCS.mkdir(parents=True, exist_ok=True)
    for path in DOCS.glob("*.md"):
        path.unlink()
    for name, text in made.items():
        (DOCS / name).write_text(text, encoding="utf-8")
