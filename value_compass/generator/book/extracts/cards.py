"""Cards of entries: one idea in front, what to know of it on the back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from value_compass.generator.book.about import about
from value_compass.generator.book.codes import code, drawn
from value_compass.generator.book.extracts.card_sides import CARD_KINDS, Side, paragraph
from value_compass.generator.book.extracts.sheets import Sheets
from value_compass.generator.book.extracts.texts import (
    Said,
    block,
    said,
)
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.pages.neighbours import kicker
from value_compass.generator.pages.page import entry_address
from value_compass.generator.pages.parts import Item, Part, parts
from value_compass.generator.pages.prose import PlainText, plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.anatomy import Shape, Tier
from value_compass.schemas.fields import Entry


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
    told = [one for one in (_of_part(playbook, part, plainly) for part in shown) if one["items"]]
    first = told[0] if told else block("", "summary", [])
    return {"kicker": kicker(playbook, entry), "lead": first, "back": told[1 : MOST + 1]}


def _of_part(playbook: Playbook, part: Part, plainly: PlainText) -> dict[str, Any]:
    if part.text:
        items = paragraph(playbook, part.text) if part.look == "prose" else [said(plainly(part.text))]
    else:
        items = [_of_item(item, plainly) for item in part.items[:MOST]]
    return block(part.title, part.field, items, ordered=part.look == Shape.STEPS)


def _of_item(item: Item, plainly: PlainText) -> Said:
    if item.to:
        return said(item.to.name, item.basis)
    cells = (
        cell.text or ", ".join(one.to.name for one in cell.items if one.to) for cell in item.cells if cell
    )
    words = (*([item.name] if item.name else []), *item.texts, *(words for _, words in item.facts), *cells)
    return said(plainly(", ".join(words)), item.basis)
