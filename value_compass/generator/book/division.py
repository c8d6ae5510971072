"""Words that are too many for one block, divided so that they can go on in another column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from value_compass.generator.book.blocks import Block, Run, plain, shares, table_rows

LONGEST = 900
"""A block of text has as many signs at most."""

_SIGNS_ACROSS = 52
"""A column has room for as many signs in a line."""

_LINES = 22
"""A row of a table has as many lines at most."""


def divided(run: Run, longest: int = LONGEST) -> list[Run]:
    """A run in parts of so many signs at most, between sentences, else words, where there are any.

    Words in italics, in semibold or in a link stay what they are in each part.
    """
    parts: list[Run] = []
    while len(plain(run)) > longest:
        part, run = _cut(run, longest)
        parts.append(part)
    return [part for part in (*parts, run) if part] or [[]]


def long_rows(head: Sequence[Run], rows: Sequence[Sequence[Run]]) -> list[Block]:
    """A table whose cells hold any number of words: what is too high for a row goes on in the next."""
    count = max(len(row) for row in (head, *rows))
    widths = shares([head, *rows], count)
    room = [max(round(_SIGNS_ACROSS * width / sum(widths)), 1) * _LINES for width in widths]

    def parts(row: Sequence[Run]) -> list[list[Run]]:
        cells = [divided(cell, most) for cell, most in zip(row, room, strict=False)]
        return [list(part) for part in zip_longest(*cells, fillvalue=[])]

    heads = parts(head)
    found = [*heads[1:], *(part for row in rows for part in parts(row))]
    return table_rows(heads[0], found, widths=widths, row_heads=None)


def _cut(run: Run, room: int, *, must: bool = True) -> tuple[Run, Run]:
    """As much of a run as there is room for, and the rest; something of it where it must be."""
    for place, piece in enumerate(run):
        length = len(plain(piece))
        if length > room:
            part, rest = _cut_piece(piece, room, must=must and not plain(run[:place]))
            return [*run[:place], *part], [*rest, *run[place + 1 :]]
        room -= length
    return run, []


def _cut_piece(piece: Any, room: int, *, must: bool) -> tuple[Run, Run]:
    if isinstance(piece, str):
        end = piece.rfind(". ", 0, room) + 2
        if end < 2:
            end = piece.rfind(" ", 0, room) + 1
        if end < 1 and must:
            end = room
        return [part for part in [piece[:end].rstrip()] if part], [piece[end:]]
    key = next(key for key in ("t", "e", "s", "c") if key in piece)
    held = piece[key]
    part, rest = _cut([held] if isinstance(held, str) else held, room, must=must)
    if isinstance(held, str):
        return [{**piece, key: plain(part)}] if part else [], [{**piece, key: plain(rest)}]
    return [{**piece, key: part}] if part else [], [{**piece, key: rest}]
