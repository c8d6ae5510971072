"""What an edition may tell of the past: nothing that its readers may not see, and no text of which the
playbook of today says nothing any more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from types import MappingProxyType

from msgspec.structs import replace

from value_compass.generator.changes.change import Change, OwnerChanged, Reviewed
from value_compass.generator.changes.told import Named, Told, with_words
from value_compass.generator.check.confidential_names import ConfidentialNames
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.hidden_names import HiddenNames
from value_compass.generator.playbook.edition import without
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.settings import Edition, Inside
from value_compass.schemas.walk import walk


def hidden_in(draft: Draft, edition: Edition) -> frozenset[Reference]:
    """The entries of a draft that an edition does not show, and those of which one cannot know."""
    return frozenset(
        reference for reference in draft.documents if _audience(draft, reference) not in edition.audiences
    )


def shown(draft: Draft, hidden: Collection[Reference]) -> Draft:
    """A draft without its settings and without any trace of some entries."""
    entries: dict[Reference, Entry] = {}
    for reference, entry in draft.entries.items():
        if reference not in hidden:
            try:
                entries[reference] = without(entry, hidden)
            except ValueError:
                continue  # it cannot stand without what is hidden, so it was not shown either
    documents = {
        r: d for r, d in draft.documents.items() if r in entries or r not in {*hidden, *draft.entries}
    }
    return replace(
        draft, settings=None, entries=MappingProxyType(entries), documents=MappingProxyType(documents)
    )


class Telling:
    """A teller of changes to the readers of an edition.

    Args:
        playbook: what the edition shows today.
        drafts: the states that are told of, the oldest first, with all that they held.
        moved: the places from which entries moved to another.
    """

    def __init__(self, playbook: Playbook, drafts: Iterable[Draft], moved: Collection[Reference]) -> None:
        self._playbook = playbook
        self._moved = moved
        self._hidden = _hidden_names(playbook, drafts)
        self._says = {str(value) for entry in playbook.entries.values() for _, value in walk(entry)}
        confidential = playbook.settings.confidential
        self._names = ConfidentialNames(confidential) if confidential else None

    def shows(self, change: Change) -> bool:
        """Whether the edition tells changes of this sort at all."""
        sort = {Reviewed: Inside.REVIEWS, OwnerChanged: Inside.OWNERS}.get(type(change))
        return sort is None or self._playbook.edition.shows(sort)

    def told(self, change: Change) -> Told | None:
        """The rest of a sentence that begins with the changed entry; nothing when it may not be told."""
        today = self.today(change.entry).name
        # "Was called X before" says nothing about what is called X again.
        told = with_words(change.told, lambda text: text in self._says and text != today)
        named = [part for part in (change.entry, *told) if isinstance(part, Named)]
        if not all(map(self.may_name, named)):
            return None
        return tuple(self.today(part) if isinstance(part, Named) else part for part in told)

    def today(self, named: Named) -> Named:
        """An entry as it is called today, where there still is one."""
        entry = self._playbook.entries.get(named.reference)
        return dataclasses.replace(named, name=entry.name) if entry else named

    def may_name(self, named: Named) -> bool:
        """Whether an entry may be named: it is there, or it is gone and its name gives nothing away."""
        if named.reference in self._playbook.entries:
            return True
        if named.reference in self._moved and named.name not in self._says:
            return False
        return self.may_say(f"{named.name} {named.reference.id}")

    def may_say(self, text: str) -> bool:
        """Whether a text of the past holds no name that the edition may not say today."""
        confidential = self._names and self._names.find(text)
        return not confidential and not any(self._hidden.find(text))


def _hidden_names(playbook: Playbook, drafts: Iterable[Draft]) -> HiddenNames:
    """The names of the entries that the edition does not show, as each was at last."""
    entries = {reference: entry for draft in drafts for reference, entry in draft.entries.items()}
    audiences = playbook.edition.audiences
    hidden = {
        reference
        for reference, entry in entries.items()
        if entry.audience not in audiences and reference not in playbook.entries
    }
    return HiddenNames({**entries, **playbook.entries}, hidden)


def _audience(draft: Draft, reference: Reference) -> str | None:
    entry = draft.entries.get(reference)
    if entry is not None:
        return entry.audience
    data = draft.documents[reference].data
    audience = data.get("audience", "everyone") if isinstance(data, dict) else None
    return audience if isinstance(audience, str) else None
