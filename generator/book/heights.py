"""How high blocks are: measured by Typst once, and known from then on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.book.blocks import Atom, Block, plain
from generator.book.fonts import width as text_width
from generator.book.keeping import keep_table, kept_table, key_of

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
    """

    def __init__(self, look: str, measure: Measure) -> None:
        self._look = look
        self._measure = measure
        self._known: dict[str, float] = kept_table("heights", look)
        self._used: dict[str, float] = {}
        self._missing: dict[str, Mapping[str, Any]] = {}
        self._lines: dict[tuple[int, float], float | None] = {}
        self._keys: dict[tuple[int, float, float], str] = {}
        self._held: list[Atom] = []

    def of(self, block: Block, width: float, scale: float = 1.0) -> float:
        """The height of a block, without the room above it."""
        at = (id(block.atom), width)
        if at not in self._lines:
            self._held.append(block.atom)  # so that no other atom gets its id
            self._lines[at] = one_line(block.atom, width)
        line = self._lines[at]
        if line:
            return line * scale
        key = self._key(block.atom, width, scale)
        found = self._known.get(key)
        if found is None:
            self._missing[key] = {"a": block.atom, "w": width, "s": scale}
            return LINE
        self._used[key] = found
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

    def _key(self, atom: Atom, width: float, scale: float) -> str:
        at = (id(atom), width, scale)
        if at not in self._keys:
            self._held.append(atom)  # so that no other atom gets its id
            said = json.dumps(atom, ensure_ascii=False, sort_keys=True)
            self._keys[at] = key_of(said, f"{width:.2f} {scale}")[:20]
        return self._keys[at]


def one_line(atom: Atom, width: float) -> float | None:
    """The height of what is certain to be one line; nothing where only Typst can tell."""
    if atom["k"] == "p" and atom["st"] in _ONE_LINE:
        style, sign = atom["st"], 0.0
    elif atom["k"] == "i":
        style, sign = ("small" if atom["sm"] else "p"), 12.0
    else:
        return None
    text = plain(atom["t"])
    size, line = _ONE_LINE[style]
    room = (width - atom["d"] * 9 - sign) / 1.1 / size
    if len(text) > room * 2.6 or not text or not text.isprintable():
        return None
    numbers = _NUMBER * str(atom["t"]).count("'p': True") + 6 * str(atom["t"]).count("'b'")
    if "'n'" in str(atom["t"]) or "'c'" in str(atom["t"]) or "'mk'" in str(atom["t"]):
        return None
    return (
        line
        if text_width(text, size, "SourceSerifPro-Semibold") * 1.06 + numbers < room * size * 1.1
        else None
    )
