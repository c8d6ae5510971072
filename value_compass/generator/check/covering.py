"""Covers confidential names in what is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from value_compass.generator.check.reading import WORD
from value_compass.generator.load.problem import START, Problem

COVER = "\N{FULL BLOCK}"
"""What stands in place of each letter."""

COVERED = frozenset({"confidential-name", "confidential-form"})
"""The codes of problems that point at what nobody may read."""


class Covering:
    """A cover for the words that problems say are confidential, wherever they stand."""

    def __init__(self, problems: Iterable[Problem], lines: Mapping[str, list[str]]) -> None:
        self._stretches: dict[tuple[str, int], list[tuple[int, int]]] = {}
        words: set[str] = set()
        for problem in problems:
            if problem.code not in COVERED:
                continue
            span, of_file = problem.span, lines.get(problem.file, [])
            if span.line > len(of_file) or span == START:
                # A file that is named by a name: its path has to be told, or nobody finds it.
                continue
            start, end = span.column - 1, span.column - 1 + span.length
            self._stretches.setdefault((problem.file, span.line), []).append((start, end))
            found = WORD.findall(of_file[span.line - 1][start:end])
            if found and problem.code == "confidential-name":
                words.add(r"[\W_]*".join(map(re.escape, found)))
        longest_first = "|".join(sorted(words, key=len, reverse=True))
        self._words = re.compile(longest_first, re.IGNORECASE) if words else None

    def text(self, text: str) -> str:
        """A message or a line with confidential words covered."""
        return self._words.sub(lambda found: COVER * len(found[0]), text) if self._words else text

    def line(self, file: str, number: int, line: str) -> str:
        """A line of a file with all that is confidential covered; as long as before."""
        for start, end in self._stretches.get((file, number), ()):
            hidden = line[start:end]
            line = line[:start] + COVER * len(hidden) + line[end:]
        return self.text(line)
