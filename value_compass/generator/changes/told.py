"""What is told of a change: our own words, the names of entries, and what authors wrote.

The three stay apart, so that each report can link the names and escape what authors wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from msgspec import Struct

from value_compass.language.words import _, pieces
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import Kind
from value_compass.schemas.links import with_links


@dataclass(frozen=True, slots=True)
class Named:
    """An entry as it was called."""

    reference: Reference
    name: str
    registered: Kind | None = field(default=None, compare=False)
    """The registration of its kind; nothing for the settings, and for a kind that is gone."""

    @property
    def kind(self) -> str:
        """What it is, such as `workshop`."""
        return self.registered.singular if self.registered else self.reference.kind


class Said(Struct, frozen=True):
    """What an author wrote; it may hold `[[links]]`."""

    text: str
    """As the sentence has it: cut, perhaps, or with another first letter."""
    source: str
    """The whole text as it stood in the file."""


class Either(Struct, frozen=True):
    """Two ways to say a thing, for reports that may not repeat all that was ever written."""

    full: Told
    """With an author's words."""
    bare: Told
    """Without them."""


Part: TypeAlias = "str | Named | Said | Either"
"""A part of a sentence."""

Told: TypeAlias = "tuple[Part, ...]"
"""A sentence in parts; its subject, the changed entry, is left to who tells it."""

LONGEST = 160
"""Authors' words in quotation marks are cut after so many characters, at the end of a word."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+"
)
"""Characters that no one sees: they could move a cursor, turn the direction, or break a feed."""


def phrase(message: str, /, **parts: Part | Told) -> Told:
    """A message as a sentence in parts, with parts in its places."""
    return tuple(
        pieces(message, **{name: list(p) if isinstance(p, tuple) else p for name, p in parts.items()})
    )


def plain(told: Told) -> str:
    """A sentence as plain text."""
    return in_parts(told, words=str, name=lambda named: visible(named.name), said=visible)


def in_parts(
    told: Told,
    *,
    words: Callable[[str], str],
    name: Callable[[Named], str],
    said: Callable[[str], str],
) -> str:
    """A sentence in full, with each of its parts written in its own way.

    Args:
        told: the sentence.
        words: how our own words are written.
        name: how an entry is named.
        said: how authors' words are written.
    """
    pieces = []
    for part in with_words(told, lambda _: True):
        if isinstance(part, Said):
            pieces.append(said(part.text))
        elif isinstance(part, Named):
            pieces.append(name(part))
        else:
            pieces.append(words(str(part)))
    return "".join(pieces)


def with_words(told: Told, may_say: Callable[[str], bool]) -> Told:
    """A sentence that repeats only such words of authors as may be said.

    Args:
        told: the sentence.
        may_say: whether a whole text, as it stood in the file, may be repeated.
    """
    result: list[str | Named | Said | Either] = []
    for part in told:
        if isinstance(part, Either):
            full = with_words(part.full, may_say)
            allowed = all(may_say(said.source) for said in full if isinstance(said, Said))
            result += full if allowed else with_words(part.bare, may_say)
        else:
            result.append(part)
    return tuple(result)


def without_links(text: str) -> str:
    """An author's text with links as their words."""
    return with_links(text, lambda link: link.words or link.named.rpartition("/")[2].replace("-", " "))


def visible(text: str) -> str:
    """An author's text on one line, links as their words, without characters that no one sees."""
    return on_one_line(without_links(text))


def on_one_line(text: str) -> str:
    """An author's text on one line, without characters that no one sees."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def quoted(text: str) -> Told:
    """An author's words in quotation marks, cut when they are long."""
    line = visible(text)
    if len(line) > LONGEST:
        line = line[:LONGEST].rsplit(" ", 1)[0] + " ..."
    elif not line.endswith("..."):
        line = line.removesuffix(".")
    return phrase('"{words}"', words=Said(line, text))


def in_full(text: str) -> Told:
    """An author's words at the end of a sentence, with its full stop."""
    return (Said(text, text), "" if text.endswith((".", "!", "?")) else ".")


def joined(parts: Sequence[Told]) -> Told:
    """Several things as one: a, b and c."""
    result: Told = ()
    for index, part in enumerate(parts):
        between = "" if index == 0 else f" {_('and')} " if index == len(parts) - 1 else ", "
        result = (*result, between, *part)
    return result
