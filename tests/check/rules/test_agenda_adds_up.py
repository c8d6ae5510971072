"""Minutes add up."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_the_sum_is_told(bakery: Bakery) -> None:
    bakery.change("workshops/menu-day", "duration: 90", "duration: 2000")
    (problem,) = bakery.check().problems

    assert problem.message == "the agenda adds up to 90 minutes, and the duration says 2,000"
    assert problem.advice == "write `duration: 90`, or correct the minutes of a part"
    assert bakery.found() == ["workshops/menu-day:22:11 agenda-adds-up"]
