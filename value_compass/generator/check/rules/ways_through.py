"""A process has no dead end, and no hole without a word.

One walks through a process from its first stage: from practice to practice in their order, from the last
practice of a stage to the next stage, and along the ways on and back that stages, practices and gates name.
Every stage and practice is reached, and a stage that runs beside others leads nowhere only when they do.
Where a process says who holds its stages, a stage that nobody holds says under `gap` what that causes.

**Way out:** name the practice or stage under `leads_to` or in a gate, give it another `order`, or write the
gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.fields import Reference
from value_compass.schemas.practice import Practice, Process, Stage, Turn

CODES: Codes = {
    "not-reached": Meaning(
        "A stage or practice that no way leads to",
        "Nobody who follows the process comes here. A gate decides where one goes, so the practice after a "
        "gate "
        "is reached only when one of its ways leads there.",
        "gate:\n  turns:   # and content/practices/part-well.yml comes next\n    - to: practices/try-a-week",
        "gate:\n  turns:\n    - to: practices/try-a-week\n    - to: practices/part-well",
        lenient=True,
    ),
    "empty-process": Meaning(
        "A process without a stage",
        "A process is done in stages. Write at least one, with this process under `process`.",
        "content/processes/win-a-kitchen-back.yml, and no stage that names it",
        "process: win-a-kitchen-back   # in content/stages/listen.yml",
        Severity.WARNING,
        lenient=True,
    ),
    "other-process": Meaning(
        "A way on into another process",
        "Ways on and back lead to stages and practices of the same process. What another process has to do "
        "with "
        "it can stand in the `body`.",
        "leads_to:\n  - to: stages/bake   # a stage of another process",
        "leads_to:\n  - to: stages/listen",
        lenient=True,
    ),
    "unspoken-gap": Meaning(
        "A stage that nobody holds, without a word on it",
        "Other stages of the process say who holds them. That this one is held by nobody is a finding: say "
        "under "
        "`gap` what it causes, so that readers see the hole.",
        "name: Offer again   # no held_by, and no gap",
        "name: Offer again\ngap: Nobody answers for the price, so that offers wait.",
        Severity.WARNING,
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Every process whose stages and practices could all be read."""
    if not draft.complete("processes", "stages", "practices"):
        return
    stages, practices = draft.of(Stage), draft.of(Practice)
    for process in draft.of(Process):
        held = _in_order({r: s for r, s in stages.items() if s.process == process})
        inside = {
            stage: _in_order({r: p for r, p in practices.items() if p.stage == stage}) for stage in held
        }
        if not held:
            yield draft.problem(
                "empty-process",
                "no stage names this process",
                process,
                (),
                "write a stage with this process under `process`",
            )
            continue
        yield from _turns_elsewhere(draft, {**stages, **practices}, held, inside)
        yield from _unreached(draft, stages, practices, held, inside)
        yield from _unspoken(draft, [stages[stage] for stage in held])


def _in_order(entries: Mapping[Reference, Stage] | Mapping[Reference, Practice]) -> list[Reference]:
    return sorted(entries, key=lambda reference: (entries[reference].order, reference))


def turns_of(entry: Stage | Practice) -> Iterator[tuple[tuple[str | int, ...], Turn]]:
    """Every way on or back that a stage or a practice names, with its place in the file."""
    for index, turn in enumerate(entry.leads_to):
        yield ("leads_to", index, "to"), turn
    if isinstance(entry, Practice) and entry.gate:
        for index, turn in enumerate(entry.gate.turns):
            yield ("gate", "turns", index, "to"), turn


def _turns_elsewhere(
    draft: Draft,
    entries: Mapping[Reference, Stage | Practice],
    held: list[Reference],
    inside: Mapping[Reference, list[Reference]],
) -> Iterator[Problem]:
    here = {*held, *(practice for found in inside.values() for practice in found)}
    for reference in here:
        for keys, turn in turns_of(entries[reference]):
            if turn.to in entries and turn.to not in here:
                yield draft.problem(
                    "other-process",
                    f'"{entries[turn.to].name}" belongs to another process',
                    reference,
                    keys,
                    "name a stage or a practice of the same process",
                )


def _unreached(
    draft: Draft,
    stages: Mapping[Reference, Stage],
    practices: Mapping[Reference, Practice],
    held: list[Reference],
    inside: Mapping[Reference, list[Reference]],
) -> Iterator[Problem]:
    after = dict(pairwise(held))
    ways: dict[Reference, set[Reference]] = {}
    for stage in held:
        found = inside[stage]
        # Whoever enters a stage begins with its first practice; one without practices leads on by itself.
        ways[stage] = {turn.to for _, turn in turns_of(stages[stage])} | set(found[:1])
        if not found:
            ways[stage] |= {after[stage]} & set(held) if stage in after else set()
        for practice, following in zip(found, [*found[1:], after.get(stage)], strict=False):
            entry = practices[practice]
            onward = {turn.to for _, turn in turns_of(entry)}
            # A gate decides where one goes on, and nothing follows an end; else the next in order follows.
            stops = entry.gate or entry.ends
            ways[practice] = onward | ({following} if following and not stops else set())
    beside = {stage for stage in held if stages[stage].beside}
    reached = _all_from({held[0], *beside}, ways)
    for reference in (*held, *(practice for stage in held for practice in inside[stage])):
        if reference not in reached:
            yield draft.problem(
                "not-reached",
                "no way through the process leads here",
                reference,
                ("order",),
                "name it under `leads_to` or in a gate of what comes before it, or give it another order",
            )


def _all_from(start: set[Reference], ways: Mapping[Reference, set[Reference]]) -> set[Reference]:
    reached: set[Reference] = set()
    waiting = list(start)
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(ways.get(here, ()))
    return reached


def _unspoken(draft: Draft, stages: list[Stage]) -> Iterator[Problem]:
    if not any(stage.held_by for stage in stages):
        return
    for stage in stages:
        if not stage.held_by and not stage.gap:
            yield draft.problem(
                "unspoken-gap",
                "nobody holds this stage, and nothing is said of what that causes",
                stage.reference,
                ("name",),
                "say under `held_by` who holds it, or under `gap` what is missing",
            )
