"""What rules ask of the framework and the path."""

from __future__ import annotations

from value_compass.generator.check.draft import Draft
from value_compass.schemas.fields import Reference
from value_compass.schemas.framework import Value
from value_compass.schemas.route import Step


def group_of(draft: Draft, reference: Reference) -> Reference | None:
    """The group that a group or a value belongs to; nothing when that cannot be known."""
    if reference.kind == "groups":
        return reference if reference in draft.documents else None
    value = draft.entries.get(reference)
    return value.group if isinstance(value, Value) else None


def steps_in_order(draft: Draft) -> list[Step]:
    """The steps that could be read, from the first to the last."""
    return sorted(draft.of(Step).values(), key=lambda step: (step.order, step.reference))
