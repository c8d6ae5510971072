"""Reports for machines that annotate pull requests: GitHub, GitLab and SARIF.

The forms are those of GitHub's workflow commands, of GitLab's code quality report, and of
SARIF 2.1.0 (OASIS).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from value_compass.generator.check.check import Checked
from value_compass.generator.check.covering import Covering
from value_compass.generator.check.register import REGISTER
from value_compass.generator.load.problem import Problem, Severity

MOST_ANNOTATIONS = 50
"""GitHub shows no more annotations than about this many; the text report has them all."""

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


class MachineReporter(Protocol):
    """A maker of a report for a machine from a check."""

    def __call__(self, checked: Checked, prefix: str) -> str:
        """Make the report.

        Args:
            checked: what was checked and found.
            prefix: the playbook's folder from the top of the repository: empty, or ending in `/`.
        """


def github_report(checked: Checked, prefix: str) -> str:
    """Workflow commands, one a problem: GitHub shows them at the lines of a pull request."""
    ordered = sorted(checked.problems, key=lambda problem: list(Severity).index(problem.severity))
    lines = [_command(problem, text, prefix) for problem, text in _told(checked, ordered)]
    rest = len(lines) - MOST_ANNOTATIONS
    if rest > 0:
        lines = [
            *lines[:MOST_ANNOTATIONS],
            f"::notice::{rest} more problems: run compass check to see them all",
        ]
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem, text: str, prefix: str) -> str:
    span = problem.span
    properties = {
        "file": prefix + problem.file,
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.length,
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_GITHUB[problem.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab_report(checked: Checked, prefix: str) -> str:
    """A code quality report: GitLab shows it in a merge request."""
    seen: dict[str, int] = {}
    told = [
        {
            "description": text,
            "check_name": problem.code,
            "fingerprint": _fingerprint(problem, prefix, seen),
            "severity": _GITLAB[problem.severity],
            "location": {"path": prefix + problem.file, "lines": {"begin": problem.span.line}},
        }
        for problem, text in _told(checked, checked.problems)
    ]
    return json.dumps(told, indent=2) + "\n"


def _fingerprint(problem: Problem, prefix: str, seen: dict[str, int]) -> str:
    """The same for the same problem whatever its line, so that a moved problem is not a new one."""
    basis = "\n".join((prefix + problem.file, problem.code, problem.message))
    seen[basis] = seen.get(basis, 0) + 1
    return hashlib.sha256(f"{basis}\n{seen[basis]}".encode("utf-8", "replace")).hexdigest()


def sarif_report(checked: Checked, prefix: str) -> str:
    """SARIF 2.1.0, which code scanning and editors read."""
    codes = sorted({problem.code for problem in checked.problems})
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _SARIF[problem.severity],
            "message": {"text": text},
            "locations": [{"physicalLocation": _place(problem, prefix)}],
        }
        for problem, text in _told(checked, checked.problems)
    ]
    run = {
        "tool": {"driver": {"name": "compass", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    report = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(report, indent=2) + "\n"


def _place(problem: Problem, prefix: str) -> dict[str, Any]:
    span = problem.span
    return {
        "artifactLocation": {"uri": prefix + problem.file},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endColumn": span.column + span.length,
        },
    }


def _rule(code: str) -> dict[str, Any]:
    meaning = REGISTER[code]
    return {
        "id": code,
        "shortDescription": {"text": meaning.title},
        "fullDescription": {"text": meaning.explanation},
    }


def _told(checked: Checked, problems: tuple[Problem, ...] | list[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with what is said of it: message and way out, confidential names covered."""
    folder = checked.draft.folder
    lines = {document.file: document.text.split("\n") for document in folder.documents}
    covering = Covering(checked.problems, lines)
    for problem in problems:
        said = problem.message if not problem.advice else f"{problem.message}\n{problem.advice}"
        yield problem, covering.text(said)


MACHINE_REPORTERS: Mapping[str, MachineReporter] = MappingProxyType(
    {"github": github_report, "gitlab": gitlab_report, "sarif": sarif_report}
)
"""Every reporter for machines by the name that `--format` takes."""
