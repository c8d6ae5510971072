"""On what basis the entries of a page rest: the usual one of each, and what is an exception to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from schemas.fields import Basis, Citation, Entry, Need, Reference, Relation, SourcedEntry, Statement
from schemas.walk import walk


class Bases:
    """On what basis the entries of a page rest; each is looked over once a page."""

    def __init__(self) -> None:
        self._known: dict[Reference, tuple[Basis, Basis] | None] = {}

    def forget(self) -> None:
        """Begin another page, which is made from what it reads itself."""
        self._known.clear()

    def usual(self, entry: Entry) -> Basis | None:
        """The basis of most of what an entry says; nothing for one that cites nothing."""
        bases = self._of(entry)
        return bases[1] if bases else None

    def exception(self, page: Entry, holder: Entry, basis: Basis | None) -> Basis | None:
        """The basis of a statement where it is another than the usual one of the page.

        Args:
            page: the entry whose page it is.
            holder: the entry that makes the statement.
            basis: what the statement says of its basis.
        """
        bases = self._of(holder)
        own = basis or (bases[0] if bases else None)
        return own if own is not self.usual(page) else None

    def _of(self, entry: Entry) -> tuple[Basis, Basis] | None:
        if entry.reference not in self._known:
            self._known[entry.reference] = _bases(entry)
        return self._known[entry.reference]


def _bases(entry: Entry) -> tuple[Basis, Basis] | None:
    """The basis of what an entry says without a word on it, and the one of most of what it says."""
    citations: Iterable[Citation] = getattr(entry, "sources", ())
    own = sorted(citations, key=lambda citation: citation.covers is not None)
    if not own and not isinstance(entry, SourcedEntry):
        return None
    # What cites nothing is ours.
    default = own[0].basis if own else Basis.EDITORIAL
    said = [value for _, value in walk(entry) if isinstance(value, Statement | Relation | Need)]
    counted = Counter(value.basis or default for value in said)
    return default, counted.most_common(1)[0][0] if counted else default
