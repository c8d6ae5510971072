"""A list names a group or its values, and nothing twice."""

from __future__ import annotations

from tests.check.bakery import Bakery

TABLE = """\
name: Reasons
summary: Why they left.
owner: The bakers
reviewed: 2026-03-01
rows_are: Hotel
columns: [{{name: First}}, {{name: Second}}]
rows:
  - name: The small one
    cells: {cells}
sources:
  - source: hotel-interviews
    where: page 7
    basis: derived
"""


def test_lists_of_every_sort(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "[values/crisp-crust]", "[groups/good-bread, values/crisp-crust]")
    bakery.change(
        "ambitions/season-partner", "needs:\n", "needs:\n  - to: values/early-warning\n    reason: x\n"
    )

    assert bakery.found() == [
        "ambitions/season-partner:15:9 mixed-levels",
        "terms/crumb:7:26 mixed-levels",
    ]


def test_two_lists_may_differ(bakery: Bakery) -> None:
    bakery.change("workshops/menu-day", "  - to: groups/shared-menu", "  - to: values/crisp-crust")

    assert not any("mixed" in found for found in bakery.found())


def test_statements_and_audiences_twice(bakery: Bakery) -> None:
    bakery.change("events/late-van", "- Send a taxi with the first crates.", "- call the kitchen.")
    bakery.change(
        "site", "    audiences: [everyone, partners]", "    audiences: [everyone, partners, everyone]"
    )

    assert bakery.found() == ["events/late-van:17:5 named-twice", "site:35:37 named-twice"]


def test_one_source_may_be_cited_for_several_places(bakery: Bakery) -> None:
    bakery.write(
        "terms/crumb",
        bakery.read("terms/crumb") + "  - source: hotel-interviews\n    where: page 9\n    basis: derived\n",
    )

    assert bakery.found() == []


def test_cells_of_a_row_may_agree(bakery: Bakery) -> None:
    bakery.write("tables/reasons", TABLE.format(cells="[late van, late van]"))

    assert not any("named-twice" in found for found in bakery.found())
