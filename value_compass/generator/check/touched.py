"""A pull request answers for what it touches and causes: problems that were there before block nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from msgspec.structs import replace

from value_compass.generator.check.check import Checked
from value_compass.generator.load.problem import Problem, Severity


def only_new_block(
    checked: Checked, touched: Collection[str], before: Callable[[], Iterable[Problem]]
) -> Checked:
    """Make the errors that a pull request neither touches nor causes warnings.

    Args:
        checked: what was checked and found.
        touched: the files that the pull request changes, from the playbook's folder.
        before: tells what was wrong without it; asked only when something is wrong that it does not touch.
    """
    elsewhere = {problem for problem in checked.errors if problem.file not in touched}
    if not elsewhere:
        return checked
    known = {_what(problem) for problem in before()}
    softened = (
        replace(problem, severity=Severity.WARNING)
        if problem in elsewhere and _what(problem) in known
        else problem
        for problem in checked.problems
    )
    return replace(checked, problems=tuple(softened))


def _what(problem: Problem) -> tuple[str, str, str]:
    """What makes two problems one, wherever the line stands now."""
    return problem.file, problem.code, problem.message
