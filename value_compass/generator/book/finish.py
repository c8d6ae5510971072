"""How a book is printed: for the office or a print shop, in colour or in grey."""

from __future__ import annotations

from msgspec import Struct


class Finish(Struct, frozen=True):
    """What a printer asks for."""

    bleed: bool = False
    """Whether colours run 3 mm over the edge of the trimmed page, with crop marks outside."""
    greyscale: bool = False
    """Whether every colour becomes the grey of its luminance."""

    @property
    def suffix(self) -> str:
        """What it adds to the name of the file, so that no book takes another's place."""
        return ("-bleed" if self.bleed else "") + ("-greyscale" if self.greyscale else "")


PLAIN = Finish()
"""A4 in colour."""
