"""What the pages of the ways of working show beside what follows from their models."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from value_compass.generator.pages import process_figures, table_figures
from value_compass.generator.pages.prose import PlainText
from value_compass.generator.playbook.competences import competences_of
from value_compass.generator.playbook.course import CourseStage, Way, course_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.practice import Metric, Placing, Practice, Process, Stage
from value_compass.schemas.proposition import Assessment, Judgement, Proposition, Sided
from value_compass.schemas.tables import Table

ASSESSMENT_ASSETS = (
    "assets/check.css",
    "assets/address.js",
    "assets/elements.js",
    "assets/assessment-rules.js",
    "assets/assessment.js",
)
"""What the page of an assessment needs beside what every page has."""


@dataclass(frozen=True, slots=True, eq=False)
class WayOn:
    """A way on or back, as a list tells it."""

    condition: str
    to: Entry


@dataclass(frozen=True, slots=True, eq=False)
class PracticeRow:
    """A practice of a stage with its decision and its ways."""

    practice: Entry
    question: str | None
    answers: tuple[WayOn, ...]
    ways: tuple[WayOn, ...]


@dataclass(frozen=True, slots=True, eq=False)
class StageRow:
    """A stage of a process in words: the twin of its card on the map."""

    stage: Stage
    number: int
    beside: tuple[Entry, ...]
    practices: tuple[PracticeRow, ...]
    ways: tuple[WayOn, ...]


def stage_rows(playbook: Playbook, process: Process) -> tuple[StageRow, ...]:
    """A process in words: every stage with its practices, decisions and ways."""
    stages = course_of(playbook, process).stages
    return tuple(_row(playbook, stage, number) for number, stage in enumerate(stages, 1))


def _entry(playbook: Playbook, reference: str) -> Entry:
    parsed = Reference.parse(reference)
    if parsed is None:
        raise ValueError(f"{reference} is not a reference")
    return playbook[parsed]


def _row(playbook: Playbook, stage: CourseStage, number: int) -> StageRow:
    entry = _entry(playbook, stage.entry)
    if not isinstance(entry, Stage):
        raise TypeError(f"{stage.entry} is no stage")
    return StageRow(
        entry,
        number,
        tuple(_entry(playbook, other) for other in stage.beside),
        tuple(
            PracticeRow(
                _entry(playbook, practice.entry),
                practice.decision.question if practice.decision else None,
                _ways(playbook, practice.decision.ways if practice.decision else ()),
                _ways(playbook, practice.ways),
            )
            for practice in stage.practices
        ),
        _ways(playbook, stage.ways),
    )


def _ways(playbook: Playbook, ways: tuple[Way, ...]) -> tuple[WayOn, ...]:
    return tuple(WayOn(way.condition, _entry(playbook, way.to)) for way in ways)


def citers(playbook: Playbook, entry: Entry, field: str, number: int) -> tuple[Entry, ...]:
    """The practices and stages whose points rest on one lesson of a case; none for any other field."""
    if not isinstance(entry, Case) or field != "lessons":
        return ()
    named = (relation.source for relation in playbook.relations_to(entry, "points"))
    found = {one.reference: one for one in named if isinstance(one, Stage | Practice)}
    return tuple(one for one in found.values() if _rests_on(one, entry, number))


def _rests_on(holder: Stage | Practice, case: Case, number: int) -> bool:
    lessons = (lesson for point in holder.points for lesson in point.lessons)
    return any(lesson.case == case.reference and lesson.number == number for lesson in lessons)


def tables_with(playbook: Playbook, entry: Entry) -> tuple[Table, ...]:
    """The tables that are shown on an entry's page as well."""
    named = (relation.source for relation in playbook.relations_to(entry, "stands_in"))
    return tuple(table for table in named if isinstance(table, Table))


@dataclass(frozen=True, slots=True, eq=False)
class PlacedRow:
    """Where a metric stands on the board of its process, in names."""

    placing: Placing
    stage: Entry
    side: str | None
    """From which side it is looked at."""


def placed_rows(playbook: Playbook, metric: Metric) -> tuple[PlacedRow, ...]:
    """The places of a metric on the board of its process."""
    process = playbook[metric.process]
    sides = {side.id: side.name for side in process.perspectives} if isinstance(process, Process) else {}
    return tuple(
        PlacedRow(one, playbook[one.stage], sides.get(one.perspective or "")) for one in metric.placed
    )


@dataclass(frozen=True, slots=True, eq=False)
class NeedRow:
    """A need of a customer with what answers it: the twin of the lines of fit."""

    need: Sided
    answers: tuple[tuple[Sided, str | None, str | None], ...]
    """Each answer, how well it meets the need, and why."""


def need_rows(proposition: Proposition, field: str) -> tuple[NeedRow, ...]:
    """The jobs, pains or gains of a proposition with their answers."""
    answers = {item.id: item for item in (*proposition.relievers, *proposition.creators)}
    needs: tuple[Sided, ...] = getattr(proposition, field)
    return tuple(
        NeedRow(
            need,
            tuple(
                (answers[fit.answer], fit.strength.value if fit.strength else None, fit.why)
                for fit in proposition.fits
                if fit.need == need.id and fit.answer in answers
            ),
        )
        for need in needs
    )


def judged(playbook: Playbook, judgement: Judgement) -> Iterator[tuple[int, str, str | None, str | None]]:
    """Every question of an assessment with its answer and the reason; without one it was not asked."""
    assessment = playbook[judgement.assessment]
    if not isinstance(assessment, Assessment):
        return
    given = {answered.question: answered for answered in judgement.answers}
    for number, question in enumerate(assessment.questions, 1):
        answered = given.get(number)
        answer, reason = (answered.answer, answered.reason) if answered else (None, None)
        yield number, question.text, answer, reason


def standing_of(playbook: Playbook, assessment: Assessment | Reference, answer: str | None) -> str:
    """Where on the scale an answer stands: `best`, `middle`, `worst`, or `none` without an answer."""
    entry = playbook[assessment] if isinstance(assessment, Reference) else assessment
    scale = entry.scale if isinstance(entry, Assessment) else ()
    if answer is None or answer not in scale:
        return "none"
    place = scale.index(answer)
    return "best" if place == 0 else "worst" if place == len(scale) - 1 else "middle"


def views(playbook: Playbook, plainly: PlainText) -> Mapping[str, Callable[..., Any]]:
    """What templates of the ways of working ask for, by name."""
    return {
        "stage_rows": partial(stage_rows, playbook),
        "citers": partial(citers, playbook),
        "tables_with": partial(tables_with, playbook),
        "board_of": partial(process_figures.board_of, playbook),
        "ladder_of": partial(process_figures.ladder_of, playbook),
        "unplaced": partial(process_figures.unplaced, playbook),
        "need_rows": need_rows,
        "placed_rows": partial(placed_rows, playbook),
        "judged": partial(judged, playbook),
        "standing_of": partial(standing_of, playbook),
        "competences": partial(competences_of, playbook),
        "cell_words": lambda cell, column: table_figures.cell_words(cell, column, plainly),
        "column_words": table_figures.column_words,
    }
