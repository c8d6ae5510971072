"""Fonts with no more in them than most texts ask for: Typst looks through less of them for every letter."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from uharfbuzz import Blob, Face, SubsetInput, subset

_LETTERS = "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽž"
"""Letters beyond those of Western Europe that each font of the book has."""

_BEYOND = re.compile(f"[^\0-\xff{_LETTERS}\u2000-\u206f\u20a0-\U0010ffff]")
"""What goes: all but letters of Western Europe, those above, punctuation, arrows and other signs."""

_FEATURES = (
    *("ccmp", "locl", "rlig", "liga", "clig", "calt", "kern", "mark", "mkmk"),  # what Typst sets always
    *("onum", "lnum"),  # and figures as our templates ask for them
)


def enough_for(text: str) -> bool:
    """Whether lean fonts set every sign of a text that the whole ones set."""
    return text.isascii() or not _BEYOND.search(text)


@cache
def lean(file: Path) -> bytes:
    """A font of the book without letters of other scripts, small capitals, and what no template asks for.

    What stays is set as with the whole font: HarfBuzz takes nothing out that concerns it.
    """
    face, asked = Face(Blob(file.read_bytes())), SubsetInput()
    asked.unicode_set.update(sign for sign in face.unicodes if not _BEYOND.match(chr(sign)))
    asked.layout_feature_tag_set.clear()
    asked.layout_feature_tag_set.update(int.from_bytes(feature.encode()) for feature in _FEATURES)
    asked.name_id_set.add_range(0, 25)
    made: bytes = subset(face, asked).blob.data
    return made
