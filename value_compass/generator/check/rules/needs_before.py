"""What an event or workshop needs stands before it.

A step recommends events and workshops under `helps`. What these need has to stand by then: every group
under their `needs` is established in the same step or in an earlier one. A value counts as its group.

**Way out:** recommend the event or workshop in a later step, establish the group earlier, or look
again at whether it is really needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.framework import group_of, steps_in_order
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Reference
from value_compass.schemas.route import Step

CODES: Codes = {
    "needs-before": Meaning(
        "A step recommends something that comes too early",
        "What a step recommends may need only groups that this step or an earlier one establishes. Otherwise "
        "readers hold a workshop that cannot work yet. Recommend it in a later step, establish the group "
        "earlier, or take out the need.",
        "order: 1\nhelps:\n  - to: workshops/menu-day   # needs a group of step 3",
        "order: 3\nhelps:\n  - to: workshops/menu-day",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Each recommendation of each step against where the groups stand on the path."""
    steps = steps_in_order(draft)
    established: dict[Reference, Step] = {}
    for step in steps:
        for relation in step.establishes:
            established.setdefault(relation.to, step)
    for step in steps:
        for index, help_ in enumerate(step.helps):
            activity = draft.entries.get(help_.to)
            if isinstance(activity, Activity):
                for need, later in _too_late(draft, activity, step, established):
                    yield draft.problem(
                        "needs-before",
                        f"{draft.named(help_.to)} needs {need}, which only step {later.order} "
                        f'"{later.name}" establishes',
                        step.reference,
                        ("helps", index, "to"),
                        f"recommend it in step {later.order} or later, or establish the group earlier",
                    )


def _too_late(
    draft: Draft, activity: Activity, step: Step, established: dict[Reference, Step]
) -> Iterator[tuple[Reference, Step]]:
    """The needs of an activity that a later step establishes, a group of them once."""
    told = set()
    for need in activity.needs:
        group = group_of(draft, need.to) if need.to else None
        later = established.get(group) if group else None
        if need.to and later and later.order > step.order and group not in told:
            told.add(group)
            yield need.to, later
