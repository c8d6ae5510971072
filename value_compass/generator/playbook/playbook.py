"""The playbook: everything that an edition shows, with every reference resolved."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from value_compass.generator.check.draft import Draft
from value_compass.generator.load.house import House, house_of
from value_compass.generator.playbook.alphabet import Key, sort_key
from value_compass.generator.playbook.edition import without
from value_compass.generator.playbook.framework import Place, framework_of, outcomes_of, places_of, steps_of
from value_compass.generator.playbook.other_language import in_its_language
from value_compass.generator.playbook.relation import Relation
from value_compass.language.catalogue import words_of
from value_compass.language.words import IN_ENGLISH, AsWritten, Words
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import KINDS, Kind, Kinds, parent_of
from value_compass.schemas.reviews import Standing, standings
from value_compass.schemas.settings import Called, Edition, Settings
from value_compass.schemas.walk import references

EntryType = TypeVar("EntryType", bound=Entry)

_NOWHERE = Place()


class Playbook(Struct, frozen=True, eq=False, dict=True):
    """Everything that one edition shows. Only `seal` makes one."""

    settings: Settings
    edition: Edition
    entries: Mapping[Reference, Entry]
    """Every entry, in reading order: by kind, then by its `order`, then by name."""
    relations: tuple[Relation, ...]
    """Every reference in a field, in reading order of the source; literature and sources too."""
    reviews: Mapping[Reference, Standing] = field(default_factory=dict)
    """The entries whose owners have something to read through, and why."""
    kinds: Kinds = field(default_factory=lambda: KINDS)
    """Every kind that it can have entries of, in reading order."""
    words: Words = IN_ENGLISH
    """How it speaks to its readers."""
    house: House = field(default_factory=House)
    """How it looks, where that is not as it comes."""

    def __getitem__(self, reference: Reference) -> Entry:
        """The entry of a reference that stands in a field of another."""
        return self.entries[reference]

    def name_of(self, reference: Reference) -> str | None:
        """An entry's name; nothing when the edition does not show it."""
        entry = self.entries.get(reference)
        return entry.name if entry else None

    def of(self, model: type[EntryType]) -> tuple[EntryType, ...]:
        """All entries of one model, in reading order."""
        if model not in self._by_model:
            self._by_model[model] = tuple(e for e in self.entries.values() if isinstance(e, model))
        return cast("tuple[EntryType, ...]", self._by_model[model])

    def sort_key(self, name: str) -> Key:
        """Where a name stands in the alphabet of the playbook's language."""
        return sort_key(name, self.settings.language)

    def of_kind(self, folder: str) -> tuple[Entry, ...]:
        """All entries of one kind, in reading order."""
        return self._by_kind.get(folder, ())

    def relations_from(self, entry: Entry, *fields: str) -> tuple[Relation, ...]:
        """The relations that an entry states, all or those of some fields."""
        found = self._ends[0].get(entry.reference, ())
        return tuple(relation for relation in found if not fields or relation.field in fields)

    def relations_to(self, entry: Entry, *fields: str) -> tuple[Relation, ...]:
        """The relations that others state about an entry, all or those of some fields."""
        found = self._ends[1].get(entry.reference, ())
        return tuple(relation for relation in found if not fields or relation.field in fields)

    def place(self, entry: Entry) -> Place:
        """Where in the framework and on the path an entry stands."""
        return self._places.get(entry.reference, _NOWHERE)

    framework = cached_property(framework_of)
    """The pillars with their groups and values, in order."""
    outcomes = cached_property(outcomes_of)
    """The outcomes, the highest first."""
    steps = cached_property(steps_of)
    """The steps of the path, in order."""
    _places = cached_property(places_of)

    @cached_property
    def _by_model(self) -> dict[type[Entry], tuple[Entry, ...]]:
        """What was asked for before: pages ask for the same again and again."""
        return {}

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        result: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            result.setdefault(entry.reference.kind, []).append(entry)
        return {kind: tuple(entries) for kind, entries in result.items()}

    @cached_property
    def _ends(
        self,
    ) -> tuple[Mapping[Reference, list[Relation]], Mapping[Reference, list[Relation]]]:
        sources: dict[Reference, list[Relation]] = {}
        targets: dict[Reference, list[Relation]] = {}
        for relation in self.relations:
            sources.setdefault(relation.source.reference, []).append(relation)
            targets.setdefault(relation.target.reference, []).append(relation)
        return sources, targets


def seal(draft: Draft, edition: Edition, day: datetime.date | None = None) -> Playbook:
    """Make the playbook of one edition from a draft without errors.

    Args:
        draft: what was read; every rule has been asked.
        edition: whose entries are to be shown.
        day: the day on which reviews are overdue or not; nothing to leave that aside.

    Raises:
        ValueError: when the draft still has errors that a playbook cannot hold.
    """
    if draft.settings is None:
        raise ValueError("a playbook needs its settings")
    hidden = {
        reference for reference, entry in draft.entries.items() if entry.audience not in edition.audiences
    }
    shown = {
        reference: in_its_language(without(entry, hidden), draft.settings.language)
        for reference, entry in draft.entries.items()
        if reference not in hidden
    }
    language = draft.settings.language
    ordered = sorted(shown.values(), key=lambda entry: _reading_order(entry, shown, draft.kinds, language))
    entries = MappingProxyType({entry.reference: entry for entry in ordered})
    # Judged before anything is hidden: an entry is reviewed as a whole.
    reviews = standings(draft.entries, day, draft.settings.review_after_months)
    return Playbook(
        _with_own_kinds(draft.settings, draft.kinds),
        edition,
        entries,
        tuple(_relations(entries, draft.kinds)),
        _reviews_shown(reviews, entries),
        _renamed(draft.kinds, draft.settings.words),
        words_of(
            language,
            draft.folder.path,
            _called(draft.settings),
            _names_of_kinds(draft.kinds, draft.settings.words),
        ),
        house_of(draft.folder.path, draft.settings.house_style),
    )


def _called(settings: Settings) -> Mapping[str, str]:
    """What the playbook calls things that messages name."""
    words = settings.words
    if words is None:
        return {}
    said = {name: getattr(words, name) for name in type(words).model_fields if name != "kinds"}
    departments = {"it": words.it_department, "business": words.business_department}
    return {name: word for name, word in (said | departments).items() if word}


def _names_of_kinds(kinds: Kinds, words: Called | None) -> Mapping[str, str]:
    """What stands for the names of kinds where they are messages by themselves, as titles of fields are."""
    called = words.kinds if words else {}
    return {
        message: own
        for folder, word in called.items()
        if folder in kinds
        for message, own in zip(kinds[folder].messages, (word.singular, word.plural), strict=True)
    }


def _renamed(kinds: Kinds, words: Called | None) -> Kinds:
    """The kinds under the names that the playbook has for them."""
    if words is None or not words.kinds:
        return kinds
    called = words.kinds
    return MappingProxyType(
        {
            folder: replace(
                kind, singular=AsWritten(called[folder].singular), plural=AsWritten(called[folder].plural)
            )
            if folder in called
            else kind
            for folder, kind in kinds.items()
        }
    )


def _with_own_kinds(settings: Settings, kinds: Kinds) -> Settings:
    """The settings, each section with the kinds of the playbook's own that say they stand in it."""
    own = [kind for kind in kinds.values() if kind.section]
    if not own:
        return settings
    sections = tuple(
        section.model_copy(
            update={"kinds": (*section.kinds, *(kind.folder for kind in own if kind.section == section.id))}
        )
        for section in settings.sections
    )
    return settings.model_copy(update={"sections": sections})


def _reviews_shown(
    reviews: Mapping[Reference, Standing], entries: Mapping[Reference, Entry]
) -> Mapping[Reference, Standing]:
    """Reviews without a trace of hidden entries, in reading order."""
    shown = {
        reference: replace(standing, suspect=tuple(to for to in standing.suspect if to in entries))
        for reference in entries
        if (standing := reviews.get(reference))
    }
    return MappingProxyType({reference: standing for reference, standing in shown.items() if standing})


def _reading_order(
    entry: Entry, entries: Mapping[Reference, Entry], kinds: Kinds, language: str
) -> tuple[object, ...]:
    kind = list(kinds).index(entry.reference.kind)
    return (kind, *_order_below(entry, entries, kinds), bool(entry.apart), sort_key(entry.name, language))


def _order_below(entry: Entry, entries: Mapping[Reference, Entry], kinds: Kinds) -> tuple[int, ...]:
    """The orders from the top of the framework down to the entry."""
    order = (getattr(entry, "order", 0),)
    parent = parent_of(entry, kinds)
    return (*_order_below(entries[parent], entries, kinds), *order) if parent else order


def _relations(entries: Mapping[Reference, Entry], kinds: Kinds) -> Iterable[Relation]:
    for entry in entries.values():
        kind = kinds[entry.reference.kind]
        for keys, target, relation in references(entry):
            if relation is not None:
                yield Relation(
                    entry,
                    str(keys[0]),
                    entries[target],
                    kind,
                    relation.reason,
                    relation.basis,
                    relation.where,
                )
            else:
                yield _plain_relation(entry, keys, entries[target], kind)


def _plain_relation(entry: Entry, keys: tuple[str | int, ...], target: Entry, kind: Kind) -> Relation:
    """A relation whose reason stands in another field of the same item, or nowhere."""
    holder: object = entry
    for key in keys[:-1]:
        holder = (
            holder[key] if isinstance(holder, tuple) and isinstance(key, int) else getattr(holder, str(key))
        )
    reason = next(
        (text for text in (getattr(holder, n, None) for n in ("reason", "condition", "what")) if text),
        None,
    )
    part = holder if holder is not entry else None
    basis, where = getattr(part, "basis", None), getattr(part, "where", None)
    return Relation(entry, str(keys[0]), target, kind, reason, basis, where)
