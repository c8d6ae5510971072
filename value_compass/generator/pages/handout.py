"""A file to take along."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from value_compass.language.formats import number_in_words
from value_compass.language.words import _

FOLDER = "prints"
"""Where on the site they stand."""


class Handout(Struct, frozen=True):
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

    def sized(self, made: Mapping[str, bytes]) -> Handout:
        """The same, with how large a PDF it is, for those who load it over a phone."""
        size = number_in_words(round(len(made.get(self.address, b"")) / 1_000_000, 1))
        return replace(self, sort=_("PDF, {size} MB", size=size))
