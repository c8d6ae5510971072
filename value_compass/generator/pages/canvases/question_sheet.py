"""The questions of a workshop, with room to write down what is answered."""

from __future__ import annotations

from value_compass.generator.diagrams.fields import Field, lay_out_fields
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Workshop
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry

_BESIDE = 2
"""So many questions stand beside each other."""


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing | None:
    if not isinstance(entry, Workshop) or not entry.questions:
        return None
    plainly = plain_text(playbook)
    fields = [
        Field(f"{number + 1}. {plainly(one.text)}", "", (number % _BESIDE, number // _BESIDE, 1, 1))
        for number, one in enumerate(entry.questions)
    ]
    rows = -(-len(fields) // _BESIDE)
    return lay_out_fields("", "", tuple(fields), (_BESIDE, rows), WIDE, HIGH)


QUESTION_SHEET = Canvas(
    CanvasName.QUESTION_SHEET,
    "Ask them in this order, and write down what is said in the words in which it is said.",
    _drawn,
    of="workshops",
)
"""The questions of one workshop."""
