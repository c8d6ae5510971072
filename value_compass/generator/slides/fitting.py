"""How large words can be on a slide, and on how many slides they fit; measured as Arial, in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box
from value_compass.generator.diagrams.widths import wrap
from value_compass.generator.slides.deck import Words

SLIDE = Box(0, 0, 960, 540)
TITLE = Box(48, 52, 864, 66)
BODY = Box(48, 134, 864, 340)

SIZES = (28, 26, 24, 22, 20, 18, 16)
"""The sizes of words, in points: the largest at which all fit is taken."""

LEADING = 1.2
"""From one line to the next, in sizes."""

BETWEEN = 0.45
"""The room between two paragraphs, in sizes."""

INDENT = 1.5
"""How far a list stands in from its signs, in sizes."""

_SLACK = 0.97
"""Programs break lines a little earlier than the widths of the letters ask for."""


class Fitted(Struct, frozen=True):
    """Words that fit a box, and their size."""

    words: tuple[Words, ...]
    size: int


def height(words: Words, width: float, size: float) -> float:
    """How high a paragraph is."""
    room = (width - (INDENT * size if words.sign else 0)) * _SLACK
    lines = len(wrap(words.text, room, size, bold=words.heading)) or 1
    return lines * size * LEADING


def height_of_all(words: Sequence[Words], width: float, size: float) -> float:
    """How high paragraphs are under one another."""
    return sum(height(one, width, size) for one in words) + BETWEEN * size * max(0, len(words) - 1)


def fitted(words: Sequence[Words], box: Box = BODY) -> Iterator[Fitted]:
    """Words in as few boxes as will do, as large as they fit; a heading stays with what follows it.

    Args:
        words: the paragraphs.
        box: the room of one slide.
    """
    rest = tuple(words)
    while rest:
        size = next((size for size in SIZES if height_of_all(rest, box.width, size) <= box.height), None)
        if size:
            yield Fitted(rest, size)
            return
        end = _most(rest, box)
        yield Fitted(rest[:end], SIZES[-1])
        rest = rest[end:]


def _most(words: tuple[Words, ...], box: Box) -> int:
    """How many paragraphs fit at the smallest size; one at least."""
    end = len(words)
    while end > 1 and (
        words[end - 1].heading or height_of_all(words[:end], box.width, SIZES[-1]) > box.height
    ):
        end -= 1
    return end


def title_height(title: str, width: float, size: float) -> float:
    """How high a title is."""
    return len(wrap(title, width * _SLACK, size, bold=True)) * size * LEADING


def title_size(title: str, width: float, high: float, sizes: Sequence[int]) -> int:
    """The largest size at which a title fits in its box."""
    for size in sizes:
        if title_height(title, width, size) <= high:
            return size
    return sizes[-1]
