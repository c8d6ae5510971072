"""The moments of cases that name an entry."""

from __future__ import annotations

from value_compass.generator.book.blocks import Block, Run, called
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.pieces import numbered, small
from value_compass.generator.pages.case_moments import moments_about
from value_compass.language.words import plural_pieces
from value_compass.schemas.anatomy import back_for
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry


def seen_in_cases(desk: Desk, entry: Entry) -> list[Block]:
    """The moments of cases that name an entry, by their numbers, under a title; nothing without any."""
    run: Run = []
    about = desk.playbook.relations_to(entry, "timeline")
    for case in desk.playbook.of(Case):
        numbers = [number for number, _ in moments_about(case, [one for one in about if one.source is case])]
        if numbers:
            run += [" \u00b7 "] if run else []
            run += [{"l": str(case.reference), "t": called(case.called), "p": True}, " "]
            shown = numbered(f"{case.reference}#moment-", numbers)
            run += plural_pieces("moment {numbers}", "moments {numbers}", len(numbers), numbers=shown)
    return small(back_for(Case, "timeline"), run)
