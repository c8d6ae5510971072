"""Texts as paper takes them: shortened to a room, divisible, with a stand-in for signs that no font has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from value_compass.generator.load.fonts import Fonts, width


def shortened(text: str, size: float, room: float, face: str = "SourceSansPro-Semibold") -> str:
    """A text that fits a room in one line; words at its end go where it is too long."""
    if width(text, size, face) <= room:
        return text
    kept = text
    while kept and width(f"{kept.rstrip()}\u2026", size, face) > room:
        shorter = kept.rstrip().rpartition(" ")[0]
        kept = shorter if len(shorter) > len(text) / 3 else kept[:-1]
    return f"{kept.rstrip()}\u2026"


def divided(text: str) -> str:
    """A text whose longest words can be divided: addresses after their signs, others anywhere."""
    return _LONG.sub(lambda word: _with_breaks(word[0], _PART), text) if len(text) > _LONGEST else text


def _with_breaks(word: str, longest: int) -> str:
    parts = re.split(r"(?<=[/.?&=_-])", word)
    return "\u200b".join(_anywhere(part) if len(part) > longest else part for part in parts)


def _anywhere(word: str) -> str:
    return "\u00ad".join(word[start : start + 6] for start in range(0, len(word), 6))


def divided_on_sheets(text: str) -> str:
    """A text whose words can be divided where they are wider than a card that has them as its name."""
    return " ".join(
        _with_breaks(word, _PART_ON_SHEETS)
        if len(word) > _PART_ON_SHEETS and width(word, _NAME) > _CARD
        else word
        for word in text.split(" ")
    )


def printable_tree(said: Any, fonts: Fonts, *, divide: Callable[[str], str] | None = divided) -> Any:
    """What Typst reads, with every text in it printable, and long words divisible."""
    if isinstance(said, str):
        shown = said if said.isascii() and said.isprintable() else fonts.printable(said)
        return divide(shown) if divide else shown
    if isinstance(said, list):
        return [printable_tree(one, fonts, divide=divide) for one in said]
    if isinstance(said, dict):
        return {
            key: one
            if key in _KEPT or (key == "svg" and isinstance(one, str) and one.isascii())
            else printable_tree(one, fonts, divide=None if key in _FITTED else divide)
            for key, one in said.items()
        }
    return said


_NAME, _CARD = 21, 225.0
"""The size of the name on a card, and the room of its line, in points."""

_LONGEST = 24
_LONG = re.compile(rf"[^ ]{{{_LONGEST + 1},}}")
"""A word of more letters than any that stays whole."""

_PART, _PART_ON_SHEETS = 18, 8
"""A longer piece of an address, or a longer word, can be divided anywhere."""

_KEPT = frozenset({"l", "u", "k", "st", "sg", "mk", "tone", "w", "png"})
"""What is no text for readers."""

_FITTED = frozenset({"address", "head", "chapter", "words", "svg", "label", "field", "pillar", "code"})
"""What stands in one line that has been fitted, figures, and what names a place."""
