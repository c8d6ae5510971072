"""What stands at the head and the edge of each page, known from where everything begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.book.compose import Spot

_LONGEST_HEAD = 76
_TOP = 100.0
"""What begins above this, in points, has nothing above it on its page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins."""

    page: int
    """From 1."""
    height: float
    """How far below the page's upper edge, in points."""


def running_heads(spots: Sequence[Spot], places: Mapping[str, Place]) -> list[dict[str, Any] | None]:
    """The head and the edge of every page.

    Args:
        spots: parts, chapters and entries in the order of the book.
        places: where they begin, and under `end:...` where a part or the whole book ends.

    Returns:
        For each page from the first: the number of its `part`, the `names` of what stands on it, the `steps`
        that it is about, and the file of the small compass as its `mark` where an entry opens it; nothing for
        a page without a head.
    """
    ends = [place.page for label, place in places.items() if label.startswith("end:")]
    starts: dict[int, list[Spot]] = {}
    for spot in spots:
        starts.setdefault(places[spot.label].page, []).append(spot)
    heads: list[dict[str, Any] | None] = []
    current: Spot | None = None
    began = 0
    for page in range(1, max((place.page for place in places.values()), default=0) + 1):
        here = starts.get(page, [])
        shown = list(here)
        if current is not None and (not here or places[here[0].label].height > _TOP):
            shown.insert(0, current)
        current = here[-1] if here else current
        began = page if here else began
        blank = any(began <= end < page for end in ends)
        bare = blank or not shown or any(spot.opening for spot in here)
        heads.append(None if bare else _head(shown, here))
    return heads


def _head(shown: Sequence[Spot], here: Sequence[Spot]) -> dict[str, Any]:
    """The head of a page: its chapter where one begins, else the first and the last entry on it."""
    named = [spot for spot in here if not spot.entry] or shown
    first, final = named[0].name, named[-1].name
    both = f"{first} \u2013 {final}"
    return {
        "part": shown[-1].part,
        "names": both if first != final and len(both) <= _LONGEST_HEAD else first,
        "steps": sorted({spot.step for spot in shown if spot.step is not None}),
        "mark": next((spot.mark for spot in here if spot.mark), None),
    }
