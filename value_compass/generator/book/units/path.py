"""The path on a spread: a line through all steps, and under each what it asks and establishes."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from value_compass.generator.book.blocks import Block
from value_compass.generator.book.text import line
from value_compass.generator.book.unit import Room, Row, Sheet, Unit, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.front import titled_top
from value_compass.generator.book.units.pieces import names_in_line
from value_compass.language.words import _
from value_compass.schemas.route import Step


def path_unit(desk: Desk, kind: str) -> Unit | None:
    """The spread before the steps; nothing for another kind, or a path that needs none."""
    steps = desk.playbook.steps
    if kind != "steps" or len(steps) < 2:
        return None
    half = ceil(len(steps) / 2)
    pages: list[Sequence[Step]] = [steps[:half], steps[half:]]
    sheets = []
    for number, page in enumerate(pages):
        title = _("The path") if number == 0 else _("… and on")
        top = titled_top(title, level=2 if number == 0 else 4)
        sheets.append(
            Sheet((wide([top]), Row((Block(_drawn(desk, page, half, last=number == 1)),), above=1.0)))
        )
    return Unit(_("The path"), tuple(sheets), Room.SPREAD, "book:path", planned=True, level=2)


def _drawn(desk: Desk, steps: Sequence[Step], columns: int, *, last: bool) -> dict[str, object]:
    return {
        "k": "path",
        "columns": columns,
        "last": last,
        "steps": [
            {
                "number": str(step.order),
                "name": [desk.names.link(step.reference)],
                "question": line(step.question, desk.names),
                "groups": [
                    {"mk": desk.pillar(desk.playbook[to.to]) or "", "t": [desk.names.link(to.to)]}
                    for to in step.establishes
                ],
                "helps": names_in_line(desk, [to.to for to in step.helps]),
                "watch": names_in_line(desk, [to.to for to in step.watch_for]),
                "milestone": step.milestone.name if step.milestone else None,
            }
            for step in steps
        ],
    }
