"""Where columns and pages end."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from value_compass.generator.book.blocks import Block, heading, item, paragraph, table_rows
from value_compass.generator.book.columns import PAGE, Setter
from value_compass.generator.book.heights import LINE
from value_compass.generator.book.pagination import Sheaf, paginate
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide


class Lines:
    """Heights of as many lines as the words of a block say."""

    guesses = 0

    def __init__(self) -> None:
        self.stacks: dict[tuple[float, ...], object] = {}

    def of(self, block: Block, width: float, scale: float = 1.0) -> float:
        words = block.atom.get("t") or block.atom["cells"][0]
        count = words[0].rpartition(" ")[2] if words and isinstance(words[0], str) else "1"
        return LINE * (int(count) if count.isdigit() else 1) * scale


def flowed(blocks: Sequence[Block], room: float = 60 * LINE) -> list[list[str]]:
    columns = Setter(Lines(), gentle=True).flow(blocks, 2, room)  # type: ignore[arg-type]  # as much as is asked
    assert columns is not None
    return [[block.atom["t"][0] for block in column] for column in columns]


def paged(units: Sequence[Unit], first: int = 2) -> Sheaf:
    blank = Unit("Blank", (Sheet(rows(wide([paragraph(["blank"])]))),))
    return paginate(units, Lines(), first, [blank], {})  # type: ignore[arg-type]  # as much as is asked


def a_unit(name: str, lines: int, room: Room = Room.PAGE, **more: bool) -> Unit:
    blocks = [paragraph([f"{name} 1"], above=0) for _ in range(lines)]
    return Unit(name, (Sheet(rows(wide(blocks))),), room, **more)


def names(sheaf: Sheaf) -> list[list[str]]:
    return [[unit.name for unit in units] for units in sheaf.units]


def test_a_list_stays_whole_where_one_line_of_it_would_stand_alone() -> None:
    text = [paragraph(["Meaning 10"]), heading("How it shows"), *(item([f"sign {n}"]) for n in (1, 1, 1, 1))]
    left, right = flowed([*text, heading("How it is lost"), item(["loss 1"]), item(["loss 1"])])
    assert left == ["Meaning 10"]
    assert right[0] == "How it shows"


def test_a_name_stays_with_something_of_what_it_names() -> None:
    named = [
        Block({"k": "sub", "t": ["Practice"]}, 1.4, keep=True),
        paragraph(["summary 2"], keep=True),
        paragraph(["facts 1"], "small"),
        heading("Points"),
        *(item([f"point {n}"]) for n in (2, 2, 2, 2, 2)),
    ]
    left, right = flowed([*(paragraph(["before 2"]) for _ in range(5)), *named])
    assert "Practice" not in left or "point 2" in left
    assert right


def test_one_row_of_a_table_does_not_go_to_the_next_page() -> None:
    table = table_rows([["Head"]], [[[f"row {n}"]] for n in [1] * 30], style="plain")
    setter = Setter(Lines(), gentle=True)  # type: ignore[arg-type]  # as much as is asked
    first, second = list(setter.pages(table, 1, 30 * LINE, 60 * LINE))
    assert len(first[0]) < 30
    assert sum(not block.atom["head"] for block in second[0]) > 1


@pytest.mark.parametrize(
    ("first", "expected"), [(2, [["Long"], ["Long"]]), (3, [["Blank"], ["Long"], ["Long"]])]
)
def test_what_takes_two_pages_and_is_to_be_whole_begins_on_the_left(
    first: int, expected: list[list[str]]
) -> None:
    assert names(paged([a_unit("Long", 90, whole=True)], first)) == expected


def test_what_runs_on_is_not_divided_where_it_is_whole_on_the_page_that_it_takes_anyhow() -> None:
    units = [a_unit("One", 30, Room.RUN), a_unit("Two", 50, Room.RUN)]
    assert names(paged(units)) == [["One"], ["Two"]]


def test_what_runs_on_is_divided_where_the_page_before_would_be_almost_empty() -> None:
    lengths = (("One", 20), ("Two", 62), ("Three", 25), ("Four", 25))
    sheaf = paged([a_unit(name, count, Room.RUN) for name, count in lengths])
    assert names(sheaf) == [["One", "Two"], ["Two", "Three"], ["Four"]]


def test_what_runs_on_is_not_divided_where_that_leaves_another_page_almost_empty() -> None:
    units = [a_unit("One", 8, Room.RUN), a_unit("Two", 60, Room.RUN)]
    assert names(paged(units)) == [["One"], ["Two"]]


def test_what_runs_on_is_divided_where_that_takes_a_page_less() -> None:
    units = [a_unit("One", 30, Room.RUN), a_unit("Two", 55, Room.RUN), a_unit("Three", 30, Room.RUN)]
    assert len(names(paged(units))) == 2


def test_what_is_run_on_two_pages_lies_on_one_opening() -> None:
    decide = a_unit("Workshop", 40).sheets[0]
    run = a_unit("Workshop", 100).sheets[0]
    sheaf = paged([Unit("Workshop", (decide, run), Room.SPREAD)])
    assert len(sheaf.leaves) == 4
    assert PAGE[1] / 2 > sheaf.leaves[0].filled > PAGE[1] / 5


@pytest.mark.parametrize(
    ("lines", "before", "at_the_foot"),
    [(40, ["Blank"], True), (60, ["Figure"], False), (80, ["Figure"], False)],
)
def test_a_foot_stands_on_the_first_page_where_there_is_room_and_nothing_goes_on(
    lines: int, before: list[str], at_the_foot: bool
) -> None:
    foot = wide([paragraph(["figure 10"])])
    text = a_unit("Process", lines).sheets[0]
    facing = Unit("Figure", (Sheet((foot,)),))
    process = Unit("Process", (text, text), Room.SPREAD, foot=foot, facing=facing)
    sheaf = paged([process], first=3)
    assert names(sheaf)[0] == before
    shown = [block for leaf in sheaf.leaves[1:] for frame in leaf.frames for block in frame.blocks]
    assert (foot.blocks[0] in shown) is at_the_foot


def test_columns_are_as_few_as_there_is_room_for() -> None:
    blocks = [paragraph(["one 1"], above=0) for _ in range(90)]

    def columns(count: int) -> int:
        unit = Unit("Map", (Sheet((flowing(blocks[:count], 4, least=2),)),))
        return len(paged([unit]).leaves[0].frames)

    assert (columns(90), columns(30)) == (2, 2)
    blocks += [replace(block) for block in blocks]
    assert columns(180) == 3


def test_a_second_on_a_page_gets_smaller_for_it_and_a_third_does_not() -> None:
    assert names(paged([a_unit("One", 31, Room.HALF), a_unit("Two", 31, Room.HALF)])) == [["One", "Two"]]
    three = [a_unit(name, count, Room.HALF) for name, count in (("One", 20), ("Two", 20), ("Three", 19))]
    assert names(paged(three)) == [["One", "Two"], ["Three"]]


def test_a_question_stays_with_the_ways_on_from_it() -> None:
    question = [item(["decision 1"]), paragraph(["question 2"], "small", depth=1, above=0)]
    ways = [item([f"way {n}"], depth=1, small=True) for n in (3, 3, 3)]
    left, right = flowed([*(item(["practice 1"]) for _ in range(5)), *question, *ways])
    assert ("question 2" in left) == ("way 3" in left)
    assert not right or right[0] != "way 3"
