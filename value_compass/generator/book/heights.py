"""How high blocks are: measured by Typst once, and known from then on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from pydantic_core import to_json

from value_compass.generator.book.blocks import Atom, Block
from value_compass.generator.book.keeping import keep_table, kept_table, key_of
from value_compass.generator.book.lines import SANS, SANS_BOLD, SERIF, SERIF_ITALIC, Words, words_of

LINE = 11.8
"""The height of a line of text, in points; every room is told in lines."""

Measure = Callable[[Sequence[Mapping[str, Any]]], Sequence[float]]
"""Takes atoms with their widths and scales; gives their heights."""

_HAIR = 0.05
"""So many points are no difference."""

_MOST = 60_000
"""So many heights are kept."""

_AT_ONCE = 2500
"""So many are measured at once: Typst takes its memory by their number."""

_PARAGRAPHS = {"p": (9.2, LINE), "small": (7.6, 9.4), "still": (7.6, 9.4), "entry": (7.6, 9.4)}
"""The size and the line of each style of words, as `atoms.typ` sets them."""

_ROWS = {
    "plain": (8.6, 11.0, 3.0),
    "agenda": (9.2, LINE, LINE / 4),
    "small": (7.6, 9.4, 2.0),
    "matrix": (8.0, 10.0, 0.7),
    "dense": (7.4, 8.9, 0.3),
}
"""The size, the line, and the room above and below it, of each style of a table's rows."""

_NARROW = frozenset({"matrix", "dense"})
"""Tables whose cells hold signs, and whose heads are turned."""

_UNDIVIDED = frozenset({"still", "entry"})
"""Styles of words none of which is divided."""

_HEADINGS = {
    "h": (8.8, LINE, 0.0),
    "band": (8.8, LINE, 0.0),
    "big": (15.0, 18.0, 0.0),
    "sub": (11.5, 14.0, 2.0),
}
"""The size, the line, and the room above it, of each sort of heading."""

_TITLES = ((SANS_BOLD, 15.0, 18.0, 0.0), (SANS_BOLD, 20.0, 24.0, 0.0))
_UNDER_TITLE = ((SANS, 8.0, 10.4, 0.0), (SERIF_ITALIC, 10.5, 13.2, LINE / 4))
"""Face, size, line, and room above: of small and large titles of entries, and of what stands under them."""

_LARGE, _RULE, _GUTTER, _CODE = 20, 2.4 + 3.5, 6 / 25.4 * 72, 15 / 25.4 * 72
"""From which size a title is large; the rule above it, the room beside it, and the code there, in points."""

_CELL, _STEP_IN, _BAND = 2.4, 9.0, 6.0
"""Beside the words of a cell, before those of a list in a list, and beside those of a band, in points."""


class Heights:
    """The heights of blocks at a width and a scale, in points.

    What is not known yet is noted, and counts as one line until `measure` was asked for it.

    Args:
        look: what else the height depends on: templates, fonts, language.
        measure: asks Typst.
        usual: whether texts are set in the usual fonts, whose lines can be counted.
    """

    def __init__(self, look: str, measure: Measure, *, usual: bool = True) -> None:
        self._look = look
        self._usual = usual
        self._measure = measure
        self.guesses = 0
        """How often a height was asked for that nobody knows yet."""
        kept = kept_table("heights", look)
        self._measured: dict[str, float] = kept.get("measured", {})
        self._counted: dict[str, float] = kept.get("counted", {})
        self._kept = self._measured.keys() | self._counted.keys()
        self._undivided: dict[str, float] = {}
        self._used: set[str] = set()
        self._missing: dict[str, Mapping[str, Any]] = {}
        self._found: dict[tuple[int, float, float], float] = {}
        self._keys: dict[tuple[int, float, float], str] = {}
        self._held: list[Atom] = []
        self._words: dict[tuple[int, str, bool], Words | None] = {}
        self.stacks: dict[tuple[float, ...], Any] = {}
        """What was made of blocks whose heights are all known, by their ids, a width and a scale."""

    def of(self, block: Block, width: float, scale: float = 1.0) -> float:
        """The height of a block, without the room above it."""
        at = (id(block.atom), width, scale)
        found = self._found.get(at)
        return found if found is not None else self._look_up(block.atom, at)

    def counted(self, block: Block, width: float, scale: float = 1.0) -> bool:
        """Whether the lines of a block were counted: as many whether its words are divided or not."""
        return self._keys.get((id(block.atom), width, scale)) in self._counted

    def _look_up(self, atom: Atom, at: tuple[int, float, float]) -> float:
        _, width, scale = at
        key = self._keys.get(at)
        if key is None:
            self._held.append(atom)  # so that no other atom gets its id
            key = self._keys[at] = key_of(to_json(atom), f"{width:.2f} {scale}")[:20]
            if self._usual and key not in self._counted and key not in self._measured:
                self._count(key, atom, width, scale)
        found = self._counted.get(key, self._measured.get(key))
        if found is None:
            self._missing[key] = {"a": atom, "w": width, "s": scale}
            self.guesses += 1
            return LINE
        self._used.add(key)
        self._found[at] = found
        return found

    def _count(self, key: str, atom: Atom, width: float, scale: float) -> None:
        span = possible(atom, width, scale, self._words_of)
        if span and span[0] == span[1]:
            self._counted[key] = span[1]
        elif span:
            self._undivided[key] = span[1]

    def _words_of(self, run: Any, face: str, divided: bool) -> Words | None:
        at = (id(run), face, divided)
        if at not in self._words:
            self._words[at] = words_of(run, face, divided=divided)
        return self._words[at]

    @property
    def complete(self) -> bool:
        """Whether every height that was asked for is known."""
        return not self._missing

    def measure(self) -> None:
        """Find out what is missing."""
        missing = list(self._missing.items())
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            for (key, _), found in zip(part, self._measure([asked for _, asked in part]), strict=True):
                # Words that take as many lines when none of them is divided need not be divided.
                undivided = self._undivided.get(key)
                if undivided is not None and abs(found - undivided) < _HAIR:
                    self._counted[key] = undivided
                else:
                    self._measured[key] = found
        self._missing.clear()

    def keep(self) -> None:
        """Keep what this book used, and of what others used as much as there is room for."""
        if self._used <= self._kept:
            return
        rest = set(islice(self._kept - self._used, max(_MOST - len(self._used), 0)))
        tables = {"measured": self._measured, "counted": self._counted}
        kept = {
            name: {key: height for key, height in table.items() if key in self._used or key in rest}
            for name, table in tables.items()
        }
        keep_table("heights", self._look, kept)


WordsOf = Callable[[Any, str, bool], Words | None]
"""Takes a run, a face, and whether long words are divided; gives the words of the run."""


def possible(atom: Atom, width: float, scale: float, words: WordsOf) -> tuple[float, float] | None:
    """The least height that words may have, and that of them undivided; nothing where only Typst can tell.

    Args:
        atom: what is set.
        width: the room that it has.
        scale: at which it is set.
        words: how wide the words of a run are.
    """
    kind = atom["k"]
    if kind == "p" and atom["st"] in _PARAGRAPHS:
        further = _STEP_IN * scale if atom["st"] == "entry" else 0.0
        return _text(atom, _PARAGRAPHS[atom["st"]], width, scale, words, further=further)
    if kind == "i":
        wide = 12.0 if atom["mk"] is None and atom["sg"] in {"number", "box"} else 9.0
        return _text(
            atom, _PARAGRAPHS["small" if atom["sm"] else "p"], width, scale, words, sign=wide * scale
        )
    if kind == "row" and not (atom["head"] and atom["st"] in _NARROW):
        return _row(atom, width, scale, words)
    if kind in _HEADINGS:
        size, line, above = _HEADINGS["big" if atom.get("big") else kind]
        band = kind == "band"
        room = width - _BAND if band else width
        lines = _lines(atom["t"], SANS_BOLD, size * scale, room, words, divided=band)
        return _high(lines, line * scale, above) if lines and all(lines) and _is_plain(atom["t"]) else None
    return _top(atom, width, words) if kind == "top" else None


_Lines = tuple[int, int]
"""How many at least and at most."""


def _high(lines: _Lines, line: float, beside: float = 0.0) -> tuple[float, float]:
    least, most = lines
    return beside + least * line, beside + most * line


def _text(
    atom: Atom,
    style: tuple[float, float],
    width: float,
    scale: float,
    words: WordsOf,
    *,
    sign: float = 0.0,
    further: float = 0.0,
) -> tuple[float, float] | None:
    size, line = style
    known = words(atom["t"], SERIF, atom.get("st") not in _UNDIVIDED)
    lines = known.lines(size * scale, width - atom["d"] * _STEP_IN - sign, further) if known else None
    return _high((max(lines[0], 1), max(lines[1], 1)), line * scale) if lines else None


def _row(atom: Atom, width: float, scale: float, words: WordsOf) -> tuple[float, float] | None:
    size, line, above = _ROWS[atom["st"]]
    least = most = 1
    for place, (cell, share) in enumerate(zip(atom["cells"], atom["w"], strict=True)):
        beside = (4.0 if place == 0 else 0.0) if atom["st"] in _NARROW else 2 * _CELL
        face, room = SANS_BOLD if atom["head"] else SERIF, share * width - beside
        lines = _lines(cell, face, size * scale, room, words, divided=not atom["head"])
        if lines is None:
            return None
        least, most = max(least, lines[0]), max(most, lines[1])
    return _high((least, most), line * scale, 2 * (above if atom["st"] in _NARROW else above * scale))


def _top(atom: Atom, width: float, words: WordsOf) -> tuple[float, float] | None:
    """The height of the head of an entry, which stands beside its code."""
    if atom["quote"]:
        return None
    side = _CODE if atom["code"] else 0.0
    least = most = 0.0
    title = _TITLES[atom["size"] >= _LARGE]
    for run, (face, size, line, above) in zip(
        (atom["title"], atom["kicker"], atom["lead"]), (title, *_UNDER_TITLE), strict=True
    ):
        if run:
            lines = _lines(run, face, size, width - _GUTTER - side, words, divided=False)
            if not lines or not all(lines) or not _is_plain(run, upright=face != SERIF_ITALIC):
                return None
            low, high = _high(lines, line, above)
            least, most = least + low, most + high
    return _RULE + max(least, side), _RULE + max(most, side)


def _is_plain(run: Any, *, upright: bool = True) -> bool:
    """Whether no piece of a run is set in another face than it would be in a paragraph."""
    return all(
        isinstance(piece, str)
        or (upright and "h" in piece and _is_plain(piece["h"]))
        or ("l" in piece and _is_plain(piece["t"], upright=upright))
        for piece in run
    )


def _lines(run: Any, face: str, size: float, room: float, words: WordsOf, *, divided: bool) -> _Lines | None:
    known = words(run, face, divided)
    return known.lines(size, room) if known else None
