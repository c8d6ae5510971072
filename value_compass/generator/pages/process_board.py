"""The board of a process as a tool: what it shows, and the same for a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from value_compass.generator.diagrams.journey_board import Board, Sort, Use
from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.process_figures import board_of
from value_compass.generator.pages.spreadsheet import csv_of
from value_compass.generator.pages.tool import Tool
from value_compass.language.words import _, choice
from value_compass.schemas.fields import Entry
from value_compass.schemas.practice import Process


def _board(material: Material, entry: Entry) -> Board | None:
    return board_of(material.playbook, entry) if isinstance(entry, Process) else None


def _shown(material: Material, entry: Entry) -> Mapping[str, Any] | None:
    board = _board(material, entry)
    return {"board": board} if board else None


def _files(material: Material, entry: Entry) -> Mapping[str, str]:
    board = _board(material, entry)
    # A spreadsheet knows by its first character that a text is Unicode.
    return {"csv": f"\ufeff{board_csv(board, material.playbook.settings.language)}"} if board else {}


def board_csv(board: Board, language: str) -> str:
    """A board for a spreadsheet: a row for each metric in a cell, and one for each hole."""
    rows: list[tuple[str, ...]] = [(_("Stage"), _("Side"), _("Metric"), _("Sort"), _("Use"), board.owners)]
    for column in board.columns:
        owner = column.owner or board.nobody
        for side, cell in zip(board.sides, column.cells, strict=True):
            for metric in cell:
                words = (_csv_word(metric.sort), _csv_word(metric.use))
                rows.append((column.name, side, metric.name, *words, owner))
            if not cell:
                rows.append((column.name, side, "", "", "", owner))
    return csv_of(rows, language)


def _csv_word(value: Sort | Use) -> str:
    return "" if value in (Sort.UNSAID, Use.UNSAID) else choice(value.value)


BOARD = Tool(
    name="process_board",
    folder="boards",
    title="Board",
    summary="What is measured in which stage, by whom, and where nothing is.",
    kind="processes",
    shown=_shown,
    assets=("assets/check.css", "assets/address.js", "assets/board.js"),
    files=_files,
)
"""The board of each process that has one."""
