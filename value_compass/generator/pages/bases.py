"""On what basis the entries of a page rest: the usual one of each, and what is an exception to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from value_compass.schemas.fields import (
    Basis,
    Citation,
    Entry,
    Need,
    Reference,
    Relation,
    SourcedEntry,
    Statement,
)
from value_compass.schemas.walk import walk


class Bases:
    """On what basis the entries of a page rest; each is looked over once a page."""

    def __init__(self) -> None:
        self.page: Entry | None = None
        """The entry whose page it is, if it is one's."""
        self._usual: dict[Reference, Basis | None] = {}

    def begin(self, page: Entry | None) -> None:
        """Begin another page, which is made from what it reads itself."""
        self.page = page
        self._usual.clear()

    def usual(self, entry: Entry) -> Basis | None:
        """The basis of most of what an entry says; nothing for one that cites nothing."""
        if entry.reference not in self._usual:
            self._usual[entry.reference] = _usual(entry)
        return self._usual[entry.reference]

    def exception(self, page: Entry, holder: Entry, basis: Basis | None) -> Basis | None:
        """The basis of a statement where it is another than the usual one of the page.

        Args:
            page: the entry whose page it is.
            holder: the entry that makes the statement.
            basis: what the statement says of its basis.
        """
        own = basis or _default(holder)
        return own if own is not self.usual(page) else None


def _default(entry: Entry) -> Basis | None:
    """The basis of what an entry says without a word on it."""
    citations: Iterable[Citation] = getattr(entry, "sources", ())
    own = sorted(citations, key=lambda citation: citation.covers is not None)
    if not own:
        # What cites nothing is ours.
        return Basis.EDITORIAL if isinstance(entry, SourcedEntry) else None
    return own[0].basis


def _usual(entry: Entry) -> Basis | None:
    default = _default(entry)
    if default is None:
        return None
    said = [value for _, value in walk(entry) if isinstance(value, Statement | Relation | Need)]
    counted = Counter(value.basis or default for value in said)
    return counted.most_common(1)[0][0] if counted else default
