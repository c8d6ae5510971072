"""Cards of entries: one idea in front, what to know of it on the back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from markupsafe import Markup

from value_compass.generator.book.about import about
from value_compass.generator.book.codes import code
from value_compass.generator.book.extracts.sheets import Sheets, drawn
from value_compass.generator.book.extracts.texts import (
    Said,
    block,
    builds_of,
    needs_of,
    said,
    statements,
    title_of,
)
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.pages.neighbours import kicker
from value_compass.generator.pages.page import entry_address
from value_compass.generator.pages.parts import Item, Part, parts
from value_compass.generator.pages.prose import PlainText, plain_text, prose
from value_compass.generator.pages.views import minutes
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.activities import Activity, Event, Nature, Workshop
from value_compass.schemas.anatomy import Tier, choice_words
from value_compass.schemas.fields import Entry
from value_compass.schemas.framework import Value

Side: TypeAlias = "dict[str, Any]"
"""What a kind says on its cards: the `kicker`, what matters most as `lead`, and the blocks of the `back`."""


def compose_cards(
    playbook: Playbook,
    *,
    kinds: Sequence[str],
    imprint: Imprint,
) -> Sheets:
    """Put the entries of some kinds on cards, four on a sheet.

    Args:
        playbook: what the edition shows.
        kinds: the folders of the kinds.
        imprint: as of when they are printed, and how.

    Raises:
        BookFailure: when there is nothing to put on a card.
    """
    entries = [entry for kind in kinds for entry in playbook.of_kind(kind)]
    if not entries:
        raise BookFailure(
            f"this edition has no {' and no '.join(kinds)}, so there is nothing to put on cards"
        )
    return cards_for(playbook, entries, imprint)


def cards_for(playbook: Playbook, entries: Sequence[Entry], imprint: Imprint) -> Sheets:
    """Put some entries of kinds that have cards on cards."""
    plainly = plain_text(playbook)
    cards = [_card(playbook, entry, plainly) for entry in entries]
    return Sheets(about(playbook, imprint) | {"cards": cards}, "cards.typ")


def _card(playbook: Playbook, entry: Entry, plainly: PlainText) -> dict[str, Any]:
    return {
        "label": str(entry.reference),
        "name": entry.name,
        "language": entry.language or playbook.settings.language,
        "summary": plainly(entry.summary),
        "pillar": playbook.place(entry).pillar_id,
        "code": drawn(code(playbook.settings.site_address, entry_address(entry.reference, playbook))),
        **CARD_KINDS.get(entry.reference.kind, _any)(playbook, entry, plainly),
    }


def _value(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    if not isinstance(entry, Value):
        raise TypeError(f"{entry.reference} is no value")
    return {
        "kicker": _("Value of {name}", name=playbook[entry.group].name),
        "lead": block(_("What it means"), "meaning", [_first_paragraph(playbook, entry.meaning)]),
        "back": [
            block(_("How it shows"), "shows", statements(entry.shows, plainly)),
            block(_("How it is lost"), "lost", statements(entry.lost, plainly)),
        ],
    }


def _event(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    if not isinstance(entry, Event):
        raise TypeError(f"{entry.reference} is no event")
    happens = entry.nature is Nature.UNPLANNED
    todo = "respond" if entry.respond else "actions"
    acts = block(title_of(entry, todo), todo, statements(getattr(entry, todo), plainly), ordered=True)
    return {
        "kicker": _("Event that happens to us")
        if happens
        else _("Event, {initiative}", initiative=choice_words(entry, "initiative")),
        "lead": block(_("Goal"), "goal", [said(plainly(entry.goal))]),
        "back": [acts, *_both_ends(playbook, entry, plainly)],
    }


def _workshop(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    if not isinstance(entry, Workshop):
        raise TypeError(f"{entry.reference} is no workshop")
    return {
        "kicker": _("Workshop, {duration}", duration=minutes(entry.duration)),
        "lead": block(_("Purpose"), "purpose", [said(plainly(entry.purpose))]),
        "back": _both_ends(playbook, entry, plainly),
    }


MOST = 3
"""So many fields, and items of each, have room on the back of a card that follows from its model."""


def _any(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    """What the model says: what it is for or the first thing to do in front, more of it on the back."""
    shown = [
        part
        for tier in (Tier.HEAD, Tier.DO, Tier.KNOW)
        for part in parts(playbook, entry, tier)
        if not part.own and part.field not in {"name", "summary", "order"}
    ]
    told = [_of_part(part, plainly) for part in shown]
    first = told[0] if told else block("", "summary", [])
    return {"kicker": kicker(playbook, entry), "lead": first, "back": told[1 : MOST + 1]}


def _of_part(part: Part, plainly: PlainText) -> dict[str, Any]:
    if part.text:
        items = [said(plainly(part.text.strip().partition("\n\n")[0]))]
    else:
        items = [_of_item(item, plainly) for item in part.items[:MOST]]
    return block(part.title, part.field, items, ordered=part.look == "steps")


def _of_item(item: Item, plainly: PlainText) -> Said:
    if item.to:
        return said(item.to.name, item.basis)
    cells = (
        cell.text or ", ".join(one.to.name for one in cell.items if one.to) for cell in item.cells if cell
    )
    words = (*([item.name] if item.name else []), *item.texts, *(words for _, words in item.facts), *cells)
    return said(plainly(", ".join(words)), item.basis)


def _both_ends(playbook: Playbook, entry: Activity, plainly: PlainText) -> list[dict[str, Any]]:
    blocks = [
        block(_("What it needs first"), "needs", needs_of(playbook, entry, plainly)),
        block(_("What it builds"), "builds", builds_of(playbook, entry)),
    ]
    return [one for one in blocks if one["items"]]


def _first_paragraph(playbook: Playbook, text: str) -> Said:
    html = prose(text, playbook.name_of).partition("</p>")[0]
    return said(Markup(html).striptags())  # noqa: S704 - our restricted renderer makes the markup


CARD_KINDS: Mapping[str, Callable[[Playbook, Entry, PlainText], Side]] = MappingProxyType(
    {"values": _value, "events": _event, "workshops": _workshop}
)
"""The kinds whose cards say more than their model asks for, in the order in which they are printed."""
