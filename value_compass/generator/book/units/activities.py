"""Events on a page, workshops on a spread."""

from __future__ import annotations

from value_compass.generator.book.blocks import Block, Run, Sign, of_field, table_rows
from value_compass.generator.book.text import line, sign_of
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.case_moments import seen_in_cases
from value_compass.generator.book.units.desk import Desk, strip
from value_compass.generator.book.units.generic import field_blocks, head, page_unit
from value_compass.generator.book.units.pieces import (
    body,
    listed,
    merged,
    names_in_line,
    small,
    steps_of,
    titled,
)
from value_compass.generator.pages.workshop_agenda import agenda
from value_compass.language.words import _
from value_compass.schemas.activities import Activity, AgendaItem, Event, Workshop
from value_compass.schemas.anatomy import back_for, title_for
from value_compass.schemas.fields import Basis
from value_compass.schemas.route import Role


def event_unit(desk: Desk, event: Event) -> Unit:
    """A page: what to do on the left; needs, effect and what happened on the right."""
    told = body(desk, event)
    return page_unit(
        desk,
        event,
        right=titled(_("In the cases"), told),
        leave=("body", "theirs"),
        kicker=_ties(desk, event),
        foot=_foot(desk, event),
    )


def workshop_unit(desk: Desk, workshop: Workshop) -> Unit:
    """A spread: on the left whether and why to hold it, on the right how to run it."""
    decide = [
        *field_blocks(desk, workshop, "purpose"),
        *body(desk, workshop),
        *listed(desk, workshop, "when"),
        *listed(desk, workshop, "when_not"),
        *field_blocks(desk, workshop, "needs"),
        *field_blocks(desk, workshop, "builds"),
    ]
    run = [
        *listed(desk, workshop, "questions", Sign.NUMBER),
        *listed(desk, workshop, "preparation", Sign.BOX),
        *listed(desk, workshop, "materials", Sign.BOX),
        *listed(desk, workshop, "outputs"),
        *listed(desk, workshop, "follow_up", Sign.BOX),
        *listed(desk, workshop, "pitfalls"),
    ]
    first = head(desk, workshop, kicker=_ties(desk, workshop), leave=("theirs",))
    return Unit(
        desk.names.of(workshop),
        (
            Sheet(rows(wide([first]), flowing(decide), wide(_foot(desk, workshop)))),
            Sheet(rows(wide(_agenda(desk, workshop)), flowing(run))),
        ),
        Room.SPREAD,
        str(workshop.reference),
    )


def _agenda(desk: Desk, workshop: Workshop) -> list[Block]:
    ours = workshop.agenda_basis is not Basis.STATED
    table: list[list[Run]] = [
        [
            [_("Day {number}, {time}", number=part.opens, time=part.clock) if part.opens else part.clock],
            [str(part.item.minutes)],
            [{"h": line(part.item.title, desk.names)}],
            [
                *line(part.item.what, desk.names),
                *([" ", {"e": line(part.item.method, desk.names)}] if part.item.method else []),
            ],
        ]
        for part in agenda(workshop)
        if part.item
    ]
    title: Run = [desk.title(workshop, "agenda"), *([sign_of(Basis.EDITORIAL)] if ours else [])]
    return of_field(
        "agenda",
        table_rows(
            [[_("From")], [_("Min.")], title, [title_for(AgendaItem, "what")]],
            table,
            widths=(13, 11, 38, 108),
            style="agenda",
            row_heads=2,
        ),
    )


def _ties(desk: Desk, activity: Activity) -> Run:
    """Who leads it, which steps it helps and which it sets back."""
    leads = merged(desk.playbook, desk.playbook.relations_to(activity, "leads"))
    helps, sets_back = steps_of(desk, activity, "helps"), steps_of(desk, activity, "watch_for")
    return strip(
        [
            {"h": [back_for(Role, "leads"), " "]},
            *names_in_line(desk, (one.reference for one in leads)),
        ]
        if leads
        else None,
        [{"h": [_("Helps step"), " "]}, *helps] if helps else None,
        [{"h": [_("Sets back step"), " "]}, *sets_back] if sets_back else None,
    )


def _foot(desk: Desk, activity: Activity) -> list[Block]:
    """Who else takes part, and where it happened."""
    people = small(desk.title(activity, "theirs"), [", ".join(activity.theirs)] if activity.theirs else [])
    return [*people, *seen_in_cases(desk, activity)]
