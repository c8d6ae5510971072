"""The alphabet of a language: one order of names for menus, lists, the glossary, the matrix and the index.

Case, accents and signs do not count, an article in front does not count, numbers come first and by their
size, and letters that a language counts as letters of their own stand where it has them: å behind z in
Swedish.

This much is enough for names. The whole of Unicode's collation would be a table of a megabyte and a half,
read at each start, and without what sets one language apart from another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from value_compass.generator.check.reading import words_of

NUMBERS = "0–9"  # noqa: RUF001  # a range
"""The head of what begins with no letter."""

_ARTICLES = {
    "da": "en et den det de",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "en": "the a an",
    "es": "el la los las un una unos unas",
    "fr": "le la les l un une des",
    "it": "il lo la i gli le l un uno una",
    "nl": "de het een t n",
    "pt": "o a os as um uma uns umas",
    "sv": "en ett den det de",
}
"""Words that do not count at the beginning of a name."""

_LETTERS = {
    "cs": "cč h,ch rř sš zž",
    "da": "zæøå",
    "es": "nñ",
    "et": "s,š,z,ž wõäöü",
    "fi": "zåäö",
    "hr": "cčć dđ sš zž",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "sk": "aä cč h,ch oô sš zž",
    "sl": "cč sš zž",
    "sv": "zåäö",
    "tr": "cç gğ hı oö sş uü",  # noqa: RUF001  # a letter of Turkish
}
"""Letters of their own, each behind the letter that it follows."""

Key = tuple[bool, str, str]


_BEHIND = 0x30000
"""Signs that no name has, and that stand behind all letters: with one, a letter follows the one before it."""


@lru_cache(maxsize=20_000)
def sort_key(name: str, language: str) -> Key:
    """Where a name stands in the alphabet.

    Args:
        name: what is put in order.
        language: whose alphabet it is, in two letters.
    """
    places = _places(language)
    plain = unicodedata.normalize("NFC", name).lower()
    if places:
        plain = re.sub("|".join(sorted(places, key=len, reverse=True)), lambda one: places[one[0]], plain)
    words = words_of(plain)
    if len(words) > 1 and words[0] in _ARTICLES.get(language, "").split():
        words = words[1:]
    key = re.sub(r"\d+", lambda one: one[0].zfill(12), " ".join(words))
    # Names that differ in accents or case alone stand in the same order everywhere.
    return key[:1].isalpha(), key, name


def letter_of(name: str, language: str) -> str:
    """The letter under which a name stands, or what stands for all numbers and signs."""
    is_word, key, _ = sort_key(name, language)
    if not is_word:
        return NUMBERS
    own = {place: letter for letter, place in _places(language).items()}
    return own.get(key[:2], key[0]).upper()


@lru_cache
def _places(language: str) -> dict[str, str]:
    """What stands for each letter of its own: the one before it, and a sign behind all others."""
    places = {}
    for row in _LETTERS.get(language, "").split():
        first, *others = row.split(",") if "," in row else list(row)
        places.update({letter: f"{first}{chr(_BEHIND + place)}" for place, letter in enumerate(others)})
    return places
