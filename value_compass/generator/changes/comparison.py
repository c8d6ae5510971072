"""Two states of the content side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from value_compass.generator.changes import fields
from value_compass.generator.changes.change import (
    Change,
    EntryAdded,
    EntryRemoved,
    EntryRenamed,
    OwnerChanged,
    Reviewed,
    SettingsChanged,
    TextChanged,
)
from value_compass.generator.changes.kinds import kind_changes
from value_compass.generator.changes.moves import moves, rewritten
from value_compass.generator.changes.told import Named
from value_compass.generator.check.draft import Draft
from value_compass.generator.playbook.alphabet import Key, sort_key
from value_compass.schemas.fields import UNFILED, Entry, Reference
from value_compass.schemas.kinds import Kinds

OWN_SENTENCES = frozenset({"name", "owner", "reviewed", "fingerprint"})
"""Fields that have a kind of change of their own; the fingerprint only says what was reviewed."""


def changes_between(before: Draft, after: Draft) -> tuple[Change, ...]:
    """What changed from one state of the content to another.

    A file that cannot be read in one of them is left out: see `generator.changes.revisions.unread`.

    Args:
        before: the older state.
        after: the newer state.

    Returns:
        The changes: settings, own kinds, then entries by kind and name, each in the order of its fields.
    """
    kinds = {**before.kinds, **after.kinds}
    names = _Names(before, after, kinds)
    unread = {r for draft in (before, after) for r in draft.documents if r not in draft.entries}
    gone = {r: e for r, e in before.entries.items() if r not in after.entries and r not in unread}
    new = {r: e for r, e in after.entries.items() if r not in before.entries and r not in unread}
    moved = moves(gone, new)
    found: list[Change] = [
        *(
            EntryAdded(named(entry, kinds), entry.summary)
            for r, entry in new.items()
            if r not in moved.values()
        ),
        *(EntryRemoved(named(entry, kinds), entry.summary) for r, entry in gone.items() if r not in moved),
    ]
    for reference, entry in before.entries.items():
        now = after.entries.get(moved.get(reference, reference))
        if now is not None and (entry is not now):
            found += _entry_changes(entry, rewritten(entry, moved), now, names)
    settings = after.settings or before.settings
    language = settings.language if settings else ""
    found.sort(key=lambda change: _order(change, kinds, language))
    return (*_settings_changes(before, after, names), *kind_changes(before.kinds, after.kinds), *found)


def named(entry: Entry, kinds: Kinds) -> Named:
    """An entry as a change names it."""
    return Named(entry.reference, entry.name, kinds.get(entry.reference.kind))


class _Names:
    """The names of entries, the newer first; one that two share goes with its kind."""

    def __init__(self, before: Draft, after: Draft, kinds: Kinds) -> None:
        self.kinds = kinds
        self._entries = {**before.entries, **after.entries}
        self._holders = Counter(entry.name for entry in self._entries.values())

    def __call__(self, reference: Reference) -> Named:
        entry = self._entries.get(reference)
        plain = Named(reference, entry.name if entry else reference.id, self.kinds.get(reference.kind))
        shared = self._holders[plain.name] > 1
        return replace(plain, name=f"{plain.name} ({plain.kind})") if shared else plain


def _entry_changes(before: Entry, rewritten: Entry, after: Entry, names: _Names) -> Iterator[Change]:
    subject = named(after, names.kinds)
    if (before.reference, before.name) != (after.reference, after.name):
        yield EntryRenamed(subject, named(before, names.kinds))
    for name in type(after).model_fields:
        if name not in OWN_SENTENCES and name != "reference":
            yield from fields.changes(
                subject, (name,), getattr(rewritten, name, None), getattr(after, name), names
            )
    if before.owner != after.owner:
        yield OwnerChanged(subject, before.owner, after.owner)
    if before.reviewed != after.reviewed:
        yield Reviewed(subject, before.reviewed, after.reviewed)


def _settings_changes(before: Draft, after: Draft, names: _Names) -> Iterator[Change]:
    if before.settings is None or after.settings is None:
        return
    subject = Named(UNFILED, "Settings")
    for name in type(after.settings).model_fields:
        old, new = getattr(before.settings, name), getattr(after.settings, name)
        if name == "confidential":
            # Not even the hashes are told.
            if old != new:
                yield SettingsChanged(subject, (name,), "", "\n")
            continue
        for change in fields.changes(subject, (name,), old, new, names):
            if isinstance(change, TextChanged):
                yield SettingsChanged(subject, change.path, change.before, change.after, change.listed)
            else:
                yield change


def _order(change: Change, kinds: Kinds, language: str) -> tuple[int, Key, Reference]:
    kind = change.entry.reference.kind
    place = list(kinds).index(kind) if kind in kinds else len(kinds)
    return (place, sort_key(change.entry.name, language), change.entry.reference)
