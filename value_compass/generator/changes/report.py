"""All that is to be told of two states of the content, and its forms as text and as data."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct

from value_compass.generator.changes.change import Change, EntryAdded, EntryRemoved, EntryRenamed
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.changes.revisions import Unread, unread
from value_compass.generator.changes.rewording import WIDTH, rewording
from value_compass.generator.changes.told import Named, plain, visible
from value_compass.generator.changes.touched import Touched, Touching
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.wording import count
from value_compass.schemas.fields import UNFILED, Entry, Model, Reference
from value_compass.schemas.kinds import Kinds


class State(Struct, frozen=True):
    """One side of a comparison."""

    label: str
    """How a sentence names it, such as `v1.0` or `the work tree`."""
    draft: Draft


class Comparison(Struct, frozen=True):
    """What changed between two states of the content, and what that touches."""

    before: State
    after: State
    changes: tuple[Change, ...]
    touching: Touching
    """Finds out what changes touch."""
    unread: tuple[tuple[State, Unread], ...]
    """The files that could not be read on one side, and so were not compared."""

    @property
    def touched(self) -> Touched:
        """What all changes touch."""
        return self.touching()

    @property
    def kinds(self) -> Kinds:
        """The kinds that there are on either side."""
        return {**self.before.draft.kinds, **self.after.draft.kinds}

    @property
    def entries(self) -> Mapping[Reference, Entry]:
        """Each entry as it is after the changes; as it was, when it is gone."""
        return {**self.before.draft.entries, **self.after.draft.entries}


def compare(
    before: State, after: State, touching_of: Callable[[Draft, Draft, tuple[Change, ...]], Touching]
) -> Comparison:
    """Compare two states of the content.

    Args:
        before: the older state.
        after: the newer state.
        touching_of: gives what finds out what the changes between the two touch.
    """
    changes = changes_between(before.draft, after.draft)
    return Comparison(
        before,
        after,
        changes,
        touching_of(before.draft, after.draft, changes),
        tuple((state, one) for state in (before, after) for one in unread(state.draft)),
    )


def text_report(comparison: Comparison) -> str:
    """The comparison for people at a terminal."""
    lines = [summary(comparison)]
    for kind, entries in by_kind(comparison.changes, comparison.kinds):
        lines += ["", kind]
        for _, changes in entries:
            for change in changes:
                lines += [f"  {change.sentence}", *(f"    {line}" for line in rewording(change))]
    for title, names in touched_names(comparison).items():
        if names:
            listed = textwrap.wrap("; ".join(names), WIDTH, break_on_hyphens=False, break_long_words=False)
            lines += ["", f"{title} ({len(names)})", *(f"  {line}" for line in listed)]
    if comparison.touched.every_page:
        lines += ["", "The frame of every page changes."]
    if comparison.unread:
        lines += ["", "Not compared, because it could not be read"]
        lines += [
            f"  {visible(one.file)} in {state.label}, {visible(one.reason)}"
            for state, one in comparison.unread
        ]
    return "\n".join([*lines, ""]).encode("utf-8", "backslashreplace").decode("utf-8")


def json_report(comparison: Comparison) -> str:
    """The comparison for programs."""
    return (
        json.dumps(
            {
                "before": comparison.before.label,
                "after": comparison.after.label,
                "changes": [
                    {
                        "change": type(change).__name__,
                        "sentence": change.sentence,
                        **{field: _data(getattr(change, field)) for field in change.__struct_fields__},
                        "touches": _touched_data(comparison.touching((change,)), comparison),
                    }
                    for change in comparison.changes
                ],
                "touches": _touched_data(comparison.touched, comparison),
                "unread": [
                    {"file": one.file, "in": state.label, "reason": one.reason}
                    for state, one in comparison.unread
                ],
            },
            indent=2,
        )
        + "\n"
    )


def summary(comparison: Comparison) -> str:
    """The comparison in one line."""
    changes = comparison.changes
    between = f"from {comparison.before.label} to {comparison.after.label}"
    if not changes:
        return f"No changes of the content {between}."
    entries = {change.entry.reference for change in changes} - {UNFILED}
    kinds = Counter(type(change) for change in changes)
    counted = [
        f"{kinds[kind]} {words}"
        for kind, words in ((EntryAdded, "new"), (EntryRemoved, "taken out"), (EntryRenamed, "renamed"))
        if kinds[kind]
    ]
    more = f" ({', '.join(counted)})" if counted else ""
    touched = comparison.touched
    pages = "every page" if touched.every_page else count(len(touched.pages), "page")
    told = f"{pages} touched" if touched.known else "which pages that touches, the errors in it hide"
    where = f"in {_entries(len(entries))}" if entries else "of the settings"
    return f"{count(len(changes), 'change')} {where}{more} {between}; {told}."


def by_kind(
    changes: tuple[Change, ...], kinds: Kinds
) -> Iterator[tuple[str, list[tuple[Named, list[Change]]]]]:
    """The changes by kind, and in each by entry."""
    for kind, of_kind in groupby(changes, key=lambda change: change.entry.reference.kind):
        entries = [
            (entry, list(of_entry)) for entry, of_entry in groupby(of_kind, key=lambda change: change.entry)
        ]
        yield kinds[kind].plural if kind in kinds else "Settings", entries


def touched_names(comparison: Comparison) -> Mapping[str, list[str]]:
    """What is touched, by the heading that it stands under."""
    touched, entries = comparison.touched, comparison.entries
    found = touched.by_kind()
    own = {str(reference) for of_kind in found.values() for reference in of_kind}
    others = sorted(page for page in touched.pages if page.address.removesuffix(".html") not in own)
    return {
        **{
            f"{kind.plural} touched": sorted(_name(reference, entries) for reference in found[folder])
            for folder, kind in comparison.kinds.items()
            if folder in found
        },
        "Other pages touched": list(dict.fromkeys(page.title for page in others)),
        "Owners of what is touched": [
            f"{visible(owner)}: {_entries(number)}" for owner, number in touched.owners(entries).items()
        ],
    }


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _name(reference: Reference, entries: Mapping[Reference, Entry]) -> str:
    entry = entries.get(reference)
    return plain((Named(reference, entry.name if entry else reference.id),))


def _touched_data(touched: Touched, comparison: Comparison) -> Mapping[str, Any]:
    return {
        "pages": sorted(page.address for page in touched.pages) if touched.known else None,
        "every_page": touched.every_page,
        "entries": {kind: list(map(str, found)) for kind, found in touched.by_kind().items()},
        "owners": dict(touched.owners(comparison.entries)),
    }


def _data(value: Any) -> Any:
    """A field of a change as lists, objects and plain values."""
    if isinstance(value, Named):
        return {"reference": str(value.reference) if value.reference.kind else None, "name": value.name}
    if isinstance(value, Model):
        return value.model_dump(mode="json")
    if isinstance(value, Struct):
        return {field: _data(getattr(value, field)) for field in value.__struct_fields__}
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)
