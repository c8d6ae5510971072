"""What is missing in a process, why, and what must be decided before one goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.playbook.course import (
    Course,
    CoursePractice,
    CourseStage,
    Decision,
    Way,
    course_of,
)
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.playbook.self_check import Level, Marks, Reason, SelfCheck, check_up
from value_compass.schemas.practice import Process

NOT, PARTLY, DONE = Level


def practice(name: str, *ways: str, points: int = 2, ends: bool = False) -> CoursePractice:
    """A practice; with ways it ends in a decision between them."""
    decision = Decision("Which?", tuple(Way(way, way) for way in ways)) if ways else None
    return CoursePractice(name, points, decision, (), ends)


def stage(
    name: str, *practices: CoursePractice, beside: tuple[str, ...] = (), points: int = 0
) -> CourseStage:
    return CourseStage(name, points, practices, (), beside, None)


SMALL = Course(
    "processes/small",
    (
        stage("plan", practice("think"), practice("choose", "build", "think"), practice("stop", ends=True)),
        stage("do", practice("build"), practice("test")),
        stage("look", practice("watch"), practice("report"), beside=("plan", "do")),
    ),
)


def reasons(result: SelfCheck) -> dict[str, Reason]:
    return {missing.entry: missing.reason for missing in result.missing}


def marks(**levels: Level) -> Marks:
    return Marks(levels)


def test_at_the_start_the_first_stage_and_what_runs_beside_it_come_first() -> None:
    result = check_up(SMALL, Marks())
    assert result.here == ("plan", "look")
    assert [missing.entry for missing in result.missing] == ["think", "choose", "watch", "report"]
    assert {*reasons(result).values()} == {Reason.HERE}
    assert result.waiting == ("build", "test")
    assert result.occasions == ("stop",)


def test_a_decision_is_due_when_its_practice_is_done_or_something_behind_it_is_begun() -> None:
    assert not check_up(SMALL, Marks()).decisions[0].due
    assert check_up(SMALL, marks(choose=DONE)).decisions[0].due
    assert check_up(SMALL, marks(test=PARTLY)).decisions[0].due
    assert not check_up(SMALL, Marks({"choose": DONE}, answers={"choose": 1})).decisions[0].due


def test_an_answer_opens_its_way_and_no_other() -> None:
    forward = check_up(SMALL, Marks(answers={"choose": 1}))
    assert forward.waiting == ()
    assert reasons(forward)["build"] is Reason.LATER
    back = check_up(SMALL, Marks(answers={"choose": 2}))
    assert "build" not in reasons(back)
    assert back.occasions == ("stop", "build", "test")


@pytest.mark.parametrize("answer", [0, 3, -1])
def test_an_answer_that_does_not_exist_is_none(answer: int) -> None:
    result = check_up(SMALL, Marks(answers={"choose": answer}))
    assert result.decisions[0].answer is None
    assert result.waiting == ("build", "test")


def test_what_was_left_out_stands_first_with_what_came_before_it() -> None:
    result = check_up(SMALL, Marks({"think": PARTLY, "test": DONE}, answers={"choose": 1}))
    first = [(missing.entry, missing.reason, missing.before) for missing in result.missing][:3]
    assert first == [
        ("choose", Reason.LEFT_OUT, "test"),
        ("build", Reason.LEFT_OUT, "test"),
        ("think", Reason.BEGUN, None),
    ]


def test_what_runs_beside_is_left_out_by_its_own_way_only() -> None:
    result = check_up(SMALL, marks(think=DONE, choose=DONE))
    assert reasons(result)["watch"] is Reason.HERE


def test_points_say_how_far_a_practice_is_where_no_mark_does() -> None:
    result = check_up(SMALL, Marks(ticks={"think": (1,), "choose": (1, 2), "watch": (9, 0)}))
    assert result.levels[:4] == (PARTLY, DONE, NOT, NOT)
    assert next(missing.left for missing in result.missing if missing.entry == "think") == (2,)
    marked = check_up(SMALL, Marks({"think": DONE}, {"think": (1,)}))
    assert marked.levels[0] is DONE


def test_what_is_for_an_occasion_is_missing_only_once_it_is_begun() -> None:
    assert "stop" not in reasons(check_up(SMALL, Marks()))
    begun = check_up(SMALL, marks(stop=PARTLY))
    assert reasons(begun)["stop"] is Reason.BEGUN
    assert begun.stages[0].count == 3


def test_a_stage_counts_its_practices_and_one_without_any_its_points() -> None:
    course = Course("processes/p", (stage("alone", points=2), stage("after", practice("act"))))
    assert check_up(course, Marks(ticks={"alone": (1,)})).stages[0].level is PARTLY
    result = check_up(course, Marks({"act": DONE}, {"alone": (1, 2)}))
    assert [standing.level for standing in result.stages] == [DONE, DONE]
    assert result.here == ()


LEVELS = st.dictionaries(st.sampled_from([p.entry for p in SMALL.practices]), st.sampled_from(list(Level)))
ANSWERS = st.dictionaries(st.just("choose"), st.integers(0, 3))


@settings(max_examples=200, deadline=None)
@given(LEVELS, ANSWERS)
def test_what_is_not_done_on_the_way_is_missing_once(
    levels: dict[str, Level], answers: dict[str, int]
) -> None:
    result = check_up(SMALL, Marks(levels, answers=answers))
    missing = [one.entry for one in result.missing]
    aside = {*result.waiting, *result.occasions}
    assert len(missing) == len(set(missing))
    for practice, level in zip(SMALL.practices, result.levels, strict=True):
        wanted = level is not DONE and (practice.entry not in aside or level is PARTLY)
        assert (practice.entry in missing) == wanted
    order = [list(Reason).index(one.reason) for one in result.missing]
    assert order == sorted(order)


@settings(max_examples=100, deadline=None)
@given(LEVELS, ANSWERS)
def test_finishing_what_is_missing_leaves_nothing(levels: dict[str, Level], answers: dict[str, int]) -> None:
    for _ in range(len(SMALL.practices) + 1):
        result = check_up(SMALL, Marks(levels, answers=answers))
        levels = levels | {missing.entry: DONE for missing in result.missing}
    assert result.missing == ()


@pytest.fixture(scope="module")
def bakery_course() -> Course:
    draft = check(BAKERY).draft
    assert draft.settings
    playbook: Playbook = seal(draft, draft.settings.editions[0])
    return course_of(playbook, playbook.of(Process)[0])


def test_the_bakery_asks_the_chef_and_decides(bakery_course: Course) -> None:
    start = check_up(bakery_course, Marks())
    assert [missing.entry for missing in start.missing] == ["practices/ask-the-chef"]
    asked = check_up(bakery_course, marks(**{"practices/ask-the-chef": DONE}))
    assert [(one.entry, one.due) for one in asked.decisions] == [("practices/ask-the-chef", True)]
    yes = check_up(
        bakery_course, Marks({"practices/ask-the-chef": DONE}, answers={"practices/ask-the-chef": 1})
    )
    assert [missing.entry for missing in yes.missing] == ["practices/bake-a-trial-week"]
