"""The sentences of changes, with words of authors only where these may be repeated."""

from __future__ import annotations

import re

from value_compass.generator.changes.told import Either, Named, Said, Told, phrase, quoted
from value_compass.generator.changes.wording import FieldPath, field_words, model_of
from value_compass.schemas.activities import AgendaItem
from value_compass.schemas.anatomy import part_of
from value_compass.schemas.cases import Moment

MOST = 400
"""A longer text is not quoted when it was rewritten."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def field_at(entry: Named, path: FieldPath) -> Told:
    """A field of an entry in words, by the way to it."""
    model = model_of(entry)
    field, *between, inner = (*path, "") if len(path) == 1 else path
    outer = field_words(model, field)
    if not inner:
        return (outer,)
    part = part_of(model, field) if model else None
    words = field_words(part, inner)
    if between:
        item = Either(phrase(" of {item}", item=quoted(between[0])), ())
        return phrase('{field}{item} under "{outer}"', field=words, item=item, outer=outer)
    return phrase("{field} of the {outer}", field=words, outer=outer)


def now(field: Told, before: str | None, after: str | None) -> Told:
    """What a field says now; nothing when that is what it said."""
    if before == after:
        return ()
    if before is None and after is not None:
        full = phrase("the {field} was added: {after}", field=field, after=value(after))
        return (Either(full, phrase("the {field} was added", field=field)),)
    if after is None and before is not None:
        gone = instead(": {before}", before)
        return phrase("the {field} was taken out{before}", field=field, before=gone)
    if any("\n" in text or len(text) > MOST for text in (before or "", after or "")):
        return phrase("the {field} was rewritten", field=field)
    old = instead(" instead of {before}", before or "")
    new = phrase("the {field} is now {after}{before}", field=field, after=value(after or ""), before=old)
    return (Either(new, phrase("the {field} changed", field=field)),)


def value(text: str) -> Told:
    """What a field says; numbers go without quotation marks."""
    return (Said(text, text),) if _NUMBER.fullmatch(text) else quoted(text)


def item_now(field: Told, before: str | None, after: str | None) -> Told:
    """What an item of a list says now."""
    if before is None:
        full = phrase("it now also says {after}", after=quoted(after or ""))
        return _under(field, Either(full, phrase("there is one thing more")))
    if after is None:
        full = phrase("it no longer says {before}", before=quoted(before))
        return _under(field, Either(full, phrase("there is one thing less")))
    old = instead(" instead of {before}", before)
    new = phrase("it now says {after}{before}", after=quoted(after), before=old)
    return _under(field, Either(new, phrase("one thing was reworded")))


def _under(field: Told, told: Either) -> Told:
    return phrase('under "{field}" {told}', field=field, told=told)


def instead(message: str, text: str) -> Either:
    """What stood there `before`, where that may be repeated."""
    return Either(phrase(message, before=value(text)), ())


def title(title: str) -> Told:
    """The title of a part or a moment."""
    return (Either(quoted(title), phrase("one of its items")),)


def place(where: str | None) -> Told:
    """Where in a source something stands."""
    return (instead(", {before}", where),) if where else ()


def part_facts(before: AgendaItem, after: AgendaItem) -> list[Told]:
    """What is different about a part of an agenda."""
    facts: list[Told] = []
    if before.title != after.title:
        facts.append(called(before.title))
    if before.minutes != after.minutes:
        facts.append(
            phrase(
                "takes {after} minutes instead of {before}",
                after=str(after.minutes),
                before=str(before.minutes),
            )
        )
    if before.day != after.day:
        begins = phrase("begins day {number}", number=str(after.day))
        facts.append(begins if after.day else phrase("begins no day of its own any more"))
    if (before.what, before.method) != (after.what, after.method):
        facts.append(phrase("is described in other words"))
    return facts


def moment_facts(before: Moment, after: Moment) -> list[Told]:
    """What is different about a moment of a timeline."""
    changed = [name for name in Moment.model_fields if getattr(before, name) != getattr(after, name)]
    facts: list[Told] = []
    if "title" in changed:
        facts.append(called(before.title))
    others = [field_words(Moment, name) for name in changed if name != "title"]
    if others:
        facts.append(phrase("is told differently ({fields})", fields=", ".join(others)))
    return facts


def called(name: str) -> Told:
    """What something was called."""
    return (Either(phrase("was called {name} before", name=quoted(name)), phrase("has another name")),)


def because(reason: str | None) -> Told:
    """The reason at the end of a sentence, with its full stop."""
    if reason is None:
        return (".",)
    first, space, rest = reason.partition(" ")
    begun = f"{first.lower() if first in _LOWERED else first}{space}{rest}"
    stop = "" if reason.endswith((".", "!", "?")) else "."
    return (Either((*phrase(", because {reason}", reason=Said(begun, reason)), stop), (".",)),)


_SMALL_WORDS = (
    "A After All An And As At Away Being Both Building But By Each Every Everybody Few Finding For From "
    "Going Good Here How If In It Its Looking Making Many More Most New No Nobody Nothing On Once One "
    "Only Our Out Over People Planned Presenting Round Seeing Showing Since So Some Someone Something "
    "Speaking Talking That The Their There These They This Those Through To Together Two Under Until We "
    "What When Where Which Who Whoever Why With Without Writing You Your"
)
"""Words that begin a reason and are no names: they become lower case after "because"."""

_LOWERED = frozenset(_SMALL_WORDS.split())
