"""What the figures of the ways of working show, taken from a playbook's entries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from value_compass.generator.diagrams.journey_board import (
    Board,
    BoardColumn,
    BoardMetric,
    Sort,
    Use,
    lay_out_board,
)
from value_compass.generator.diagrams.ladder import Ladder, Rung, lay_out_ladder
from value_compass.generator.diagrams.process_map import (
    MapDecision,
    MapPractice,
    MapStage,
    MapWay,
    ProcessMap,
    draw_process_map,
)
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.pages.page import entry_link
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.course import Course, CourseStage, course_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.anatomy import anatomy_of
from value_compass.schemas.fields import Reference
from value_compass.schemas.practice import Level, Metric, Placing, Process, Stage


def process_map_of(playbook: Playbook, process: Process, *, to_mark: bool = False) -> ProcessMap:
    """The map of a process.

    Args:
        playbook: what the edition shows.
        process: whose map it is.
        to_mark: whether a script fills the signs of its practices.
    """
    course = course_of(playbook, process)
    number = {stage.entry: place for place, stage in enumerate(course.stages, 1)}
    return ProcessMap(
        title=_("Map: {process}", process=process.name),
        description=_(
            "The stages in order with their practices, decisions as diamonds, ways on and back. A dashed "
            "frame is a hole: something is missing there. The list below says the same in words."
        ),
        stages=tuple(_stage(playbook, stage, number) for stage in course.stages),
        decisions=tuple(
            MapDecision(
                _key(practice.entry), _key(stage.entry), practice.decision.question, f"entry:{practice.entry}"
            )
            for stage in course.stages
            for practice in stage.practices
            if practice.decision
        ),
        ways=tuple(_ways(course)),
        to_mark=to_mark,
    )


def _key(entry: str) -> str:
    return entry.replace("/", "-")


def _named(playbook: Playbook, entry: str) -> str:
    reference = Reference.parse(entry)
    return (playbook.name_of(reference) if reference else None) or entry


def _stage(playbook: Playbook, stage: CourseStage, number: dict[str, int]) -> MapStage:
    reference = Reference.parse(stage.entry)
    entry = playbook[reference] if reference else None
    held = isinstance(entry, Stage) and entry.held_by is not None
    return MapStage(
        _key(stage.entry),
        number[stage.entry],
        _named(playbook, stage.entry),
        f"entry:{stage.entry}",
        tuple(
            MapPractice(
                _named(playbook, practice.entry), f"entry:{practice.entry}", practice.decision is not None
            )
            for practice in stage.practices
        ),
        hole=None
        if stage.gap is None
        else _("A hole: see what is missing")
        if held
        else _("A hole: no owner is named"),
        beside=_beside([number[other] for other in stage.beside if other in number]),
        aside=len(stage.beside) > 1,
    )


def _beside(numbers: list[int]) -> str | None:
    """What a stage runs beside: 3, or 1 to 6."""
    if not numbers:
        return None
    runs = len(numbers) > 1 and sorted(numbers) == list(range(min(numbers), max(numbers) + 1))
    words = (
        _("{first} to {last}", first=min(numbers), last=max(numbers))
        if runs
        else ", ".join(map(str, sorted(numbers)))
    )
    return _("runs beside {stages}", stages=words)


def _ways(course: Course) -> Iterator[MapWay]:
    """The ways of a process between its stages: in order, by a decision, on a condition."""
    stage_of = {stage.entry: stage.entry for stage in course.stages}
    stage_of |= {practice.entry: stage.entry for stage in course.stages for practice in stage.practices}
    decided: dict[tuple[str, str], list[str]] = {}
    for practice in course.practices:
        for way in practice.decision.ways if practice.decision else ():
            decided.setdefault((practice.entry, stage_of[way.to]), []).append(answer(way.condition))
    drawn = {(stage_of[tail], head) for tail, head in decided}
    beside = {stage.entry: stage.beside for stage in course.stages}
    for tail, head in _in_order(course):
        if (tail, head) not in drawn:
            drawn.add((tail, head))
            near = tail in beside.get(head, ())
            yield MapWay(_key(tail), _key(head), "beside" if near else "", in_order=True, beside=near)
    for (tail, head), answers in decided.items():
        yield MapWay(_key(tail), _key(head), " / ".join(dict.fromkeys(answers)))
    for stage in course.stages:
        for way in (*stage.ways, *(way for practice in stage.practices for way in practice.ways)):
            pair = stage.entry, stage_of[way.to]
            if pair not in drawn and pair[0] != pair[1]:
                drawn.add(pair)
                yield MapWay(_key(pair[0]), _key(pair[1]))


def _in_order(course: Course) -> Iterator[tuple[str, str]]:
    """The stages that follow each other: those of the way, and each run beside it."""
    runs: dict[tuple[str, ...], list[str]] = {}
    for stage in course.stages:
        runs.setdefault(stage.beside if len(stage.beside) > 1 else (), []).append(stage.entry)
    for run in runs.values():
        yield from pairwise(run)


def answer(condition: str) -> str:
    """The short answer that a condition begins with: "No go" of "No go: look again at the reasons"."""
    short = condition.partition(":")[0]
    return short if len(short) <= 24 else f"{short[:22].rsplit(' ', 1)[0]} …"


def board_of(playbook: Playbook, process: Process) -> Board | None:
    """The board of a process: stages against perspectives, with its metrics; nothing where none is placed."""
    metrics = [metric for metric in playbook.of(Metric) if metric.process == process.reference]
    placed = [(metric, placing) for metric in metrics for placing in metric.placed]
    if not placed:
        return None
    plain = plain_text(playbook)
    used = {placing.stage for _, placing in placed}
    stages = [s for s in playbook.of(Stage) if s.process == process.reference]
    shown = [stage for stage in stages if stage.reference in used or len(stage.beside) < 2]
    sides: list[tuple[str | None, str]] = [(side.id, side.name) for side in process.perspectives]
    if any(placing.perspective is None for _, placing in placed):
        sides.append((None, _("Metrics") if not sides else _("Not said")))
    return Board(
        title=_("Board: {process}", process=process.name),
        description=_(
            "The stages from left to right, the sides from which one looks from top to bottom, and the "
            "metrics in the cells. An empty cell is a hole: nothing is measured there."
        ),
        sides=tuple(name for _, name in sides),
        columns=tuple(
            BoardColumn(
                stage.name,
                entry_link(stage),
                tuple(
                    tuple(
                        _board_metric(metric, placing)
                        for metric, placing in placed
                        if placing.stage == stage.reference and placing.perspective == side
                    )
                    for side, _ in sides
                ),
                plain(stage.held_by) if stage.held_by else None,
            )
            for stage in shown
        ),
    )


def _board_metric(metric: Metric, placing: Placing) -> BoardMetric:
    return BoardMetric(
        metric.name,
        entry_link(metric),
        Sort(placing.sort.value) if placing.sort else Sort.UNSAID,
        Use(metric.use.value) if metric.use else Use.UNSAID,
    )


def unplaced(playbook: Playbook, process: Process) -> tuple[Metric, ...]:
    """The metrics of a process that stand nowhere on its board."""
    return tuple(m for m in playbook.of(Metric) if m.process == process.reference and not m.placed)


def ladder_of(playbook: Playbook, process: Process) -> Ladder | None:
    """The metrics of a process from indirect to economic; nothing where no level is known."""
    metrics = [
        metric for metric in playbook.of(Metric) if metric.process == process.reference and metric.level
    ]
    if not metrics:
        return None
    levels = (Level.INDIRECT, Level.DIRECT, Level.ECONOMIC)
    anatomy = anatomy_of(Metric, "level")
    return Ladder(
        title=_("Ladder: {process}", process=process.name),
        description=_("The metrics from those that are furthest from money to those that count it."),
        rungs=tuple(
            Rung(
                _sentence(anatomy.said(level) if anatomy else level.value),
                tuple((metric.name, entry_link(metric)) for metric in metrics if metric.level is level),
            )
            for level in levels
        ),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


class ProcessFigures(Drawer):
    """The figures of a process."""

    def process_map(self, process: Process, *, to_mark: bool = False) -> Markup:
        """The stages of a process with their practices, decisions and ways."""
        model = process_map_of(self._playbook, process, to_mark=to_mark)
        return Markup(draw_process_map(model, self._engine, self._palette, f"map-{process.reference.id}"))

    def board(self, process: Process) -> Markup:
        """The metrics of a process, by stage and side; nothing where none has a place."""
        model = board_of(self._playbook, process)
        return self._of_pieces(model, lay_out_board, f"board-{process.reference.id}", "board")

    def ladder(self, process: Process) -> Markup:
        """The metrics of a process from indirect to economic; nothing where no level is known."""
        model = ladder_of(self._playbook, process)
        return self._of_pieces(model, lay_out_ladder, f"ladder-{process.reference.id}", "ladder")
