"""Cards to cut apart: trends, rules, differences and steps."""

from __future__ import annotations

from value_compass.generator.diagrams.fields import Field
from value_compass.generator.pages.canvases.fielded import cards, fielded
from value_compass.language.words import N_, _
from value_compass.schemas.canvases import CanvasName


def _trends() -> list[Field]:
    return cards(
        (
            (_("Trend"), ""),
            (_("What changes, and for whom?"), ""),
            (_("How do we know?"), ""),
            (_("Effect: low, middle, high"), _("Certainty: low, middle, high")),
        ),
        across=4,
        down=2,
    )


def _rules() -> list[Field]:
    return cards(
        (
            (_("Rule"), _("Law, standard, contract or audit")),
            (_("Who checks it, and how often?"), ""),
            (_("What was found last time?"), ""),
            (_("Its owner"), ""),
        ),
        across=4,
        down=2,
    )


def _steps() -> list[Field]:
    return cards(
        (
            (_("Difference or step"), _("With a verb")),
            (_("What must come first?"), ""),
            (_("How hard is it for people?"), ""),
            (_("Its owner"), _("And by when?")),
        ),
        across=4,
        down=2,
    )


TREND_CARDS = fielded(
    CanvasName.TREND_CARDS,
    N_("One trend a card. Fill in most of them before the day, and leave some empty for the group."),
    (4, 16),
    _trends,
)
"""What changes around a customer."""

RULE_CARDS = fielded(
    CanvasName.RULE_CARDS,
    N_("One rule a card, filled in by its owner. Cut them apart and put them beside what they touch."),
    (4, 16),
    _rules,
)
"""What a customer must keep to."""

STEP_CARDS = fielded(
    CanvasName.STEP_CARDS,
    N_("One difference or step a card. They go from the workshop in which they are found to the plan."),
    (4, 16),
    _steps,
)
"""What lies between today and what is wanted."""
