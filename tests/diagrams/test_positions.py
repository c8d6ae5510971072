from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.diagrams.examples import HOSTILE, POSITION
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams.positions import Department, Position, PositionWords, lay_out

IT, BUSINESS = Department


@pytest.mark.parametrize("introduced", list(Department))
@pytest.mark.parametrize("works", [(IT,), (BUSINESS,), (IT, BUSINESS), (BUSINESS, IT)])
def test_there_is_one_way_in_and_a_line_for_each_department_we_work_with(
    introduced: Department, works: tuple[Department, ...]
) -> None:
    drawing = lay_out(Position("t", "d", introduced, works))
    kinds = [(arrow.kind, arrow.department) for arrow in drawing.arrows]
    assert kinds == [*(("works", department) for department in works), ("introduces", introduced)]
    weights = [arrow.weight for arrow in drawing.arrows if arrow.kind == "works"]
    assert weights == sorted(weights, reverse=True)


def test_a_department_that_has_no_part_is_drawn_apart() -> None:
    boxes = lay_out(Position("t", "d", IT, (IT,))).boxes
    assert [box.active for box in boxes] == [True, True, False]


@pytest.mark.parametrize(
    "words", [PositionWords(), PositionWords(*[HOSTILE] * 6), PositionWords(*["long " * 18] * 6)]
)
def test_names_fit_their_boxes(words: PositionWords) -> None:
    drawing = lay_out(replace(POSITION, words=words))
    for box in (*drawing.boxes, drawing.customer):
        assert all(box.box.holds(line.box) for line in box.letters)
    lines = [line for arrow in drawing.arrows for line in arrow.letters]
    assert collisions([*(line.box for line in lines), *(box.box for box in drawing.boxes)]) == []
    assert all(line.box.x >= 0 and line.box.right <= drawing.width for line in (*lines, *drawing.legend))
