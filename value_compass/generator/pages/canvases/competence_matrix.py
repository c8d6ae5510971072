"""Competences against offerings, empty."""

from __future__ import annotations

from value_compass.generator.diagrams.heat import Heat, HeatRow, lay_out_heat
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry

_ROWS, _OFFERINGS = 16, 4

STRONGEST, MOST_IMPORTANT = 5, 3
"""The ends of the scales of competences."""


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing:
    columns = (
        _("Strength, 1 to {highest}", highest=STRONGEST),
        *(_("Offering: importance, 0 to {highest}", highest=MOST_IMPORTANT),) * _OFFERINGS,
    )
    row = HeatRow(" ", None, ("",) * len(columns))
    highest = (float(STRONGEST), *(float(MOST_IMPORTANT),) * _OFFERINGS)
    return lay_out_heat(Heat("", "", _("Competence"), columns, (row,) * _ROWS, highest), WIDE, HIGH)


COMPETENCE_MATRIX = Canvas(
    CanvasName.COMPETENCE_MATRIX,
    "List what you can do. Rate how well you can do it, then how much each offering needs it. Important "
    "and weak is a gap; strong and needed by nothing is a strength without use.",
    _drawn,
    kinds=("competences",),
)
"""What we can do, how well, and what for."""
