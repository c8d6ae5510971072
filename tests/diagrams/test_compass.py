from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.diagrams.examples import COMPASS, HUES, VALUES
from tests.diagrams.shapes import collisions, corners
from value_compass.generator.diagrams.compass import (
    Compass,
    CompassGroup,
    CompassPillar,
    CompassValue,
    Detail,
)
from value_compass.generator.diagrams.compass_drawing import lay_out
from value_compass.generator.diagrams.lettering import Box
from value_compass.generator.diagrams.mark import Mark
from value_compass.generator.diagrams.rings import Segment, at
from value_compass.generator.diagrams.widths import text_width

NAME = st.text(st.characters(categories=["L", "N", "Pd"]) | st.just(" "), min_size=1, max_size=90).filter(
    str.strip
)
GROUP = st.builds(
    CompassGroup,
    NAME,
    st.just("entry:g/x"),
    st.lists(st.builds(CompassValue, NAME, st.none()), max_size=6).map(tuple),
)
PILLAR = st.builds(
    CompassPillar, NAME, st.none(), st.sampled_from(HUES), st.lists(GROUP, max_size=7).map(tuple)
)
WILD = st.builds(Compass, NAME, NAME, NAME, st.none(), st.lists(PILLAR, min_size=1, max_size=4).map(tuple))


@given(st.lists(st.integers(min_value=0, max_value=12), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_sectors_are_equal_whatever_they_hold(counts: list[int]) -> None:
    pillars = tuple(
        CompassPillar("Pillar", None, HUES[0], tuple(CompassGroup("G", None) for _ in range(count)))
        for count in counts
    )
    drawing = lay_out(replace(COMPASS, pillars=pillars))
    spans = {round(part.segment.span, 6) for part in drawing.pillars}
    areas = {(part.segment.inner, part.segment.outer, part.segment.gaps) for part in drawing.pillars}
    assert spans == {round(360 / len(counts), 6)}
    assert len(areas) == 1


def test_groups_are_equal_within_their_sector_and_values_within_their_group() -> None:
    drawing = lay_out(COMPASS)
    assert [round(part.segment.span) for part in drawing.groups] == [30] * 8 + [40] * 3
    interaction = [part.segment.span for part in drawing.values][15:22]
    assert interaction == pytest.approx([30 / 7] * 7)


def test_the_first_pillar_is_centred_at_the_top() -> None:
    assert lay_out(COMPASS).pillars[0].segment.bearing == 0


def test_every_part_has_its_address() -> None:
    drawing = lay_out(COMPASS)
    values = sum(len(values) for values in VALUES.values())
    assert len([part for part in drawing if part.address]) == 1 + 3 + 11 + values == 55


@pytest.mark.parametrize("detail", list(Detail))
def test_the_playbooks_own_names_are_shown_whole(detail: Detail) -> None:
    for part in lay_out(COMPASS, detail):
        if part.letters or part.round:
            shown = [line.text for line in part.letters] + [line.text for line in part.round]
            assert " ".join(shown) == part.name
        elif detail is Detail.VALUES:
            assert part.label
            assert " ".join(line.text for line in part.label.letters).replace("- ", "-") == part.name


@pytest.mark.parametrize("count", [4, 5, 6, 7, 8])
def test_names_of_many_pillars_are_shown_whole_inside_their_ring(count: int) -> None:
    names = (
        "Speaking up",
        "Just accountability",
        "Reliable processes",
        "Learning from events",
        "Partnership with patients",
        "Leadership that listens",
        "Measurement",
        "Teamwork and communication",
    )
    groups = COMPASS.pillars[0].groups
    pillars = tuple(CompassPillar(name, None, HUES[0], groups) for name in names[:count])
    drawing = lay_out(replace(COMPASS, pillars=pillars))
    for pillar, name in zip(drawing.pillars, names, strict=False):
        lines = pillar.round or pillar.letters
        assert " ".join(line.text for line in lines) == name
        assert min(line.size for line in lines) >= 8
        assert all(pillar.segment.contains(corner) for line in pillar.letters for corner in corners(line))
    assert all(group.segment.inner > drawing.pillars[0].segment.outer for group in drawing.groups)


def test_groups_are_legible_at_the_width_of_a_phone() -> None:
    drawing = lay_out(COMPASS, Detail.GROUPS)
    smallest = min(line.size for part in drawing.groups for line in part.letters)
    assert smallest * 340 / drawing.width >= 9.5


def test_no_names_of_values_on_a_phone() -> None:
    assert not any(part.label for part in lay_out(COMPASS, Detail.GROUPS).values)


@given(WILD)
@settings(max_examples=25, deadline=None)
def test_names_lie_inside_their_shapes(compass: Compass) -> None:
    drawing = lay_out(compass)
    for part in (drawing.centre, *drawing.pillars, *drawing.groups):
        for line in part.letters:
            assert all(part.segment.contains(corner) for corner in corners(line)), line
    for part in drawing.pillars:
        thickness = part.segment.outer - part.segment.inner
        assert sum(line.size for line in part.round) <= thickness
        for arc in part.round:
            room = math.radians(part.segment.span) * part.segment.outer
            assert text_width(arc.text, arc.size, bold=True) <= room


@given(WILD)
@settings(max_examples=25, deadline=None)
def test_names_beside_the_compass_touch_neither_it_nor_each_other(compass: Compass) -> None:
    drawing = lay_out(compass)
    labels = [part.label for part in drawing.values if part.label]
    assert collisions(label.box for label in labels) == []
    radius = max((part.segment.outer for part in drawing.values), default=0)
    for label in labels:
        nearest = min(math.hypot(*corner) for line in label.letters for corner in corners(line))
        assert nearest > radius
        assert drawing.left <= label.box.x
        assert label.box.right <= drawing.left + drawing.width


def test_leaders_do_not_cross() -> None:
    leaders = [part.label.leader for part in lay_out(COMPASS).values if part.label]
    for side in (1, -1):
        ends = sorted((end[1], start[1]) for start, _, end in leaders if end[0] * side > 0)
        assert [start for _, start in ends] == sorted(start for _, start in ends)


def test_a_lit_group_lights_its_pillars_ring_and_nothing_else() -> None:
    mark = Mark("", "", COMPASS, frozenset({"entry:groups/personal-bond"}))
    assert [part.name for part in mark.parts if part.lit] == ["Trust", "Personal bond"]
    lit = next(part for part in mark.parts if part.name == "Personal bond")
    pale = next(part for part in mark.parts if part.name == "Competence")
    assert lit.segment.outer > pale.segment.outer


@pytest.mark.parametrize(
    ("lit", "count"),
    [
        (None, 14),
        (frozenset(), 0),
        (frozenset({"entry:pillars/trust"}), 5),
        (frozenset({"entry:values/stability"}), 2),
        (frozenset({"entry:groups/transparency", "entry:groups/interaction"}), 4),
        (frozenset({"entry:events/network-event"}), 0),
    ],
)
def test_the_mark_lights_what_it_is_given(lit: frozenset[str] | None, count: int) -> None:
    assert sum(part.lit for part in Mark("", "", COMPASS, lit).parts) == count


@given(
    st.floats(10, 200),
    st.floats(5, 150),
    st.floats(-180, 360),
    st.floats(2, 179),
    st.floats(0, 1),
    st.floats(-0.5, 0.5),
    st.tuples(st.floats(1, 80), st.floats(1, 80)),
    st.floats(0, 10),
)
@settings(max_examples=400, deadline=None)
def test_what_lies_in_a_segment_is_never_ruled_out(
    inner: float,
    thick: float,
    start: float,
    span: float,
    out: float,
    aside: float,
    size: tuple[float, float],
    margin: float,
) -> None:
    segment = Segment((0, 0), inner, inner + thick, start, start + span, (1.0, 2.6))
    x, y = at((0, 0), inner + thick * out, segment.bearing + aside * span)
    width, height = size
    if segment.holds(Box(x - width / 2, y - height / 2, width, height), margin):
        assert segment.may_hold(width, height, margin)
