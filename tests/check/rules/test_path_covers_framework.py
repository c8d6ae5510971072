"""Every group stands on the path once."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_a_group_that_no_step_establishes(bakery: Bakery) -> None:
    bakery.write(
        "groups/fair-price", bakery.read("groups/shared-menu").replace("A shared menu", "A fair price")
    )
    bakery.change("groups/fair-price", "order: 2", "order: 3")

    assert bakery.found() == [
        "groups/fair-price:1:7 group-unbuilt",
        "groups/fair-price:1:7 path-covers-framework",
    ]


def test_a_group_that_cannot_be_read_has_to_be_on_the_path_as_well(bakery: Bakery) -> None:
    bakery.change("groups/shared-menu", "order: 2", "order: two")
    bakery.change(
        "steps/plan-the-season",
        "  - to: shared-menu\n    reason: Now there is a menu that is partly ours.\n",
        "  - to: on-time\n    reason: Again.\n",
    )

    assert bakery.found() == [
        "groups/shared-menu:1:7 path-covers-framework",
        "groups/shared-menu:6:8 wrong-type",
        "steps/deliver-every-morning:12:9 path-covers-framework",
        "steps/plan-the-season:10:9 path-covers-framework",
    ]


def test_it_is_silent_while_a_step_cannot_be_read(bakery: Bakery) -> None:
    bakery.change("steps/plan-the-season", "order: 3", "order: three")

    assert bakery.found() == ["steps/plan-the-season:5:8 wrong-type"]


def test_the_second_step_is_the_later_one_on_the_path(bakery: Bakery) -> None:
    bakery.change("steps/deliver-every-morning", "order: 1", "order: 9")
    bakery.change(
        "steps/know-the-kitchen",
        "  - to: straight-answers",
        "  - to: on-time\n    reason: x\n  - to: straight-answers",
    )

    assert "steps/deliver-every-morning:12:9 path-covers-framework" in bakery.found()
