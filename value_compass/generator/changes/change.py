"""The changes: frozen, one a thing that changed, each able to tell itself in one plain sentence."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from dataclasses import dataclass

from value_compass.generator.changes.sentences import (
    because,
    called,
    field_at,
    item_now,
    moment_facts,
    now,
    part_facts,
    place,
    title,
    value,
)
from value_compass.generator.changes.told import (
    Either,
    Named,
    Said,
    Told,
    in_full,
    joined,
    phrase,
    plain,
    quoted,
)
from value_compass.generator.changes.wording import FieldPath, Verb, model_of, relation_words
from value_compass.language.formats import day_in_words
from value_compass.language.words import _, capital, choice, ngettext
from value_compass.schemas.activities import AgendaItem
from value_compass.schemas.cases import Moment
from value_compass.schemas.fields import UNFILED, Basis


@dataclass(frozen=True, slots=True)
class Change(ABC):
    """One change of one entry."""

    entry: Named
    """The entry as it is called after the change; as it was called, when it is gone."""

    @property
    def told(self) -> Told:
        """The rest of the sentence that begins with the entry."""
        return self._told()

    @property
    def sentence(self) -> str:
        """The change in one plain sentence."""
        unfiled = self.entry.reference == UNFILED
        subject = _("Settings") if unfiled else f"{capital(self.entry.kind)} {plain((self.entry,))}"
        return f"{subject}: {plain(self.told)}"

    @abstractmethod
    def _told(self) -> Told: ...


@dataclass(frozen=True, slots=True)
class EntryAdded(Change):
    """There is a new entry."""

    summary: str

    def _told(self) -> Told:
        return (Either(phrase("is new: {summary}", summary=in_full(self.summary)), phrase("is new.")),)


@dataclass(frozen=True, slots=True)
class EntryRemoved(Change):
    """An entry is gone."""

    summary: str

    def _told(self) -> Told:
        return (
            Either(
                phrase("was taken out: {summary}", summary=in_full(self.summary)), phrase("was taken out.")
            ),
        )


@dataclass(frozen=True, slots=True)
class EntryRenamed(Change):
    """An entry has another name, or its file another place, or both."""

    before: Named

    @property
    def moved(self) -> bool:
        """Whether its file has another place, and its page another address."""
        return self.before.reference != self.entry.reference

    def _told(self) -> Told:
        name = called(self.before.name) if self.before.name != self.entry.name else ()
        if not self.moved:
            return (*name, ".")
        old = str(self.before.reference)
        moved = Either(
            phrase(
                "has another address: {old} is now {new}", old=Said(old, old), new=str(self.entry.reference)
            ),
            phrase("has another address"),
        )
        return (*joined([told for told in (name, (moved,)) if told]), ".")


@dataclass(frozen=True, slots=True)
class TextChanged(Change):
    """A field, or an item of one that is a list, says something else."""

    path: FieldPath
    """The way to the field."""
    before: str | None
    """What it said; nothing when it was not there."""
    after: str | None
    """What it says; nothing when it is gone."""
    listed: bool = False
    """Whether it is an item of a list."""

    def _told(self) -> Told:
        return (
            *(item_now if self.listed else now)(field_at(self.entry, self.path), self.before, self.after),
            ".",
        )


@dataclass(frozen=True, slots=True)
class Why:
    """What a relation says beside its two ends."""

    reason: str | None = None
    """Why; for a citation, what it covers."""
    basis: Basis | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class RelationChange(Change):
    """Something about an entry that names another one."""

    field: str
    """The field of the entry's file that names the other one."""
    target: Named

    @property
    def _verb(self) -> Verb:
        return relation_words(model_of(self.entry), self.field)


@dataclass(frozen=True, slots=True)
class RelationAdded(RelationChange):
    """An entry names another one that it did not name."""

    why: Why

    def _told(self) -> Told:
        start = (f"{self._verb.begins} ", self.target)
        if self.field == "sources":
            return (*start, *place(self.why.where), ".")
        return (*start, *because(self.why.reason))


@dataclass(frozen=True, slots=True)
class RelationRemoved(RelationChange):
    """An entry no longer names another one."""

    why: Why

    def _told(self) -> Told:
        where = place(self.why.where) if self.field == "sources" else ()
        return (f"{self._verb.stops} ", self.target, *where, ".")


@dataclass(frozen=True, slots=True)
class ReasonChanged(RelationChange):
    """An entry gives another reason for naming another one, another basis, or another place in a source."""

    before: Why
    after: Why

    def _told(self) -> Told:
        old, new = self.before, self.after
        facts = [
            now((_("basis"),), old.basis and choice(old.basis), new.basis and choice(new.basis)),
            now((_("place in the source"),), old.where, new.where),
            now((_("scope" if self.field == "sources" else "reason"),), old.reason, new.reason),
        ]
        told = joined([fact for fact in facts if fact])
        return (f"{self._verb.does} ", self.target, "; ", *told, ".")


@dataclass(frozen=True, slots=True)
class AgendaChanged(Change):
    """A part of a workshop's agenda was added, taken out or changed."""

    before: AgendaItem | None
    after: AgendaItem | None

    def _told(self) -> Told:
        match self.before, self.after:
            case AgendaItem() as before, AgendaItem() as after:
                facts = joined(part_facts(before, after))
                return phrase("in the agenda, {part} {facts}.", part=title(after.title), facts=facts)
            case None, AgendaItem() as part:
                length = ngettext("{number} minute", "{number} minutes", part.minutes)
                return phrase("the agenda now has {part} ({length}).", part=title(part.title), length=length)
            case AgendaItem() as part, None:
                length = ngettext("{number} minute", "{number} minutes", part.minutes)
                gone = title(part.title)
                return phrase("the agenda no longer has {part} ({length}).", part=gone, length=length)
        return phrase("the agenda is as it was.")


@dataclass(frozen=True, slots=True)
class TimelineChanged(Change):
    """A moment of a case was added, taken out, or is told differently."""

    before: Moment | None
    after: Moment | None

    def _told(self) -> Told:
        match self.before, self.after:
            case Moment() as before, Moment() as after:
                facts = joined(moment_facts(before, after))
                return phrase("in the timeline, {moment} {facts}.", moment=title(after.title), facts=facts)
            case None, Moment() as moment:
                what = Either((": ", *in_full(moment.what)), (".",))
                return phrase(
                    "the timeline now tells of {moment}{what}", moment=title(moment.title), what=what
                )
            case Moment() as moment, None:
                return phrase("the timeline no longer tells of {moment}.", moment=title(moment.title))
        return phrase("the timeline is as it was.")


@dataclass(frozen=True, slots=True)
class Reordered(Change):
    """The items of a list stand in another order."""

    path: FieldPath
    """The way to the list."""

    def _told(self) -> Told:
        return phrase('the order under "{field}" is another one.', field=field_at(self.entry, self.path))


@dataclass(frozen=True, slots=True)
class Reviewed(Change):
    """The owner has read it through."""

    before: datetime.date
    after: datetime.date

    def _told(self) -> Told:
        day, before = day_in_words(self.after), day_in_words(self.before)
        if self.after < self.before:
            return phrase("was last reviewed on {day}; before, it said {before}.", day=day, before=before)
        return phrase("was reviewed on {day}.", day=day)


@dataclass(frozen=True, slots=True)
class OwnerChanged(Change):
    """Someone else keeps the entry."""

    before: str
    after: str

    def _told(self) -> Told:
        before = Either(phrase(", no longer by {owner}", owner=value(self.before)), ())
        kept = phrase("is now kept by {owner}{before}", owner=quoted(self.after), before=before)
        return (Either(kept, phrase("is kept by someone else")), ".")


@dataclass(frozen=True, slots=True)
class SettingsChanged(Change):
    """`site.yml` says something else."""

    path: FieldPath
    before: str | None
    after: str | None
    listed: bool = False

    def _told(self) -> Told:
        return TextChanged(self.entry, self.path, self.before, self.after, self.listed).told
