"""The matrix: what builds or needs each group, and which roles take part."""

from __future__ import annotations

from value_compass.generator.book.blocks import Run, called, table_rows
from value_compass.generator.book.unit import Room, Sheet, Unit, rows, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.front import titled_top
from value_compass.generator.book.units.pieces import steps_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _, pieces
from value_compass.schemas.fields import Entry
from value_compass.schemas.framework import Group
from value_compass.schemas.route import Role


def matrix(desk: Desk) -> Unit | None:
    """Everything that builds or needs a group, by step: against groups and roles."""
    playbook = desk.playbook
    groups, roles = playbook.of(Group), playbook.of(Role)
    sources = {r.source.reference: r.source for r in playbook.relations if r.field in {"builds", "needs"}}
    activities = [entry for entry in playbook.entries.values() if entry.reference in sources]
    if not activities or not groups:
        return None
    ordered = sorted(
        activities, key=lambda entry: (_first_step(playbook, entry), playbook.sort_key(entry.name))
    )
    table = [
        [
            [desk.names.link(entry.reference)],
            steps_of(desk, entry, "helps"),
            *(_cell(playbook, entry, group) for group in groups),
            *([{"m": "f"}] if role.reference in getattr(entry, "ours", ()) else [] for role in roles),
        ]
        for entry in ordered
    ]
    heads: list[Run] = [
        pieces("Builds {full}, needs {hollow}; takes part {full}", full={"m": "f"}, hollow={"m": "o"}),
        [_("Step")],
        *(called(desk.names.of(group)) for group in groups),
        *(called(role.name) for role in roles),
    ]
    narrow = min(7.0, 112 / (len(heads) - 1))
    widths = [170 - narrow * (len(heads) - 1), *([narrow] * (len(heads) - 1))]
    rows_ = table_rows(heads, table, widths=widths, style="dense")
    top = titled_top(
        _("All at a glance"),
        _("Events, workshops and practices, sorted by the step that they help."),
        label="book:matrix",
    )
    return Unit(
        _("All at a glance"),
        (Sheet(rows(wide([top]), wide(rows_))),),
        Room.PAGE,
        "book:matrix",
        planned=True,
        level=1,
    )


def _first_step(playbook: Playbook, entry: Entry) -> int:
    step = playbook.place(entry).step
    return step.order if step else 999


def _cell(playbook: Playbook, entry: Entry, group: Group) -> Run:
    fields = {
        relation.field
        for relation in playbook.relations_from(entry, "builds", "needs")
        if playbook.place(relation.target).group is group
    }
    return [{"m": sign} for field, sign in (("builds", "f"), ("needs", "o")) if field in fields]
