"""Minutes add up, and days count up."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery


def test_the_sum_is_told(bakery: Bakery) -> None:
    bakery.change("workshops/menu-day", "duration: 90", "duration: 2000")
    (problem,) = bakery.check().problems

    assert problem.message == "the agenda adds up to 90 minutes, and the duration says 2,000"
    assert problem.advice == "write `duration: 90`, or correct the minutes of a part"
    assert bakery.found() == ["workshops/menu-day:22:11 agenda-adds-up"]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((None, None, 2), []),
        ((1, None, 2), []),
        ((1, 2, 3), []),
        ((None, 2, 2), []),
        ((2, None, None), ["the agenda begins on day 2"]),
        ((None, None, 3), ['"The list" is on day 3, and the agenda is at day 1 here']),
        ((None, 2, 1), ['"The list" is on day 1, and the agenda is at day 2 here']),
        ((3, 4, 5), ["the agenda begins on day 3"]),
    ],
)
def test_days_count_up(bakery: Bakery, days: tuple[int | None, ...], found: list[str]) -> None:
    for title, day in zip(("Tasting", "Matching", "The list"), days, strict=True):
        if day:
            bakery.change(
                "workshops/menu-day", f"  - title: {title}\n", f"  - title: {title}\n    day: {day}\n"
            )
    problems = bakery.check().problems
    assert [problem.message for problem in problems] == found
    assert {problem.code for problem in problems} <= {"agenda-days"}
