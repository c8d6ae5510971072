"""Fonts: which signs they have, and how wide words are."""

from __future__ import annotations

import pytest

from value_compass.generator.load.fonts import letters_width, width
from value_compass.language.texts import InLanguage

SERIF = "SourceSerifPro-Regular"


@pytest.mark.parametrize("word", ["AVATAR", "Toyota"])
def test_letters_that_stand_close_are_counted_so(word: str) -> None:
    one_by_one = sum(letters_width(letter, SERIF) or 0.0 for letter in word)

    assert 0 < (letters_width(word, SERIF) or 0.0) < one_by_one


def test_a_text_in_another_language_is_as_wide() -> None:
    text = InLanguage("Vertrouwen", "nl")

    assert letters_width(text, SERIF) == letters_width("Vertrouwen", SERIF)
    assert width(text, 9) == width("Vertrouwen", 9)


def test_a_sign_that_no_face_has_has_no_width_and_takes_room_all_the_same() -> None:
    assert letters_width("a\u4e00", SERIF) is None
    assert width("a\u4e00", 10) >= width("a", 10) + 10
