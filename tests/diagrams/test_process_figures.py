"""The figures of the ways of working: nothing lost, nothing outside, holes to be seen."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.diagrams.examples import (
    BARS,
    BLANK,
    BOARD,
    CANVAS,
    ENGINE,
    FACTORS,
    HEAT,
    LADDER,
    NO_SCORES,
    PROCESS,
    QUADRANT,
)
from value_compass.generator.diagrams.bars import lay_out_bars
from value_compass.generator.diagrams.factors import lay_out_factors
from value_compass.generator.diagrams.graph import dot, read
from value_compass.generator.diagrams.heat import DARKEST, lay_out_heat
from value_compass.generator.diagrams.journey_board import Sort, Use, lay_out_board, sign
from value_compass.generator.diagrams.ladder import lay_out_ladder
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.process_map import MapPractice, box_of
from value_compass.generator.diagrams.quadrant import lay_out_quadrant
from value_compass.generator.diagrams.value_canvas import lay_out_canvas

DRAWN = {
    "board": lay_out_board(BOARD),
    "board on the wall": lay_out_board(BOARD.blank, 1000, 700),
    "ladder": lay_out_ladder(LADDER),
    "canvas": lay_out_canvas(CANVAS),
    "canvas on the wall": lay_out_canvas(BLANK, 1000, 700),
    "factors": lay_out_factors(FACTORS),
    "no scores": lay_out_factors(NO_SCORES),
    "heat": lay_out_heat(HEAT),
    "bars": lay_out_bars(BARS),
    "quadrant": lay_out_quadrant(QUADRANT),
}
drawings = pytest.mark.parametrize("drawing", DRAWN.values(), ids=DRAWN)


def words(drawing: Drawing) -> str:
    return " ".join(letter.text for piece in drawing.pieces for letter in piece.letters)


@drawings
def test_all_letters_lie_inside(drawing: Drawing) -> None:
    for piece in drawing.pieces:
        for letter in piece.letters:
            assert letter.box.x >= -0.01
            assert letter.box.right <= drawing.width + 0.01, letter.text
            assert letter.box.bottom <= drawing.height + 0.01, letter.text


def test_a_sheet_for_the_wall_is_as_high_as_asked() -> None:
    assert DRAWN["board on the wall"].height == pytest.approx(700)
    assert DRAWN["canvas on the wall"].height == pytest.approx(700)


def test_every_card_has_its_place_and_no_two_overlap() -> None:
    drawing = read(ENGINE.svg(dot(PROCESS.graph)), PROCESS.graph)
    boxes = [box_of(node) for node in drawing.nodes]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one.right <= other.x or other.right <= one.x
            assert apart or one.bottom <= other.y or other.bottom <= one.y


def test_the_answer_of_a_decision_stands_beside_its_way() -> None:
    drawing = read(ENGINE.svg(dot(PROCESS.graph)), PROCESS.graph)
    said = {
        (edge.edge.tail, edge.edge.head): [letter.text for letter in edge.letters] for edge in drawing.edges
    }
    assert said["ask", "offer"] == ["Yes"]
    assert said["offer", "listen"] == []


def test_a_stage_with_a_hole_has_a_dashed_frame() -> None:
    dashed = {node.key for node in PROCESS.graph.nodes if node.dashed}
    assert dashed == {"offer"}


def test_a_map_with_many_practices_keeps_every_one() -> None:
    many = tuple(MapPractice(f"Practice {number}", f"entry:practices/{number}") for number in range(29))
    full = replace(PROCESS, stages=(replace(PROCESS.stages[0], practices=many), *PROCESS.stages[1:]))
    drawing = read(ENGINE.svg(dot(full.graph)), full.graph)
    assert box_of(drawing.nodes[0]).height > 29 * 18


def test_shape_and_filling_tell_metrics_apart() -> None:
    shapes = {sign(sort, use, 0, 0) for sort in Sort for use in Use}
    assert len({shape.data for shape in shapes}) == len(Sort)
    assert len({shape.fill for shape in shapes}) == len(Use)


def test_a_stage_without_owner_and_an_empty_cell_are_holes() -> None:
    dashed = [shape for piece in DRAWN["board"].pieces for shape in piece.shapes if shape.dashed]
    assert len(dashed) == 2
    assert BOARD.nobody in words(DRAWN["board"])


def test_an_unanswered_need_is_a_hole_and_each_fit_a_line() -> None:
    drawing = DRAWN["canvas"]
    assert "nothing answers it" in words(drawing)
    assert [piece.kind for piece in drawing.pieces].count("vc-fit") == len(CANVAS.fits)


def test_a_curve_is_drawn_only_where_scores_exist() -> None:
    named = [piece.name for piece in DRAWN["factors"].pieces if piece.name]
    assert named == ["We", "The factory"]
    assert not [piece.name for piece in DRAWN["no scores"].pieces if piece.name]
    assert "The scores are lost." in words(DRAWN["no scores"])


def test_a_cell_is_as_dark_as_its_value_is_high() -> None:
    shares = [
        shape.share for piece in DRAWN["heat"].pieces for shape in piece.shapes if shape.share is not None
    ]
    assert shares == [DARKEST]


def test_a_bar_without_a_value_is_a_hole_with_words() -> None:
    assert "not known" in words(DRAWN["bars"])
    assert [shape for piece in DRAWN["bars"].pieces for shape in piece.shapes if shape.dashed]
