"""Reporters: what is told of a check, and in which form. They print nothing and check nothing."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from value_compass.generator.check.check import Checked
from value_compass.generator.check.covering import Covering
from value_compass.generator.check.wording import count, listed
from value_compass.generator.load.problem import Problem, Severity, Span

WIDEST = 120
"""Longer lines of a file are shown around the place in question."""

_SIGNS = {"\t": "\N{RIGHTWARDS ARROW}", "\n": " ", "\N{NO-BREAK SPACE}": "\N{OPEN BOX}"}
"""How characters are shown that would be nothing on a screen."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class Reporter(Protocol):
    """A maker of the text of a report from a check."""

    def __call__(self, checked: Checked, *, color: bool = False) -> str:
        """Make the report.

        Args:
            checked: what was checked and found.
            color: whether the text goes to a screen that can show colours.
        """


def text_report(checked: Checked, *, color: bool = False) -> str:
    """Each problem with its line and the way out, for people."""
    lines = _lines(checked)
    covering = Covering(checked.problems, lines)
    blocks = ["\n".join(_block(problem, lines, covering, color)) for problem in checked.problems]
    return _encodable("\n\n".join([*blocks, summary(checked)])) + "\n"


def json_report(checked: Checked, *, color: bool = False) -> str:
    """Everything that is known of each problem, for programs."""
    covering = Covering(checked.problems, _lines(checked))
    told = {
        "problems": [
            {
                "file": problem.file,
                "line": problem.span.line,
                "column": problem.span.column,
                "length": problem.span.length,
                "severity": problem.severity.value,
                "code": problem.code,
                "message": covering.text(problem.message),
                "advice": covering.text(problem.advice) if problem.advice else None,
            }
            for problem in checked.problems
        ],
        "files": len(checked.draft.folder.documents),
        "errors": len(checked.errors),
        "warnings": len(checked.warnings),
        "notes": len(checked.notes),
    }
    return json.dumps(told, indent=2) + "\n"


def summary(checked: Checked) -> str:
    """The closing line: how many problems in how many files."""
    counts = [
        count(len(problems), name)
        for problems, name in (
            (checked.errors, "error"),
            (checked.warnings, "warning"),
            (checked.notes, "note"),
        )
        if problems
    ]
    if not counts:
        return f"no problems in {count(len(checked.draft.folder.documents), 'file')}"
    files = count(len({problem.file for problem in checked.problems}), "file")
    return f"{listed(counts)} in {files}"


REPORTERS: Mapping[str, Reporter] = MappingProxyType({"text": text_report, "json": json_report})
"""Every reporter by the name that `--format` takes."""


def _lines(checked: Checked) -> dict[str, list[str]]:
    """The lines of the files that have problems."""
    told = {problem.file for problem in checked.problems}
    documents = checked.draft.folder.documents
    return {document.file: document.text.split("\n") for document in documents if document.file in told}


def _block(
    problem: Problem, lines: Mapping[str, list[str]], covering: Covering, color: bool
) -> Iterator[str]:
    span = problem.span
    severity = f"{problem.severity}[{problem.code}]"
    if color:
        severity = f"\x1b[1;{_COLOURS[problem.severity]}m{severity}\x1b[0m"
    message = _visible(covering.text(problem.message))
    yield f"{_visible(problem.file)}:{span.line}:{span.column}: {severity} {message}"
    of_file = lines.get(problem.file, [])
    if span.line <= len(of_file) and of_file[span.line - 1].strip():
        line = covering.line(problem.file, span.line, of_file[span.line - 1])
        yield from _snippet(line, span, _COLOURS[problem.severity] if color else None)
    if problem.advice:
        yield f"   {_visible(covering.text(problem.advice))}"


def _snippet(line: str, span: Span, colour: str | None) -> Iterator[str]:
    """The line of the file, and a run of carets under the place."""
    start = min(span.column - 1, len(line))
    end = max(min(start + span.length, len(line)), start + 1)
    if len(line) > WIDEST:
        cut = max(min(start - 20, len(line) - WIDEST), 0)
        left, right = ("..." if cut else ""), ("..." if cut + WIDEST < len(line) else "")
        line = left + line[cut : cut + WIDEST] + right
        start, end = start - cut + len(left), min(end - cut, WIDEST) + len(left)
    carets = "^" * max(_width(line[start:end]), 1)
    if colour:
        carets = f"\x1b[{colour}m{carets}\x1b[0m"
    number = f"{span.line:>5}"
    yield f"{number} | {_visible(line)}".rstrip()
    yield f"{' ' * len(number)} | {' ' * _width(line[:start])}{carets}"


def _width(text: str) -> int:
    """How many columns a text takes on a screen."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _visible(text: str) -> str:
    """A text on one line that cannot move the cursor, change colours or turn its direction."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _SIGNS.get(c, "\N{REPLACEMENT CHARACTER}") for c in text)


def _encodable(text: str) -> str:
    """File names may hold bytes that are no text."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
