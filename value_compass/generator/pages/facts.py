"""The facts that a page is made from, noted while it is rendered.

A page is rendered again when one of its facts has changed, whatever its template does with it. No list of
what depends on what has to be kept beside the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeAlias, TypeVar

from msgspec import field
from msgspec.structs import asdict, force_setattr

from value_compass.generator.pages.page import Page
from value_compass.generator.playbook.framework import Place
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.schemas.fields import UNFILED, Entry, Reference

Fact: TypeAlias = tuple[Reference, str]
"""An entry, and one of its fields or one of the words below."""

FROM, TO, PLACE, REVIEW = "relations from", "relations to", "place", "review"
"""What a playbook knows of an entry beside its fields."""

ANY_FIELD = "__dict__"
"""All fields of an entry at once, which is how it is compared with another."""

ALL_REVIEWS: Fact = (UNFILED, REVIEW)
"""The reviews of all entries."""

Item = TypeVar("Item")

_ONE_AT_A_TIME = Lock()


def rendered_with_facts(
    playbook: Playbook, render: Callable[[Playbook], Iterator[Page]], kept: Mapping[str, frozenset[Fact]]
) -> list[tuple[Page, frozenset[Fact]]]:
    """Render pages, and note for each what it was made from.

    Args:
        playbook: what the edition shows.
        render: gives the pages one by one, each rendered when it is asked for.
        kept: the facts of pages that are not rendered again, by their addresses.
    """
    noted: set[Fact] = set()
    read: set[tuple[int, str]] = set()
    noting = _NotingPlaybook(**asdict(playbook), noted=noted)
    own = {id(entry): reference for reference, entry in playbook.entries.items()}
    result = []
    with _reading_noted(read):
        for page in render(noting):
            facts = kept.get(page.address) or noted.union(
                (own[number], name) for number, name in read if number in own
            )
            result.append((page, frozenset(facts)))
            read.clear()
            noted.clear()
    return result


@contextmanager
def _reading_noted(read: set[tuple[int, str]]) -> Iterator[None]:
    """Note every field of an entry that is read meanwhile, as coverage tools note lines.

    Entries are noted by their numbers: hashing references a few hundred thousand times is slow.
    """
    plain = object.__getattribute__

    def noted(entry: Entry, name: str) -> Any:
        read.add((id(entry), name))
        return plain(entry, name)

    with _ONE_AT_A_TIME:
        setattr(Entry, "__getattribute__", noted)  # noqa: B010 - no model shall know of this
        try:
            yield
        finally:
            delattr(Entry, "__getattribute__")


class _NotingPlaybook(Playbook, frozen=True, eq=False, dict=True):
    """A playbook that notes what it is asked beside the fields of its entries."""

    noted: set[Fact] = field(default_factory=set)

    def __post_init__(self) -> None:
        force_setattr(self, "reviews", _NotingMapping(self.reviews, self.noted))

    def place(self, entry: Entry) -> Place:
        self.noted.add((entry.reference, PLACE))
        return super().place(entry)

    def relations_from(self, entry: Entry, *names: str) -> tuple[Relation, ...]:
        self.noted.add((entry.reference, FROM))
        return super().relations_from(entry, *names)

    def relations_to(self, entry: Entry, *names: str) -> tuple[Relation, ...]:
        self.noted.add((entry.reference, TO))
        return super().relations_to(entry, *names)


class _NotingMapping(Mapping[Reference, Item]):
    """Reviews of which it is noted whose are looked at."""

    def __init__(self, behind: Mapping[Reference, Item], noted: set[Fact]) -> None:
        self._behind = behind
        self._noted = noted

    def __getitem__(self, reference: Reference) -> Item:
        self._noted.add((reference, REVIEW))
        return self._behind[reference]

    def __iter__(self) -> Iterator[Reference]:
        self._noted.add(ALL_REVIEWS)
        return iter(self._behind)

    def __len__(self) -> int:
        self._noted.add(ALL_REVIEWS)
        return len(self._behind)


def changed_facts(before: Playbook, after: Playbook) -> frozenset[Fact]:
    """What two playbooks tell differently of the entries that both have."""
    found: set[Fact] = set()
    for reference, entry in after.entries.items():
        earlier = before.entries.get(reference)
        if earlier is None:
            continue
        if entry is not earlier:
            # Texts in another language look the same to Python.
            every = entry.language != earlier.language
            names = [n for n in type(entry).model_fields if every or getattr(entry, n) != getattr(earlier, n)]
            found.update((reference, name) for name in names)
            if names:
                found.add((reference, ANY_FIELD))
                told = _told(before.relations_from(earlier)), _told(after.relations_from(entry))
                found.update(
                    end for end in told[0].keys() | told[1].keys() if told[0].get(end) != told[1].get(end)
                )
        if _references(before.place(earlier)) != _references(after.place(entry)):
            found.add((reference, PLACE))
        if before.reviews.get(reference) != after.reviews.get(reference):
            found |= {(reference, REVIEW), ALL_REVIEWS}
    return frozenset(found)


def _told(relations: Iterable[Relation]) -> Mapping[Fact, list[tuple[object, ...]]]:
    """What the relations of one entry tell at each of their ends."""
    result: dict[Fact, list[tuple[object, ...]]] = {}
    for one in relations:
        told = (one.field, one.target.reference, one.reason, one.basis, one.where)
        for end in ((one.source.reference, FROM), (one.target.reference, TO)):
            result.setdefault(end, []).append(told)
    return result


def _references(place: Place) -> tuple[Reference | None, ...]:
    return tuple(part.reference if part else None for part in (place.pillar, place.group, place.step))


def reason_for_everything(before: Playbook, after: Playbook) -> str | None:
    """Why every page has to be rendered again; nothing when the facts of each page can tell."""
    others = {*Playbook.__struct_fields__} - {"entries", "relations", "reviews"}
    if any(getattr(before, name) != getattr(after, name) for name in others):
        return "the settings changed"
    if before.entries.keys() != after.entries.keys():
        return "an entry came or went"
    if list(before.entries) != list(after.entries):
        return "the order of entries changed"
    if _framework(before) != _framework(after):
        return "an entry moved within the framework"
    if _colours(before) != _colours(after):
        return "a pillar has another colour"
    return None


def _framework(playbook: Playbook) -> list[tuple[Reference, Reference]]:
    """What stands below what."""
    return [
        pair
        for part in playbook.framework
        for group in part.groups
        for pair in (
            (group.group.reference, part.pillar.reference),
            *((value.reference, group.group.reference) for value in group.values),
        )
    ]


def _colours(playbook: Playbook) -> list[str]:
    return [part.pillar.colour for part in playbook.framework]
