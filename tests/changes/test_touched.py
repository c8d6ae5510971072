"""What a change is said to touch is every page that looks different, and no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from msgspec.structs import replace

from tests.changes.bakery import Bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.changes.report import Comparison, State, compare, text_report
from value_compass.generator.changes.touched import Touched
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.check.parts import parts_of
from value_compass.generator.load.folder import read_folder
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.pages.touching import PagesTouched
from value_compass.generator.playbook.playbook import seal
from value_compass.schemas.fields import Entry, Reference

Edit = Callable[[Any], Entry]


@pytest.fixture(scope="module")
def draft() -> Draft:
    return draft_of(read_folder(BAKERY))


@pytest.fixture(scope="module")
def cache(drawn: Path) -> Path:
    return drawn


def rendered(draft: Draft, cache: Path) -> dict[str, Page]:
    """The pages of a draft, by address."""
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[0])
    return {page.address: page for page in render_pages(playbook, Figures(playbook, cache))}


@pytest.fixture(scope="module")
def pages_before(draft: Draft, cache: Path) -> Mapping[str, Page]:
    """The pages before any change."""
    return rendered(draft, cache)


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
    ("values/early-van", setting(name="A very early van")),
    ("workshops/menu-day", setting(name="List day")),
    ("cases/hotel-a", setting(name="Hotel B", customer="Hotel B")),
    ("workshops/menu-day", without_first("builds")),
    ("events/tasting-morning", first_with("builds", reason="Another reason.")),
    ("cases/hotel-a", without_first("timeline")),
    ("steps/deliver-every-morning", without_first("establishes")),
    ("values/early-van", setting(summary="Another summary.")),
    ("values/crisp-crust", setting(group=Reference("groups", "on-time"))),
    ("values/early-van", setting(order=9)),
    ("events/late-van", setting(owner="The drivers")),
    ("events/late-van", setting(situation="What now?")),
    ("workshops/menu-day", first_with("agenda", minutes=20)),
]


def touching(before: Draft, after: Draft, cache: Path) -> Comparison:
    return compare(State("v1", before), State("v2", after), partial(PagesTouched, cache=cache))


def addresses(touched: Touched) -> set[str]:
    return {page.address for page in touched.pages}


@pytest.mark.parametrize(("entry", "edit"), EDITS)
def test_just_the_pages_that_look_different_are_touched(
    draft: Draft, pages_before: Mapping[str, Page], cache: Path, entry: str, edit: Edit
) -> None:
    after = edited(draft, entry, edit)
    comparison = touching(draft, after, cache)
    new = rendered(after, cache)
    old = pages_before
    different = {address for address in old.keys() | new.keys() if old.get(address) != new.get(address)}
    assert different
    assert addresses(comparison.touched) == different
    by_change = [addresses(comparison.touching((change,))) for change in comparison.changes]
    assert set().union(*by_change) == different


def test_each_of_two_changes_has_its_own_pages(bakery: Bakery, cache: Path) -> None:
    before = bakery.draft()
    bakery.edit("events/late-van", "Call the kitchen.", "Call the kitchen at once.")
    bakery.edit(
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/early-warning\n    reason: A full table shows what runs short.\n",
    )
    comparison = touching(before, bakery.draft(), cache)
    by_entry = {str(c.entry.reference): addresses(comparison.touching((c,))) for c in comparison.changes}
    assert by_entry["events/late-van"] == {"events/late-van.html"}
    assert by_entry["workshops/menu-day"] >= {
        "workshops/menu-day.html",
        "values/early-warning.html",
        "groups/straight-answers.html",
        "larder/matrix.html",
        "larder/coverage.html",
    }
    assert "events/late-van.html" not in by_entry["workshops/menu-day"]


def test_the_owners_of_what_is_touched_are_counted(bakery: Bakery, cache: Path) -> None:
    bakery.edit("values/early-warning", "owner: The bakers", "owner: The drivers")
    before = bakery.draft()
    bakery.edit("events/late-van", "A call in time", "A timely call")
    comparison = touching(before, bakery.draft(), cache)
    owners = comparison.touched.owners(comparison.entries)
    assert owners["The drivers"] == 1
    assert sum(owners.values()) == len(comparison.touched.entries)


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
    bakery: Bakery, cache: Path, old: str, new: str, every: bool
) -> None:
    before = bakery.draft()
    bakery.edit("site", old, new)
    assert touching(before, bakery.draft(), cache).touched.every_page is every


@pytest.mark.parametrize(
    ("old", "new", "page"),
    [
        ("  situations: What happened?", "  situations: What now?", "index.html"),
        ("language: en", "language: en\nnetwork: Chefs talk to each other.", "larder/network.html"),
        ("language: en", "language: en\nreview_after_months: 6", "larder/reviews.html"),
    ],
)
def test_a_setting_touches_the_page_that_shows_it(
    bakery: Bakery, cache: Path, old: str, new: str, page: str
) -> None:
    before = bakery.draft()
    bakery.edit("site", old, new)
    touched = touching(before, bakery.draft(), cache).touched
    assert addresses(touched) == {page}
    assert not touched.every_page


def test_an_entry_that_cannot_be_read_hides_nothing_of_the_others(bakery: Bakery, cache: Path) -> None:
    before = bakery.draft()
    bakery.path("roles/driver").write_text("broken: [", encoding="utf-8")
    bakery.edit("events/late-van", "Call the kitchen.", "Call the kitchen at once.")
    touched = touching(before, bakery.draft(), cache).touched
    assert touched.known
    assert addresses(touched) == {"events/late-van.html"}


def test_content_without_settings_has_no_pages_to_tell_of(bakery: Bakery, cache: Path) -> None:
    bakery.path("site").write_text("broken: [", encoding="utf-8")
    before = bakery.draft()
    bakery.edit("events/late-van", "Call the kitchen.", "Call the kitchen at once.")
    comparison = touching(before, bakery.draft(), cache)
    assert not comparison.touched.known
    assert "the errors in it hide" in text_report(comparison)
