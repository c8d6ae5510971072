"""The names of entries that an edition hides, found in what it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set

from msgspec import Struct

from value_compass.generator.check.reading import places, readings, words_of
from value_compass.schemas.fields import Entry, Reference


class _Name(Struct, frozen=True):
    words: tuple[str, ...]
    entry: Reference


class HiddenNames:
    """A finder of the names and aliases that an edition hides.

    Args:
        entries: all entries, shown and hidden.
        hidden: those that the edition does not show.
    """

    def __init__(self, entries: Mapping[Reference, Entry], hidden: Collection[Reference]) -> None:
        seen, unseen = set(), []
        for reference, entry in entries.items():
            for name in (entry.name, *entry.aliases):
                words = tuple(words_of(name))
                if reference in hidden:
                    unseen.append(_Name(words, reference))
                else:
                    seen.add(words)
        self._by_first: dict[str, list[_Name]] = {}
        for one in unseen:
            # A name that an entry of this edition has as well gives nothing away.
            if one.words and one.words not in seen:
                self._by_first.setdefault(one.words[0], []).append(one)

    def are_none_of(self, words: Set[str]) -> bool:
        """Whether no hidden name begins with any of these words, as `readings` gives them."""
        return self._by_first.keys().isdisjoint(words)

    def find(self, text: str) -> Iterator[tuple[int, int, Reference]]:
        """Where hidden names stand in a text, the longest first where several begin."""
        if not self._by_first:
            return
        read = list(readings(text))
        if all(self._by_first.keys().isdisjoint(words) for words in read):
            return
        for words, spans in zip(read, places(text), strict=True):
            yield from self._among(words, spans)

    def _among(self, words: list[str], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int, Reference]]:
        passed = 0
        for index, word in enumerate(words):
            if index < passed:
                continue
            fitting = [
                name
                for name in self._by_first.get(word, ())
                if tuple(words[index : index + len(name.words)]) == name.words
            ]
            if fitting:
                longest = max(fitting, key=lambda name: len(name.words))
                passed = index + len(longest.words)
                yield spans[index][0], spans[passed - 1][1], longest.entry
