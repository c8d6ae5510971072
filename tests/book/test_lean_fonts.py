"""What lean fonts have is set as with the whole ones."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from uharfbuzz import Blob, Buffer, Face, Font, shape

from tests.book.shop import DAY
from value_compass.generator.book.lean_fonts import enough_for, lean
from value_compass.generator.book.press import Press
from value_compass.generator.load.fonts import fonts_of

FILES = fonts_of(None).files
SIGNS = [
    *string.printable,
    *(sign for sign in map(chr, range(0xA0, 0x3000)) if enough_for(sign)),
]


def _set(font: bytes, text: str, features: dict[str, bool]) -> list[tuple[int, int, int]]:
    """Which sign each glyph of a text stands for, how wide it is, and how far up."""
    line = Buffer()
    line.add_str(text)
    line.guess_segment_properties()
    shape(Font(Face(Blob(font))), line, features)
    places = zip(line.glyph_infos or (), line.glyph_positions or (), strict=True)
    return [(glyph.cluster, place.x_advance, place.y_offset) for glyph, place in places]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_words_are_as_wide(file: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - the same each time
    whole, small = file.read_bytes(), lean(file)
    assert len(small) < len(whole)
    for features in ({}, {"onum": True}, {"lnum": True}):
        for _ in range(40):
            text = "".join(chance.choices(SIGNS, k=60)) + " AVATAR, Toyota's office, fjord 1234567890 →"
            assert _set(small, text, features) == _set(whole, text, features)


def test_they_are_enough_for_what_they_have() -> None:
    assert enough_for("plain")
    assert enough_for("Žižek: café → 100 €")
    assert not enough_for("Ελλάδα")
    assert not enough_for("Привет")
    assert not enough_for("x₂")
    assert not enough_for("cafe\u0301")


def test_a_font_of_a_playbook_stays_whole(tmp_path: Path) -> None:
    own = tmp_path / "Own.otf"
    own.write_bytes(FILES[0].read_bytes())
    press = Press(tmp_path, [*FILES, own], DAY)
    press.pdfs([("poster.typ", {})])
    assert (tmp_path / "lean-fonts" / f"{len(FILES)}-Own.otf").read_bytes() == own.read_bytes()
