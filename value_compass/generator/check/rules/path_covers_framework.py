"""The path covers the framework.

Whoever walks the path from the first step to the last establishes every group of values once. So each
group stands under `establishes` of exactly one step: none is missing from the route, and none stands
on it twice.

**Way out:** name the group in the one step where it is established.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.clash import Spot, at_both
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.framework import steps_in_order
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "path-covers-framework": Meaning(
        "A group that stands on the path never, or twice",
        "Walking the whole path establishes every group once. Name the group under `establishes` of exactly "
        "one step.",
        "establishes: []   # and groups/on-time in no other step",
        "establishes:\n  - to: on-time\n    reason: Trust begins at the back door.",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Groups that stand in two steps, then groups that stand in none."""
    first: dict[Reference, Spot] = {}
    for step in steps_in_order(draft):
        for index, relation in enumerate(step.establishes):
            now: Spot = (step.reference, ("establishes", index, "to"))
            before = first.setdefault(relation.to, now)
            if before[0] != step.reference:
                yield from at_both(
                    draft,
                    "path-covers-framework",
                    now,
                    before,
                    lambda there: (
                        f"{draft.named(there)} establishes this group too",
                        f"keep it here or in {there.file}",
                    ),
                )
    # A playbook without a path asks nothing of its groups.
    walked = any(reference.kind == "steps" for reference in draft.documents)
    if not walked or not draft.complete("steps") or not first.keys() <= draft.documents.keys():
        # Something that could not be read, or leads nowhere, may be what is missing here.
        return
    for reference in draft.documents:
        if reference.kind == "groups" and reference not in first:
            yield draft.problem(
                "path-covers-framework",
                "no step of the path establishes this group",
                reference,
                ("name",),
                f"add `- to: {reference.id}` with a reason under `establishes` of one step",
            )
