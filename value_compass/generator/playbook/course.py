"""A process as one goes through it: stages, practices, decisions and ways on, ready for a script."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.practice import Practice, Process, Stage, Turn


class Way(Struct, frozen=True):
    """A way on or back, with its condition."""

    to: str
    """The practice or the stage that one comes to."""
    condition: str


class Decision(Struct, frozen=True):
    """What must be decided before one goes on, and where each answer leads."""

    question: str
    ways: tuple[Way, ...]


class CoursePractice(Struct, frozen=True):
    """A practice in its place."""

    entry: str
    points: int
    """How many points there are to consider."""
    decision: Decision | None
    ways: tuple[Way, ...]
    ends: bool
    """Whether nothing follows it in order."""


class CourseStage(Struct, frozen=True):
    """A stage in its place."""

    entry: str
    points: int
    """How many points there are to consider in it as a whole, and to stand at its end."""
    practices: tuple[CoursePractice, ...]
    ways: tuple[Way, ...]
    beside: tuple[str, ...]
    """The stages that it runs beside instead of following them."""
    gap: str | None
    """What is missing in it, such as somebody who answers for it."""


class Course(Struct, frozen=True):
    """A process from its first stage on.

    It holds references as text, and nothing but text, so that a browser can be given the same.
    """

    entry: str
    stages: tuple[CourseStage, ...]
    """The stages, in order."""

    @property
    def practices(self) -> tuple[CoursePractice, ...]:
        """All practices, in order."""
        return tuple(practice for stage in self.stages for practice in stage.practices)


def course_of(playbook: Playbook, process: Process) -> Course:
    """A process in the playbook's own words."""
    stages = (stage for stage in playbook.of(Stage) if stage.process == process.reference)
    return Course(str(process.reference), tuple(_stage(playbook, stage) for stage in stages))


def _stage(playbook: Playbook, stage: Stage) -> CourseStage:
    practices = (practice for practice in playbook.of(Practice) if practice.stage == stage.reference)
    return CourseStage(
        str(stage.reference),
        len(stage.points) + len(stage.done_when),
        tuple(_practice(playbook, practice) for practice in practices),
        _ways(playbook, stage.leads_to),
        tuple(str(reference) for reference in stage.beside),
        stage.gap.text if stage.gap else None,
    )


def _practice(playbook: Playbook, practice: Practice) -> CoursePractice:
    gate = practice.gate
    decision = Decision(gate.question, _ways(playbook, gate.turns)) if gate else None
    return CoursePractice(
        str(practice.reference),
        len(practice.points),
        # An edition may hide where an answer leads; what leads nowhere decides nothing.
        decision if decision and decision.ways else None,
        _ways(playbook, practice.leads_to),
        practice.ends is not None,
    )


def _ways(playbook: Playbook, turns: Iterable[Turn]) -> tuple[Way, ...]:
    return tuple(Way(str(turn.to), turn.condition) for turn in turns if turn.to in playbook.entries)
