"""A pull request answers for what it touches and causes: problems that were there before block nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.check.check import Checked
from generator.load.problem import Problem, Severity


def only_new_block(checked: Checked, touched: Collection[str], before: Iterable[Problem]) -> Checked:
    """Make the errors that a pull request neither touches nor causes warnings.

    Args:
        checked: what was checked and found.
        touched: the files that the pull request changes, from the playbook's folder.
        before: what was wrong without it.
    """
    known = {_what(problem) for problem in before}
    return replace(
        checked,
        problems=tuple(
            replace(problem, severity=Severity.WARNING)
            if problem.severity is Severity.ERROR and problem.file not in touched and _what(problem) in known
            else problem
            for problem in checked.problems
        ),
    )


def _what(problem: Problem) -> tuple[str, str, str]:
    """What makes two problems one, wherever the line stands now."""
    return problem.file, problem.code, problem.message
