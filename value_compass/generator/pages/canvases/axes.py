"""Grids of two axes on which notes are placed."""

from __future__ import annotations

from value_compass.generator.diagrams.fields import Field
from value_compass.generator.pages.canvases.fielded import crossed, fielded
from value_compass.language.words import N_, _
from value_compass.schemas.canvases import CanvasName

_GRID = (13, 12)


def _trends() -> list[Field]:
    return crossed(
        (_("Effect"), _("Upwards: it changes more for this company")),
        (_("Certainty"), _("To the right: we are more sure that it comes")),
        (
            (_("Watch"), _("Large, and uncertain. How would we notice?")),
            (_("Choose from here"), _("Large, and certain. Which four decide the next years?")),
            (_("Leave"), ""),
            (_("Let it come"), _("Certain, and small")),
        ),
    )


def _efforts() -> list[Field]:
    return crossed(
        (_("Value"), _("Upwards: it is worth more to the business")),
        (_("Effort"), _("To the right: it takes more to make")),
        (
            (_("First"), _("Worth much, little work")),
            (_("Plan it, in parts"), _("Worth much, much work")),
            (_("Later, if at all"), ""),
            (_("Leave"), _("Much work for little")),
        ),
    )


def _risks() -> list[Field]:
    return crossed(
        (_("Damage"), _("Upwards: it hurts more")),
        (_("Likelihood"), _("To the right: it happens sooner")),
        (
            (_("Have a plan"), _("Who acts in the first hour?")),
            (_("Prevent"), _("The worst: what keeps it from happening, and who notices it?")),
            (_("Accept"), _("Say so, and by whom")),
            (_("Make it rarer"), ""),
        ),
    )


TREND_GRID = fielded(
    CanvasName.TREND_GRID,
    N_("Place every trend by its effect and by how certain it is. Talk about those on which you differ."),
    _GRID,
    _trends,
)
"""Trends, by effect and certainty."""

EFFORT_GRID = fielded(
    CanvasName.EFFORT_GRID,
    N_("One requirement a note. Who asks for it places the value, who makes it places the effort."),
    _GRID,
    _efforts,
)
"""Requirements, by value and effort."""

RISK_GRID = fielded(
    CanvasName.RISK_GRID,
    N_("One way in which something goes wrong a note. Place it, and begin at the upper right."),
    _GRID,
    _risks,
)
"""Risks, by likelihood and damage."""
