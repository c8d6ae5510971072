"""A warning for what nothing leads to."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_a_link_in_a_text_is_enough(bakery: Bakery) -> None:
    bakery.write("values/rye", bakery.read("values/crisp-crust").replace("A crisp crust", "Rye"))
    bakery.change("values/rye", "order: 1", "order: 2")
    assert bakery.found() == ["values/rye:1:7 nobody-links"]

    bakery.change("terms/crumb", "See [[groups/good-bread]].", "See [[values/rye]].")
    assert bakery.found() == []


def test_a_link_in_the_settings_is_enough(bakery: Bakery) -> None:
    bakery.write("values/rye", bakery.read("values/crisp-crust").replace("A crisp crust", "Rye"))
    bakery.change("values/rye", "order: 1", "order: 2")
    bakery.change("site", "[[pillars/reliability]]", "[[values/rye]]")

    assert bakery.found() == []


def test_it_is_silent_while_a_file_cannot_be_read(bakery: Bakery) -> None:
    bakery.change("cases/hotel-a", "position: through-the-chef", "position: [")

    assert not any("nobody-links" in found for found in bakery.found())


def test_entries_where_readers_come_in_need_no_link(bakery: Bakery) -> None:
    bakery.write("terms/rye", bakery.read("terms/crumb").replace("Crumb", "Rye").replace("Inside of", "Not"))

    assert bakery.found() == []
