"""Which pages a change touches, found by rendering the content before and after it.

A page is touched when it looks different. Which change did it is told by what the page was made from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.changes.change import (
    Change,
    EntryAdded,
    EntryRemoved,
    EntryRenamed,
    RelationChange,
)
from value_compass.generator.changes.told import visible
from value_compass.generator.changes.touched import Touched, TouchedPage
from value_compass.generator.check.draft import Draft
from value_compass.generator.pages.facts import FROM, PLACE, TO, Fact, changed_facts, rendered_with_facts
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import pages_one_by_one
from value_compass.generator.playbook.edition import without
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.schemas.fields import UNFILED, Entry, Reference
from value_compass.schemas.settings import Edition
from value_compass.schemas.walk import references

_FRAME = frozenset({"title", "organisation", "language", "sections", "site_address"})
"""Settings that stand around every page."""


class _Look(Struct, frozen=True):
    """The pages of one state of the content."""

    playbook: Playbook
    pages: Mapping[str, Page]
    facts: Mapping[str, frozenset[Fact]]


@dataclass(slots=True)
class PagesTouched:
    """A finder of the pages that changes touch; each state is rendered once, when first asked.

    Args:
        before: the content before the changes.
        after: the content after them.
        changes: all changes between the two.
        cache: a folder that keeps drawn graphs.
    """

    before: Draft
    after: Draft
    changes: Sequence[Change]
    cache: Path
    _looks: tuple[_Look, _Look] | None = field(default=None, init=False)
    _changed: frozenset[Fact] | None = field(default=None, init=False)
    _asked: bool = field(default=False, init=False)

    def __call__(self, changes: Collection[Change] | None = None) -> Touched:
        """What some of the changes touch; all of them when none are named."""
        if not self.changes:
            return Touched()
        if not self._asked:
            self._asked, self._looks = True, self._rendered()
        if self._looks is None:
            return Touched(known=False)
        different = self._different(self._looks)
        chosen = self.changes if changes is None else changes
        if changes is not None:
            different = {page for page in different if self._made_by(self._looks, page, chosen)}
        return self._touched(self._looks, different, chosen)

    def _rendered(self) -> tuple[_Look, _Look] | None:
        try:
            return _look(self.before, self.after, self.cache), _look(self.after, self.before, self.cache)
        except Exception:
            return None

    @staticmethod
    def _different(looks: tuple[_Look, _Look]) -> set[str]:
        old, new = (look.pages for look in looks)
        return {address for address in old.keys() | new.keys() if old.get(address) != new.get(address)}

    def _made_by(self, looks: tuple[_Look, _Look], page: str, changes: Collection[Change]) -> bool:
        """Whether some of the changes made a page another one: those whose facts it shows, else any could."""
        shown = looks[0].facts.get(page, frozenset()) | looks[1].facts.get(page, frozenset())
        moved = {fact for fact in self._facts_changed(looks) if fact[1] == PLACE}
        causes = [c for c in self.changes if not shown.isdisjoint(_facts(c) | (moved & _places(c)))]
        whole = [change for change in causes or self.changes if change.entry.reference == UNFILED]
        return any(change in (causes or whole or self.changes) for change in changes)

    def _facts_changed(self, looks: tuple[_Look, _Look]) -> frozenset[Fact]:
        if self._changed is None:
            self._changed = changed_facts(looks[0].playbook, looks[1].playbook)
        return self._changed

    @staticmethod
    def _touched(looks: tuple[_Look, _Look], different: set[str], changes: Collection[Change]) -> Touched:
        old, new = looks
        changed = {reference for change in changes for reference in _entries(change)}
        pages = [(new if address in new.pages else old).pages[address] for address in different]
        entries = {page.entries[0] for page in pages if page.level == 2}
        entries |= {reference for page in pages for reference in page.entries if reference in changed}
        own = {page.address for page in new.pages.values() if page.level == 2}
        frame = any(
            change.entry.reference == UNFILED and getattr(change, "path", ("",))[0] in _FRAME
            for change in changes
        )
        return Touched(
            frozenset(TouchedPage(visible(_title(new.playbook, page)), page.address) for page in pages),
            frozenset(entries),
            frame or (bool(own) and own <= different),
        )


def _entries(change: Change) -> Iterator[Reference]:
    yield change.entry.reference
    if isinstance(change, EntryRenamed):
        yield change.before.reference


def _facts(change: Change) -> frozenset[Fact]:
    """What pages show of a change, where one can tell."""
    own = change.entry.reference
    if isinstance(change, EntryAdded | EntryRemoved | EntryRenamed):
        names = ("name", "summary", "audience", FROM, TO, PLACE)
        return frozenset((reference, name) for reference in _entries(change) for name in names)
    if isinstance(change, RelationChange):
        other = change.target.reference
        return frozenset({(own, change.field), (own, FROM), (other, TO)})
    path: tuple[str, ...] = getattr(change, "path", ())
    return frozenset((own, name) for name in path[:1] or _REST.get(type(change).__name__, ()))


def _places(change: Change) -> frozenset[Fact]:
    """Where the ends of a change stand."""
    ends = [*_entries(change), *([change.target.reference] if isinstance(change, RelationChange) else ())]
    return frozenset((reference, PLACE) for reference in ends)


_REST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AgendaChanged": ("agenda",),
        "TimelineChanged": ("timeline", FROM),
        "Reviewed": ("reviewed",),
        "OwnerChanged": ("owner",),
    }
)
"""The fields that changes without a path are about."""


def _title(playbook: Playbook, page: Page) -> str:
    if page.level == 2 and page.kind:
        return f"{playbook.kinds[page.kind].singular.capitalize()} {page.title}"
    if page.section is None:
        return "Home"
    return f"Section {page.title}" if page.level == 0 else page.title


def _look(draft: Draft, other: Draft, cache: Path) -> _Look:
    """The pages of a state; a file that only this state cannot read is taken to be as in the other."""
    settings = draft.settings or other.settings
    if settings is None:
        raise ValueError("content without settings has no pages")
    # How it looks touches no page's text, and files of another state may be gone.
    settings = settings.model_copy(update={"house_style": None})
    unread = {r: other.entries[r] for r in draft.documents if r not in draft.entries and r in other.entries}
    entries = _whole({**draft.entries, **unread})
    every = Edition(name="all", title=settings.edition, audiences=settings.audiences)
    playbook = seal(replace(draft, entries=MappingProxyType(entries), settings=settings), every)
    figures = Figures(playbook, cache)
    found = rendered_with_facts(playbook, lambda noting: pages_one_by_one(noting, figures), {})
    return _Look(
        playbook,
        {page.address: page for page, _ in found},
        {page.address: facts for page, facts in found},
    )


def _whole(entries: Mapping[Reference, Entry]) -> dict[Reference, Entry]:
    """Entries without what names others that are not there."""
    kept = dict(entries)
    while missing := {to for entry in kept.values() for _, to, _ in references(entry) if to not in kept}:
        for reference, entry in list(kept.items()):
            try:
                kept[reference] = without(entry, missing)
            except ValueError:
                del kept[reference]
    return kept
