"""Text widths: how wide a label is in Helvetica, and how it wraps to fit a given width.

The numbers are Helvetica's standard advance widths. Arial and Liberation Sans share them; Source Sans
is narrower, so that what fits here fits there too. A character that Helvetica lacks counts as one em
or as its base letter, which never makes a label too wide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ELLIPSIS = "…"

_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 "
    "556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 "
    "722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 "
    "500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 "
    "556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 "
    "722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 "
    "556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_OTHERS = {
    "\N{NO-BREAK SPACE}": (278, 278),
    "\N{EN DASH}": (556, 556),
    "\N{LEFT SINGLE QUOTATION MARK}": (222, 278),
    "\N{RIGHT SINGLE QUOTATION MARK}": (222, 278),
    "\N{SINGLE LOW-9 QUOTATION MARK}": (222, 278),
    "“": (333, 500),
    "”": (333, 500),
    "„": (333, 500),
    "•": (350, 350),
    "·": (278, 278),
    "\N{MULTIPLICATION SIGN}": (584, 584),
    "÷": (584, 584),
    "°": (400, 400),
    "«": (556, 556),
    "»": (556, 556),
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}": (333, 333),
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}": (333, 333),
    "€": (556, 556),
    "£": (556, 556),
    "ß": (611, 611),
    "æ": (889, 889),
    "ø": (611, 611),
    "ð": (556, 611),
    "þ": (556, 611),
    "\N{LATIN SMALL LETTER DOTLESS I}": (278, 278),
    "ł": (222, 278),
    "đ": (556, 611),
    "Ø": (778, 778),
    "Đ": (722, 722),
    "Ł": (556, 611),
    "Þ": (667, 667),
}


class _Advances(dict[str, int]):
    """How far each character leads on; one that is not in the table is worked out once."""

    def __missing__(self, character: str) -> int:
        base = unicodedata.normalize("NFKD", character)
        if unicodedata.combining(character):
            self[character] = 0
        else:
            self[character] = 1000 if base == character else sum(self[part] for part in base)
        return self[character]


def _table(widths: str, column: int) -> _Advances:
    table = {chr(32 + i): int(width) for i, width in enumerate(widths.split())}
    return _Advances(table | {character: both[column] for character, both in _OTHERS.items()})


_TABLES = (_table(_REGULAR, 0), _table(_BOLD, 1))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in the units of its size."""
    return _advance(text, bold) * size / 1000


def _advance(text: str, bold: bool) -> int:
    """How far a text leads on, in thousandths of its size."""
    return sum(map(_TABLES[bold].__getitem__, text))


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Cut a text so that it fits a width, with an ellipsis where something is lost."""
    text = " ".join(text.split())
    if text_width(text, size, bold=bold) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        short = text[:end].rstrip(" ,;:-") + ELLIPSIS
        if text_width(short, size, bold=bold) <= width:
            return short
    return ELLIPSIS if text_width(ELLIPSIS, size, bold=bold) <= width else ""


def wrap(
    text: str, width: float, size: float, *, bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Break a text into lines that fit a width.

    Lines break at spaces and after hyphens and slashes; a word that is wider than a line is cut. Past
    `most` lines the rest is dropped and the last line ends in an ellipsis.

    Returns:
        The lines; none for an empty text.
    """
    lines: list[str] = []
    line, far = "", 0
    for piece, advance in _measured(text, bold):
        # Room at the end of a line takes no width, and never comes twice.
        if piece == " " or (far + advance) * size / 1000 <= width:
            line, far = line + piece, far + advance
            continue
        if line.strip():
            lines.append(line.strip())
        line, far = piece, advance
        while text_width(line.rstrip(), size, bold=bold) > width and len(line.strip()) > 1:
            head = _head(line, width, size, bold=bold)
            lines.append(head + ("-" if head[-1].isalnum() and len(head) > 1 else ""))
            line = line[len(head) :]
            far = _advance(line, bold)
    if line.strip():
        lines.append(line.strip())
    if most is not None and len(lines) > most:
        kept = lines[: most - 1]
        rest = " ".join(lines[most - 1 :])
        return (*kept, shorten(rest + ELLIPSIS, width, size, bold=bold)) if most else ()
    return tuple(lines)


@lru_cache(maxsize=2000)
def balance(
    text: str, width: float, size: float, *, bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Break a text like `wrap`, in the same number of lines, but as evenly as they come."""
    lines = wrap(text, width, size, bold=bold, most=most)
    low, high = 0.0, width
    while len(lines) > 1 and high - low > size / 4:
        middle = (low + high) / 2
        narrower = wrap(text, middle, size, bold=bold)
        if len(narrower) <= len(lines) and whole(narrower, text):
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def whole(lines: tuple[str, ...], text: str) -> bool:
    """Whether lines hold all of a text, with no word cut and no ellipsis."""
    pieces = [piece.strip() for piece in _pieces(text) if piece.strip()]
    kept = [piece.strip() for line in lines for piece in _pieces(line) if piece.strip()]
    return kept == pieces


@lru_cache(maxsize=2000)
def _measured(text: str, bold: bool) -> tuple[tuple[str, int], ...]:
    """What a text may be broken into, with how far each piece leads on."""
    return tuple((piece, _advance(piece, bold)) for piece in _pieces(text))


def _pieces(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s/-]*[/-]+(?=\w)|[^\s/-]+|[/-]+", " ".join(text.split()))


def _head(word: str, width: float, size: float, *, bold: bool) -> str:
    """As much of a word as fits with a hyphen after it, and at least one character."""
    end = len(word) - 1
    while end > 1 and text_width(word[:end] + "-", size, bold=bold) > width:
        end -= 1
    return word[:end]
