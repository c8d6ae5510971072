"""A list never names a group and also a value of that group.

A group stands for all its values. A list with a group and one of its values says the same thing twice,
and in figures and counts the one value weighs double. Nor does a list name the same thing twice.

**Way out:** keep the group, or the values that you mean, and put the reasons together.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.framework import group_of
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.parts import Parts
from value_compass.generator.check.wording import shown
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference, Statement

CODES: Codes = {
    "mixed-levels": Meaning(
        "A list that names a group and one of its values",
        "A group already stands for all its values. With both in a list, readers wonder what the difference "
        "is, and the one value counts twice. Keep the group, or the values that you mean.",
        "- to: groups/on-time\n- to: values/early-van",
        "- to: groups/on-time",
        lenient=True,
    ),
    "named-twice": Meaning(
        "A list that names the same thing twice",
        "Keep one of the two, and put both reasons together.",
        "theirs: [Chef, Buyer, Chef]",
        "theirs: [Chef, Buyer]",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""

_MAY_REPEAT = {"kinds", "cells"}
"""Lists in which one thing may stand twice: kinds have a rule of their own, and cells of a row may agree."""


def check(draft: Draft) -> Iterator[Problem]:
    """Every list of every entry, and those of site.yml."""
    for source, parts in draft.all_parts():
        yield from _lists(draft, source, parts)


def _lists(draft: Draft, source: Reference | None, parts: Parts) -> Iterator[Problem]:
    for keys, items in parts.lists:
        named = [(place, item) for i, value in enumerate(items) for place, item in _named((*keys, i), value)]
        first: dict[Reference | str, Keys] = {}
        for place, item in named:
            if item in first and keys[-1] not in _MAY_REPEAT:
                yield draft.problem(
                    "named-twice",
                    f'"{shown(item)}" stands in this list twice',
                    source,
                    place,
                    "keep one of the two",
                )
            first.setdefault(item, place)
        # What a search finds is a list of pages to go to, and no statement on groups and values.
        if keys[-1] != "finds":
            yield from _mixed(draft, source, named, set(first))


def _mixed(
    draft: Draft, source: Reference | None, named: list[tuple[Keys, Any]], all_items: set[Reference | str]
) -> Iterator[Problem]:
    for place, item in named:
        if isinstance(item, Reference) and item.kind == "values":
            group = group_of(draft, item)
            if group in all_items:
                yield draft.problem(
                    "mixed-levels",
                    f"{item} belongs to {group}, which this list names too",
                    source,
                    place,
                    "keep the group, or its values",
                )


def _named(keys: Keys, item: Any) -> Iterator[tuple[Keys, Reference | str]]:
    """What an item of a list names: an entry, or itself when it is words."""
    if isinstance(item, Reference):
        yield keys, item
    elif isinstance(item, Enum):
        yield keys, str(item.value)
    elif isinstance(item, str):
        yield keys, item.casefold()
    elif isinstance(item, Statement):
        yield (*keys, "text"), item.text.casefold()
    else:
        target = getattr(item, "to", None)
        if isinstance(target, Reference):
            yield (*keys, "to"), target
