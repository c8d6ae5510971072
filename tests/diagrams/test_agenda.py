from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diagrams.examples import AGENDA
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams.agenda import Agenda, AgendaPart, clock, lay_out

PART = st.builds(
    AgendaPart, st.text(min_size=1, max_size=90).filter(str.strip), st.integers(1, 480), st.integers(1, 4)
)
ANY = st.builds(
    Agenda,
    st.just("t"),
    st.just("d"),
    st.lists(PART, min_size=1, max_size=25).map(lambda parts: tuple(sorted(parts, key=lambda it: it.day))),
)
WIDTH = st.sampled_from([340.0, 360.0, 780.0])


@given(ANY, WIDTH)
def test_parts_are_as_wide_as_they_are_long(agenda: Agenda, width: float) -> None:
    parts = lay_out(agenda, width).parts
    whole = sum(part.box.width for part in parts)
    for part in parts:
        assert part.box.width / whole == pytest.approx(part.part.minutes / agenda.minutes)
    assert all(a.box.right == pytest.approx(b.box.x) for a, b in pairwise(parts))


@given(ANY, WIDTH)
@settings(deadline=None, max_examples=50)
def test_no_text_leaves_its_part_or_touches_another(agenda: Agenda, width: float) -> None:
    drawing = lay_out(agenda, width)
    for part in drawing.parts:
        assert all(part.box.holds(line.box) for line in part.letters)
    lines = [line for tick in drawing.ticks for line in tick.letters]
    assert collisions(line.box for line in (*lines, *drawing.key)) == []
    assert all(line.box.x >= 0 and line.box.right <= width for line in (*lines, *drawing.key))
    assert all(line.box.bottom <= drawing.height for line in (*lines, *drawing.key))


@given(ANY, WIDTH)
@settings(deadline=None, max_examples=50)
def test_every_title_stands_in_the_bar_or_in_the_list(agenda: Agenda, width: float) -> None:
    drawing = lay_out(agenda, width)
    keyed = [part.number for part in drawing.parts if part.keyed]
    listed = [int(line.text) for line in drawing.key if line.bold]
    assert listed == keyed
    for part in drawing.parts:
        if not part.keyed:
            shown = "".join("".join(line.text.split()) for line in part.letters)
            title = "".join(part.part.title.split())
            assert shown == f"{part.number}{title}{part.part.minutes}min"


def test_the_clock_runs() -> None:
    assert AGENDA.clock == ("0:00", "0:10", "0:15", "1:15", "1:30")
    assert AGENDA.minutes == 90
    assert clock(605) == "10:05"


def test_the_beginning_and_the_end_are_told() -> None:
    times = [tick.letters[0].text for tick in lay_out(AGENDA).ticks if tick.letters]
    assert (times[0], times[-1]) == ("0:00", "1:30")


def test_each_day_has_its_mark_and_its_own_clock() -> None:
    days = (("Sketch", 300, 1), ("Choose", 100, 1), ("Build", 200, 2), ("Show", 100, 2))
    agenda = Agenda("t", "d", tuple(AgendaPart(*part) for part in days))
    ticks = lay_out(agenda).ticks
    assert [tick.letters[0].text for tick in ticks] == ["day 1", "5:00", "day 2", "3:20", "5:00"]
    assert [tick.opens_day for tick in ticks] == [True, False, True, False, False]
    assert agenda.clock == ("0:00", "5:00", "0:00", "3:20", "5:00")


def test_a_part_without_minutes_is_refused() -> None:
    with pytest.raises(ValueError, match="at least a minute"):
        AgendaPart("Nothing", 0)
