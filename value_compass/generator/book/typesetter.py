"""Typst in a process of its own, which gives back the memory that it took.

Run as a script, so that it needs Typst alone: reads jobs from its input, and writes to its output what came
of each, both marshalled. It loads nothing else: it is started for every few parts of a book.
"""

from __future__ import annotations

import marshal
import sys

import typst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Ask Typst for what a template finds out, or for a PDF.

    Args:
        job: `work`, the folder that holds the `template`, the folder of its `fonts`, and `data`, the file
            that it reads; then nothing more, for what the template's first mark holds, or the `pdf` to write,
            its `standards` and its `timestamp` in seconds.

    Returns:
        What was `found`, as JSON, or that the PDF is `written`; or `refusal` with what Typst said and its
        `hints`.
    """
    work = job["work"]
    compiler = typst.Compiler(
        f"{work}/{job['template']}",
        root=work,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{work}/{job['fonts']}"]
        ),
        ignore_system_fonts=True,
        sys_inputs={"data": job["data"]},
        package_path=f"{work}/packages",
        package_cache_path=f"{work}/packages",
    )
    try:
        if "pdf" not in job:
            return {"found": compiler.eval("query(metadata).first().value", format="json")}
        _, warnings = compiler.compile_with_warnings(
            output=job["pdf"], format="pdf", pdf_standards=job["standards"], timestamp=job["timestamp"]
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
    jobs = marshal.load(sys.stdin.buffer)  # noqa: S302 - from the program that started this one
    sys.stdout.buffer.write(marshal.dumps([run(job) for job in jobs]))
