"""Colours that read well and differ, and neighbours in order."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery
from value_compass.schemas.colours import contrast, distance


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ("#767676", []),
        ("#777777", ["pillars/craft:6:9 faint-colour"]),
        ("#ffffff", ["pillars/craft:6:9 faint-colour"]),
        ("#7A3B12", ["pillars/craft:6:9 same-colour", "pillars/reliability:6:9 same-colour"]),
        ("#000000", []),
    ],
)
def test_a_colour_reads_on_paper_and_differs(bakery: Bakery, colour: str, found: list[str]) -> None:
    bakery.change("pillars/craft", "#2d5f2e", colour)

    assert bakery.found() == found


def test_contrast_is_never_rounded_up(bakery: Bakery) -> None:
    bakery.change("pillars/craft", "#2d5f2e", "#777777")
    (problem,) = bakery.check().problems

    assert problem.message == "this colour has a contrast of 4.4 to 1 with the paper, and needs 4.5"


def test_contrast_and_distance() -> None:
    assert round(contrast("#ffffff", "#000000"), 2) == 21
    assert contrast("#1f5f8b", "#1f5f8b") == 1
    assert distance("#1f5f8b", "#1f5f8b") == 0
    assert distance("#ffffff", "#000000") > 700


def test_order_counts_among_neighbours_only(bakery: Bakery) -> None:
    bakery.change("groups/shared-menu", "order: 2", "order: 1")
    assert bakery.found() == [
        "groups/knowing-the-kitchen:6:8 same-order",
        "groups/shared-menu:6:8 same-order",
    ]

    bakery.change("groups/shared-menu", "pillar: care", "pillar: reliability")
    bakery.change("groups/shared-menu", "order: 1", "order: 3")
    assert bakery.found() == []


def test_no_pillar_can_be_given_a_size(bakery: Bakery) -> None:
    for field in ("size", "weight", "share"):
        bakery.change("pillars/craft", "order: 2", f"order: 2\n{field}: 2")
        assert bakery.found() == ["pillars/craft:6:1 unknown-field"]
        bakery.change("pillars/craft", f"\n{field}: 2", "")
