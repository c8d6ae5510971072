"""The slides of a workshop, from its fields."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from value_compass.generator.book.extracts.workshop_sheet import START, clock_time
from value_compass.generator.diagrams.palette import INK
from value_compass.generator.load.house import House
from value_compass.generator.pages.canvases.register import posters_of
from value_compass.generator.pages.page import entry_address
from value_compass.generator.pages.parts import title_of
from value_compass.generator.pages.prose import PlainText, plain_text
from value_compass.generator.pages.views import minutes
from value_compass.generator.pages.workshop_agenda import length
from value_compass.generator.pages.workshop_letters import opening
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import Day, programme
from value_compass.generator.slides.deck import FONT, Deck, Look, Row, Slide, Words
from value_compass.generator.slides.fitting import fitted
from value_compass.language.words import _
from value_compass.schemas.activities import Workshop
from value_compass.schemas.fields import Statement

MOST_ROWS = 9
"""So many lines of an agenda stand on a slide."""

_DOT, _BOX = "•", "☐"


def compose_deck(
    playbook: Playbook, workshop: Workshop, day: datetime.date, start: datetime.time = START
) -> Deck:
    """Put what a room needs to see of a workshop on slides.

    Args:
        playbook: what the edition shows.
        workshop: one of its workshops.
        day: the day that the slides are dated.
        start: when each of its days begins.
    """
    settings = playbook.settings
    return Deck(
        workshop.name,
        plain_text(playbook)(workshop.summary),
        settings.organisation,
        workshop.language or settings.language,
        f"{settings.title} · {settings.edition}",
        _look(playbook.house),
        tuple(part.pillar.colour for part in playbook.framework),
        day,
        (_("Starts"), _("Minutes"), _("Part")),
        tuple(_slides(playbook, workshop, start)),
    )


def _look(house: House) -> Look:
    """Ink, accent, fonts and logo of a house; PowerPoint takes pictures of dots alone, so no logo in SVG."""
    colours, fonts = house.style.colours, house.style.fonts
    return Look(
        colours.ink if colours else INK.colour,
        colours.accent if colours else None,
        (fonts and fonts.headings) or FONT,
        (fonts and fonts.text) or FONT,
        house.logo.data if house.logo and house.logo.ending == ".png" else None,
    )


def _slides(playbook: Playbook, workshop: Workshop, start: datetime.time) -> Iterator[Slide]:
    plainly = plain_text(playbook)
    purpose = plainly(workshop.purpose)
    yield Slide(
        workshop.name,
        _("{length}, from {start}", length=length(workshop), start=clock_time(start, 0)),
        (Words(purpose),),
        notes=opening(workshop, plainly),
        opens=True,
    )
    yield from _spread(Slide(_("What it is for")), _people(playbook, workshop, purpose))
    days = programme(workshop)
    for of_day in days:
        yield from _agenda(playbook, workshop, of_day, start, several=len(days) > 1)
    for of_day in days:
        yield from _sessions(of_day, start, plainly, several=len(days) > 1)
    asked = [Words(plainly(one.text), f"{number}.") for number, one in enumerate(workshop.questions, 1)]
    yield from _spread(Slide(title_of(workshop, "questions")), asked)
    for poster in posters_of(playbook, workshop):
        drawn = poster.canvas.drawn(playbook, poster.of)
        if drawn:
            hint = poster.canvas.hint
            figure = replace(drawn, title=poster.title, description=hint)
            yield Slide(poster.title, figure=figure, notes=hint)
    for field, sign in (("outputs", _DOT), ("follow_up", _BOX)):
        yield from _spread(Slide(title_of(workshop, field)), _listed(getattr(workshop, field), sign, plainly))


def _people(playbook: Playbook, workshop: Workshop, purpose: str) -> Iterator[Words]:
    yield Words(purpose)
    for field, names in (
        ("theirs", workshop.theirs),
        ("ours", tuple(playbook[role].name for role in workshop.ours)),
    ):
        if names:
            yield Words(title_of(workshop, field), heading=True)
            yield Words("; ".join(names))


def _listed(items: Iterable[Statement], sign: str, plainly: PlainText) -> list[Words]:
    return [Words(plainly(one.text), sign) for one in items]


def _agenda(
    playbook: Playbook, workshop: Workshop, day: Day, start: datetime.time, *, several: bool
) -> Iterator[Slide]:
    title = title_of(workshop, "agenda")
    if several:
        title = _("{title}, day {number}", title=title, number=day.number)
    rows = [
        Row(clock_time(start, slot.begins), str(slot.item.minutes), slot.item.title) for slot in day.slots
    ]
    rows.append(Row(clock_time(start, day.minutes), "", _("End")))
    page = f"{playbook.settings.site_address or ''}{entry_address(workshop.reference, playbook)}"
    notes = _(
        "The times count from {start}. For another start, take them from the page of the workshop, where "
        '"Starts at" gives them: {page}',
        start=clock_time(start, 0),
        page=page,
    )
    kicker = _("Starts at {start}", start=clock_time(start, 0))
    for first in range(0, len(rows), MOST_ROWS):
        yield Slide(title, kicker, rows=tuple(rows[first : first + MOST_ROWS]), notes=notes)


def _sessions(day: Day, start: datetime.time, plainly: PlainText, *, several: bool) -> Iterator[Slide]:
    lengths = tuple(slot.item.minutes for slot in day.slots)
    for at, slot in enumerate(day.slots):
        begins, ends = (
            clock_time(start, passed) for passed in (slot.begins, slot.begins + slot.item.minutes)
        )
        lasts = minutes(slot.item.minutes)
        kicker = (
            _(
                "Day {day}, {start} to {end}, {length}",
                day=day.number,
                start=begins,
                end=ends,
                length=lasts,
            )
            if several
            else _("{start} to {end}, {length}", start=begins, end=ends, length=lasts)
        )
        how = plainly(slot.item.method) if slot.item.method else ""
        slide = Slide(slot.item.title, kicker, notes=how, lengths=lengths, at=at)
        yield from _spread(slide, [Words(plainly(slot.item.what))])


def _spread(slide: Slide, words: Iterable[Words]) -> Iterator[Slide]:
    """Words on one slide, or on several where they need it."""
    for held in fitted(list(words)):
        yield replace(slide, words=held.words)
