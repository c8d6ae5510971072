"""The canvas of a proposition, empty."""

from __future__ import annotations

from collections.abc import Mapping

from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.value_canvas import CanvasField, ValueCanvas, lay_out_canvas
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _
from value_compass.schemas.anatomy import title_for
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry
from value_compass.schemas.proposition import Proposition

_OURS = {
    "offers": N_("The products and services of ours that this promise rests on."),
    "creators": N_("How each brings about something that the {customer} wants."),
    "relievers": N_("How each takes away something that troubles the {customer}."),
}
_THEIRS = {
    "gains": N_("What the {customer} must have, expects, would love, or would not think of."),
    "pains": N_("What annoys, what keeps work from being done, what could go wrong."),
    "jobs": N_("What has to be done, how people want to be seen, how they want to feel."),
}


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing:
    canvas = ValueCanvas(
        title="",
        description="",
        left=_("Value map: what we offer"),
        right=_("{Customer} profile: what one group of {customers} needs"),
        ours=_to_fill(_OURS),
        theirs=_to_fill(_THEIRS),
    )
    return lay_out_canvas(canvas, WIDE, HIGH)


def _to_fill(prompts: Mapping[str, str]) -> tuple[CanvasField, ...]:
    """Empty fields under their titles, each with a prompt."""
    return tuple(
        CanvasField(title_for(Proposition, name), (), prompt=_(prompt)) for name, prompt in prompts.items()
    )


VALUE_PROPOSITION = Canvas(
    CanvasName.VALUE_PROPOSITION,
    "Fill in the right side first, with the {customer}, and weigh what you find. Then the left. Draw a "
    "line from each answer to the need that it meets.",
    _drawn,
    kinds=("propositions",),
    blanks=(N_("{Customers}, and which role"), N_("Filled in by"), N_("On")),
)
"""The canvas of a proposition."""
