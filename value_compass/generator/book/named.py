"""How entries are named in print: with their kind where two share a name, and with a page where it helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from value_compass.generator.book.blocks import called
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.texts import like
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import Kinds, ReadOn


def is_paged(kind: str, kinds: Kinds) -> bool:
    """Whether entries of a kind have room of their own in print, and no line in a list of their kind."""
    return kinds[kind].read_on is not ReadOn.KINDS_PAGE


class Names:
    """The names of what an edition shows, as links that Typst reads.

    Args:
        playbook: what the edition shows.
        printed: the entries that have their place in this print; links lead to no others.
    """

    def __init__(self, playbook: Playbook, printed: Collection[Reference]) -> None:
        self._playbook = playbook
        self._printed = printed
        counts = Counter(entry.name.casefold() for entry in playbook.entries.values())
        self._shared = {name for name, count in counts.items() if count > 1}

    def of(self, entry: Entry) -> str:
        """An entry's name, with its kind where another has the same name."""
        if entry.name.casefold() not in self._shared:
            return entry.name
        shown = f"{entry.name} ({self._playbook.kinds[entry.reference.kind].singular})"
        return like(shown, entry.name)

    def link(self, reference: Reference, words: str | None = None) -> Any:
        """An entry as a piece of a run: its name or other words, and its page where it is printed."""
        entry = self._playbook.entries.get(reference)
        if entry is None:
            return words or reference.id
        shown = words or self.of(entry)
        if reference not in self._printed:
            return called(shown)[0]
        # What stands in a list of its kind is found by its name, unless other words lead to it.
        hidden = words is not None and words.casefold() not in {
            name.casefold() for name in (entry.name, *entry.aliases)
        }
        numbered = hidden or is_paged(reference.kind, self._playbook.kinds)
        return {"l": str(reference), "t": called(shown), "p": numbered}

    def prints_label(self, label: str) -> bool:
        """Whether the entry of a label has its place in this print."""
        reference = Reference.parse(label)
        return reference is not None and self.prints(reference)

    def prints(self, reference: Reference) -> bool:
        """Whether an entry has its place in this print."""
        return reference in self._printed
