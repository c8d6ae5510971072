"""Fonts with no more in them than most texts ask for: Typst looks through less of them for every letter."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from uharfbuzz import Blob, Face, SubsetInput, subset

from value_compass.generator.load.fonts import shipped

_LETTERS = "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽž"
"""Letters beyond those of Western Europe that each font of the book has."""

_RANGES = ((0, 0xFF), (0x2000, 0x206F), (0x20A0, 0x10FFFF))
"""What stays beside them: letters of Western Europe, punctuation, arrows and other signs."""

_BEYOND = re.compile(f"[^{_LETTERS}{''.join(f'{chr(first)}-{chr(last)}' for first, last in _RANGES)}]")

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

    What stays is set as with the whole font: HarfBuzz takes nothing out that concerns it. A font of a
    playbook's own stays whole.
    """
    whole = file.read_bytes()
    if file not in shipped():
        return whole
    asked = SubsetInput()
    asked.unicode_set.update(map(ord, _LETTERS))
    for signs in _RANGES:
        asked.unicode_set.add_range(*signs)
    asked.layout_feature_tag_set.clear()
    asked.layout_feature_tag_set.update(int.from_bytes(feature.encode()) for feature in _FEATURES)
    asked.name_id_set.add_range(0, 25)
    made: bytes = subset(Face(Blob(whole)), asked).blob.data
    return made
