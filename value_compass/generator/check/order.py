"""The path in its order."""

from __future__ import annotations

from value_compass.generator.check.draft import Draft
from value_compass.schemas.route import Step


def steps_in_order(draft: Draft) -> list[Step]:
    """The steps that could be read, from the first to the last."""
    return sorted(draft.of(Step).values(), key=lambda step: (step.order, step.reference))
