from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.diagrams.examples import COMPASS, FRAMEWORK, HUES, OUTCOMES
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams.compass import CompassPillar
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.framework import FrameworkDrawing, lay_out

layouts = pytest.mark.parametrize("layout", list(Layout))
NOT_ALL = (
    *(link for link in FRAMEWORK.links if link != ("trust", "cooperation")),
    ("cooperation", "quality"),
    ("atmosphere", "quality"),
    ("trust", "loyalty"),
)


def drawn(drawing: FrameworkDrawing) -> list[tuple[str, str]]:
    return sorted(pair for arrow in drawing.arrows for pair in arrow.pairs)


def test_outcomes_stand_in_rows_below_what_they_lead_to() -> None:
    assert [[outcome.key for outcome in row] for row in FRAMEWORK.rows] == [
        ["loyalty"],
        ["atmosphere", "cooperation", "quality"],
    ]


@layouts
def test_every_link_is_an_arrow(layout: Layout) -> None:
    assert drawn(lay_out(FRAMEWORK, layout)) == sorted(FRAMEWORK.links)
    partly = replace(FRAMEWORK, links=NOT_ALL)
    assert drawn(lay_out(partly, layout)) == sorted(NOT_ALL)


@layouts
def test_pillars_are_equally_wide(layout: Layout) -> None:
    drawing = lay_out(FRAMEWORK, layout)
    assert len({round(column.block.box.width, 3) for column in drawing.columns}) == 1


@layouts
def test_everything_is_there_and_in_its_box(layout: Layout) -> None:
    drawing = lay_out(FRAMEWORK, layout)
    assert [block.name for block in drawing.outcomes] == [outcome.name for outcome in OUTCOMES]
    for column, pillar in zip(drawing.columns, COMPASS.pillars, strict=True):
        assert [group.block.name for group in column.groups] == [group.name for group in pillar.groups]
        assert all(column.block.box.holds(line.box) for line in column.block.letters)
        for drawn_group, group in zip(column.groups, pillar.groups, strict=True):
            assert [item.name for item in drawn_group.items] == [value.name for value in group.values]
            for item in drawn_group.items:
                assert " ".join(line.text for line in item.letters) == item.name
                assert all(drawn_group.block.box.holds(line.box) for line in item.letters)


@layouts
def test_boxes_do_not_overlap(layout: Layout) -> None:
    drawing = lay_out(FRAMEWORK, layout)
    boxes = [block.box for block in drawing.outcomes]
    for column in drawing.columns:
        boxes += [column.block.box, *(group.block.box for group in column.groups)]
    assert collisions(boxes) == []
    assert all(box.x >= 0 and box.right <= drawing.width and box.bottom <= drawing.height for box in boxes)


@pytest.mark.parametrize("count", [4, 5, 6, 7, 8])
def test_no_name_of_many_pillars_is_cut(count: int) -> None:
    long = ("Accountability of everybody", "Leadership", "Partnership with patients", "Teamwork", "Learning")
    pillars = tuple(
        CompassPillar(f"{long[i % 5]} {i}", None, replace(HUES[0], key=f"p{i}"), COMPASS.pillars[0].groups)
        for i in range(count)
    )
    links = tuple((f"p{i}", "loyalty") for i in range(count))
    drawing = lay_out(replace(FRAMEWORK, pillars=pillars, links=links))
    for column, pillar in zip(drawing.columns, pillars, strict=True):
        assert " ".join(line.text for line in column.block.letters) == pillar.name
    rows: dict[float, list[float]] = {}
    for column in drawing.columns:
        rows.setdefault(column.block.box.y, []).append(column.block.box.height)
    assert all(len(set(heights)) == 1 for heights in rows.values())
    assert max(map(len, rows.values())) <= 5
    boxes = [group.block.box for column in drawing.columns for group in column.groups]
    assert collisions([*boxes, *(column.block.box for column in drawing.columns)]) == []
    assert drawn(drawing) == sorted(links)


def test_outcomes_that_lead_in_a_circle_are_drawn_all_the_same() -> None:
    circle = replace(FRAMEWORK, links=(("loyalty", "quality"), ("quality", "loyalty")))
    assert len(lay_out(circle).outcomes) == 4


def test_a_framework_without_outcomes_or_pillars_is_drawn() -> None:
    assert lay_out(replace(FRAMEWORK, outcomes=(), links=())).columns
    assert lay_out(replace(FRAMEWORK, pillars=(), links=())).outcomes
