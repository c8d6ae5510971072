"""The figures of a process in print."""

from __future__ import annotations

from value_compass.generator.diagrams.journey_board import lay_out_board
from value_compass.generator.diagrams.ladder import lay_out_ladder
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.pieces import draw
from value_compass.generator.load.fonts import SANS
from value_compass.generator.pages.process_figures import board_of, ladder_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry
from value_compass.schemas.practice import Process

_WIDEST = 700
"""Figures this wide have no letter below 7 pt on a page."""


def board(playbook: Playbook, process: Entry | None) -> str | None:
    """The metrics of a process, by stage and side; nothing where none has a place."""
    model = board_of(playbook, process) if isinstance(process, Process) and process.perspectives else None
    palette = Palette.for_print(SANS)
    return draw(lay_out_board(model, _WIDEST), palette, "board", "board") if model else None


def ladder(playbook: Playbook, process: Entry | None) -> str | None:
    """The metrics of a process from indirect to economic; nothing where no level is known."""
    model = ladder_of(playbook, process) if isinstance(process, Process) else None
    palette = Palette.for_print(SANS)
    return draw(lay_out_ladder(model, _WIDEST), palette, "ladder", "ladder") if model else None
