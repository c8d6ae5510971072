"""Texts as they are read: one reading for audiences, confidential names, same names, ids and the search.

Two texts are the same when a reader takes them for the same. Case, accents, spacing and hyphens make no
difference; characters that nobody sees, Markdown's signs, tags and what stands behind a link are out; what is
written as an entity is decoded. `theme/site/assets/search.js` folds what is typed in the same way.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits in plain text."""

_ALIKE = {
    "ı": "i",  # noqa: RUF001  # letters that Unicode does not take apart, and readers take for others
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
    "ς": "σ",  # noqa: RUF001  # the same
}

_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters without a shape; other unseen characters are known by their category."""

_MARKUP = re.compile(
    r"""
      \[\[(?P<words>[^\[\]|]*)\|                              # a link to an entry, with words of its own
    | \[\[(?P<bare>[^\[\]|]*)\]\]                             # the same without
    | \]\((?P<address>(?:[^()\[\]\\]|\\.|\([^()\[\]]*\))*)\)  # the address of a link; it ends before another
    | \]\[(?P<label>[^\[\]]*)\]                               # the name of an address that stands elsewhere
    | (?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|\w{2,31});)
    | </?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>                       # a tag
    | \\(?=[!-/:-@\[-`{-~])                                   # what takes a sign's meaning away
    | [\[\]*`~]+
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What readers do not see of a text in Markdown, or see as something else."""


class _Plain(dict[int, str]):
    """What each character is in the plainest form of a word: letters, nothing, or a space between words."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code).lower()).lower()
        self[code] = plain = "".join(map(_plain, letters))
        return plain


def _plain(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in _UNSEEN or category in {"Cf", "Mn", "Me"}:
        return ""
    return _ALIKE.get(sign, sign) if sign.isalnum() or category == "Mc" else " "


_PLAIN = _Plain()


def words_of(text: str) -> list[str]:
    """The words that a reader sees, in their plainest form."""
    return next(readings(text))


def readings(text: str) -> Iterator[list[str]]:
    """The words that a reader sees of a text, then those of each address and reference behind its links."""
    asides: list[str] = []

    def seen(found: re.Match[str]) -> str:
        kind = found.lastgroup
        if kind == "entity":
            return html.unescape(found[0])
        if kind:
            asides.append(found[kind])
        return " " if kind == "bare" else ""

    yield _MARKUP.sub(seen, text).translate(_PLAIN).split()
    for aside in asides:
        yield aside.translate(_PLAIN).split()


def places(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where the words stand that `readings` gives, as start and end in the text."""
    read: list[tuple[str, int, int]] = []
    asides: list[tuple[int, int]] = []
    last = 0
    for found in _MARKUP.finditer(text):
        read += ((sign, at, at + 1) for at, sign in enumerate(text[last : found.start()], last))
        kind, last = found.lastgroup, found.end()
        if kind == "entity":
            read += ((sign, found.start(), last) for sign in html.unescape(found[0]))
        elif kind:
            asides.append(found.span(kind))
        if kind == "bare":
            read.append((" ", last, last))
    read += ((sign, at, at + 1) for at, sign in enumerate(text[last:], last))
    yield list(_stretches(read))
    for start, end in asides:
        yield list(_stretches([(sign, at, at + 1) for at, sign in enumerate(text[start:end], start)]))


def id_from(name: str) -> str:
    """The id that a name gives, and the word that stands for it in an address; empty for other scripts."""
    return "-".join(word for word in words_of(name) if word.isascii())


def joined(text: str) -> str:
    """The letters and digits of a text alone."""
    return "".join(words_of(text))


def _stretches(read: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    """From where to where each word stands, from the characters with their places."""
    begun: tuple[int, int] | None = None
    for sign, start, end in read:
        for letter in sign.translate(_PLAIN):
            if letter != " ":
                begun = (begun[0] if begun else start, end)
            elif begun:
                yield begun
                begun = None
    if begun:
        yield begun
