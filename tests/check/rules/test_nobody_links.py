"""A warning for what nothing leads to."""

from __future__ import annotations

from tests.check.bakery import Bakery

RYE = """name: Rye
summary: The rye is late.
owner: The bakers
reviewed: 2026-03-01
initiative: outside
nature: unplanned
situation: There is no rye.
goal: That nobody waits for it.
when:
  - In a wet August.
actions:
  - Say so.
respond:
  - Offer spelt.
sources:
  - source: hotel-interviews
    where: page 2
    basis: stated
"""


def test_a_link_in_a_text_is_enough(bakery: Bakery) -> None:
    bakery.write("events/rye", RYE)
    assert bakery.found() == ["events/rye:1:7 nobody-links"]

    bakery.change("terms/crumb", "See [[groups/good-bread]].", "See [[events/rye]].")
    assert bakery.found() == []


def test_a_link_in_the_settings_is_enough(bakery: Bakery) -> None:
    bakery.write("events/rye", RYE)
    bakery.change("site", "[[pillars/reliability]]", "[[events/rye]]")

    assert bakery.found() == []


def test_it_is_silent_while_a_file_cannot_be_read(bakery: Bakery) -> None:
    bakery.change("cases/hotel-a", "position: through-the-chef", "position: [")

    assert not any("nobody-links" in found for found in bakery.found())


def test_entries_where_readers_come_in_need_no_link(bakery: Bakery) -> None:
    bakery.write("terms/rye", bakery.read("terms/crumb").replace("Crumb", "Rye").replace("Inside of", "Not"))

    assert bakery.found() == []


def test_a_value_stands_on_the_page_of_its_group(bakery: Bakery) -> None:
    bakery.write("values/rye", bakery.read("values/crisp-crust").replace("A crisp crust", "Rye"))
    bakery.change("values/rye", "order: 1", "order: 2")

    assert bakery.found() == []
