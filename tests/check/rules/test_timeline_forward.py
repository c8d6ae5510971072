"""Years run forward."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery


def test_moments_without_a_year_stand_between(bakery: Bakery) -> None:
    bakery.change(
        "cases/hotel-a", "  - title: The van stands still\n", "  - title: The van\n    year: 2022\n"
    )

    assert bakery.found() == ["cases/hotel-a:34:11 timeline-forward"]


def test_the_same_year_again_is_forward(bakery: Bakery) -> None:
    bakery.change("cases/hotel-a", '    when: "2021"\n    year: 2021', '    when: "2018"\n    year: 2018')

    assert bakery.found() == []


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("Between 2017 and 2019", []),
        ("Room 2017", ["cases/hotel-a:16:11 other-year"]),
        ("After 120180 rolls", []),
        ("4 years later", []),
        ("Spring", []),
    ],
)
def test_years_in_words(bakery: Bakery, when: str, found: list[str]) -> None:
    bakery.change("cases/hotel-a", "when: Spring of 2018", f"when: {when}")
    bakery.change("cases/hotel-a", "year: 2018", "year: 2018" if "2019" not in when else "year: 2019")

    assert bakery.found() == found


def test_words_with_several_years_give_none_of_their_own(bakery: Bakery) -> None:
    bakery.change("cases/hotel-a", '    when: "2021"\n    year: 2021', "    when: 1999 or 2001")

    assert bakery.found() == []
