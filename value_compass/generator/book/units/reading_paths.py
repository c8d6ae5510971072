"""The reading paths of the roles, on one page."""

from __future__ import annotations

from value_compass.generator.book.blocks import Run, table_rows
from value_compass.generator.book.unit import Sheet, Unit, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.front import plain_page, titled_top
from value_compass.language.words import _
from value_compass.schemas.route import Role


def reading_paths(desk: Desk) -> Unit | None:
    """What each role reads, in its order."""
    found = []
    for role in desk.playbook.of(Role):
        run: Run = []
        for number, to in enumerate(role.reading_path, 1):
            run += [*(["  "] if run else []), {"g": [f"{number}\u00a0"]}, desk.names.link(to.to)]
        if run:
            found.append([[{"h": [desk.names.link(role.reference)]}], run])
    if not found:
        return None
    table = table_rows([[_("I am")], [_("I read, in this order")]], found, widths=(40, 130))
    top = titled_top(_(desk.playbook.settings.home.roles), label="book:paths")
    return plain_page(_("Reading paths"), "book:paths", [Sheet((wide([top]), wide(table)))])
