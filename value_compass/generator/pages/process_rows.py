"""A process in words: its stages with their practices, decisions and ways, and where its metrics stand."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.playbook.course import CourseStage, Way, course_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.practice import Metric, Placing, Process, Stage


class WayOn(Struct, frozen=True, eq=False):
    """A way on or back, as a list tells it."""

    condition: str
    to: Entry


class PracticeRow(Struct, frozen=True, eq=False):
    """A practice of a stage with its decision and its ways."""

    practice: Entry
    question: str | None
    answers: tuple[WayOn, ...]
    ways: tuple[WayOn, ...]


class StageRow(Struct, frozen=True, eq=False):
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


class PlacedRow(Struct, frozen=True, eq=False):
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
