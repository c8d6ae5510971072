"""Our own content: the way of working "Build a partnership" is whole, and its points lead to the lessons behind them."""

from __future__ import annotations

import pytest

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case, CaseSort
from value_compass.schemas.fields import Reference
from value_compass.schemas.practice import Point, Practice, Stage

STAGES = {
    "keep-the-customer-in-focus": 0,
    "prepare-inside-the-company": 8,
    "propose-the-partnership": 4,
    "design-the-partnership": 7,
    "deliver-as-a-partnership": 6,
}
"""The stages in order, each with the number of its practices."""

LESSONS = {
    "defence-service-partnership": 7,
    "machine-maker-and-dealers": 9,
    "multinational-in-service-support": 7,
    "integrator-and-interface-designer": 6,
}
"""The cases in order, each with the number of its lessons."""


def stages(playbook: Playbook) -> list[Stage]:
    ours = [stage for stage in playbook.of(Stage) if stage.process.id == "build-a-partnership"]
    return sorted(ours, key=lambda stage: stage.order)


def practices(playbook: Playbook) -> list[Practice]:
    return [practice for practice in playbook.of(Practice) if practice.stage.id in STAGES]


def blocks(playbook: Playbook) -> list[tuple[Point, ...]]:
    """The points of each stage and practice that has some."""
    return [entry.points for entry in (*stages(playbook), *practices(playbook)) if entry.points]


def test_every_stage_has_its_practices(playbook: Playbook) -> None:
    assert [stage.reference.id for stage in stages(playbook)] == list(STAGES)
    for stage, count in STAGES.items():
        orders = sorted(p.order for p in practices(playbook) if p.stage.id == stage)
        assert orders == list(range(1, count + 1))


def test_every_practice_and_the_customer_have_points(playbook: Playbook) -> None:
    assert len(blocks(playbook)) == 26
    assert sum(map(len, blocks(playbook))) == 145


def test_every_lesson_is_cited_by_a_point(playbook: Playbook) -> None:
    told = [case for case in playbook.of(Case) if case.sort is CaseSort.PARTNERSHIP]
    assert {case.reference.id: len(case.lessons) for case in told} == LESSONS
    cited = {
        (lesson.case.id, lesson.number)
        for points in blocks(playbook)
        for point in points
        for lesson in point.lessons
    }
    assert cited == {(case, number) for case, count in LESSONS.items() for number in range(1, count + 1)}


@pytest.mark.parametrize(
    ("practice", "ways"),
    [
        (
            "make-the-partnering-decision",
            ["stages/propose-the-partnership", "practices/decide-why-to-partner"],
        ),
        ("renew-the-partnership", ["stages/design-the-partnership", "stages/propose-the-partnership"]),
        (
            "review-the-partnership",
            [
                "stages/deliver-as-a-partnership",
                "practices/renew-the-partnership",
                "stages/design-the-partnership",
                "stages/propose-the-partnership",
                "practices/leave-the-partnership",
            ],
        ),
    ],
)
def test_a_decision_leads_where_the_source_says(playbook: Playbook, practice: str, ways: list[str]) -> None:
    entry = playbook[Reference("practices", practice)]
    assert isinstance(entry, Practice)
    assert entry.gate
    assert [str(turn.to) for turn in entry.gate.turns] == ways


def test_a_renewal_is_driven_by_one_and_dynamic_change_by_all(playbook: Playbook) -> None:
    driven = {practice.reference.id: practice.driven_by for practice in practices(playbook)}
    assert driven["renew-the-partnership"] == "One partner"
    assert driven["manage-change-together"] == "All partners together"
