"""What an entry said when its owner last read it through, and whether that still holds.

A review leaves a fingerprint beside its day: a short hash of the entry's content, then a shorter one of the
words of each entry that it names. The first tells that the entry changed since. The others tell that the
other end of a relation did; they look at words alone, not at references, so that a change is felt one
relation far and no further.
"""

import calendar
import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from value_compass.schemas.fields import Entry, Model, Reference
from value_compass.schemas.links import with_links
from value_compass.schemas.walk import references

_BESIDE_CONTENT = {"reference", "owner", "reviewed", "fingerprint"}
"""Fields that say who keeps an entry, when it was read and where it lies, and not what it says."""


class Standing(Struct, frozen=True):
    """How an entry stands to its last review."""

    overdue: bool = False
    """Whether the review is too long ago."""
    changed: bool = False
    """Whether the entry changed since."""
    suspect: tuple[Reference, ...] = ()
    """The entries that it names whose words changed since."""

    def __bool__(self) -> bool:
        """Whether there is anything for its owner to read."""
        return self.overdue or self.changed or bool(self.suspect)


def standings(
    entries: Mapping[Reference, Entry], today: datetime.date | None, months: int
) -> dict[Reference, Standing]:
    """The entries with something for their owners to read, and what it is.

    An entry without a fingerprint is judged by the day of its review alone.

    Args:
        entries: all entries; one that is named and is not among them is not judged.
        today: the day to judge on; nothing to leave the days of reviews aside.
        months: so long a review is good for.
    """
    words = words_of(entries)
    found = ((entry, _since_review(entry, entries, words)) for entry in entries.values())
    return {
        entry.reference: standing
        for entry, since in found
        if (standing := replace(since, overdue=today is not None and today > _later(entry.reviewed, months)))
    }


def _since_review(
    entry: Entry, entries: Mapping[Reference, Entry], words: Callable[[Reference], str]
) -> Standing:
    if entry.fingerprint is None:
        return Standing()
    content, *reviewed = entry.fingerprint.split()
    if content != content_fingerprint(entry):
        return Standing(changed=True)
    named = zip(neighbours(entry), reviewed, strict=False)
    return Standing(suspect=tuple(to for to, then in named if to in entries and words(to) != then))


def fingerprint(entry: Entry, words: Callable[[Reference], str]) -> str:
    """What a review of the entry leaves behind.

    Args:
        entry: the entry.
        words: the fingerprint of each entry's words, as `words_of` gives it.
    """
    return " ".join([content_fingerprint(entry), *map(words, neighbours(entry))])


def words_of(entries: Mapping[Reference, Entry]) -> Callable[[Reference], str]:
    """A finder of the fingerprint of an entry's words, which makes each once."""
    return cache(lambda reference: _fingerprint_of_words(entries[reference]))


def content_fingerprint(entry: Entry) -> str:
    """A short hash of all that an entry says; layout, comments and the order of fields do not count."""
    return _hash(_said(entry, with_references=True))[:8]


def neighbours(entry: Entry) -> tuple[Reference, ...]:
    """The entries that an entry names in its fields, each once, without the documents that it cites."""
    return tuple(dict.fromkeys(to for _, to, _ in references(entry) if to.kind != "sources"))


def _fingerprint_of_words(entry: Entry) -> str:
    return _hash(_said(entry, with_references=False))[:4]


def _said(value: object, *, with_references: bool) -> Any:
    """What a value says, as plain data, or nothing.

    Defaults are left out, so that a field that is new in a model changes no fingerprint.
    """
    if isinstance(value, Model):
        skipped = _BESIDE_CONTENT if with_references else {*_BESIDE_CONTENT, "aliases"}
        said = {
            name: _said(part, with_references=with_references)
            for name, field in type(value).model_fields.items()
            if name not in skipped and (part := getattr(value, name)) != field.default
        }
        return {name: part for name, part in said.items() if part is not None}
    if isinstance(value, tuple):
        items = (_said(item, with_references=with_references) for item in value)
        return [item for item in items if item is not None] or None
    if isinstance(value, Reference):
        return str(value) if with_references else None
    text = " ".join(str(value).split())
    return text if with_references else with_links(text, lambda link: link.words)


def _hash(said: Any) -> str:
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _later(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
