"""What there is to tell of how the content changed, period by period."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from value_compass.generator.changes.told import Named, Told
from value_compass.language.words import N_
from value_compass.schemas.fields import Reference


class EntryHistory(Struct, frozen=True):
    """What changed about an entry in a period."""

    entry: Named
    """As it is called today; as it was called, when it is gone."""
    changes: tuple[Told, ...]
    """The rest of each sentence that begins with the entry."""
    time: datetime.datetime
    """When it last changed in the period, in UTC."""
    roles: frozenset[Reference] = frozenset()
    """The roles that it concerns: those who take part, lead it, or have it on their reading path."""
    new: bool = False
    """Whether it came in the period."""


class Period(Struct, frozen=True):
    """What changed between two points of the history."""

    key: str
    """What no other period is called, and what it stays called."""
    title: str
    time: datetime.datetime
    """When its last commit was made, in UTC."""
    entries: tuple[EntryHistory, ...] = ()
    """The entries that changed, in reading order."""
    reviewed: tuple[Named, ...] = ()
    """The entries that were reviewed and say the same."""
    began: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """For the first period: how many entries of each kind there were at its end."""
    unread: int = 0
    """How many files could not be compared, because today's generator cannot read them."""


class History(Struct, frozen=True):
    """What changed in the content over time."""

    periods: tuple[Period, ...] = ()
    """The newest first."""
    gap: str | None = None
    """What is missing and why, in a sentence; nothing when the history is whole."""
    shallow: bool = False
    """Whether it is missing because the copy of the repository lacks it."""


NOT_READ = History(
    gap=N_("This copy was made without the history of its content, so it cannot tell what changed.")
)
"""What there is to tell when git cannot be asked."""
