"""The business model of a customer, empty."""

from __future__ import annotations

from value_compass.generator.diagrams.fields import Field, lay_out_fields
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry

_GRID = (10, 13)


def _fields() -> tuple[Field, ...]:
    return (
        Field(_("Partners"), _("Who else must do their part?"), (0, 0, 2, 8)),
        Field(_("Activities"), _("What must be done, and done well?"), (2, 0, 2, 4)),
        Field(_("Means"), _("People, knowledge, systems, money: what is it built on?"), (2, 4, 2, 4)),
        Field(
            _("What customers get"), _("What is it worth to them, and why from this company?"), (4, 0, 2, 8)
        ),
        Field(_("Relations"), _("What does each group of customers expect of the contact?"), (6, 0, 2, 4)),
        Field(_("Channels"), _("How do they hear of it, buy it, get it, get help?"), (6, 4, 2, 4)),
        Field(_("Customers"), _("For whom is it? Who pays?"), (8, 0, 2, 8)),
        Field(_("Costs"), _("What costs most? What grows with the business?"), (0, 8, 5, 3)),
        Field(_("Income"), _("Who pays for what, and how?"), (5, 8, 5, 3)),
        Field(
            _("What {IT} must make possible"),
            _("For each change above. Who does it: we, others, nobody yet?"),
            (0, 11, 10, 2),
        ),
    )


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing:
    return lay_out_fields("", "", _fields(), _GRID, WIDE, HIGH)


BUSINESS_MODEL = Canvas(
    CanvasName.BUSINESS_MODEL,
    "Fill in how the business works today in one colour, and what changes tomorrow in another. Talk "
    "only about the fields in which the two differ.",
    _drawn,
)
"""How a customer's business works, today and tomorrow."""
