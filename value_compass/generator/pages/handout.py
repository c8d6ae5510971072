"""A file to take along."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "prints"
"""Where on the site they stand."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A file to take along."""

    title: str
    address: str
    """Where on the site it stands."""
    sort: str
    """What opens it: `PDF`, `PowerPoint`."""
    page: int | None = None
    """On which of its pages an entry stands, where it holds more."""

    @property
    def link(self) -> str:
        """What a link leads to."""
        return f"{self.address}#page={self.page}" if self.page else self.address
