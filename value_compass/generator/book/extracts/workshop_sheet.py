"""A facilitator's sheet: one side to run a workshop from, one to prepare it with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from value_compass.generator.book.about import about
from value_compass.generator.book.codes import code, drawn
from value_compass.generator.book.extracts.sheets import Sheets
from value_compass.generator.book.extracts.texts import builds_of, needs_of, said, statements, under_title
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.pages.page import entry_address
from value_compass.generator.pages.parts import title_of
from value_compass.generator.pages.prose import PlainText, plain_text
from value_compass.generator.pages.workshop_agenda import length
from value_compass.generator.pages.workshop_handouts import sheet_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import Day, programme
from value_compass.language.words import _, capital
from value_compass.schemas.activities import AgendaItem, Workshop
from value_compass.schemas.anatomy import choice_words, title_for
from value_compass.schemas.fields import Basis

START = datetime.time(9)
"""When a session begins unless somebody says so."""

_DAY = 24 * 60
"""In minutes."""


def compose_sheet(
    playbook: Playbook,
    *,
    workshop: Workshop,
    start: datetime.time,
    imprint: Imprint,
) -> Sheets:
    """Put what a facilitator needs of a workshop on a sheet.

    Args:
        playbook: what the edition shows.
        workshop: one of its workshops.
        start: when the first part of the agenda begins.
        imprint: as of when it is printed, and how.
    """
    plainly = plain_text(playbook)
    roles = [said(playbook[role].name) for role in workshop.ours]
    people = [said(who) for who in workshop.theirs]
    opening = (workshop.opening,) if workshop.opening else ()
    blocks = {
        "welcome": [under_title(workshop, "opening", statements(opening, plainly))],
        "run": [under_title(workshop, "questions", statements(workshop.questions, plainly), ordered=True)],
        "prepare": [
            under_title(workshop, "preparation", statements(workshop.preparation, plainly)),
            under_title(workshop, "materials", statements(workshop.materials, plainly)),
            under_title(workshop, "ours", roles),
            under_title(workshop, "theirs", people),
        ],
        "know": [
            under_title(workshop, "needs", needs_of(playbook, workshop, plainly)),
            under_title(workshop, "builds", builds_of(playbook, workshop)),
            under_title(workshop, "pitfalls", statements(workshop.pitfalls, plainly)),
        ],
    }
    data = about(playbook, imprint) | {
        "label": str(workshop.reference),
        "language": workshop.language or playbook.settings.language,
        "name": workshop.name,
        "kicker": _(
            "{kind}, {length}, {initiative}",
            kind=capital(playbook.kinds[workshop.reference.kind].singular),
            length=length(workshop),
            initiative=choice_words(workshop, "initiative"),
        ),
        "summary": plainly(workshop.summary),
        "purpose": plainly(workshop.purpose),
        "titles": {
            "purpose": title_of(workshop, "purpose"),
            "agenda": title_of(workshop, "agenda"),
            "what": title_for(AgendaItem, "what"),
        },
        "pillar": playbook.place(workshop).pillar_id,
        "code": drawn(code(playbook.settings.site_address, entry_address(workshop.reference, playbook))),
        "days": [_day(day, start, plainly) for day in programme(workshop)],
        "note": _note(workshop),
        **{side: [one for one in found if one["items"]] for side, found in blocks.items()},
    }
    return Sheets(data, "workshop.typ")


def workshops(playbook: Playbook) -> Mapping[str, Workshop]:
    """The workshops, by the ids by which they are asked for."""
    return {workshop.reference.id: workshop for workshop in playbook.of(Workshop)}


def all_sheets(playbook: Playbook, imprint: Imprint) -> Iterator[tuple[str, Sheets]]:
    """The sheet of every workshop, at its address on the site."""
    for workshop in playbook.of(Workshop):
        sheet = compose_sheet(playbook, workshop=workshop, start=START, imprint=imprint)
        yield sheet_of(workshop).address, sheet


def _day(day: Day, start: datetime.time, plainly: PlainText) -> dict[str, Any]:
    return {
        "number": day.number,
        "agenda": [
            {
                "from": clock_time(start, slot.begins),
                "minutes": slot.item.minutes,
                "title": slot.item.title,
                "what": plainly(slot.item.what),
                "method": plainly(slot.item.method) if slot.item.method else None,
            }
            for slot in day.slots
        ],
        "end": clock_time(start, day.minutes),
    }


def clock_time(start: datetime.time, passed: int) -> str:
    """The time of day so many minutes after another; past midnight it says so."""
    total = start.hour * 60 + start.minute + passed
    later = f" (+{total // _DAY} d)" if total >= _DAY else ""
    return f"{total % _DAY // 60:02d}:{total % 60:02d}{later}"


def _note(workshop: Workshop) -> dict[str, Any]:
    """Whether the source gives the lengths."""
    stated = workshop.agenda_basis is Basis.STATED
    if stated:
        return said(_("The lengths of the parts are as in the source."), workshop.agenda_basis)
    note = _("The lengths of the parts are ours: no source gives any for this session.")
    return said(note, workshop.agenda_basis)
