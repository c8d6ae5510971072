"""Whom we know at a customer, and whom we want to know, empty."""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.diagrams.fields import Field, lay_out_fields
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry

_GRID = (20, 28)
_LEVELS = (N_("Who decide"), N_("Who lead"), N_("Who do the work"), N_("Who stand around"))
_AREAS = 3


def _fields() -> Iterator[Field]:
    yield Field(
        _("Our people"), _("On each level: who has, or could have, the contact?"), (0, 0, 4, 3), heading=True
    )
    for area in range(_AREAS):
        yield Field(_("At the {customer}, area:"), "", (4 + 4 * area, 0, 4, 3), heading=True)
    yield Field(
        _("Next"),
        _("Whom do we want to know, why would they talk to us, and who can introduce us?"),
        (16, 0, 4, 3),
        heading=True,
    )
    for level, name in enumerate(_LEVELS):
        for column in range(1 + _AREAS):
            yield Field("", _(name), (4 * column, 3 + 5 * level, 4, 5))
    yield Field("", "", (16, 3, 4, 20), lines=14)
    yield Field(
        _("What we know of them"),
        _("How they decide, what they care for, what is coming up, what we went through together."),
        (0, 23, 20, 5),
    )


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing:
    return lay_out_fields("", "", tuple(_fields()), _GRID, WIDE, HIGH)


NETWORK_MAP = Canvas(
    CanvasName.NETWORK_MAP,
    "Write a name on a note for each person, ours and theirs. Draw a line between those who know each "
    "other, a double one where they trust each other. Ring whoever could leave.",
    _drawn,
    blanks=(N_("{Customer}"), N_("Filled in by"), N_("On")),
)
"""Who knows whom between us and a customer."""
