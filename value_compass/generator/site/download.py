"""A file that the site offers beside its pages: the book."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from value_compass.language.formats import number_in_words
from value_compass.language.words import _, ngettext


class Download(Struct, frozen=True):
    """The book as the site offers it."""

    file: Path
    pages: int | None = None
    """How many it has, where that is known."""

    @property
    def name(self) -> str:
        """What it is called at the top of the site."""
        return self.file.name

    @property
    def words(self) -> str:
        """What leads to it: what it is, and how large."""
        size = number_in_words(round(self.file.stat().st_size / 1_000_000, 1))
        if self.pages is None:
            return _("The whole playbook as a book (PDF, {size} MB)", size=size)
        return ngettext(
            "The whole playbook as a book (PDF, {number} page, {size} MB)",
            "The whole playbook as a book (PDF, {number} pages, {size} MB)",
            self.pages,
            size=size,
        )
