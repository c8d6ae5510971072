"""What an edition hides, nothing in it gives away."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.check.shown import shown_of
from value_compass.generator.playbook.edition import without
from value_compass.schemas.fields import Reference


def hide(bakery: Bakery, file: str) -> None:
    bakery.change(file, "\nowner: ", "\naudience: partners\nowner: ")


def test_a_list_that_loses_some_items_is_no_hole(bakery: Bakery) -> None:
    hide(bakery, "events/late-van")
    bakery.change("cases/hotel-a", "  - title: The van stands still", "  - title: The flat tyre")

    assert bakery.found() == []


def test_a_hole_and_a_leak_are_told_where_they_are(bakery: Bakery) -> None:
    hide(bakery, "sources/bakers-handbook")
    bakery.change("terms/crumb", "See [[groups/good-bread]].", "Sold in\n  bakers'\n  handbook.")
    bakery.change("terms/crumb", "  - source: hotel-interviews", "  - source: bakers-handbook")

    assert bakery.found() == ["terms/crumb:10:3 audience-leak", "terms/crumb:13:3 audience-hole"]


def test_an_entry_without_any_source_that_its_readers_see(bakery: Bakery) -> None:
    hide(bakery, "sources/bakers-handbook")
    assert bakery.found() == []

    bakery.change("terms/crumb", "  - source: hotel-interviews", "  - source: bakers-handbook")
    assert bakery.found() == ["terms/crumb:11:3 audience-hole"]


def test_a_link_with_its_words_is_one_leak(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "See [[groups/good-bread]].", "See [[terms/margin|our margin per crate]].")

    assert bakery.found() == ["terms/crumb:9:51 audience-leak"]


def test_each_mention_is_told_at_its_place(bakery: Bakery) -> None:
    words = "Margin per crate, margin per crate, Margin per crate: a crumb"
    bakery.change("terms/crumb", "An even crumb", words)

    assert bakery.found() == [
        "terms/crumb:9:3 audience-leak",
        "terms/crumb:9:21 audience-leak",
        "terms/crumb:9:39 audience-leak",
    ]


@pytest.mark.parametrize("words", ["a margin for each crate", "marginpercrate", "margin  crate"])
def test_other_words_give_nothing_away(bakery: Bakery, words: str) -> None:
    bakery.change("terms/crumb", "An even crumb", words)

    assert bakery.found() == []


def test_a_name_that_a_shown_entry_has_too_gives_nothing_away(bakery: Bakery) -> None:
    bakery.change("values/early-van", "name: An early van", "name: Margin per crate")
    bakery.change("terms/crumb", "An even crumb", "The margin per crate")

    assert bakery.found() == []


def test_an_edition_that_hides_nothing_leaks_nothing(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "An even crumb", "The margin per crate")
    bakery.change("site", "    audiences: [everyone]\n", "    audiences: [partners, everyone]\n")

    assert bakery.found() == []


def test_what_the_check_calls_a_hole_cannot_be_sealed() -> None:
    """The check and the playbook agree on what is left of an entry, whatever one entry is hidden."""
    entries = check(BAKERY).draft.entries
    for hidden in entries:
        for reference, entry in entries.items():
            if reference == hidden:
                continue
            shown = shown_of(entry, {hidden})
            try:
                left = without(entry, {hidden})
            except ValueError:
                assert shown.hole, f"{reference} without {hidden}"
                continue
            if shown.hole is None:
                assert {keys[0] for keys, _ in shown.texts} <= set(type(left).model_fields)
                assert [text for _, text in shown.texts] == [text for _, text in shown_of(left, set()).texts]


def test_an_optional_reference_to_a_hidden_entry_becomes_empty() -> None:
    case = check(BAKERY).draft.entries[Reference("cases", "hotel-a")]
    shown = shown_of(case, {Reference("events", "late-van")})

    assert shown.hole is None
    assert (("timeline", 1, "title"), "The van stands still") in shown.texts


def test_entries_that_name_no_audience_are_told_once_where_theirs_is_missing(bakery: Bakery) -> None:
    bakery.change("site", "audiences: [everyone, partners]\neditions", "audiences: [partners]\neditions")
    (problem, *rest) = [p for p in bakery.check().problems if p.code == "unknown-audience"]
    assert problem.file == "site.yml"
    assert problem.message.startswith(
        'there is no audience "everyone", and entries that name none are for it: '
    )
    assert problem.message.endswith("more")
    assert all(p.file == "site.yml" for p in rest), "the editions that name it are told as well"
