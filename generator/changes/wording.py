"""What fields and relations are called when one tells of their changes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]
"""The way to a field from the top of a file: its name, or the list, the item's own words, and its name."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What an entry does to the one that it names."""

    does: str
    """Such as "builds"."""
    begins: str
    """Such as "now also builds"."""
    stops: str
    """Such as "no longer builds"."""


def day(date: datetime.date) -> str:
    """A day as readers write it: 22 November 2026."""
    return f"{date.day} {date:%B %Y}"


def field_words(field: str) -> str:
    """A field in words."""
    return _FIELDS.get(field) or field.replace("_", " ")


def moment_words(field: str) -> str:
    """A field of a moment in words."""
    return _MOMENT.get(field) or field_words(field)


def relation_words(field: str) -> Verb:
    """What an entry does that names another one in a field."""
    return _VERBS.get(field) or _verb(f'names under "{field_words(field)}"')


def _verb(does: str) -> Verb:
    return Verb(does, f"now also {does}", f"no longer {does}")


def _is(what: str) -> Verb:
    return Verb(f"is {what}", f"is now also {what}", f"is no longer {what}")


def _one(does: str) -> Verb:
    """For a field that names one entry and no more."""
    return Verb(does, f"now {does}", f"no longer {does}")


_FIELDS = {
    "actions": "what to do",
    "agenda_basis": "basis of the agenda",
    "aliases": "other names",
    "asks": "what it asks of us",
    "began": "how it began",
    "body": "text",
    "confidential": "list of confidential names",
    "covers": "what a source covers",
    "done_when": "done when",
    "duration": "length in minutes",
    "established": "how you know that it stands",
    "evidence": "how often it was raised",
    "evidence_note": "note on how often it was raised",
    "external": "times that customers raised it",
    "focus": "what the work is about",
    "gains": "what the playbook does for you",
    "grows": "how to grow from here",
    "internal": "times that our own people raised it",
    "introduced_by": "department that brought us in",
    "lasted": "how long it had lasted",
    "led_to": "where it led",
    "lessons": "what we learned",
    "lost": "how it is lost",
    "marks": "what it is known by",
    "missing": "how you know that it is missing",
    "needs": "what it needs first",
    "nuances": "ways to look at it",
    "opens": "what it opens",
    "order": "place in the order",
    "outputs": "what you go home with",
    "published": "publisher",
    "question": "question that it answers",
    "questions": "questions to ask",
    "reading_path": "what to read",
    "respond": "how to respond",
    "risks": "what usually goes wrong",
    "says": "how it sees the ambition",
    "research": "what the research says about itself",
    "shows": "how it shows",
    "signs": "how you know that this is the position",
    "theirs": "who takes part at the customer",
    "timeline": "what happened",
    "used_for": "use of the source",
    "when": "when it has most impact",
    "when_not": "when to leave it",
    "where": "place in the source",
    "who": "who they are",
    "why_here": "why it stands here",
    "works_with": "departments that we work with",
}

_MOMENT = {
    "event": "the event or workshop that it was",
    "what": "what happened",
    "when": "when it was",
    "who": "who was involved",
}

_VERBS = {
    "builds": _verb("builds"),
    "carries": _verb("carries"),
    "establishes": _verb("establishes"),
    "group": _one("belongs to"),
    "helps": _is("helped by"),
    "influences": _verb("leads to"),
    "leads": _verb("leads"),
    "literature": _verb("rests on"),
    "needs": _verb("needs"),
    "ours": _verb("involves"),
    "pillar": _one("belongs to"),
    "position": _one("stands in the position"),
    "reading_path": _verb("recommends reading"),
    "see": _verb("refers to"),
    "sources": _verb("cites"),
    "watch_for": _verb("warns of"),
}
