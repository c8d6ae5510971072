"""Every metric has a place.

A metric stands on the board of its process, at a stage and, where the process is looked at from several
sides, at a perspective. Or a practice or stage uses it. One that stands nowhere is read by nobody who does
the work.

**Way out:** say under `placed` where it belongs, or under `practices` what uses it.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.practice import Metric, Process, Stage

CODES: Codes = {
    "placed-by-nobody": Meaning(
        "A metric that has no place",
        "No stage, and no practice or stage that uses it, is named. On the board of its process it would be "
        "missing. Where the source names no phase, an inferred one is `derived`.",
        "placed: []",
        "placed:\n  - stage: offer-again\n    basis: derived",
        Severity.WARNING,
        lenient=True,
    ),
    "other-board": Meaning(
        "A place on another board",
        "A metric stands on the board of its own process: at stages of this process, and at perspectives "
        "that "
        "this process has.",
        "placed:\n  - stage: offer-again\n    perspective: kichen",
        "placed:\n  - stage: offer-again\n    perspective: kitchen",
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Every metric."""
    stages, processes = draft.of(Stage), draft.of(Process)
    for reference, metric in draft.of(Metric).items():
        if not metric.placed and not metric.practices:
            yield draft.problem(
                "placed-by-nobody",
                "this metric stands at no stage, and nothing uses it",
                reference,
                ("process",),
                "say under `placed` at which stage it belongs, or under `practices` what uses it",
            )
        process = processes.get(metric.process)
        for index, placing in enumerate(metric.placed):
            stage = stages.get(placing.stage)
            if stage and stage.process != metric.process:
                yield draft.problem(
                    "other-board",
                    f'"{stage.name}" is a stage of another process',
                    reference,
                    ("placed", index, "stage"),
                    "name a stage of the metric's own process",
                )
            ids = [perspective.id for perspective in process.perspectives] if process else []
            if process and placing.perspective and placing.perspective not in ids:
                yield draft.problem(
                    "other-board",
                    f'"{process.name}" has no perspective "{shown(placing.perspective)}"',
                    reference,
                    ("placed", index, "perspective"),
                    did_you_mean(placing.perspective, ids)
                    or (f"name one of: {', '.join(ids)}" if ids else "take the line out"),
                )
