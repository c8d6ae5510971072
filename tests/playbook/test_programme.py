"""The days of a workshop, and when each part of its agenda begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from value_compass.generator.pages.workshop_agenda import agenda, length
from value_compass.generator.playbook.programme import programme
from value_compass.schemas.activities import AgendaItem, Workshop

PARTS = st.lists(st.tuples(st.integers(1, 300), st.booleans()), min_size=1, max_size=12)


def workshop(*parts: tuple[int, int | None]) -> Workshop:
    items = tuple(
        AgendaItem(title=f"Part {number}", minutes=minutes, what="We talk.", day=day)
        for number, (minutes, day) in enumerate(parts, 1)
    )
    return Workshop.model_construct(agenda=items, duration=sum(item.minutes for item in items))


def test_a_day_begins_at_the_part_that_names_it() -> None:
    made = workshop((60, None), (30, None), (45, 2), (15, None), (90, 3))
    days = programme(made)
    assert [(day.number, [slot.begins for slot in day.slots], day.minutes) for day in days] == [
        (1, [0, 60], 90),
        (2, [0, 45], 60),
        (3, [0], 90),
    ]
    assert [(part.opens, part.clock, part.item is None) for part in agenda(made)] == [
        (1, "0:00", False),
        (None, "1:00", False),
        (None, "1:30", True),
        (2, "0:00", False),
        (None, "0:45", False),
        (None, "1:00", True),
        (3, "0:00", False),
        (None, "1:30", True),
    ]
    assert length(made) == "4 hours over 3 days"


def test_one_day_is_not_numbered() -> None:
    made = workshop((60, 1), (30, 1))
    assert [(part.opens, part.clock) for part in agenda(made)] == [
        (None, "0:00"),
        (None, "1:00"),
        (None, "1:30"),
    ]
    assert length(made) == "90 minutes"


@given(PARTS)
def test_no_part_and_no_minute_is_lost(parts: list[tuple[int, bool]]) -> None:
    made, today = [], 1
    for minutes, opens in parts:
        today += opens and bool(made)
        made.append((minutes, today if opens and made else None))
    session = workshop(*made)
    days = programme(session)
    assert [day.number for day in days] == list(range(1, today + 1))
    assert [slot.item for day in days for slot in day.slots] == list(session.agenda)
    assert sum(day.minutes for day in days) == session.duration
