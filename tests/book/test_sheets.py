"""A facilitator's sheet and the worksheet of the relationship check, read back from their PDFs."""

from __future__ import annotations

import datetime
import re
from functools import partial
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.book.reading import (
    A4,
    SITE_ADDRESS,
    codes,
    outline,
    plain,
    pressed,
    shop_on_the_web,
    squares,
    words,
)
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from tests.examples.overlay import BAKERY
from value_compass.generator.book.extracts.sheets import build_sheets
from value_compass.generator.book.extracts.worksheet import compose_worksheet
from value_compass.generator.book.extracts.workshop_sheet import compose_sheet
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.playbook.advice import GroupStanding, advise
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import programme
from value_compass.generator.playbook.situation import situation_of
from value_compass.schemas.activities import Workshop

TICK = 3.1
"""The side of a box to tick, with its line."""


def sheet(playbook: Playbook, target: Path, start: datetime.time, which: str = "") -> pypdfium2.PdfDocument:
    workshop = next(w for w in playbook.of(Workshop) if which in w.reference.id)
    made = partial(compose_sheet, playbook, workshop=workshop, start=start, imprint=Imprint("r", DAY))
    build_sheets(made(), target, Imprint("r", DAY))
    return pypdfium2.PdfDocument(target)


def worksheet(playbook: Playbook, target: Path) -> pypdfium2.PdfDocument:
    made = partial(compose_worksheet, playbook, imprint=Imprint("r", DAY))
    build_sheets(made(), target, Imprint("r", DAY))
    return pypdfium2.PdfDocument(target)


def clock(text: str) -> list[int]:
    """The times of a text, in minutes since midnight; a later day says so."""
    return [
        int(hours) * 60 + int(minutes) + int(later or 0) * 24 * 60
        for hours, minutes, later in re.findall(r"\b(\d\d):(\d\d)(?: \(\+(\d) d\))?", text)
    ]


@pytest.mark.parametrize(
    ("which", "start"),
    [
        ("inspiration-day", datetime.time(9)),
        ("design-workshop", datetime.time(23, 45)),
    ],
)
def test_the_clock_times_of_an_agenda_add_up(
    which: str, start: datetime.time, playbook: Playbook, tmp_path: Path
) -> None:
    workshop = next(w for w in playbook.of(Workshop) if w.reference.id == which)
    made = sheet(playbook, tmp_path / "sheet.pdf", start, which)
    assert len(made) == 2
    assert all(page.get_size() == pytest.approx(A4, abs=0.1) for page in made)
    times = clock(words(made[0]))
    begins = start.hour * 60 + start.minute
    assert times[0] == begins
    assert [after - before for before, after in pairwise(times)] == [item.minutes for item in workshop.agenda]
    assert times[-1] == begins + workshop.duration


def test_each_day_of_a_session_begins_at_the_given_time(playbook: Playbook, tmp_path: Path) -> None:
    made = sheet(playbook, tmp_path / "sheet.pdf", datetime.time(9, 30), "concept-sprint")
    first, _, second = words(made[0]).partition("Day 2")
    assert "Day 1" in first
    for day, text in zip(days_of(playbook, "concept-sprint"), (first, second), strict=True):
        times = clock(text)
        assert times[0] == 9 * 60 + 30
        assert [after - before for before, after in pairwise(times)] == day
    assert "End of day 1" in first
    assert "End of day 2" in second


def days_of(playbook: Playbook, which: str) -> list[list[int]]:
    workshop = next(w for w in playbook.of(Workshop) if w.reference.id == which)
    return [[slot.item.minutes for slot in day.slots] for day in programme(workshop)]


def test_a_sheet_has_what_a_facilitator_needs(playbook: Playbook, tmp_path: Path) -> None:
    made = sheet(playbook, tmp_path / "sheet.pdf", datetime.time(9), "inspiration-day")
    workshop = next(w for w in playbook.of(Workshop) if w.reference.id == "inspiration-day")
    front, back = (pressed(words(page)) for page in made)
    assert pressed(workshop.purpose) in front
    assert all(pressed(item.title) in front for item in workshop.agenda)
    assert pressed("ours: no source gives any for this session") in front
    ticked = [*workshop.preparation, *workshop.materials]
    for item in [*ticked, *workshop.pitfalls]:
        if "[[" not in item.text:
            assert pressed(item.text) in back
    assert squares(made[1], TICK) == len(ticked) + len(workshop.ours) + len(workshop.theirs)
    for reference in (*(need.to for need in workshop.needs), *(to.to for to in workshop.builds)):
        if reference:
            assert pressed(playbook[reference].name) in back


def test_an_agenda_of_the_source_says_so_and_a_sheet_has_a_code(tmp_path: Path) -> None:
    text = ENTRIES["workshops/planting-day"].replace("agenda_basis: editorial", "agenda_basis: stated")
    playbook = shop_on_the_web(tmp_path, {**ENTRIES, "workshops/planting-day": text})
    made = sheet(playbook, tmp_path / "sheet.pdf", datetime.time(9))
    assert "The lengths of the parts are as in the source." in words(made[0])
    assert [code[0] for code in codes(made[0])] == [f"{SITE_ADDRESS}workshops/planting-day.html"]


@pytest.mark.parametrize(
    ("side", "field"), [("front", "agenda"), ("back", "pitfalls")]
)  # fmt: skip
def test_a_sheet_that_is_too_long_is_told_by_the_name_of_its_workshop(
    side: str, field: str, tmp_path: Path
) -> None:
    parts = "".join(f"  - {{title: Part {n}, minutes: 1, what: {'Dig on. ' * 12}}}\n" for n in range(60))
    long = {
        "agenda": ENTRIES["workshops/planting-day"]
        .replace("duration: 90", "duration: 150")
        .replace("agenda_basis", f"{parts}agenda_basis"),
        "pitfalls": ENTRIES["workshops/planting-day"]
        + "pitfalls:\n"
        + "".join(f"  - Spade {n} is lost in the long grass, and nobody looks for it before the evening.\n" for n in range(60)),
    }  # fmt: skip
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, "workshops/planting-day": long[field]}))
    with pytest.raises(
        BookFailure, match=rf'the {side} of the sheet of "Planting day" .* mm too long; shorten "{field}"'
    ):
        sheet(playbook, tmp_path / "sheet.pdf", datetime.time(9))


@pytest.fixture(scope="module")
def check_on_paper(playbook: Playbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("worksheet") / "worksheet.pdf"
    worksheet(playbook, target)
    return target


def test_the_worksheet_has_each_group_once_in_the_order_of_the_path(
    playbook: Playbook, check_on_paper: Path
) -> None:
    titles = [(level, entry.title) for level, entry in outline(PdfReader(check_on_paper).outline)]
    in_order = [playbook[to.to].name for step in playbook.steps for to in step.establishes]
    groups = [title for level, title in titles if level == 2][: len(in_order)]
    assert groups == in_order
    assert sorted(groups) == sorted(group.name for group in playbook.of_kind("groups"))


def test_each_group_has_three_boxes_its_question_and_its_signs(
    playbook: Playbook, check_on_paper: Path
) -> None:
    made = pypdfium2.PdfDocument(check_on_paper)
    assert sum(squares(page, TICK) for page in made) == 3 * len(playbook.of_kind("groups"))
    text = " ".join(words(page) for page in made)
    for step in playbook.steps:
        assert (plain(step.question) in plain(text)) == bool(step.establishes)
    assert text.count("It stands when") == text.count("It is missing when") == len(playbook.of_kind("groups"))
    assert text.count("Note") >= len(playbook.of_kind("groups"))


def test_the_worksheet_says_what_the_check_works_out(playbook: Playbook, check_on_paper: Path) -> None:
    last = words(pypdfium2.PdfDocument(check_on_paper)[3])
    situation = situation_of(playbook)
    end = advise(situation, dict.fromkeys(situation.groups, GroupStanding.ESTABLISHED))
    after = next(step for step in playbook.steps if str(step.reference) == end.step)
    assert f"When all groups stand, you are at step {after.order}, {after.name}." in last
    assert f"At step {after.order}, {after.name}, all that the step names has impact too." in last
    for title in (
        "Where you are",
        "What has impact now",
        "What comes too early",
        "What usually goes wrong next",
    ):
        assert title in last
    for step in playbook.steps:
        for tip in (*step.helps, *step.watch_for):
            assert pressed(playbook[tip.to].name) in pressed(last)


def test_another_playbook_has_a_worksheet_without_its_hidden_entries(tmp_path: Path) -> None:
    made = worksheet(read_playbook(BAKERY), tmp_path / "worksheet.pdf")
    text = " ".join(words(page) for page in made)
    assert text.count("It stands when") == 5
    assert "Margin" not in text


def test_a_playbook_without_a_path_has_no_worksheet(tmp_path: Path) -> None:
    path = ENTRIES["steps/meet"]
    without = path[: path.index("establishes:")] + path[path.index("helps:") :]
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, "steps/meet": without}))
    with pytest.raises(BookFailure, match="no step of this edition establishes a group"):
        worksheet(playbook, tmp_path / "worksheet.pdf")


def test_a_group_that_fills_more_than_a_page_is_told_by_its_name(tmp_path: Path) -> None:
    signs = ", ".join(
        f"They came back with plant number {n}, and asked which earth it wants." for n in range(90)
    )
    text = ENTRIES["groups/honesty"].replace("established: [They ask us first.]", f"established: ['{signs[:300]}'" + ", 'They ask, and ask, and ask again for the same rose.'" * 160 + "]")  # fmt: skip
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, "groups/honesty": text}))
    with pytest.raises(BookFailure, match=r'"Honest advice" .* longer than a page; shorten "established"'):
        worksheet(playbook, tmp_path / "worksheet.pdf")


WELCOME = "Welcome to the garden. Today we plant what the shop will sell in spring."


@pytest.mark.parametrize(
    ("parts", "pitfalls", "sides"),
    [(1, 1, [True, False]), (32, 1, [False, True]), (32, 45, [False, False])],
)
def test_opening_words_stand_where_there_is_room(
    parts: int, pitfalls: int, sides: list[bool], tmp_path: Path
) -> None:
    agenda = "".join(f"  - {{title: Part {n}, minutes: 1, what: {'Dig on. ' * 12}}}\n" for n in range(parts))
    text = (
        ENTRIES["workshops/planting-day"]
        .replace("duration: 90", f"duration: {90 + parts}")
        .replace("agenda_basis", f"{agenda}agenda_basis")
        + f"opening: {WELCOME}\npitfalls:\n"
        + "".join(f"  - Spade {n} is lost in the long grass.\n" for n in range(pitfalls))
    )
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, "workshops/planting-day": text}))
    made = sheet(playbook, tmp_path / "sheet.pdf", datetime.time(9))
    assert len(made) == 2
    assert [pressed(WELCOME) in pressed(words(page)) for page in made] == sides
