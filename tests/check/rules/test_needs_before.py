"""What a step recommends needs nothing of a later step."""

from __future__ import annotations

from tests.check.bakery import Bakery

MENU_DAY = "  - to: workshops/menu-day\n    reason: x\n"


def test_a_need_is_told_with_the_step_where_it_stands(bakery: Bakery) -> None:
    bakery.change("steps/deliver-every-morning", "watch_for:\n", MENU_DAY + "watch_for:\n")
    (problem,) = bakery.check().problems

    assert problem.message == (
        'the workshop "Menu day" needs values/kitchen-visits, '
        'which only step 2 "Know the kitchen" establishes'
    )


def test_each_group_is_told_once(bakery: Bakery) -> None:
    bakery.change("workshops/menu-day", "needs:\n", "needs:\n  - to: groups/shared-menu\n    reason: x\n")
    bakery.change("steps/deliver-every-morning", "watch_for:\n", MENU_DAY + "watch_for:\n")

    assert bakery.found() == ["steps/deliver-every-morning:19:9 needs-before"] * 2


def test_the_same_step_and_earlier_ones_are_early_enough(bakery: Bakery) -> None:
    bakery.change("steps/know-the-kitchen", "done_when:", "helps:\n" + MENU_DAY + "done_when:")

    assert bakery.found() == []


def test_a_need_that_cannot_be_placed_is_left_to_other_rules(bakery: Bakery) -> None:
    bakery.change("values/kitchen-visits", "group: knowing-the-kitchen", "group: Kitchen")
    bakery.change("steps/deliver-every-morning", "watch_for:\n", MENU_DAY + "watch_for:\n")

    assert bakery.found() == ["values/kitchen-visits:5:8 wrong-form"]
