"""Texts as words, so that case, accents, spacing and hyphens make no difference."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits; everything else stands between words."""


def words_of(text: str) -> list[str]:
    """The words of a text in their plainest form, one for each match of `WORD`."""
    if text.isascii():
        return WORD.findall(text.lower())
    return [_plain(word) for word in WORD.findall(text)]


def id_from(name: str) -> str:
    """The id that a name gives, and the word that stands for it in an address; empty for other scripts."""
    return "-".join(word for word in words_of(name) if word.isascii())


def joined(text: str) -> str:
    """The letters and digits of a text alone."""
    return "".join(words_of(text))


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters.casefold() if c.isalnum())
