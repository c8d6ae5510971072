"""What changes touch: pages, steps, workshops, cases and owners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType

from generator.changes.change import (
    Change,
    EntryAdded,
    EntryRemoved,
    EntryRenamed,
    OwnerChanged,
    RelationChange,
    Reordered,
    Reviewed,
    SettingsChanged,
    TextChanged,
    TimelineChanged,
)
from generator.changes.ground import Ground
from generator.changes.overviews import Overview, overviews_showing
from schemas.fields import UNFILED, Reference


@dataclass(frozen=True, slots=True)
class Touched:
    """What one or more changes touch."""

    entries: frozenset[Reference] = frozenset()
    """The entries whose place on the site or in the book looks different."""
    lists: frozenset[str] = frozenset()
    """The kinds whose list looks different, on their own page and on their section's."""
    overviews: frozenset[Overview] = frozenset()
    steps: frozenset[Reference] = frozenset()
    """The steps of `entries`, and those at which a changed entry stands."""
    every_page: bool = False
    """Whether the frame of every page changes."""

    def __or__(self, other: Touched) -> Touched:
        """What either touches."""
        return Touched(
            self.entries | other.entries,
            self.lists | other.lists,
            self.overviews | other.overviews,
            self.steps | other.steps,
            self.every_page or other.every_page,
        )

    def of_kind(self, kind: str) -> frozenset[Reference]:
        """The touched entries of a kind, such as `workshops`."""
        return frozenset(reference for reference in self.entries if reference.kind == kind)

    def owners(self, ground: Ground) -> Mapping[str, int]:
        """Who keeps the touched entries, with how many of them, the most first."""
        counts = Counter(ground.entries[r].owner for r in sorted(self.entries) if r in ground.entries)
        return MappingProxyType(dict(counts.most_common()))


def touched_by(change: Change, ground: Ground) -> Touched:
    """What a change touches.

    Args:
        change: one change between two states of the content.
        ground: who names whom in these two states.
    """
    own = change.entry.reference
    found: Touched
    match change:
        case SettingsChanged(path=(field, *_)) | Reordered(path=(field, *_)) if own == UNFILED:
            return Touched(overviews=_OF_SETTINGS.get(field, frozenset()), every_page=field in _FRAME)
        case EntryAdded() | EntryRemoved():
            compass = own.kind in {"pillars", "groups"}
            found = _presence(own, ground)
            found |= Touched(overviews=frozenset({Overview.COVERAGE}), every_page=compass)
        case EntryRenamed(before=before):
            found = _presence(own, ground) | _presence(before.reference, ground)
        case RelationChange(field="pillar" | "group", target=target):
            found = _presence(own, ground) | _presence(target.reference, ground)
            found |= Touched(overviews=_overviews(own, "group", ground), every_page=own.kind == "groups")
        case RelationChange(field=field, target=target):
            ends = ground.with_groups({own, target.reference})
            # Values show the step of their group.
            inner = ground.below(target.reference) if field == "establishes" else frozenset()
            found = Touched(ends | inner, _lists(own, field), _overviews(own, field, ground))
        case TimelineChanged(before=before, after=after):
            named = {r for moment in (before, after) if moment for r in (moment.event, *moment.values) if r}
            # A moment more or less gives all later ones another number, and links name the number.
            shifted = before is None or after is None
            ends = ground.names.get(own, frozenset()) if shifted else frozenset(named)
            found = Touched(ground.with_groups({own, *ends}), overviews=_overviews(own, "timeline", ground))
        case Reordered(path=("timeline", *_)):
            found = Touched(ground.with_groups({own, *ground.names.get(own, ())}))
        case TextChanged(path=("colour", *_)):
            return Touched(frozenset({own}), every_page=True)
        case TextChanged(path=("order", *_)) if own.kind in {"pillars", "groups"}:
            # The small compass on every page is drawn in this order.
            found = _presence(own, ground) | Touched(every_page=True)
        case TextChanged(path=path) | Reordered(path=path):
            found = Touched(
                _showing(own, path[0], ground), _lists(own, path[0]), _overviews(own, path[0], ground)
            )
        case Reviewed() | OwnerChanged():
            return Touched(
                frozenset({own}), overviews=frozenset({Overview.REVIEWS}), steps=_only_steps({own})
            )
        case _:
            found = Touched(frozenset({own}))
    standing = {r for r in ground.named_by.get(own, ()) if r.kind == "steps"}
    return found | Touched(steps=_only_steps(found.entries | standing))


def touched_by_all(changes: Iterable[Change], ground: Ground) -> Touched:
    """What several changes touch together."""
    return reduce(Touched.__or__, (touched_by(change, ground) for change in changes), Touched())


def _presence(own: Reference, ground: Ground) -> Touched:
    """What shows an entry by its name or place, wherever that is."""
    shown = ground.around(own) | ground.below(own) | {own}
    if own.kind in _COMPASS:
        shown |= {outcome for outcome in ground.entries if outcome.kind == "outcomes"}
        for above in ground.above(own):
            shown |= {above} | ground.below(above)
        # A case shows the groups of the values that its moments name.
        inner = (named for below in ground.below(own) for named in ground.named_by.get(below, ()))
        shown |= {named for named in inner if named.kind == "cases"}
    if own.kind == "steps":
        shown |= _on_path(ground)
    # Values are listed by group and pillar; the path shows the groups of its steps.
    lists = {own.kind} | ({"groups", "values", "steps"} if own.kind in _COMPASS else set())
    return Touched(shown, frozenset(lists), _overviews(own, "name", ground))


def _on_path(ground: Ground) -> frozenset[Reference]:
    """The entries whose pages show the path."""
    steps = [reference for reference in ground.entries if reference.kind == "steps"]
    standing = {r for step in steps for r in (step, *ground.names.get(step, ()))}
    return frozenset(standing | {below for reference in standing for below in ground.below(reference)})


def _showing(own: Reference, field: str, ground: Ground) -> frozenset[Reference]:
    """The entries whose pages show a field of an entry."""
    match own.kind, field:
        case (_, "audience") | ("cases", "customer") | ("values" | "steps", "order") | ("steps", "milestone"):
            return _presence(own, ground).entries
        case "groups", "evidence":
            # The figure shows shares of all counts.
            return frozenset(r for r in ground.entries if r.kind in {"groups", "pillars"})
        case "groups" | "values", "summary":
            return frozenset({own, *ground.above(own)[:1], *ground.below(own)})
    return frozenset({own})


def _lists(own: Reference, field: str) -> frozenset[str]:
    return frozenset({own.kind}) if field in _IN_LISTS else frozenset()


def _overviews(own: Reference, field: str, ground: Ground) -> frozenset[Overview]:
    entry = ground.entries.get(own)
    return overviews_showing(entry, field) if entry else frozenset()


def _only_steps(references: Iterable[Reference]) -> frozenset[Reference]:
    return frozenset(reference for reference in references if reference.kind == "steps")


_IN_LISTS = frozenset(
    {
        "name",
        "summary",
        "order",
        "nature",
        "pillar",
        "group",
        "evidence",
        "establishes",
        "milestone",
        "introduced_by",
        "works_with",
        "influences",
        "carries",
        "audience",
    }
)
"""Fields that the list of a kind shows, in words or in a figure."""

_FRAME = frozenset({"title", "organisation", "language", "sections", "edit_address", "site_address"})
"""Settings that every page shows, or holds in its head."""

_OF_SETTINGS: Mapping[str, frozenset[Overview]] = MappingProxyType(
    {
        "home": frozenset({Overview.HOME}),
        "network": frozenset({Overview.NETWORK}),
        # It also says below which entries a review is due, but that depends on the day of the build.
        "review_after_months": frozenset({Overview.REVIEWS}),
    }
)
"""The overviews that show a setting."""

_COMPASS = frozenset({"pillars", "groups", "values"})
