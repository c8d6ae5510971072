"""How many lines words take, from the widths of their letters, wherever that is certain.

Typst fills a line with as many words as it holds. There would be fewest lines were words divided wherever
they might be, and most were none divided. Where both are as many, nobody needs to set the words to know.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from msgspec import Struct

from value_compass.generator.load.fonts import letters_width

SERIF, SANS, SANS_BOLD, SERIF_ITALIC = (
    "SourceSerifPro-Regular",
    "SourceSansPro-Regular",
    "SourceSansPro-Semibold",
    "SourceSerifPro-It",
)

_HOLDING = ("h", "g", "e", "s", "t")
"""What a piece of words says of the face that they are set in."""

_SIGNS = {"m": 5.0, "mk": 7.8, "x": 8.6}
"""How wide the signs are that stand among words, in points."""

_RAISED = 7.0
"""The size of the sign of a basis, which keeps its word in one piece."""

_NUMBER = ("000", 7.2, SANS)
"""The number of a page after a space that does not break: as wide as it can be, its size, and its face."""

_NARROWER, _WIDER = 0.004, 0.001
"""By this part words are narrower or wider than each by itself: a space draws its neighbours near."""

_SPARE = 0.3
"""So many points of a line stay free in the count of most lines."""

_EDGES = ".,;:()'\"\u2019\u201c\u201d"
"""At the edges of a word, these give no place for a new line."""

_DIVIDED, _LONG = 4, 20
"""Words of so many letters may be divided, and longer ones than that even in names."""


_WHOLE, _BY_HYPHEN, _ANYWHERE = range(3)
"""How a word may go on in the next line: not at all, after a hyphen that is set there, or after any sign."""

_BREAK = 3
"""What stands in place of a word where a new line begins in any case."""

_PART, _HYPHEN = 0.45, 0.25
"""How wide at least two letters are, the fewest on a side of a hyphen, and it is; parts of their size."""

_Word = tuple[float, float, int]
"""A word: letters, as a part of their size; signs, in points; how it may go on in the next line."""

_NOTHING: _Word = (0.0, 0.0, _WHOLE)
_NEW_LINE: _Word = (0.0, 0.0, _BREAK)


class Words(Struct, frozen=True):
    """What stands between two places for a new line, one after the other, of any size."""

    words: Sequence[_Word]
    space: float
    """How wide a space between two is, as a part of its size."""

    def lines(self, size: float, room: float, further: float = 0.0) -> tuple[int, int] | None:
        """How many lines they take at least and at most; nothing where only Typst can tell.

        Args:
            size: of the letters, in points.
            room: the length of a line, in points.
            further: how much shorter every line but the first one is.
        """
        space, hyphen, part = self.space * size, _HYPHEN * size, _PART * size
        fewest, least = 0, room
        most, filled = 0, room
        begins = True
        for letters, signs, going_on in self.words:
            if going_on == _BREAK:
                least, filled, begins = room, room, True
                continue
            width = letters * size + signs
            narrow, wide = width * (1 - _NARROWER), width * (1 + _WIDER)
            if wide > room - further - _SPARE:
                return None
            line = room if fewest < 2 else room - further
            least += space * (1 - _NARROWER)
            left, least = line - least, least + narrow
            if least > line:
                if begins or going_on == _WHOLE or (going_on == _BY_HYPHEN and left < part + hyphen):
                    least = narrow
                else:
                    least = max(least - line + hyphen, part) if going_on == _BY_HYPHEN else least - line
                fewest += 1
            begins = False
            filled += space + wide
            if filled > (room if most < 2 else room - further) - _SPARE:
                most, filled = most + 1, wide
        return fewest, most


def words_of(run: Any, face: str = SERIF, *, divided: bool = True) -> Words | None:
    """The words of a run; nothing where only Typst can tell how wide they are.

    Args:
        run: words as Typst reads them.
        face: the font that is set where the run names no other.
        divided: whether long words go on in the next line.
    """
    words: list[_Word] = [_NOTHING]
    if not _add(run, face, words, divided=divided):
        return None
    words = [word for word in words if word != _NOTHING]
    if words and any(one[2] == _BREAK == other[2] for one, other in pairwise([_NEW_LINE, *words, _NEW_LINE])):
        return None  # how high a line without words is
    return Words(words, _width(" ", face) or 0.0)


def _add(run: Any, face: str, words: list[_Word], *, divided: bool) -> bool:
    """Add what a run holds to the last word and to new ones, as far as its width is known."""
    for piece in run if isinstance(run, list) else [run]:
        if isinstance(piece, str):
            if not _add_text(piece, face, words, divided=divided):
                return False
            continue
        if "n" in piece:
            if words[-1] == _NOTHING:  # a space, which may need a line of its own
                return False
            words += [_NEW_LINE, _NOTHING]
            continue
        raised = (_width(piece["b"], SANS) or 1.0) * _RAISED if "b" in piece else None
        sign = raised or next((wide for key, wide in _SIGNS.items() if key in piece), None)
        key = next((key for key in _HOLDING if key in piece), None)
        if sign is not None:
            letters, signs, going_on = words[-1]
            words[-1] = (letters, signs + sign, going_on if "b" in piece else _ANYWHERE)
            continue
        name = key == "h" or "l" in piece
        if key is None or not _add(
            piece[key], _within(key, face), words, divided=divided and not (name and _short(piece[key]))
        ):
            return False
        if piece.get("p"):
            number, small, sans = _NUMBER
            letters, signs, going_on = words[-1]
            space = (_width(" ", face) or 0.0) if piece.get("t") else 0.0
            words[-1] = (letters + space, signs + (_width(number, sans) or 0.0) * small, going_on)
    return True


@cache
def _within(key: str, face: str) -> str:
    """The face of a piece: names and notes have no serifs, and what holds it may be bold or italic."""
    family, _, style = face.partition("-")
    sans = key in {"h", "g"}
    bold, italic = key in {"h", "s"} or "Semibold" in style, key == "e" or style.endswith("It")
    weight = ("Semibold" if bold else "") + ("It" if italic else "")
    return f"{'SourceSansPro' if sans else family}-{weight or 'Regular'}"


def _short(run: Any) -> bool:
    """Whether no word of a name is divided, as `runs.typ` says it."""
    return all(not isinstance(one, str) or all(len(word) <= _LONG for word in one.split(" ")) for one in run)


def _add_text(text: str, face: str, words: list[_Word], *, divided: bool) -> bool:
    if not text.replace("\u00a0", " ").isprintable():
        return False
    if text.startswith(" ") and words[-2:] == [_NEW_LINE, _NOTHING]:
        return False
    for place, word in enumerate(text.split(" ")):
        wide, going_on = _word(word, face, divided)
        if wide is None:
            return False
        if place:
            words.append((wide, 0.0, going_on))
        elif word:
            letters, signs, before = words[-1]
            if not word.strip(_EDGES):
                going_on = before
            elif words[-1] != _NOTHING:
                going_on = _ANYWHERE  # where words of two pieces meet there may be a place for a new line
            words[-1] = (letters + wide, signs, going_on)
    return True


@lru_cache(maxsize=65536)
def _word(word: str, face: str, divided: bool) -> tuple[float | None, int]:
    """How wide a word is, and how it may go on in the next line."""
    core = word.strip(_EDGES)
    if not core or (core.isalnum() and len(core) < (_DIVIDED if divided else _LONG)):
        return _width(word, face), _WHOLE
    return _width(word, face), _BY_HYPHEN if core.isalpha() else _ANYWHERE


@lru_cache(maxsize=65536)
def _width(word: str, face: str) -> float | None:
    return letters_width(word.replace("'", "\u2019").replace('"', "\u201d"), face)
