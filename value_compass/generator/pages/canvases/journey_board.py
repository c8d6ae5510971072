"""The board of a process, empty."""

from __future__ import annotations

from value_compass.generator.diagrams.journey_board import lay_out_board
from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas
from value_compass.generator.pages.process_figures import board_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.canvases import CanvasName
from value_compass.schemas.fields import Entry
from value_compass.schemas.practice import Process


def _drawn(playbook: Playbook, entry: Entry | None) -> Drawing | None:
    board = board_of(playbook, entry) if isinstance(entry, Process) and entry.perspectives else None
    return lay_out_board(board.blank, WIDE, HIGH) if board else None


JOURNEY_BOARD = Canvas(
    CanvasName.JOURNEY_BOARD,
    "Write into each cell what is measured there today: a triangle before what points ahead, a square "
    "before what says that something was reached. A cell that stays empty is a hole.",
    _drawn,
    kinds=("processes",),
    of="processes",
)
"""Stages against the sides from which one looks; of each process that has sides."""
