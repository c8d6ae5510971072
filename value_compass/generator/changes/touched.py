"""What changes touch: pages, the entries that are read on them, and who keeps these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct

from value_compass.generator.changes.change import Change
from value_compass.schemas.fields import Entry, Reference


class TouchedPage(Struct, frozen=True, order=True):
    """A page that looks different."""

    title: str
    address: str


class Touched(Struct, frozen=True):
    """What one or more changes touch."""

    pages: frozenset[TouchedPage] = frozenset()
    """The pages that look different, each as it is after the changes."""
    entries: frozenset[Reference] = frozenset()
    """The entries whose place on the site looks different."""
    every_page: bool = False
    """Whether the frame of every page changes."""
    known: bool = True
    """Whether it can be said at all: content with errors may have no pages."""

    def by_kind(self) -> Mapping[str, tuple[Reference, ...]]:
        """The touched entries by their kinds."""
        kinds = sorted({reference.kind for reference in self.entries})
        return {kind: tuple(sorted(r for r in self.entries if r.kind == kind)) for kind in kinds}

    def owners(self, entries: Mapping[Reference, Entry]) -> Mapping[str, int]:
        """Who keeps the touched entries, with how many of them, the most first."""
        counts = Counter(entries[r].owner for r in sorted(self.entries) if r in entries)
        return MappingProxyType(dict(counts.most_common()))


class Touching(Protocol):
    """A finder of what changes touch."""

    def __call__(self, changes: Collection[Change] | None = None) -> Touched:
        """What some of the changes touch; all of them when none are named."""
