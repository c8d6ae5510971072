"""What the cards of single kinds say; those of the others follow from their models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from value_compass.generator.book.extracts.texts import (
    Said,
    builds_of,
    needs_of,
    said,
    statements,
    under_title,
)
from value_compass.generator.pages.neighbours import kicker
from value_compass.generator.pages.prose import PlainText, first_paragraph
from value_compass.generator.pages.views import minutes
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _, capital
from value_compass.schemas.activities import Activity, Event, Workshop
from value_compass.schemas.anatomy import choice_words
from value_compass.schemas.fields import Entry
from value_compass.schemas.framework import Value

Side: TypeAlias = "dict[str, Any]"
"""What a kind says on its cards: the `kicker`, what matters most as `lead`, and the blocks of the `back`."""


def _value(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    if not isinstance(entry, Value):
        raise TypeError(f"{entry.reference} is no value")
    return {
        "kicker": kicker(playbook, entry),
        "lead": under_title(entry, "meaning", paragraph(playbook, entry.meaning)),
        "back": [
            under_title(entry, "shows", statements(entry.shows, plainly)),
            under_title(entry, "lost", statements(entry.lost, plainly)),
        ],
    }


def _event(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    if not isinstance(entry, Event):
        raise TypeError(f"{entry.reference} is no event")
    happens = entry.happens_to_us
    todo = "respond" if entry.respond else "actions"
    acts = under_title(entry, todo, statements(getattr(entry, todo), plainly), ordered=True)
    return {
        "kicker": _(
            "{kind}, {facts}",
            kind=_kind(playbook, entry),
            facts=choice_words(entry, "nature" if happens else "initiative"),
        ),
        "lead": under_title(entry, "goal", [said(plainly(entry.goal))]),
        "back": [acts, *_both_ends(playbook, entry, plainly)],
    }


def _workshop(playbook: Playbook, entry: Entry, plainly: PlainText) -> Side:
    if not isinstance(entry, Workshop):
        raise TypeError(f"{entry.reference} is no workshop")
    return {
        "kicker": _("{kind}, {facts}", kind=_kind(playbook, entry), facts=minutes(entry.duration)),
        "lead": under_title(entry, "purpose", [said(plainly(entry.purpose))]),
        "back": _both_ends(playbook, entry, plainly),
    }


def _both_ends(playbook: Playbook, entry: Activity, plainly: PlainText) -> list[dict[str, Any]]:
    blocks = [
        under_title(entry, "needs", needs_of(playbook, entry, plainly)),
        under_title(entry, "builds", builds_of(playbook, entry)),
    ]
    return [one for one in blocks if one["items"]]


def paragraph(playbook: Playbook, text: str) -> list[Said]:
    """The first paragraph of a text; nothing where it has none."""
    words = first_paragraph(text, playbook.name_of)
    return [said(words)] if words else []


CARD_KINDS: Mapping[str, Callable[[Playbook, Entry, PlainText], Side]] = MappingProxyType(
    {"values": _value, "events": _event, "workshops": _workshop}
)
"""The kinds whose cards say more than their model asks for, in the order in which they are printed."""


def _kind(playbook: Playbook, entry: Entry) -> str:
    """What its kind is called, as a line begins with it."""
    return capital(playbook.kinds[entry.reference.kind].singular)
