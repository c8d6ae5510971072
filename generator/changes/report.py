"""All that is to be told of two states of the content, and its forms as text and as data."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any

from generator.changes.change import Change, EntryAdded, EntryRemoved, EntryRenamed
from generator.changes.comparison import changes_between
from generator.changes.ground import Ground, ground_of
from generator.changes.overviews import OVERVIEW_NAMES
from generator.changes.revisions import Unread, unread
from generator.changes.rewording import WIDTH, rewording
from generator.changes.told import Named, plain, visible
from generator.changes.touched import Touched, touched_by, touched_by_all
from generator.check.draft import Draft
from generator.check.wording import count
from schemas.fields import UNFILED, Model, Reference
from schemas.kinds import KINDS

AddressOf = Callable[[Reference], str]
"""Gives the address of an entry on the site."""


@dataclass(frozen=True, slots=True)
class State:
    """One side of a comparison."""

    label: str
    """How a sentence names it, such as `v1.0` or `the work tree`."""
    draft: Draft


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two states of the content, and what that touches."""

    before: State
    after: State
    changes: tuple[Change, ...]
    touched: Touched
    ground: Ground
    address_of: AddressOf
    unread: tuple[tuple[State, Unread], ...]
    """The files that could not be read on one side, and so were not compared."""


@dataclass(frozen=True, slots=True, order=True)
class TouchedPage:
    """A page that looks different."""

    title: str
    address: str


def compare(before: State, after: State, address_of: AddressOf) -> Comparison:
    """Compare two states of the content.

    Args:
        before: the older state.
        after: the newer state.
        address_of: gives the addresses of the pages that look different.
    """
    changes = changes_between(before.draft, after.draft)
    ground = ground_of(before.draft, after.draft)
    return Comparison(
        before,
        after,
        changes,
        touched_by_all(changes, ground),
        ground,
        address_of,
        tuple((state, one) for state in (before, after) for one in unread(state.draft)),
    )


def text_report(comparison: Comparison) -> str:
    """The comparison for people at a terminal."""
    lines = [summary(comparison)]
    for kind, entries in by_kind(comparison.changes):
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
    ground = comparison.ground
    return (
        json.dumps(
            {
                "before": comparison.before.label,
                "after": comparison.after.label,
                "changes": [
                    {
                        "change": type(change).__name__,
                        "sentence": change.sentence,
                        **{field.name: _data(getattr(change, field.name)) for field in fields(change)},
                        "touches": _touched_data(touched_by(change, ground), comparison),
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
    number = len(pages_of(comparison.touched, comparison))
    pages = "every page" if comparison.touched.every_page else count(number, "page")
    where = f"in {_entries(len(entries))}" if entries else "of the settings"
    return f"{count(len(changes), 'change')} {where}{more} {between}; {pages} touched."


def by_kind(changes: tuple[Change, ...]) -> Iterator[tuple[str, list[tuple[Named, list[Change]]]]]:
    """The changes by kind, and in each by entry."""
    for kind, of_kind in groupby(changes, key=lambda change: change.entry.reference.kind):
        entries = [
            (entry, list(of_entry)) for entry, of_entry in groupby(of_kind, key=lambda change: change.entry)
        ]
        yield KINDS[kind].plural if kind in KINDS else "Settings", entries


def pages_of(touched: Touched, comparison: Comparison) -> tuple[TouchedPage, ...]:
    """The pages that look different, by title."""
    settings = comparison.after.draft.settings or comparison.before.draft.settings
    found = {comparison.address_of(r): _title(r, comparison.ground) for r in touched.entries}
    pages = {
        address.partition("#")[0]: KINDS[address.partition("/")[0]].plural if "#" in address else title
        for address, title in found.items()
    }
    if settings:
        pages |= {one.address(settings): OVERVIEW_NAMES[one] for one in touched.overviews}
    pages |= {f"{kind}/index.html": KINDS[kind].plural for kind in touched.lists if kind in KINDS}
    for section in settings.sections if settings else ():
        if touched.lists & set(section.kinds):
            pages[f"{section.id}/index.html"] = f"Section {section.title}"
    return tuple(sorted(TouchedPage(visible(title), address) for address, title in pages.items()))


def touched_names(comparison: Comparison) -> Mapping[str, list[str]]:
    """What is touched, by the heading that it stands under."""
    touched, ground = comparison.touched, comparison.ground
    return {
        "Steps touched": _names(touched.steps, ground),
        "Workshops touched": _names(touched.of_kind("workshops"), ground),
        "Cases touched": _names(touched.of_kind("cases"), ground),
        "Owners of what is touched": [
            f"{visible(owner)}: {_entries(number)}" for owner, number in touched.owners(ground).items()
        ],
        "Pages touched": list(dict.fromkeys(page.title for page in pages_of(touched, comparison))),
    }


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _names(references: frozenset[Reference], ground: Ground) -> list[str]:
    return sorted({_name(reference, ground) for reference in references})


def _name(reference: Reference, ground: Ground) -> str:
    entry = ground.entries.get(reference)
    return plain((Named(reference, entry.name if entry else reference.id),))


def _title(reference: Reference, ground: Ground) -> str:
    kind = KINDS[reference.kind].singular if reference.kind in KINDS else reference.kind
    return f"{kind.capitalize()} {_name(reference, ground)}"


def _touched_data(touched: Touched, comparison: Comparison) -> Mapping[str, Any]:
    return {
        "pages": sorted({page.address for page in pages_of(touched, comparison)}),
        "every_page": touched.every_page,
        "steps": sorted(map(str, touched.steps)),
        "workshops": sorted(map(str, touched.of_kind("workshops"))),
        "cases": sorted(map(str, touched.of_kind("cases"))),
        "owners": dict(touched.owners(comparison.ground)),
    }


def _data(value: Any) -> Any:
    """A field of a change as lists, objects and plain values."""
    if isinstance(value, Named):
        return {"reference": str(value.reference) if value.reference.kind else None, "name": value.name}
    if isinstance(value, Model):
        return value.model_dump(mode="json")
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)
