from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.diagrams.examples import TIMELINE
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams.timeline import Initiative, Moment, Nature, Timeline
from value_compass.generator.diagrams.timeline_drawing import lay_out

WORDS = st.text(min_size=1, max_size=90).filter(str.strip)
MOMENT = st.builds(
    Moment,
    title=WORDS,
    address=st.none(),
    phase=st.sampled_from([None, "Start", "Building", "A phase with a name that is quite long, up to sixty"]),
    initiative=st.sampled_from(Initiative),
    nature=st.sampled_from(Nature),
    year=st.none() | st.integers(2017, 2024),
    when=st.none() | WORDS,
)


@given(st.lists(MOMENT, max_size=50).map(tuple))
@settings(max_examples=30, deadline=None)
def test_moments_run_forward_and_nothing_overlaps(moments: tuple[Moment, ...]) -> None:
    drawing = lay_out(Timeline("t", "d", moments))
    assert [mark.number for mark in drawing.marks] == list(range(1, len(moments) + 1))
    assert [mark.moment for mark in drawing.marks] == list(moments)
    heights = [mark.y for mark in drawing.marks]
    assert heights == sorted(set(heights))
    letters = [line.box for mark in drawing.marks for line in (*mark.letters, *mark.year)]
    assert collisions([*letters, *(band.box for band in drawing.bands)]) == []
    assert all(box.right <= drawing.width + 0.1 and box.bottom <= drawing.height for box in letters)
    for band in drawing.bands:
        assert all(band.box.holds(line.box) for line in band.letters)


def test_lanes_follow_the_initiative() -> None:
    marks = lay_out(TIMELINE).marks
    across = {mark.moment.initiative: mark.x for mark in marks}
    assert [across[initiative] for initiative in Initiative] == sorted(across.values())
    assert len(set(across.values())) == 4


def test_planned_and_unplanned_differ_in_shape() -> None:
    marks = {mark.moment.nature: mark.shape for mark in lay_out(TIMELINE).marks}
    kinds = {nature: "".join(c for c in shape if c.isalpha()) for nature, shape in marks.items()}
    assert kinds == {Nature.UNPLANNED: "Mlllz", Nature.PLANNED: "Maaz", Nature.OPEN: "Mhvhz"}


def test_the_legend_names_every_shape() -> None:
    assert [(e.nature, e.letters[0].text) for e in lay_out(TIMELINE).legend] == [
        (Nature.PLANNED, "planned"),
        (Nature.UNPLANNED, "unplanned"),
        (Nature.OPEN, "other"),
    ]


def test_a_year_stands_where_it_begins() -> None:
    assert [year for _, _, _, year in TIMELINE.numbered] == [2017, None, 2018, None]


def test_when_is_told_where_the_year_does_not_say_it() -> None:
    texts = [line.text for mark in lay_out(TIMELINE).marks for line in mark.letters]
    assert "End of 2018" in texts
    moment = replace(TIMELINE.moments[0], when="2017")
    again = lay_out(replace(TIMELINE, moments=(moment,))).marks[0]
    assert "2017" not in [line.text for line in again.letters]
