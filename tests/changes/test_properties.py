"""What holds for any two states of the content."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples.overlay import BAKERY
from value_compass.generator.changes import change as kinds
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.changes.told import Named
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.load.folder import read_folder
from value_compass.schemas.fields import Entry, Model, Reference


@functools.cache
def the_bakery() -> Draft:
    return draft_of(read_folder(BAKERY))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=30).filter(
    str.strip
)
"""Any text at all: signs of Markdown and HTML, control characters, other scripts."""


def field(entry: Entry, number: int, accept: Callable[[Any], bool]) -> str | None:
    """One of an entry's fields that can be edited in some way."""
    fields = [
        name for name in type(entry).model_fields if name != "reference" and accept(getattr(entry, name))
    ]
    return fields[number % len(fields)] if fields else None


def reworded(entry: Entry, number: int, words: str) -> Entry:
    name = field(entry, number, lambda value: type(value) is str)
    return entry.model_copy(update={name: words}) if name else entry


def shortened(entry: Entry, number: int, words: str) -> Entry:
    name = field(entry, number, lambda value: isinstance(value, tuple) and value)
    return entry.model_copy(update={name: getattr(entry, name)[:-1]}) if name else entry


def turned(entry: Entry, number: int, words: str) -> Entry:
    name = field(entry, number, lambda value: isinstance(value, tuple) and len(value) > 1)
    return entry.model_copy(update={name: getattr(entry, name)[::-1]}) if name else entry


def item_reworded(entry: Entry, number: int, words: str) -> Entry:
    """A text somewhere in an item of a list says something else."""
    name = field(
        entry, number, lambda value: isinstance(value, tuple) and value and isinstance(value[0], Model)
    )
    if not name:
        return entry
    first, *rest = getattr(entry, name)
    texts = [key for key in type(first).model_fields if type(getattr(first, key)) is str]
    if not texts:
        return entry
    changed = first.model_copy(update={texts[number % len(texts)]: words})
    return entry.model_copy(update={name: (changed, *rest)})


EDITS = st.lists(
    st.tuples(
        st.sampled_from(sorted(the_bakery().entries)),
        st.sampled_from([reworded, shortened, turned, item_reworded, None]),
        st.integers(0, 30),
        WORDS,
    ),
    max_size=8,
)


def edited(edits: list[tuple[Reference, Any, int, str]]) -> Draft:
    draft = the_bakery()
    entries = dict(draft.entries)
    for reference, edit, number, words in edits:
        if edit is None:
            entries.pop(reference, None)
        elif reference in entries:
            entries[reference] = edit(entries[reference], number, words)
    documents = {reference: draft.documents[reference] for reference in entries}
    return replace(draft, entries=MappingProxyType(entries), documents=MappingProxyType(documents))


def outline(change: kinds.Change, *, back: bool) -> tuple[Any, ...]:
    """A change without its names, which are those of the newer state; or the same change undone."""
    opposite = {
        kinds.EntryAdded: kinds.EntryRemoved,
        kinds.EntryRemoved: kinds.EntryAdded,
        kinds.RelationAdded: kinds.RelationRemoved,
        kinds.RelationRemoved: kinds.RelationAdded,
    }
    facts = {name: getattr(change, name) for name in change.__struct_fields__}
    if back and "after" in facts:
        facts["before"], facts["after"] = facts["after"], facts["before"]
    if isinstance(change, kinds.EntryRenamed):
        facts["before"] = sorted((change.before.name, change.entry.name))
    if "path" in facts:
        # The way to an item's basis holds its words, which are those of the newer state.
        facts["path"] = (facts["path"][0], facts["path"][-1])
    facts = {k: v.reference if isinstance(v, Named) else v for k, v in facts.items()}
    facts["entry"] = change.entry.reference
    return (
        opposite.get(type(change), type(change)) if back else type(change),
        repr(sorted(facts.items(), key=str)),
    )


@settings(max_examples=60, deadline=None)
@given(EDITS)
def test_a_state_does_not_differ_from_itself(edits: list[Any]) -> None:
    assert changes_between(edited(edits), edited(edits)) == ()


@settings(max_examples=120, deadline=None)
@given(EDITS, EDITS)
def test_the_way_back_undoes_each_change(some: list[Any], others: list[Any]) -> None:
    before, after = edited(some), edited(others)
    found = changes_between(before, after)
    # An entry that moved is named by its new place, which is the other one on the way back.
    assume(not any(isinstance(change, kinds.EntryRenamed) and change.moved for change in found))
    there = Counter(outline(change, back=True) for change in found)
    back = Counter(outline(change, back=False) for change in changes_between(after, before))
    assert there == back


@settings(max_examples=60, deadline=None)
@given(EDITS, EDITS)
def test_something_is_told_of_every_entry_that_differs_and_of_no_other(
    some: list[Any], others: list[Any]
) -> None:
    before, after = edited(some), edited(others)
    differing = {
        reference
        for reference in before.entries.keys() | after.entries.keys()
        if before.entries.get(reference) != after.entries.get(reference)
    }
    told = changes_between(before, after)
    named = {change.entry.reference for change in told}
    named |= {change.before.reference for change in told if isinstance(change, kinds.EntryRenamed)}
    assert named == differing


@settings(max_examples=60, deadline=None)
@given(EDITS, EDITS)
def test_a_sentence_is_one_line_that_shows_nothing_unseen(some: list[Any], others: list[Any]) -> None:
    for change in changes_between(edited(some), edited(others)):
        assert len(change.sentence.splitlines()) == 1
        assert not any(c in change.sentence for c in "\x00\x1b\x7f\u202e\u200b\u2028")
        assert change.sentence.rstrip().endswith((".", "!", "?"))
