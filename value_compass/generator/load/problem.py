"""What the checker has to say about a file."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a problem weighs: an error blocks, a warning shows, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True):
    """A stretch of one line. Line and column count characters from 1."""

    line: int
    column: int
    length: int = 1


START = Span(1, 1)
"""The first character of a file."""


class Problem(Struct, frozen=True):
    """One thing to say: where, what and why, and the way out."""

    code: str
    """The stable name of the kind of problem, such as `unknown-reference`."""
    message: str
    """What is wrong and why it matters, in plain words, without a full stop."""
    file: str
    """Path from the playbook's folder, with `/` between its parts."""
    span: Span = START
    advice: str | None = None
    """The way out."""
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then code."""
        return (self.file, self.span.line, self.span.column, self.code, self.message)
