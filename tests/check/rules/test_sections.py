"""Every kind stands in one section."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_a_kind_without_entries_needs_no_section(bakery: Bakery) -> None:
    bakery.change("site", "kinds: [steps, ambitions]", "kinds: [steps]")
    bakery.change("terms/crumb", "[values/crisp-crust]", "[values/crisp-crust, values/menu-ideas]")
    assert bakery.found() == ["site:11:1 unused-section-kind"]

    bakery.delete("ambitions/season-partner")
    assert bakery.found() == []


def test_a_kind_twice_in_one_section(bakery: Bakery) -> None:
    bakery.change("site", "kinds: [steps, ambitions]", "kinds: [steps, ambitions, steps]")

    assert bakery.found() == ["site:22:31 section-kind-twice"]
