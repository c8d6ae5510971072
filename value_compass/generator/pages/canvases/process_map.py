"""The map of a process, to mark how far one is."""

from __future__ import annotations

from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.stage_columns import lay_out_columns
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.pages.process_figures import process_map_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry
from value_compass.schemas.practice import Process


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing | None:
    model = process_map_of(playbook, entry) if isinstance(entry, Process) else None
    if model is None or not model.stages:
        return None
    return lay_out_columns(model, (_("Who holds it"), _("Next, and by when")), WIDE, HIGH)


PROCESS_MAP = Canvas(
    CanvasName.PROCESS_MAP,
    "Leave a circle empty, fill half of it, or all of it: not yet, partly, done. A diamond is a "
    "decision: write what was decided beside it.",
    _drawn,
    kinds=("processes",),
    of="processes",
)
"""The stages of a process with their practices, such as those of a partnership."""
