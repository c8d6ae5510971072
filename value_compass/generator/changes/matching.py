"""Which item of a list has become which: by what it is, then by its words.

Nothing here depends on which of the two lists is the older one, so that a change and its way back
are told alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct, field

from value_compass.generator.check.reading import words_of
from value_compass.schemas.activities import AgendaItem
from value_compass.schemas.cases import Moment
from value_compass.schemas.fields import Citation, Model, Need, Reference, Relation, Statement
from value_compass.schemas.walk import walk

Item = TypeVar("Item")

ALIKE = 0.4
"""Two texts are one that was reworded when they share at least so much of their words."""


class Matched(Struct, Generic[Item]):
    """Two lists side by side."""

    pairs: list[tuple[Item, Item]] = field(default_factory=list)
    """What has become what, in the order of the first list."""
    gone: list[Item] = field(default_factory=list)
    new: list[Item] = field(default_factory=list)
    reordered: bool = False
    """Whether the pairs stand in another order in the second list."""


def matched(before: Sequence[Item], after: Sequence[Item]) -> Matched[Item]:
    """Find what has become what."""
    same = _by_identity(before, after)
    pairs = sorted([*same, *_by_words(before, after, same)])
    here, there = {i for i, _ in pairs}, [j for _, j in pairs]
    return Matched(
        [(before[i], after[j]) for i, j in pairs],
        [item for i, item in enumerate(before) if i not in here],
        [item for j, item in enumerate(after) if j not in there],
        there != sorted(there),
    )


def identity(item: object) -> Hashable:
    """What makes an item of a list the one that it is."""
    match item:
        case Relation() | Need() if isinstance(to := getattr(item, "to", None), Reference):
            return to
        case Citation():
            return (item.source, item.where)
        case Need():
            return item.condition
        case Statement():
            return item.text
        case AgendaItem() | Moment():
            return item.title
        case Model():
            return next((value for _, value in walk(item) if isinstance(value, str | Reference)), None)
    return item  # a plain value or a reference


def _by_identity(before: Sequence[Item], after: Sequence[Item]) -> list[tuple[int, int]]:
    places: dict[Hashable, list[int]] = {}
    for j, item in enumerate(after):
        places.setdefault(identity(item), []).append(j)
    return [(i, waiting.pop(0)) for i, item in enumerate(before) if (waiting := places.get(identity(item)))]


def _by_words(
    before: Sequence[Item], after: Sequence[Item], known: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The best fits among what is not known yet, each once; of equal fits those nearest to the top."""
    here, there = {i for i, _ in known}, {j for _, j in known}
    old = {i: _words(item) for i, item in enumerate(before) if i not in here}
    new = {j: _words(item) for j, item in enumerate(after) if j not in there}
    candidates = [
        (-likeness, i + j, i, j) for i in old for j in new if (likeness := _likeness(old[i], new[j])) >= ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _words(item: object) -> frozenset[str]:
    """The words by which an item is known again; none for what is known by what it names."""
    if isinstance(item, Citation):
        return frozenset({str(item.source)})
    if isinstance(item, Reference | Relation) or getattr(item, "to", None) is not None:
        return frozenset()
    texts = [value for _, value in walk(item) if isinstance(value, str)]
    return frozenset(word for text in texts for word in words_of(text))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
