"""Groups are built, planned events build, unplanned ones say how to respond."""

from __future__ import annotations

import re
import shutil

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


def test_a_playbook_without_a_framework_may_plan_what_builds_nothing(bakery: Bakery) -> None:
    event = bakery.read("events/tasting-morning").replace("ours: [account-baker]\n", "")
    shutil.rmtree(bakery.folder / "content")
    bakery.write("events/tasting-morning", re.sub(r"(?m)^(builds|needs|sources):\n(?:[ -].*\n)*", "", event))
    bakery.change("site", "Begin with [[pillars/reliability]].", "Begin anywhere.")
    assert {problem.code for problem in bakery.check().errors} <= {"stated-without-source"}


def test_values_alone_ask_for_no_path_and_no_events(bakery: Bakery) -> None:
    only = ("outcomes", "pillars", "groups", "values", "sources", "terms")
    for path in (bakery.folder / "content").iterdir():
        if path.name not in only:
            shutil.rmtree(path)
    site = bakery.folder / "site.yml"
    site.write_text(site.read_text("utf-8").replace("[[processes/win-a-kitchen-back]]", "it"), "utf-8")
    assert {problem.code for problem in bakery.check().errors} == set()


def test_an_entry_of_ones_own_needs_no_source(bakery: Bakery) -> None:
    text = (bakery.folder / "content/terms/crumb.yml").read_text("utf-8")
    head, _, _ = text.partition("sources:")
    (bakery.folder / "content/terms/crumb.yml").write_text(head, "utf-8")
    assert bakery.check().errors == ()
