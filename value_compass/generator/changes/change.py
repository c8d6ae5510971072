"""The changes: frozen, one a thing that changed, each able to tell itself in one plain sentence."""

from __future__ import annotations

import datetime

from msgspec import Struct

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


class Change(Struct, frozen=True):
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

    def _told(self) -> Told:
        raise NotImplementedError


class EntryAdded(Change, frozen=True):
    """There is a new entry."""

    summary: str

    def _told(self) -> Told:
        return (Either(phrase("is new: {summary}", summary=in_full(self.summary)), phrase("is new.")),)


class EntryRemoved(Change, frozen=True):
    """An entry is gone."""

    summary: str

    def _told(self) -> Told:
        return (
            Either(
                phrase("was taken out: {summary}", summary=in_full(self.summary)), phrase("was taken out.")
            ),
        )


class EntryRenamed(Change, frozen=True):
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


class TextChanged(Change, frozen=True):
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


class Why(Struct, frozen=True):
    """What a relation says beside its two ends."""

    reason: str | None = None
    """Why; for a citation, what it covers."""
    basis: Basis | None = None
    where: str | None = None


class RelationChange(Change, frozen=True):
    """Something about an entry that names another one."""

    field: str
    """The field of the entry's file that names the other one."""
    target: Named

    @property
    def _verb(self) -> Verb:
        return relation_words(model_of(self.entry), self.field)


class RelationAdded(RelationChange, frozen=True):
    """An entry names another one that it did not name."""

    why: Why

    def _told(self) -> Told:
        start = (f"{self._verb.begins} ", self.target)
        if self.field == "sources":
            return (*start, *place(self.why.where), ".")
        return (*start, *because(self.why.reason))


class RelationRemoved(RelationChange, frozen=True):
    """An entry no longer names another one."""

    why: Why

    def _told(self) -> Told:
        where = place(self.why.where) if self.field == "sources" else ()
        return (f"{self._verb.stops} ", self.target, *where, ".")


class ReasonChanged(RelationChange, frozen=True):
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


class AgendaChanged(Change, frozen=True):
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


class TimelineChanged(Change, frozen=True):
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


class Reordered(Change, frozen=True):
    """The items of a list stand in another order."""

    path: FieldPath
    """The way to the list."""

    def _told(self) -> Told:
        return phrase('the order under "{field}" is another one.', field=field_at(self.entry, self.path))


class Reviewed(Change, frozen=True):
    """The owner has read it through."""

    before: datetime.date
    after: datetime.date

    def _told(self) -> Told:
        day, before = day_in_words(self.after), day_in_words(self.before)
        if self.after < self.before:
            return phrase("was last reviewed on {day}; before, it said {before}.", day=day, before=before)
        return phrase("was reviewed on {day}.", day=day)


class OwnerChanged(Change, frozen=True):
    """Someone else keeps the entry."""

    before: str
    after: str

    def _told(self) -> Told:
        before = Either(phrase(", no longer by {owner}", owner=value(self.before)), ())
        kept = phrase("is now kept by {owner}{before}", owner=quoted(self.after), before=before)
        return (Either(kept, phrase("is kept by someone else")), ".")


class SettingsChanged(Change, frozen=True):
    """`site.yml` says something else."""

    path: FieldPath
    before: str | None
    after: str | None
    listed: bool = False

    def _told(self) -> Told:
        return TextChanged(self.entry, self.path, self.before, self.after, self.listed).told
