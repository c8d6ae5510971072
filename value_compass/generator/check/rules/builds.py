"""Every group is built by something, and every event does something.

A reader who finds a group missing looks for what builds it: at least one event or workshop names the
group, or one of its values, under `builds`. A planned event builds something, or nobody would plan it.
An unplanned event happens to us, and says under `respond` what to do then.

**Way out:** add the group to `builds` of the event or workshop that builds it; write the response.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.framework import group_of
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.activities import Activity, Event, Nature
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "group-unbuilt": Meaning(
        "A group that nothing builds",
        "For every group there is at least one event or workshop that builds it, or one of its values. A "
        "reader who finds the group missing would otherwise find nothing to do.",
        "content/groups/on-time.yml, under `builds` of no event or workshop",
        "builds:\n  - to: groups/on-time\n    reason: They see the van leave.",
        lenient=True,
    ),
    "builds-nothing": Meaning(
        "A planned event that builds nothing",
        "One plans an event for what it builds. Name at least one group or value, with the reason.",
        "nature: planned\nbuilds: []",
        "nature: planned\nbuilds:\n  - to: groups/on-time\n    reason: They see the van leave.",
        lenient=True,
    ),
    "no-response": Meaning(
        "An unplanned event without a response",
        "When something happens to us, readers look for what to do now. Say it under `respond`.",
        "nature: unplanned",
        "nature: unplanned\nrespond:\n  - Call before they call you.",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Groups first, then events."""
    yield from _groups(draft)
    # Without a framework there is nothing to build.
    framed = any(reference.kind in {"groups", "values"} for reference in draft.documents)
    for reference, event in draft.of(Event).items():
        if framed and event.nature is Nature.PLANNED and not event.builds:
            yield draft.problem(
                "builds-nothing",
                "this event is planned and builds nothing",
                reference,
                ("nature",),
                "name at least one group or value under `builds`, with the reason",
            )
        if event.nature is Nature.UNPLANNED and not event.respond:
            yield draft.problem(
                "no-response",
                "this event happens to us, and readers are not told how to respond",
                reference,
                ("nature",),
                "say what to do under `respond`",
            )


def _groups(draft: Draft) -> Iterator[Problem]:
    done = any(reference.kind in {"events", "workshops"} for reference in draft.documents)
    # A playbook of values alone has nothing that could build them.
    if not done or not draft.complete("events", "workshops", "values"):
        return
    built: set[Reference | None] = {
        group_of(draft, relation.to)
        for activity in draft.of(Activity).values()
        for relation in activity.builds
    }
    if None in built:
        # A reference that leads nowhere, which has been told, was probably meant for some group.
        return
    for reference in draft.documents:
        if reference.kind == "groups" and reference not in built:
            yield draft.problem(
                "group-unbuilt",
                "no event or workshop builds this group or one of its values",
                reference,
                ("name",),
                f"add `- to: {reference}` with a reason under `builds` of an event or workshop",
            )
