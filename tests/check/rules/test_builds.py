"""Groups are built, planned events build, unplanned ones say how to respond."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_a_value_builds_its_group(bakery: Bakery) -> None:
    bakery.change("workshops/menu-day", "to: groups/shared-menu", "to: values/menu-ideas")

    assert bakery.found() == []


def test_what_an_ambition_builds_does_not_count(bakery: Bakery) -> None:
    bakery.change(
        "workshops/menu-day",
        "  - to: groups/shared-menu\n    reason: The list that it makes is the shared menu.\n",
        "  - to: groups/on-time\n    reason: x\n",
    )

    assert bakery.found() == ["groups/shared-menu:1:7 group-unbuilt"]


def test_it_is_silent_while_an_event_cannot_be_read(bakery: Bakery) -> None:
    bakery.change("events/tasting-morning", "nature: planned", "nature: wild")

    assert bakery.found() == ["events/tasting-morning:6:9 wrong-choice"]


def test_an_unplanned_event_need_not_build(bakery: Bakery) -> None:
    bakery.change(
        "events/late-van",
        "builds:\n  - to: values/early-warning\n"
        "    reason: A call in time is remembered longer than the delay.\n",
        "",
    )

    assert bakery.found() == [
        "groups/straight-answers:1:7 group-unbuilt",
    ]
