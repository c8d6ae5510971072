"""No two entries of a kind go by one name."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_case_accents_and_hyphens_make_no_difference(bakery: Bakery) -> None:
    bakery.change("events/late-van", "name: A late van", "name: TASTING-mórning")

    assert bakery.found() == ["events/late-van:1:7 same-name", "events/tasting-morning:1:7 same-name"]


def test_the_message_names_the_other(bakery: Bakery) -> None:
    bakery.change("terms/margin", "  - Profit on a crate", "  - Inside of the loaf")
    at_crumb, at_margin = bakery.check().problems

    assert at_crumb.message == 'the term "Margin per crate" goes by this name too'
    assert at_margin.message == 'the term "Crumb" goes by this name too'
    assert at_margin.advice == "change it here or in content/terms/crumb.yml"


def test_names_of_symbols_alone_are_compared_as_they_are(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "name: Crumb", 'name: "+="')
    bakery.change("terms/margin", "name: Margin per crate", 'name: "=+"')

    assert bakery.found() == []


def test_editions_have_their_own_names(bakery: Bakery) -> None:
    bakery.change("site", "  - name: partners-only", "  - name: everyone")

    assert bakery.found() == ["site:33:11 same-name"]
