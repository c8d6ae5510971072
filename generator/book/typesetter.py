"""One pass of Typst over a work folder, in a process of its own.

What Typst remembers of a pass is worth nothing to the next one, in which most page numbers are others,
and a pass takes half a gigabyte: the process gives it back. Run as a script, so that it needs Typst alone:
reads a job as JSON from its input, and writes to its output what it found.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

PLACES = "query(metadata).map(m => (m.value, m.location().page(), m.location().position().y.pt()))"
"""Where every mark of the template stands: its name, its page and its height on the page."""


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Lay a book out, and write the PDF if everything stands where it was expected.

    Args:
        job: `work`, the folder that holds the `template` and `fonts`; `expected`, the places that the numbers
            in the book are made from, or nothing when no PDF is wanted; the `pdf` to write; its
            `standards`; its `timestamp` in seconds.

    Returns:
        `places`, and `written` if there is a PDF; or `refusal` with what Typst said and its `hints`.
    """
    work = Path(job["work"])
    compiler = typst.Compiler(
        str(work / job["template"]),
        root=str(work),
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(work / "fonts")]
        ),
        ignore_system_fonts=True,
        package_path=str(work / "packages"),
        package_cache_path=str(work / "packages"),
    )
    try:
        places = json.loads(compiler.eval(PLACES, format="json"))
        if job["expected"] != places:
            return {"places": places}
        moment = datetime.fromtimestamp(job["timestamp"], UTC)
        _, warnings = compiler.compile_with_warnings(
            output=job["pdf"], format="pdf", pdf_standards=job["standards"], timestamp=moment
        )
    except typst.TypstError as said:
        return _refusal(said)
    except RuntimeError as said:
        try:
            compiler.compile(format="pdf", pdf_standards=job["standards"])  # says more about it
        except typst.TypstError as more:
            return _refusal(more)
        return {"refusal": str(said), "hints": []}
    if warnings:
        return _refusal(warnings[0])
    return {"places": places, "written": True}


def _refusal(said: typst.TypstError | typst.TypstWarning) -> dict[str, Any]:
    return {"refusal": said.message, "hints": list(said.hints)}


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
