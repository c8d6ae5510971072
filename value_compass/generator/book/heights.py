"""How high blocks are: measured by Typst once, and known from then on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from value_compass.generator.book.blocks import Atom, Block
from value_compass.generator.book.keeping import keep_table, kept_table, key_of
from value_compass.generator.load.fonts import width as text_width

LINE = 11.8
"""The height of a line of text, in points; every room is told in lines."""

Measure = Callable[[Sequence[Mapping[str, Any]]], Sequence[float]]
"""Takes atoms with their widths and scales; gives their heights."""

_MOST = 60_000
"""So many heights are kept."""

_AT_ONCE = 2500
"""So many are measured at once: Typst takes its memory by their number."""

_ONE_LINE = {"p": (9.2, LINE), "small": (7.6, 9.4)}
"""The size and the line of what often is one line alone; larger scales do not occur."""

_NUMBER = 19.0
"""As much room as the number of a page takes, in points."""


class Heights:
    """The heights of blocks at a width and a scale, in points.

    What is not known yet is noted, and counts as one line until `measure` was asked for it.

    Args:
        look: what else the height depends on: templates, fonts, language.
        measure: asks Typst.
        usual: whether texts are set in the usual fonts, whose short lines need not be measured.
    """

    def __init__(self, look: str, measure: Measure, *, usual: bool = True) -> None:
        self._look = look
        self._usual = usual
        self._measure = measure
        self.guesses = 0
        """How often a height was asked for that nobody knows yet."""
        self._known: dict[str, float] = kept_table("heights", look)
        self._used: dict[str, float] = {}
        self._missing: dict[str, Mapping[str, Any]] = {}
        self._found: dict[tuple[int, float, float], float] = {}
        self._keys: dict[tuple[int, float, float], str] = {}
        self._held: list[Atom] = []

    def of(self, block: Block, width: float, scale: float = 1.0) -> float:
        """The height of a block, without the room above it."""
        at = (id(block.atom), width, scale)
        found = self._found.get(at)
        return found if found is not None else self._look_up(block.atom, at)

    def _look_up(self, atom: Atom, at: tuple[int, float, float]) -> float:
        _, width, scale = at
        if at not in self._keys:
            self._held.append(atom)  # so that no other atom gets its id
            line = one_line(atom, width) if self._usual else None
            if line is not None:
                self._found[at] = line * scale
                return line * scale
        key = self._keys.get(at)
        if key is None:
            said = json.dumps(atom, ensure_ascii=False, sort_keys=True)
            key = self._keys[at] = key_of(said, f"{width:.2f} {scale}")[:20]
        found = self._known.get(key)
        if found is None:
            self._missing[key] = {"a": atom, "w": width, "s": scale}
            self.guesses += 1
            return LINE
        self._used[key] = self._found[at] = found
        return found

    @property
    def complete(self) -> bool:
        """Whether every height that was asked for is known."""
        return not self._missing

    def measure(self) -> None:
        """Find out what is missing."""
        missing = list(self._missing.items())
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            found = self._measure([asked for _, asked in part])
            self._known.update(zip((key for key, _ in part), found, strict=True))
        self._missing.clear()

    def keep(self) -> None:
        """Keep what this book used, and of what others used as much as there is room for."""
        rest = {key: self._known[key] for key in list(self._known)[: _MOST - len(self._used)]}
        if not self._used.keys() <= kept_table("heights", self._look).keys():
            keep_table("heights", self._look, {**rest, **self._used})


def one_line(atom: Atom, width: float) -> float | None:
    """The height of what is certain to be one line; nothing where only Typst can tell."""
    if atom["k"] == "p" and atom["st"] in _ONE_LINE:
        style, sign = atom["st"], 0.0
    elif atom["k"] == "i":
        style, sign = ("small" if atom["sm"] else "p"), 12.0
    else:
        return None
    size, line = _ONE_LINE[style]
    room = width - atom["d"] * 9 - sign
    known = run_width(atom["t"], size, room)
    return line if known is not None and known * 1.03 + 2 < room else None


def run_width(run: Any, size: float, room: float, face: str = "SourceSerifPro-Regular") -> float | None:
    """How wide a run is in one line; nothing where that is not certain, or more than there is room for."""
    total = 0.0
    for piece in run if isinstance(run, list) else [run]:
        wide = _piece_width(piece, size, room, face)
        if wide is None:
            return None
        total += wide
        if total > room:
            return None
    return total


def _piece_width(piece: Any, size: float, room: float, face: str) -> float | None:
    if isinstance(piece, str):
        if len(piece) > room / size * 4 or not piece.isprintable():
            return None
        return text_width(piece, size, face)
    if "b" in piece:
        return 6.0
    for key, other in _FACES.items():
        if key in piece:
            inner = run_width(piece[key], size, room, other or face)
            return inner + _NUMBER if inner is not None and piece.get("p") else inner
    return None


_FACES = {
    "h": "SourceSansPro-Semibold",
    "g": "SourceSansPro-Regular",
    "e": "SourceSerifPro-It",
    "s": "SourceSerifPro-Semibold",
    "t": "",
}
"""In which face the words of a piece are set; that of what holds it where none is named."""
