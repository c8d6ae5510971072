"""Names that must appear nowhere, kept as salted hashes.

A name is reduced to its letters and digits, without case, accents, spaces and hyphens, so that
"De Gouden Gids", "de-gouden-gids" and "DEGOUDENGIDS" are one. Only its length and its hash are kept.
A text is searched for runs of whole words; a name that is long enough is found in a plural, a compound or a
web address too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate

from value_compass.generator.check.memory import Memory
from value_compass.generator.check.reading import joined, places, readings
from value_compass.schemas.settings import Confidential

SHORTEST = 2
"""A single letter would be found in every other sentence."""

FOUND_INSIDE = 6
"""A name of so many letters is found inside a longer word as well; a shorter one is a part of many words."""

HASHED = re.compile(r"([1-9][0-9]{0,3}):([0-9a-f]{64})")
"""The form in which a name is kept."""


def hash_name(name: str, salt: str) -> str:
    """What is kept of a name: the number of its letters, and their salted hash.

    Raises:
        ValueError: when the name has too few letters to be looked for.
    """
    letters = joined(name)
    if len(letters) < SHORTEST:
        raise ValueError(
            f"a confidential name has at least {SHORTEST} letters: fewer would be found everywhere"
        )
    return f"{len(letters)}:{sha256(f'{salt}:{letters}'.encode()).hexdigest()}"


class ConfidentialNames:
    """A finder of confidential names, which remembers every text and run of letters that holds none."""

    def __init__(self, confidential: Confidential) -> None:
        found = [one for one in map(HASHED.fullmatch, confidential.names) if one]
        self._salt = f"{confidential.salt}:".encode()
        self._hashes = {bytes.fromhex(one[2]) for one in found}
        self._inside = sorted({int(one[1]) for one in found if int(one[1]) >= FOUND_INSIDE})
        # Lengths are kept as the bits of a number: one step finds all that end at some word.
        self._lengths = _bits({int(one[1]) for one in found})
        self._reach = (1 << self._lengths.bit_length()) - 1
        self._in_bits: dict[int, list[int]] = {}
        self._harmless: set[str] = set()
        self._known: set[str] = set()
        self._memory = Memory(self._salt, *sorted(self._hashes))

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where confidential names stand in a text: the start and end of each."""
        if text in self._memory:
            return []
        read = list(readings(text))
        found = {name for words in read for name in self._names_in(words)}
        if not found:
            self._memory.add(text)
            return []
        parts = zip(read, places(text), strict=True)
        return sorted({span for words, spans in parts for span in _places(found, words, spans)})

    def remember(self) -> None:
        """Keep for the next run which texts hold no name."""
        self._memory.keep()

    def _names_in(self, words: list[str]) -> set[str]:
        """The names that some words make, alone or together, and those inside one of them."""
        new = set(words) - self._known
        fresh = self._runs(words) | {part for word in new for part in self._parts(word)}
        fresh -= self._harmless
        salt, hashes = self._salt, self._hashes
        names = {letters for letters in fresh if sha256(salt + letters.encode()).digest() in hashes}
        self._harmless |= fresh - names
        self._known |= {word for word in new if not any(name in word for name in names)}
        return names

    def _parts(self, word: str) -> Iterator[str]:
        """A word, and what stands inside it and is as long as some name."""
        yield word
        for length in self._inside:
            yield from (word[at : at + length] for at in range(len(word) - length + 1))

    def _runs(self, words: list[str]) -> set[str]:
        """The letters of every run of several words that is as long as some name."""
        letters = "".join(words)
        runs: set[str] = set()
        long = self._lengths >> FOUND_INSIDE << FOUND_INSIDE
        # Where runs end that begin here: at the end of a word, or before the s of a plural.
        start, ends, plurals = len(letters), 0, 0
        for word in reversed(words):
            size = len(word)
            start -= size
            longer, longer_plurals = ends << size & self._reach, plurals << size & self._reach
            fitting = longer & self._lengths | longer_plurals & long
            if fitting:
                for length in self._in_bits.get(fitting) or self._remembered(fitting):
                    runs.add(letters[start : start + length])
            ends = longer | 1 << size
            plurals = longer_plurals | 1 << size - 1 if word[-1] == "s" else longer_plurals
        return runs

    def _remembered(self, bits: int) -> list[int]:
        """The numbers of the bits that are set."""
        self._in_bits[bits] = [number for number in range(bits.bit_length()) if bits >> number & 1]
        return self._in_bits[bits]


def _bits(numbers: set[int]) -> int:
    return sum(1 << number for number in numbers)


def _places(found: set[str], words: list[str], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where names stand among words: from the first word that one begins in to the last."""
    letters = "".join(words)
    ends = list(accumulate(map(len, words)))
    for name in found:
        at = letters.find(name)
        while at >= 0:
            first, last = bisect_right(ends, at), bisect_left(ends, at + len(name))
            begins = at in (0, ends[first - 1]) if first else at == 0
            over = ends[last] - at - len(name)
            inside = first == last and len(name) >= FOUND_INSIDE
            plural = over == 1 and letters[ends[last] - 1] == "s" and len(name) >= FOUND_INSIDE
            if inside or (begins and (over == 0 or plural)):
                yield spans[first][0], spans[last][1]
            at = letters.find(name, at + 1)
