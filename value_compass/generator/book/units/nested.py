"""Which kinds stand with the entry that they are below, instead of in a chapter of their own."""

from __future__ import annotations

from value_compass.schemas.kinds import Kind, PrintedIn
from value_compass.schemas.walk import kinds_named


def nested(kind: Kind) -> str | None:
    """The kind whose entries those of this kind follow; nothing where they have a chapter of their own."""
    if kind.parent is None or kind.printed_in is PrintedIn.CHAPTER:
        return None
    return next(iter(kinds_named(kind.model, kind.parent)))


def set_within(kind: Kind) -> bool:
    """Whether entries of a kind stand within the unit of their parent."""
    return kind.printed_in is PrintedIn.PARENTS_UNIT
