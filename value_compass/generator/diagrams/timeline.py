"""The timeline of a case: what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from value_compass.language.words import N_


class Initiative(StrEnum):
    """Who took the first step: the lanes, from left to right."""

    SUPPLIER = "supplier"
    BOTH = "both"
    CUSTOMER = "customer"
    OUTSIDE = "outside"


class Nature(StrEnum):
    """Whether the moment was planned; it shows in the shape of its mark."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"
    OPEN = "open"
    """Not an event or workshop of the playbook."""


LANE_NAMES = {
    Initiative.SUPPLIER: N_("We"),
    Initiative.BOTH: N_("Together"),
    Initiative.CUSTOMER: N_("{Customer}"),
    Initiative.OUTSIDE: N_("From outside"),
}
"""What the lanes are called."""

MARK_NAMES = {Nature.PLANNED: N_("planned"), Nature.UNPLANNED: N_("unplanned"), Nature.OPEN: N_("other")}
"""What the shapes of the marks are called."""


class Moment(Struct, frozen=True):
    """One moment of a case."""

    title: str
    address: str | None
    phase: str | None
    initiative: Initiative
    nature: Nature = Nature.OPEN
    year: int | None = None
    when: str | None = None
    """When it was, where the year does not say it."""


class Timeline(Struct, frozen=True):
    """What the timeline shows; moments in order, numbered from 1."""

    title: str
    description: str
    moments: tuple[Moment, ...]

    @property
    def numbered(self) -> Iterator[tuple[int, Moment, bool, int | None]]:
        """Each moment with its number, whether a phase begins with it, and the year when that is new."""
        phase, year = None, None
        for number, moment in enumerate(self.moments, 1):
            new_year = moment.year if moment.year != year else None
            yield number, moment, moment.phase not in (None, phase), new_year
            phase, year = moment.phase, moment.year or year
