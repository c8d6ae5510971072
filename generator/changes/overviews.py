"""The pages that are no entry's, and what they show of entries."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from schemas.fields import Entry
from schemas.settings import Settings


class Overview(StrEnum):
    """A page that is no entry's, by its name."""

    HOME = "index"
    CHECK = "check"
    MATRIX = "matrix"
    NETWORK = "network"
    COVERAGE = "coverage"
    REVIEWS = "reviews"

    def address(self, settings: Settings) -> str:
        """Where it stands on the site."""
        if self is Overview.HOME:
            return "index.html"
        beside = "steps" if self is Overview.CHECK else "events"
        return f"{settings.section_with(beside).id}/{self.value}.html"


OVERVIEW_NAMES: Mapping[Overview, str] = MappingProxyType(
    {
        Overview.HOME: "Home",
        Overview.CHECK: "Relationship check",
        Overview.MATRIX: "Events and workshops against groups",
        Overview.NETWORK: "What occurs together",
        Overview.COVERAGE: "Coverage",
        Overview.REVIEWS: "Reviews",
    }
)
"""What these pages are called."""


def overviews_showing(entry: Entry, field: str) -> frozenset[Overview]:
    """The overviews that show a field of an entry."""
    return frozenset(
        overview
        for overview, kinds, fields in _SHOWN
        if entry.reference.kind in kinds.split() and field in fields.split()
    )


_FRAMEWORK = "outcomes pillars groups values"

_SHOWN = (
    (Overview.HOME, _FRAMEWORK, "name summary order pillar group audience"),
    (Overview.HOME, "roles", "name order audience"),
    (Overview.HOME, "events", "name situation nature audience"),
    (Overview.HOME, "cases", "timeline audience"),
    (
        Overview.MATRIX,
        "events workshops pillars groups values roles steps",
        "name order pillar group builds needs ours initiative nature helps audience",
    ),
    (
        Overview.CHECK,
        "events workshops pillars groups values steps",
        "name summary order pillar group builds needs helps establishes watch_for risks pitfalls established "
        "missing initiative nature audience",
    ),
    (
        Overview.NETWORK,
        "groups values events cases",
        "name order customer group pillar builds timeline audience",
    ),
    (
        Overview.COVERAGE,
        f"{_FRAMEWORK} events workshops steps cases roles positions ambitions terms sources",
        "builds timeline establishes sources order pillar group audience",
    ),
    (Overview.COVERAGE, "groups", "name"),
)
"""Which overview shows which fields of which kinds."""
