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
    title: Line
    """The title of the publication."""
    published: Line
    """Journal, publisher or institution."""
    used_for: Line
    """What the playbook takes from it."""
    address: (
        Annotated[
            str, Field(pattern=r"^https?://", max_length=300, examples=["https://example.org/paper.pdf"])
        ]
        | None
    ) = None
    """Where it can be read."""
