"""What `compass book` prints beside the whole book: which extract is asked for, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct

from value_compass.generator.book.compose import Extract
from value_compass.generator.book.extracts.card_sides import CARD_KINDS
from value_compass.generator.book.extracts.cards import compose_cards
from value_compass.generator.book.extracts.part import part
from value_compass.generator.book.extracts.reading_pack import pack, readers
from value_compass.generator.book.extracts.sheets import Sheets, build_sheets
from value_compass.generator.book.extracts.worksheet import compose_worksheet
from value_compass.generator.book.extracts.workshop_sheet import START, compose_sheet, workshops
from value_compass.generator.book.finish import PLAIN, Finish
from value_compass.generator.book.greyscale import with_grey_pillars
from value_compass.generator.book.wrap import PAPER, build_wrap
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.cli.checked import Tell
from value_compass.generator.cli.printing import imprint_of, write_book
from value_compass.generator.cli.revision import Origin
from value_compass.generator.playbook.playbook import Playbook

Compose = Callable[..., Sheets]
"""Takes a playbook and `imprint`."""

Found = TypeVar("Found")

_OPTIONS = (
    click.option("--part", metavar="ID", help="One part of the book: a section of site.yml."),
    click.option("--role", metavar="ID", help="A role's pack: what it reads, in its order."),
    click.option("--workshop", metavar="ID", help="A facilitator's sheet for a workshop."),
    click.option(
        "--start",
        type=click.DateTime(["%H:%M"]),
        metavar="HH:MM",
        help="When the workshop begins; 09:00 unless given.",
    ),
    click.option(
        "--cards",
        is_flag=False,
        flag_value=",".join(CARD_KINDS),
        metavar="[KINDS]",
        help=f"Cards of A6, four on a sheet: {', '.join(CARD_KINDS)}, or other kinds with commas between.",
    ),
    click.option("--worksheet", is_flag=True, help="The relationship check on paper."),
    click.option(
        "--wrap",
        type=click.FloatRange(0.03, 1),
        is_flag=False,
        flag_value=PAPER,
        metavar="[MM]",
        help=f"Back, spine and front on one sheet for the binder; MM is how thick a sheet of the book's "
        f"paper is, {PAPER} unless given.",
    ),
)


def extract_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that ask for an extract."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Request(Struct, frozen=True):
    """What was asked for beside the book: entries of it, sheets of their own, or its wrap."""

    name: str
    """What its file is called after the book's name."""
    entries: Extract | None = None
    sheets: Compose | None = None
    paper: float | None = None
    """For the wrap of the book: how thick its paper is, in millimetres."""


def request_of(playbook: Playbook, asked: Mapping[str, Any], finish: Finish) -> Request | None:
    """Which extract is asked for; nothing when it is the whole book.

    Args:
        playbook: what the edition shows.
        asked: the values of the options.
        finish: how it is to be printed.

    Raises:
        click.UsageError: when two are asked for at once, or something that does not exist.
    """
    chosen = [name for name in _REQUESTS if asked[name] not in {None, False}]
    if len(chosen) > 1:
        raise click.UsageError(
            f"--{chosen[0]} and --{chosen[1]} print two things; ask for one, then for the other"
        )
    if asked["start"] and chosen != ["workshop"]:
        raise click.UsageError("--start is when a workshop begins; name it with --workshop")
    if not chosen:
        return None
    request = _REQUESTS[chosen[0]](playbook, asked)
    if finish.bleed and not request.entries:
        raise click.UsageError(
            f"--bleed is for the book and its parts: with --{chosen[0]} no colour reaches the edge of a sheet"
        )
    return request


def write_extract(
    playbook: Playbook, origin: Origin, target: Path, request: Request, *, tell: Tell, finish: Finish = PLAIN
) -> None:
    """Build an extract at a path that does not exist yet.

    Raises:
        Failure: when it cannot be built.
    """
    if request.entries:
        write_book(playbook, origin, target, tell=tell, finish=finish, extract=request.entries)
    elif request.sheets:
        _write_sheets(playbook, origin, target, request.name, request.sheets, tell=tell, finish=finish)
    elif request.paper:
        _write_wrap(playbook, origin, target, request.paper, tell=tell, finish=finish)


def _write_wrap(
    playbook: Playbook, origin: Origin, target: Path, paper: float, *, tell: Tell, finish: Finish
) -> None:
    if finish.greyscale:
        playbook = with_grey_pillars(playbook)
    tell("Setting the wrap: the pages of the book are counted first ...")
    spine = build_wrap(playbook, target, imprint_of(origin, finish), folder=origin.folder, paper=paper)
    tell(f"The spine is {spine} mm wide, for a book on paper of {paper} mm a sheet.")


def _write_sheets(
    playbook: Playbook,
    origin: Origin,
    target: Path,
    name: str,
    sheets: Compose,
    *,
    tell: Tell,
    finish: Finish,
) -> None:
    if finish.greyscale:
        playbook = with_grey_pillars(playbook)
    imprint = imprint_of(origin, finish)
    tell(f"Setting {name} ...")
    build_sheets(sheets(playbook, imprint=imprint), target, imprint, folder=origin.folder)


def _part(playbook: Playbook, asked: Mapping[str, Any]) -> Request:
    sections = {section.id: section for section in playbook.settings.sections}
    section = _named("part", asked["part"], sections)
    return Request(f"part-{section.id}", entries=part(playbook, section))


def _role(playbook: Playbook, asked: Mapping[str, Any]) -> Request:
    role = _named("role", asked["role"], readers(playbook))
    return Request(f"role-{role.reference.id}", entries=pack(playbook, role))


def _workshop(playbook: Playbook, asked: Mapping[str, Any]) -> Request:
    workshop = _named("workshop", asked["workshop"], workshops(playbook))
    start = asked["start"].time() if asked["start"] else START
    return Request(
        f"workshop-{workshop.reference.id}", sheets=partial(compose_sheet, workshop=workshop, start=start)
    )


def _cards(playbook: Playbook, asked: Mapping[str, Any]) -> Request:
    kinds = dict.fromkeys(asked["cards"].replace(" ", "").split(","))
    for kind in kinds:
        _named("kind of cards", kind, {name: name for name in playbook.kinds if playbook.of_kind(name)})
    name = "cards" if len(kinds) == len(CARD_KINDS) else f"cards-{'-'.join(kinds)}"
    return Request(name, sheets=partial(compose_cards, kinds=tuple(kinds)))


def _worksheet(playbook: Playbook, asked: Mapping[str, Any]) -> Request:
    return Request("worksheet", sheets=compose_worksheet)


def _wrap(playbook: Playbook, asked: Mapping[str, Any]) -> Request:
    return Request("wrap", paper=asked["wrap"])


_REQUESTS: Mapping[str, Callable[[Playbook, Mapping[str, Any]], Request]] = {
    "part": _part,
    "role": _role,
    "workshop": _workshop,
    "cards": _cards,
    "worksheet": _worksheet,
    "wrap": _wrap,
}


def _named(what: str, name: str, known: Mapping[str, Found]) -> Found:
    if name in known:
        return known[name]
    advice = did_you_mean(name, known) or f"there is: {_listed(known)}"
    raise click.UsageError(f'there is no {what} "{shown(name)}" in this edition; {advice}')


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
