"""The competing factors of an offering, empty."""

from __future__ import annotations

from value_compass.generator.diagrams.factors import Factors, ScoredFactor, lay_out_factors
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry

_FACTORS = 9
"""So many factors have a row."""


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing:
    row = ScoredFactor(_("Factor:"), "", _("Need:"))
    return lay_out_factors(Factors("", "", (row,) * _FACTORS), WIDE, HIGH)


COMPETING_FACTORS = Canvas(
    CanvasName.COMPETING_FACTORS,
    "Write a factor in each row, with the need of the {customer} that it answers. Score every {supplier} "
    "from 0 to 10, and join the scores of each to a curve.",
    _drawn,
    kinds=("propositions",),
    blanks=(N_("Offering"), N_("{Suppliers}, and the sign of each"), N_("On")),
)
"""In what {suppliers} compete, and how each scores."""
