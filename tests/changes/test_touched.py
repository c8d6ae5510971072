"""What a change is said to touch holds every page that looks different."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from generator.changes.comparison import changes_between
from generator.changes.ground import ground_of
from generator.changes.overviews import Overview
from generator.changes.report import State, compare, pages_of
from generator.changes.touched import Touched, touched_by_all
from generator.check.draft import Draft, draft_of
from generator.check.parts import parts_of
from generator.load.folder import read_folder
from generator.pages.figures import Figures
from generator.pages.page import Medium, Page, entry_address
from generator.pages.render import render_pages
from generator.playbook.playbook import seal
from schemas.fields import Entry, Reference
from tests.changes.bakery import Bakery
from tests.examples.overlay import BAKERY

Edit = Callable[[Any], Entry]


@pytest.fixture(scope="module")
def draft() -> Draft:
    return draft_of(read_folder(BAKERY))


@pytest.fixture(scope="module")
def render(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Draft], Mapping[str, Page]]:
    cache = tmp_path_factory.mktemp("cache")

    def pages(draft: Draft) -> Mapping[str, Page]:
        assert draft.settings
        playbook = seal(draft, draft.settings.editions[0])
        figures = Figures(playbook, Medium.SCREEN, Path(cache))
        return {page.address: page for page in render_pages(playbook, Medium.SCREEN, figures)}

    return pages


def edited(draft: Draft, entry: str, edit: Edit) -> Draft:
    reference = Reference.parse(entry)
    assert reference
    entries = {**draft.entries, reference: edit(draft.entries[reference])}
    parts = {reference: parts_of(one) for reference, one in entries.items()}
    return replace(draft, entries=MappingProxyType(entries), parts=MappingProxyType(parts))


def setting(**fields: Any) -> Edit:
    return lambda entry: entry.model_copy(update=fields)


def without_first(field: str) -> Edit:
    return lambda entry: entry.model_copy(update={field: getattr(entry, field)[1:]})


def first_with(field: str, **fields: Any) -> Edit:
    def edit(entry: Any) -> Entry:
        first, *rest = getattr(entry, field)
        return entry.model_copy(update={field: (first.model_copy(update=fields), *rest)})  # type: ignore[no-any-return]

    return edit


EDITS = [
    ("groups/good-bread", setting(name="Fine bread")),
    ("events/late-van", setting(name="The late van")),
    ("values/early-van", setting(name="A very early van")),
    ("steps/deliver-every-morning", setting(name="Deliver each morning")),
    ("workshops/menu-day", setting(name="List day")),
    ("roles/driver", setting(name="The driver")),
    ("cases/hotel-a", setting(name="Hotel B", customer="Hotel B")),
    ("workshops/menu-day", without_first("builds")),
    ("events/tasting-morning", first_with("builds", reason="Another reason.")),
    ("events/tasting-morning", without_first("builds")),
    ("cases/hotel-a", without_first("timeline")),
    ("cases/hotel-a", first_with("timeline", what="Another start.")),
    ("steps/deliver-every-morning", without_first("establishes")),
    ("values/early-van", setting(summary="Another summary.")),
    ("groups/good-bread", setting(summary="Another summary.")),
    ("values/crisp-crust", setting(group=Reference("groups", "on-time"))),
    ("values/early-van", setting(order=9)),
    ("events/late-van", setting(owner="The drivers")),
    ("events/late-van", setting(situation="What now?")),
    ("workshops/menu-day", first_with("agenda", minutes=20)),
]


@pytest.mark.parametrize(("entry", "edit"), EDITS)
def test_every_page_that_looks_different_is_touched(
    draft: Draft, render: Callable[[Draft], Mapping[str, Page]], entry: str, edit: Edit
) -> None:
    after = edited(draft, entry, edit)
    comparison = compare(State("v1", draft), State("v2", after), partial(entry_address, entries={}))
    told = {page.address for page in pages_of(comparison.touched, comparison)}
    old, new = render(draft), render(after)
    different = {address for address in old.keys() | new.keys() if old.get(address) != new.get(address)}
    assert different
    assert comparison.touched.every_page or different <= told


def touched(before: Draft, after: Draft) -> Touched:
    return touched_by_all(changes_between(before, after), ground_of(before, after))


def test_a_relation_touches_both_ends_and_the_overviews_that_show_it(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit(
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/early-warning\n    reason: A full table shows what runs short.\n",
    )
    found = touched(before, bakery.draft())
    assert {str(reference) for reference in found.entries} == {
        "workshops/menu-day",
        "values/early-warning",
        "groups/straight-answers",
    }
    assert found.overviews >= {Overview.MATRIX, Overview.COVERAGE}
    assert {str(step) for step in found.steps} == {"steps/plan-the-season"}


def test_a_few_words_touch_their_own_page_alone(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("events/late-van", "Call the kitchen.", "Call the kitchen at once.")
    found = touched(before, bakery.draft())
    assert found.entries == {Reference("events", "late-van")}
    assert not found.lists
    assert not found.overviews


def test_a_moment_touches_the_case_and_all_that_it_names(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("cases/hotel-a", "We call at five", "We call at four")
    assert {str(reference) for reference in touched(before, bakery.draft()).entries} == {
        "cases/hotel-a",
        "events/late-van",
        "groups/straight-answers",
    }


def test_the_owners_of_what_is_touched_are_counted(bakery: Bakery) -> None:
    bakery.edit("values/early-warning", "owner: The bakers", "owner: The drivers")
    before = bakery.draft()
    bakery.edit("events/late-van", "A call in time", "A timely call")
    after = bakery.draft()
    owners = touched(before, after).owners(ground_of(before, after))
    assert dict(owners) == {"The bakers": 2, "The drivers": 1}


@pytest.mark.parametrize(
    ("old", "new", "every"),
    [
        ("title: Daily Bread", "title: Bread", True),
        ("edition: Spring", "edition: Summer", False),
        ("kinds: [steps, ambitions]", "kinds: [ambitions, steps]", True),
        ("language: en", 'language: en\nsite_address: "https://bread.example.org/"', True),
    ],
)
def test_a_setting_touches_every_page_when_every_page_shows_it(
    bakery: Bakery, old: str, new: str, every: bool
) -> None:
    before = bakery.draft()
    bakery.edit("site", old, new)
    assert touched(before, bakery.draft()).every_page is every


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  situations: What happened?", "  situations: What now?"),
        ("language: en", "language: en\nnetwork: Chefs talk to each other."),
        ("language: en", "language: en\nreview_after_months: 6"),
    ],
)
def test_a_setting_touches_the_overview_that_shows_it(
    bakery: Bakery, render: Callable[[Draft], Mapping[str, Page]], old: str, new: str
) -> None:
    before = bakery.draft()
    bakery.edit("site", old, new)
    after = bakery.draft()
    was, now = render(before), render(after)
    different = {address for address in was.keys() | now.keys() if was.get(address) != now.get(address)}
    found = touched(before, after)
    assert after.settings
    assert different == {one.address(after.settings) for one in found.overviews}
    assert not found.every_page
