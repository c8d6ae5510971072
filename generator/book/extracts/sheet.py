"""A facilitator's sheet: one side to run a workshop from, one to prepare it with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from generator.book.about import about
from generator.book.codes import code
from generator.book.compose import Composition
from generator.book.extracts.texts import block, builds_of, needs_of, plain_text, said, statements
from generator.book.finish import PLAIN, Finish
from generator.book.images import Images
from generator.pages.page import entry_address
from generator.pages.views import INITIATIVE_WORDS, minutes
from generator.playbook.playbook import Playbook
from schemas.activities import Workshop
from schemas.fields import Basis

_DAY, _LONG = 24 * 60, 10 * 60
"""In minutes: a day, and what no session lasts in one day."""


def compose_sheet(
    playbook: Playbook,
    *,
    workshop: Workshop,
    start: datetime.time,
    images: Images,
    revision: str,
    day: datetime.date,
    finish: Finish = PLAIN,
) -> Composition:
    """Put what a facilitator needs of a workshop on a sheet.

    Args:
        playbook: what the edition shows.
        workshop: one of its workshops.
        start: when the first part of the agenda begins.
        images: where the code goes.
        revision: which revision of the playbook this is.
        day: the day that it is dated.
        finish: how it is printed.
    """
    plainly = plain_text(playbook)
    roles = [said(playbook[role].name) for role in workshop.ours]
    people = [said(who) for who in workshop.theirs]
    blocks = {
        "run": [
            block("Questions to ask", "questions", statements(workshop.questions, plainly), ordered=True)
        ],
        "prepare": [
            block("Preparation", "preparation", statements(workshop.preparation, plainly)),
            block("Materials", "materials", statements(workshop.materials, plainly)),
            block("Who takes part on our side", "ours", roles),
            block("At the customer and around", "theirs", people),
        ],
        "know": [
            block("What it needs first", "needs", needs_of(playbook, workshop, plainly)),
            block("What it builds", "builds", builds_of(playbook, workshop)),
            block("Pitfalls", "pitfalls", statements(workshop.pitfalls, plainly)),
        ],
    }
    data = about(playbook, revision=revision, day=day, finish=finish) | {
        "first": 0,
        "label": str(workshop.reference),
        "name": workshop.name,
        "kicker": f"Workshop, {minutes(workshop.duration)}, {INITIATIVE_WORDS[workshop.initiative]}",
        "summary": plainly(workshop.summary),
        "purpose": plainly(workshop.purpose),
        "pillar": playbook.place(workshop).pillar_id,
        "code": code(images, playbook.settings.site_address, entry_address(workshop.reference)),
        "agenda": [
            {"from": clock, "minutes": item.minutes, "title": item.title, "what": plainly(item.what)}
            | {"method": plainly(item.method) if item.method else None}
            for clock, item in zip(clock_times(workshop, start), workshop.agenda, strict=False)
        ],
        "end": list(clock_times(workshop, start))[-1],
        "note": _note(workshop),
        **{side: [one for one in found if one["items"]] for side, found in blocks.items()},
    }
    return Composition(data, labels=frozenset({data["label"]}), template="workshop.typ")


def clock_times(workshop: Workshop, start: datetime.time) -> Iterator[str]:
    """When each part of an agenda begins, and then when the last one ends."""
    passed = start.hour * 60 + start.minute
    for minutes_of_part in (0, *(item.minutes for item in workshop.agenda)):
        passed += minutes_of_part
        later = f" (+{passed // _DAY} d)" if passed >= _DAY else ""
        yield f"{passed % _DAY // 60:02d}:{passed % 60:02d}{later}"


def _note(workshop: Workshop) -> dict[str, Any]:
    """Whether the source gives the lengths, and what a reader must know of the times."""
    stated = workshop.agenda_basis is Basis.STATED
    source = "as in the source" if stated else "ours: the source gives none for this session"
    long = " The times run on; a session of more than one day begins again each morning."
    text = f"The lengths of the parts are {source}.{long if workshop.duration > _LONG else ''}"
    return said(text, workshop.agenda_basis)
