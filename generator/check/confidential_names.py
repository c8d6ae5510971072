"""Names that must appear nowhere, kept as salted hashes.

A name is reduced to its letters and digits, without case, accents, spaces and hyphens, so that
"De Gouden Gids", "de-gouden-gids" and "DEGOUDENGIDS" are one. Only its length and its hash are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate

from generator.check.words import WORD, joined, words_of
from schemas.settings import Confidential

SHORTEST = 3
"""Names with fewer letters would be found in every other sentence."""

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
    return f"{len(letters)}:{_digest(letters, salt)}"


def _digest(letters: str, salt: str) -> str:
    return sha256(f"{salt}:{letters}".encode()).hexdigest()


class ConfidentialNames:
    """Finds confidential names in texts; remembers every text and run of words that holds none."""

    def __init__(self, confidential: Confidential) -> None:
        found = [one for one in map(HASHED.fullmatch, confidential.names) if one]
        self._salt = confidential.salt
        self._hashes = {one[2] for one in found}
        # Lengths are kept as the bits of a number: one step finds all that end at some word.
        self._lengths = sum(1 << length for length in {int(one[1]) for one in found})
        self._reach = (1 << self._lengths.bit_length()) - 1
        self._in_bits: dict[int, list[int]] = {}
        self._harmless: set[str] = set()
        self._without: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where confidential names stand in a text: the start and end of each."""
        if text in self._without:
            return []
        words = words_of(text)
        fresh = self._runs(words) - self._harmless
        kept = {run for run in fresh if _digest(run, self._salt) in self._hashes}
        self._harmless |= fresh - kept
        if not kept:
            self._without.add(text)
            return []
        return sorted(_places(kept, words, text))

    def _runs(self, words: list[str]) -> set[str]:
        """The letters of every run of words that is as long as some name."""
        letters = "".join(words)
        runs: set[str] = set()
        start, ends = len(letters), 0
        for word in reversed(words):
            start -= len(word)
            ends = (ends | 1) << len(word) & self._reach
            fitting = ends & self._lengths
            if fitting:
                for length in self._in_bits.get(fitting) or self._remembered(fitting):
                    runs.add(letters[start : start + length])
        return runs

    def _remembered(self, bits: int) -> list[int]:
        """The numbers of the bits that are set."""
        self._in_bits[bits] = [number for number in range(bits.bit_length()) if bits >> number & 1]
        return self._in_bits[bits]


def _places(kept: set[str], words: list[str], text: str) -> Iterator[tuple[int, int]]:
    """Where runs of words stand in a text."""
    letters = "".join(words)
    ends = list(accumulate(map(len, words)))
    spans = [found.span() for found in WORD.finditer(text)]
    for first, start in enumerate([0, *ends[:-1]]):
        for run in kept:
            last = bisect_left(ends, start + len(run))
            if letters.startswith(run, start) and ends[last] == start + len(run):
                yield spans[first][0], spans[last][1]
