"""A process has no dead end: every stage and practice is reached."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_nothing_follows_a_practice_with_which_something_ends(bakery: Bakery) -> None:
    assert bakery.found() == []

    bakery.change("practices/part-as-friends", "driven_by:", "ends: The orders of this hotel\ndriven_by:")

    assert bakery.found() == ["stages/offer-again:6:8 not-reached"]
