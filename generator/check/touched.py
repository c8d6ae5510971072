"""A pull request answers for what it touches: problems elsewhere warn and block nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.check.check import Checked
from generator.load.problem import Problem, Severity


def only_touched_block(checked: Checked, touched: Collection[str]) -> Checked:
    """Make the errors in files that were not touched warnings.

    Args:
        checked: what was checked and found.
        touched: the files that the pull request changes, from the playbook's folder.
    """
    return replace(checked, problems=tuple(_softened(problem, touched) for problem in checked.problems))


def _softened(problem: Problem, touched: Collection[str]) -> Problem:
    if problem.severity is Severity.ERROR and problem.file not in touched:
        return replace(problem, severity=Severity.WARNING)
    return problem
