from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.diagrams.examples import PATH, TRUST
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams import ruler
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.path import Path, PathStep, StepGroup, Stretch
from value_compass.generator.diagrams.path_drawing import Stop, lay_out

layouts = pytest.mark.parametrize("layout", list(Layout))
WORDS = st.text(min_size=1, max_size=90).filter(str.strip)
STEP = st.builds(
    PathStep,
    number=st.integers(1, 12),
    name=WORDS,
    address=st.none(),
    stretch=st.sampled_from(Stretch),
    groups=st.lists(st.builds(StepGroup, WORDS, st.just(TRUST)), max_size=5).map(tuple),
    milestone=st.none() | WORDS,
)


def letters(stop: Stop) -> list[str]:
    lines = (*stop.letters, *(line for dot in stop.dots for line in dot.letters))
    return [line.text for line in (*lines, *(stop.flag.letters if stop.flag else ()))]


@layouts
def test_steps_stand_in_order_and_one_is_lit(layout: Layout) -> None:
    stops = lay_out(PATH, layout).stops
    assert [stop.step.number for stop in stops] == [1, 2, 3, 4]
    places = [stop.x if layout is Layout.WIDE else stop.y for stop in stops]
    assert places == sorted(set(places))
    assert [stop.step.number for stop in stops if stop.lit] == [2]


@layouts
def test_names_groups_and_milestones_are_shown(layout: Layout) -> None:
    stops = lay_out(PATH, layout).stops
    assert "Personal bond" in letters(stops[0])
    assert " ".join(line.text for line in stops[1].letters) == "Make room for tomorrow"
    assert [stop.flag.name if stop.flag else None for stop in stops] == [
        None,
        "A loyal relationship",
        None,
        "Partnership",
    ]


@layouts
def test_the_road_has_a_bridge(layout: Layout) -> None:
    roads = lay_out(PATH, layout).roads
    assert [road.stretch for road in roads] == [Stretch.LOYALTY, Stretch.BRIDGE, Stretch.PARTNERSHIP]
    assert all(one.end == other.start for one, other in pairwise(roads))
    bridge = lay_out(PATH, layout).stops[2]
    axis = 0 if layout is Layout.WIDE else 1
    assert roads[1].start[axis] < (bridge.x, bridge.y)[axis] < roads[1].end[axis]


@given(st.lists(STEP, max_size=9).map(tuple), st.sampled_from(Layout))
@settings(max_examples=40, deadline=None)
def test_nothing_overlaps(steps: tuple[PathStep, ...], layout: Layout) -> None:
    drawing = lay_out(Path("t", "d", steps), layout)
    boxes = [
        line.box
        for stop in drawing.stops
        for block in (stop.number, stop.letters, *(dot.letters for dot in stop.dots))
        for line in (*block, *((stop.flag.letters) if stop.flag and block is stop.number else ()))
    ]
    boxes += [line.box for road in drawing.roads for line in road.letters]
    assert collisions(boxes) == []
    assert all(box.bottom <= drawing.height for box in boxes)


def test_no_step_is_lit_without_a_current_one() -> None:
    assert not any(step.lit for step in ruler.lay_out(replace(PATH, current=None)).steps)


@pytest.mark.parametrize("width", [600, 340])
def test_the_ruler_keeps_its_steps_apart(width: float) -> None:
    drawing = ruler.lay_out(PATH, width)
    places = [step.x for step in drawing.steps]
    assert min(b - a for a, b in pairwise(places)) > 2 * drawing.radius
    assert drawing.roads[-1][2] == pytest.approx(width)
    assert (drawing.width, drawing.height) == (width, 40)
