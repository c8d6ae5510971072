"""How many lines words take, from the widths of their letters, wherever that is certain.

Typst fills a line with as many words as it holds. Were words divided anywhere, there would be fewest lines;
were none divided, most. Where both are as many, nobody needs to set the words to know.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
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


def lines_of(run: Any, size: float, room: float, face: str = SERIF) -> int | None:
    """How many lines a run takes; nothing where only Typst can tell.

    Args:
        run: words as Typst reads them.
        size: of the letters, in points.
        room: the length of a line, in points.
        face: the font that is set where the run names no other.
    """
    words: list[float] = [0.0]
    for wide in _pieces(run, size, face):
        if wide is None:
            return None
        if wide < 0:
            words.append(0.0)
        else:
            words[-1] += wide
    words = [word for word in words if word]
    return _count(words, (_word(" ", face) or 0.0) * size, room)


def _count(words: list[float], space: float, room: float) -> int | None:
    narrowest = (sum(words) + space * (len(words) - 1)) * (1 - _NARROWER)
    fewest = max(math.ceil((narrowest + space) / (room + space)), 1) if words else 0
    most, filled = 0, room
    for word in words:
        wide = word * (1 + _WIDER)
        if wide > room - _SPARE:
            return None
        filled += space + wide
        if filled > room - _SPARE:
            most, filled = most + 1, wide
    return most if most == fewest else None


def _pieces(run: Any, size: float, face: str) -> Iterator[float | None]:
    """The widths of what stands between two places for a new line, and a negative one for each such place."""
    for piece in run if isinstance(run, list) else [run]:
        if isinstance(piece, str):
            yield from _text(piece, size, face)
            continue
        sign = next((wide for key, wide in _SIGNS.items() if key in piece), None)
        key = next((key for key in _FACES if key in piece), None)
        if sign is not None:
            yield sign
        elif key is None:
            yield None
        else:
            yield from _pieces(piece[key], size, _FACES[key] or face)
            if piece.get("p"):
                number, small, sans = _NUMBER
                space = (_word(" ", face) or 0.0) * size if piece.get("t") else 0.0
                yield space + (_word(number, sans) or 0.0) * small


def _text(text: str, size: float, face: str) -> Iterator[float | None]:
    if not text.isprintable():
        yield None
        return
    for place, word in enumerate(text.split(" ")):
        if place:
            yield -1.0
        wide = _word(word, face)
        yield wide * size if wide is not None else None


@lru_cache(maxsize=65536)
def _word(word: str, face: str) -> float | None:
    return letters_width(word.replace("'", "\u2019").replace('"', "\u201d"), face)
