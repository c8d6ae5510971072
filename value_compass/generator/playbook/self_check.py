"""The self-check of a process: from what one has done to what is missing, and what must be decided.

The rules, which `theme/site/assets/self-check-rules.js` repeats for the browser:

- **How far a practice is**: as it is marked. Without a mark its points say it: none ticked, not begun; all
  ticked, done; else partly.
- **The way that one goes**: from the first stage, and from each that runs beside others, in order. At a
  decision one takes the way of the answer, and without an answer one stops: what its ways lead to *waits*.
  What neither is *for an occasion*: only a condition on the way leads there. It is missing once it is begun.
- **Where one is**: the first stage that is not done, and beside it the first such stage of those that run
  beside it or stand before it.
- **What is missing**, in this order: what was *left out* (not begun, although a later practice of the same
  way is); what is *begun*; the rest of where one is; what comes *later*.
- **What must be decided**: every decision on the way. It is due when its practice is done, or when something
  that waits is begun already.

So every practice on the way that is not done is missing once, and marking one as done never adds another,
unless it is left out by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct, field

from value_compass.generator.playbook.course import Course, CoursePractice, CourseStage


class Level(StrEnum):
    """How far something is."""

    NOT = "not"
    PARTLY = "partly"
    DONE = "done"


class Reason(StrEnum):
    """Why a practice is missing, the most urgent first."""

    LEFT_OUT = "left-out"
    BEGUN = "begun"
    HERE = "here"
    LATER = "later"


class Marks(Struct, frozen=True):
    """What somebody says of a process."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    """The marks of practices."""
    ticks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The points that are ticked, by their numbers from 1, of practices and stages."""
    answers: Mapping[str, int] = field(default_factory=dict)
    """The answers to the decisions of practices, by their numbers from 1."""


class StageStanding(Struct, frozen=True):
    """How a stage stands."""

    entry: str
    level: Level
    done: int
    count: int
    """How many practices it counts, without those for an occasion that are not begun."""


class Missing(Struct, frozen=True):
    """A practice that is not done."""

    entry: str
    level: Level
    reason: Reason
    before: str | None
    """The first later practice that is begun, where this one was left out."""
    left: tuple[int, ...]
    """The numbers of its points that are not ticked."""


class Due(Struct, frozen=True):
    """A decision on the way."""

    entry: str
    """The practice that ends in it."""
    answer: int | None
    due: bool


class SelfCheck(Struct, frozen=True):
    """What the self-check tells."""

    levels: tuple[Level, ...]
    """How far each practice is, in order."""
    stages: tuple[StageStanding, ...]
    here: tuple[str, ...]
    """The stages where one is."""
    missing: tuple[Missing, ...]
    decisions: tuple[Due, ...]
    waiting: tuple[str, ...]
    """The practices that wait for an answer."""
    occasions: tuple[str, ...]
    """The practices that only a condition on the way leads to."""


def check_up(course: Course, marks: Marks) -> SelfCheck:
    """Work out what is missing.

    Args:
        course: the process.
        marks: what is done, ticked and decided; what the process does not have is left aside.
    """
    practices = course.practices
    levels = {practice.entry: _level(practice, marks) for practice in practices}
    lines = _lines(course, marks.answers, every=False)
    on_way = {entry for line in lines for entry in line}
    reached = {entry for line in _lines(course, marks.answers, every=True) for entry in line}
    waiting = tuple(p.entry for p in practices if p.entry in reached - on_way)
    occasions = tuple(p.entry for p in practices if p.entry not in reached)

    aside = {entry for entry in occasions if levels[entry] is Level.NOT}
    stages = tuple(_standing(stage, levels, aside, marks) for stage in course.stages)
    here = _here(course, {standing.entry: standing.level for standing in stages})
    in_stage = {p.entry: stage.entry for stage in course.stages for p in stage.practices}

    missing = []
    for practice in practices:
        level = levels[practice.entry]
        if level is Level.DONE or (practice.entry not in on_way and level is Level.NOT):
            continue
        before = _begun_after(practice.entry, lines, levels) if level is Level.NOT else None
        reason = _reason(level, before, in_stage[practice.entry] in here)
        missing.append(Missing(practice.entry, level, reason, before, _left(practice, marks)))
    begun_beyond = any(levels[entry] is not Level.NOT for entry in waiting)
    decisions = (
        _due(practice, marks.answers, levels, begun_beyond)
        for practice in practices
        if practice.decision and practice.entry in on_way
    )
    return SelfCheck(
        tuple(levels.values()),
        stages,
        here,
        tuple(sorted(missing, key=lambda one: list(Reason).index(one.reason))),
        tuple(decisions),
        waiting,
        occasions,
    )


def _level(practice: CoursePractice, marks: Marks) -> Level:
    if practice.entry in marks.levels:
        return marks.levels[practice.entry]
    return _ticked(practice.points, marks.ticks.get(practice.entry, ()))


def _ticked(points: int, ticks: Iterable[int]) -> Level:
    ticked = len({tick for tick in ticks if 1 <= tick <= points})
    if not ticked:
        return Level.NOT
    return Level.DONE if ticked == points else Level.PARTLY


def _left(practice: CoursePractice, marks: Marks) -> tuple[int, ...]:
    ticked = marks.ticks.get(practice.entry, ())
    return tuple(number for number in range(1, practice.points + 1) if number not in ticked)


def _lines(course: Course, answers: Mapping[str, int], *, every: bool) -> list[list[str]]:
    """The practices that one comes to, from each start; with all ways of an open decision, or none."""
    starts = [s for number, s in enumerate(course.stages) if not number or s.beside]
    return [_line(course, start, answers, every=every) for start in starts]


def _line(course: Course, start: CourseStage, answers: Mapping[str, int], *, every: bool) -> list[str]:
    following = _following(course)
    practices = {practice.entry: practice for practice in course.practices}
    found: list[str] = []
    ahead = [_first(course, start.entry)]
    while ahead:
        entry = ahead.pop(0)
        if entry is None or entry in found:
            continue
        found.append(entry)
        practice = practices[entry]
        if practice.decision is None:
            ahead.append(None if practice.ends else following[entry])
            continue
        ways = practice.decision.ways
        answer = answers.get(entry, 0)
        taken = ways[answer - 1 : answer] if 1 <= answer <= len(ways) else ways if every else ()
        ahead.extend(_first(course, way.to) for way in taken)
    return found


def _following(course: Course) -> dict[str, str | None]:
    """What comes after each practice in order."""
    entries = [practice.entry for practice in course.practices]
    return dict(zip(entries, [*entries[1:], None], strict=True))


def _first(course: Course, entry: str) -> str | None:
    """A practice itself; of a stage its first practice, or the one after it where it has none."""
    at = next((number for number, stage in enumerate(course.stages) if stage.entry == entry), None)
    if at is None:
        return entry if any(practice.entry == entry for practice in course.practices) else None
    return next((practice.entry for stage in course.stages[at:] for practice in stage.practices), None)


def _standing(
    stage: CourseStage, levels: Mapping[str, Level], aside: set[str], marks: Marks
) -> StageStanding:
    counted = [levels[p.entry] for p in stage.practices if p.entry not in aside]
    done = sum(level is Level.DONE for level in counted)
    if not counted:
        level = _ticked(stage.points, marks.ticks.get(stage.entry, ()))
    elif done == len(counted):
        level = Level.DONE
    else:
        level = Level.NOT if all(level is Level.NOT for level in counted) else Level.PARTLY
    return StageStanding(stage.entry, level, done, len(counted))


def _here(course: Course, levels: Mapping[str, Level]) -> tuple[str, ...]:
    """The first open stage, and the first open one of each run beside it or before it."""
    is_open = [stage for stage in course.stages if levels[stage.entry] is not Level.DONE]
    main = next((stage for stage in is_open if not stage.beside), None)
    order = [stage.entry for stage in course.stages]
    found = [main] if main else []
    runs: set[tuple[str, ...]] = set()
    for stage in is_open:
        near = (
            main is None or main.entry in stage.beside or order.index(stage.entry) < order.index(main.entry)
        )
        if stage.beside and near and stage.beside not in runs:
            runs.add(stage.beside)
            found.append(stage)
    return tuple(sorted((stage.entry for stage in found), key=order.index))


def _begun_after(entry: str, lines: list[list[str]], levels: Mapping[str, Level]) -> str | None:
    for line in lines:
        if entry in line:
            later = line[line.index(entry) + 1 :]
            return next((other for other in later if levels[other] is not Level.NOT), None)
    return None


def _reason(level: Level, before: str | None, here: bool) -> Reason:
    if before is not None:
        return Reason.LEFT_OUT
    if level is Level.PARTLY:
        return Reason.BEGUN
    return Reason.HERE if here else Reason.LATER


def _due(
    practice: CoursePractice,
    answers: Mapping[str, int],
    levels: Mapping[str, Level],
    beyond: bool,
) -> Due:
    count = len(practice.decision.ways) if practice.decision else 0
    answer = answers.get(practice.entry)
    known = answer if answer is not None and 1 <= answer <= count else None
    due = known is None and (levels[practice.entry] is Level.DONE or beyond)
    return Due(practice.entry, known, due)
