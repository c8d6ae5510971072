"""The outline of a file: by what readers jump to a page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

COUNT = "Count"
"""How many lines stand below one, which are closed where that is negative."""


class Bookmark(Struct, frozen=True):
    """A line of the outline."""

    depth: int
    title: str
    page: int
    """From 1."""


def led(bookmarks: Sequence[Bookmark]) -> list[dict[str, int]]:
    """To which lines the outline and each of its lines lead, as a PDF says it, and how many they have.

    The outline itself is 0, its lines go on from 1.
    """
    found: list[dict[str, int]] = [{}]
    above = [(0, 0)]
    for line, mark in enumerate(bookmarks, 1):
        while above[-1][0] >= mark.depth:
            above.pop()
        parent = above[-1][1]
        one, upper = {"Parent": parent}, found[parent]
        if "Last" in upper:
            one["Prev"] = upper["Last"]
            found[upper["Last"]]["Next"] = line
        upper.setdefault("First", line)
        upper["Last"] = line
        upper[COUNT] = upper.get(COUNT, 0) + (-1 if parent else 1)
        found.append(one)
        above.append((mark.depth, line))
    return found
