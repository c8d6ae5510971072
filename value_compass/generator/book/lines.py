"""How many lines words take, from the widths of their letters, wherever that is certain.

Typst fills a line with as many words as it holds. Were words divided anywhere, there would be fewest lines;
were none divided, most. Where both are as many, nobody needs to set the words to know.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from value_compass.generator.load.fonts import letters_width

SERIF, SANS, SERIF_BOLD, SANS_BOLD, SERIF_ITALIC = (
    "SourceSerifPro-Regular",
    "SourceSansPro-Regular",
    "SourceSerifPro-Semibold",
    "SourceSansPro-Semibold",
    "SourceSerifPro-It",
)

_FACES = {"h": SANS_BOLD, "g": SANS, "e": SERIF_ITALIC, "s": SERIF_BOLD, "t": ""}
"""In which face the words of a piece are set; that of what holds it where none is named."""

_SIGNS = {"b": 6.0, "m": 5.0, "mk": 7.8, "x": 8.6}
"""How wide the signs are that stand among words, in points."""

_NUMBER = ("000", 7.2, SANS)
"""The number of a page after a space that does not break: as wide as it can be, its size, and its face."""

_NARROWER, _WIDER = 0.03, 0.02
"""By this part words are narrower or wider than their letters one by one."""

_SPARE = 1.0
"""So many points of a line stay free in the count of most lines."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands between two places for a new line, one after the other, of any size."""

    letters: tuple[float, ...]
    """How wide the letters of each are, as a part of their size."""
    signs: tuple[float, ...]
    """How wide the signs and numbers of each are, in points."""
    space: float
    """How wide a space between two is, as a part of its size."""

    def lines(self, size: float, room: float) -> int | None:
        """How many lines they take; nothing where only Typst can tell.

        Args:
            size: of the letters, in points.
            room: the length of a line, in points.
        """
        space = self.space * size
        widths = [letters * size + sign for letters, sign in zip(self.letters, self.signs, strict=True)]
        narrowest = (sum(widths) + space * (len(widths) - 1)) * (1 - _NARROWER)
        fewest = max(math.ceil((narrowest + space) / (room + space)), 1) if widths else 0
        most, filled, room = 0, room, room - _SPARE
        for width in widths:
            wide = width * (1 + _WIDER)
            filled += space + wide
            if filled > room:
                if wide > room or most == fewest:
                    return None
                most, filled = most + 1, wide
        return most if most == fewest else None


def words_of(run: Any, face: str = SERIF) -> Words | None:
    """The words of a run; nothing where only Typst can tell how wide they are.

    Args:
        run: words as Typst reads them.
        face: the font that is set where the run names no other.
    """
    words: list[list[float]] = [[0.0, 0.0]]
    if not _add(run, face, words):
        return None
    wide = [word for word in words if any(word)]
    return Words(tuple(word[0] for word in wide), tuple(word[1] for word in wide), _word(" ", face) or 0.0)


def _add(run: Any, face: str, words: list[list[float]]) -> bool:
    """Add what a run holds to the last word and to new ones, as far as its width is known."""
    for piece in run if isinstance(run, list) else [run]:
        if isinstance(piece, str):
            if not _add_text(piece, face, words):
                return False
            continue
        sign = next((wide for key, wide in _SIGNS.items() if key in piece), None)
        key = next((key for key in _FACES if key in piece), None)
        if sign is not None:
            words[-1][1] += sign
        elif key is None or not _add(piece[key], _FACES[key] or face, words):
            return False
        elif piece.get("p"):
            number, small, sans = _NUMBER
            words[-1][0] += (_word(" ", face) or 0.0) if piece.get("t") else 0.0
            words[-1][1] += (_word(number, sans) or 0.0) * small
    return True


def _add_text(text: str, face: str, words: list[list[float]]) -> bool:
    if not text.isprintable():
        return False
    for place, word in enumerate(text.split(" ")):
        wide = _word(word, face)
        if wide is None:
            return False
        if place:
            words.append([wide, 0.0])
        else:
            words[-1][0] += wide
    return True


@lru_cache(maxsize=65536)
def _word(word: str, face: str) -> float | None:
    return letters_width(word.replace("'", "\u2019").replace('"', "\u201d"), face)
