"""A YAML parser's complaint with all that is needed to see its cause."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from msgspec import Struct

QUOTE_IT = "put quotation marks around the whole text"


class Complaint(Struct, frozen=True):
    """What the parser said, and the text that it said it about. Lines and columns count from 0."""

    problem: str
    context: str
    line: int
    """Where it gave up."""
    column: int
    opening: tuple[int, int] | None
    """Where what it was reading began, by line and column."""
    lines: list[str]
    tokens: tuple[yaml.Token, ...]
    """All that it could read before."""

    @property
    def shown(self) -> str:
        """The line in which the parser gave up."""
        return self.lines[self.line]

    @property
    def at(self) -> str:
        """The character at which the parser gave up."""
        return self.shown[self.column : self.column + 1]

    @property
    def last(self) -> yaml.Token | None:
        """What stands last before the place, apart from ends that have no text."""
        for token in reversed(self.tokens):
            if token.end_mark.index > token.start_mark.index:
                return token
        return None

    def above(self) -> tuple[int, str] | None:
        """The nearest line above with something on it."""
        for number in range(self.line - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number, self.lines[number]
        return None


class Finding(Struct, frozen=True):
    """A cause: code, message and way out; its place counts from 0, by line and column."""

    code: str
    message: str
    advice: str
    place: tuple[int, int] | None = None
    length: int = 1


def complaint_of(failure: yaml.MarkedYAMLError, text: str) -> Complaint:
    """What the parser said, with the lines and tokens around it.

    Args:
        failure: what PyYAML raised.
        text: the whole file.
    """
    lines = text.split("\n")
    mark, opening = failure.problem_mark or failure.context_mark, failure.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        # The end of a text counts as a line of its own, even where its last line has no end.
        line, column = len(lines) - 1, len(lines[-1])
    return Complaint(
        failure.problem or "",
        failure.context or "",
        line,
        column,
        (opening.line, opening.column) if opening else None,
        lines,
        tuple(_tokens(text, line, column)),
    )


def _tokens(text: str, line: int, column: int) -> Iterator[yaml.Token]:
    """What can be read up to the place where the parser gave up."""
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if (token.start_mark.line, token.start_mark.column) >= (line, column):
                return
            yield token
    except yaml.YAMLError:
        return
