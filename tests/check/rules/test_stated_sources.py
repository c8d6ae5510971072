"""Nothing is stated or derived without a document."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_every_place_of_a_basis(bakery: Bakery) -> None:
    bakery.change(
        "workshops/menu-day", "    where: page 2\n    basis: stated", "    where: ours\n    basis: editorial"
    )
    bakery.change("workshops/menu-day", "agenda_basis: editorial", "agenda_basis: stated")
    bakery.change(
        "workshops/menu-day", "  - Six loaves and a bread knife.", "  - text: Six.\n    basis: derived"
    )

    assert bakery.found() == [
        "workshops/menu-day:34:15 stated-without-source",
        "workshops/menu-day:37:12 stated-without-source",
    ]


def test_one_document_is_enough(bakery: Bakery) -> None:
    bakery.change("roles/driver", "    reason: It will happen to you.", "    reason: x\n    basis: stated")
    assert bakery.found() == ["roles/driver:12:12 stated-without-source"]

    bakery.write(
        "roles/driver",
        bakery.read("roles/driver") + "  - source: hotel-interviews\n    where: page 1\n    basis: derived\n",
    )
    assert bakery.found() == []
