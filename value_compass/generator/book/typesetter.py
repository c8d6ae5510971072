"""Typst in a process of its own, which gives back the memory that it took.

Run as a script, so that it needs Typst alone: reads jobs as JSON from its input, and writes to its output
what came of each.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Ask Typst for what a template finds out, or for a PDF.

    Args:
        job: `work`, the folder that holds the `template` and `fonts`; `data`, the file that it reads; then
            nothing more, for what the template's first mark holds, or the `pdf` to write, its `standards` and
            its `timestamp` in seconds.

    Returns:
        What was `found`, or that the PDF is `written`; or `refusal` with what Typst said and its `hints`.
    """
    work = Path(job["work"])
    compiler = typst.Compiler(
        str(work / job["template"]),
        root=str(work),
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(work / "fonts")]
        ),
        ignore_system_fonts=True,
        sys_inputs={"data": job["data"]},
        package_path=str(work / "packages"),
        package_cache_path=str(work / "packages"),
    )
    try:
        if "pdf" not in job:
            return {"found": json.loads(compiler.eval("query(metadata).first().value", format="json"))}
        moment = datetime.fromtimestamp(job["timestamp"], UTC)
        _, warnings = compiler.compile_with_warnings(
            output=job["pdf"], format="pdf", pdf_standards=job["standards"], timestamp=moment
        )
    except typst.TypstError as said:
        return _refusal(said)
    except RuntimeError as said:
        return {"refusal": str(said), "hints": []}
    if warnings:
        return _refusal(warnings[0])
    return {"written": True}


def _refusal(said: typst.TypstError | typst.TypstWarning) -> dict[str, Any]:
    return {"refusal": said.message, "hints": list(said.hints)}


if __name__ == "__main__":
    json.dump([run(job) for job in json.load(sys.stdin)], sys.stdout)
