"""What helps in reading: the glossary and the bibliography."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.fields import AnyReference, Entry, Line, SourcedEntry


class Term(SourcedEntry):
    """A word of the playbook and what it means here; the summary is the definition."""

    see: tuple[AnyReference, ...] = Field(default=(), strict=False)
    """Entries that say more."""


class Source(Entry):
    """A publication or document that the playbook rests on."""

    authors: Line
    """Surnames with initials, as in the reference list."""
    year: Annotated[int, Field(ge=1800, le=2200)] | None = None
    """The year of publication; leave out where it is unknown."""
    title: Line | None = None
    """The title of the publication; leave out where it is unknown: one line in a list of its own shows it."""
    published: Line | None = None
    """Journal, publisher or institution; leave out where it is unknown."""
    used_for: Line
    """What the playbook takes from it."""
    address: (
        Annotated[
            str, Field(pattern=r"^https?://", max_length=300, examples=["https://example.org/paper.pdf"])
        ]
        | None
    ) = None
    """Where it can be read."""
