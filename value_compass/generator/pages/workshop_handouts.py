"""What there is to take along of a workshop: the facilitator's sheet, and slides."""

from __future__ import annotations

from value_compass.generator.pages.handout import FOLDER, Handout
from value_compass.language.words import _
from value_compass.schemas.activities import Workshop
from value_compass.schemas.fields import Entry


def workshop_handouts(entry: Entry) -> list[Handout]:
    """Both of a workshop; none of any other entry."""
    return [sheet_of(entry), slides_of(entry)] if isinstance(entry, Workshop) else []


def sheet_of(workshop: Workshop) -> Handout:
    """The facilitator's sheet."""
    return Handout(_("Facilitator's sheet"), f"{FOLDER}/sheet-{workshop.reference.id}.pdf", "PDF")


def slides_of(workshop: Workshop) -> Handout:
    """The slides to show while it is run."""
    return Handout(_("Slides"), f"{FOLDER}/slides-{workshop.reference.id}.pptx", "PowerPoint")
