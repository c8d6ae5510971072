"""A language in which every message stands in brackets, and a playbook in which no author's word is a word.

What is left, outside of brackets and in letters of more than two sorts, has no home.
"""

from __future__ import annotations

import re
from gettext import NullTranslations
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.texts import is_text
from value_compass.language.words import Words
from value_compass.schemas.fields import Model

SHOWN = frozenset(("title", "aria-label", "alt", "placeholder", "data-column"))
"""Attributes that readers see or hear."""

_BRACKETED = re.compile(r"«[^«»]*»")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DISGUISED = re.compile("[xz]+", re.IGNORECASE)
_ADDRESS = re.compile(r"\S*(?:://|\.example\.org)\S*")


class Bracketed(NullTranslations):
    """Says every message in brackets."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


PSEUDO = Words("en", Bracketed())


class _Texts(HTMLParser):
    """What readers see of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.running: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        self.texts += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.running.append(data)


def shown_texts(html: str) -> list[str]:
    """The running text of a page, and what only stands in attributes."""
    parser = _Texts()
    parser.feed(html)
    return [" ".join(parser.running), *parser.texts]


def homeless(text: str) -> set[str]:
    """The words of a text that stand in no message and that no author wrote."""
    # Messages stand in each other's places; signs between, such as those of a run, are no words.
    while (less := _BRACKETED.sub(" ", text)) != text:
        text = less
    return {word for word in _WORD.findall(_ADDRESS.sub(" ", text)) if not _DISGUISED.fullmatch(word)}


def disguised(playbook: Playbook) -> Playbook:
    """A playbook in which every author's word is made of x and z, and nothing else is changed."""
    with_texts = {reference: _disguised(entry) for reference, entry in playbook.entries.items()}
    kinds = {
        folder: replace(kind, singular=_letters(kind.singular), plural=_letters(kind.plural))
        if kind.own
        else kind
        for folder, kind in playbook.kinds.items()
    }
    entries = MappingProxyType(with_texts)
    return replace(
        playbook,
        settings=_disguised(playbook.settings),
        edition=_disguised(playbook.edition),
        entries=entries,
        kinds=MappingProxyType(kinds),
        relations=tuple(
            replace(
                one,
                source=entries[one.source.reference],
                target=entries[one.target.reference],
                reason=_letters(one.reason or "") or None,
                where=_letters(one.where or "") or None,
            )
            for one in playbook.relations
        ),
    )


_NO_TEXTS = frozenset(
    (
        "reference",
        "audience",
        "audiences",
        "fingerprint",
        "language",
        "id",
        "kinds",
        "hides",
        "finds",
        "frame",
    )
)
_VOWELS = frozenset("aeiouy")


def _disguised(value: Any) -> Any:
    if is_text(value):
        return _letters(value)
    if isinstance(value, tuple):
        return tuple(map(_disguised, value))
    if not isinstance(value, Model):
        return value
    names = set(type(value).model_fields) - _NO_TEXTS
    return value.model_copy(update={name: _disguised(getattr(value, name)) for name in names})


def _letters(text: str) -> str:
    """A text with x for each vowel and z for each other letter; links, colours and addresses stay."""
    if text.startswith(("#", "http", "mailto")):
        return text
    pieces = re.split(r"(\[\[[^]|]*)", text)
    return "".join(piece if place % 2 else _WORD.sub(_word, piece) for place, piece in enumerate(pieces))


def _word(found: re.Match[str]) -> str:
    return "".join(
        ("x" if sign.lower() in _VOWELS else "z").upper()
        if sign.isupper()
        else "x"
        if sign in _VOWELS
        else "z"
        for sign in found[0]
    )
