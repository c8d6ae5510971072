from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from value_compass.generator.diagrams.widths import balance, shorten, text_width, whole, wrap

TEXT = st.text(max_size=90)
WIDTH = st.floats(min_value=20, max_value=400)


@pytest.mark.parametrize(
    ("text", "bold", "width"),
    [
        ("Loyalty", False, 556 + 556 + 500 + 556 + 222 + 278 + 500),
        ("Loyalty", True, 611 + 611 + 556 + 556 + 278 + 333 + 556),
        ("é", False, 556),
        ("", True, 0),
        ("漢", False, 1000),
    ],
)
def test_widths_are_those_of_helvetica(text: str, bold: bool, width: int) -> None:
    assert text_width(text, 1000, bold=bold) == width


@given(TEXT, WIDTH, st.booleans())
def test_every_line_fits_and_no_text_is_lost(text: str, width: float, bold: bool) -> None:
    lines = wrap(text, width, 12, bold=bold)
    assert all(text_width(line, 12, bold=bold) <= width or len(line) == 1 for line in lines)
    letters = "".join("".join(lines).replace("-", "").split())
    assert letters == "".join(text.replace("-", "").split())


@given(TEXT, WIDTH, st.integers(min_value=1, max_value=4))
def test_lines_past_the_most_end_in_an_ellipsis(text: str, width: float, most: int) -> None:
    lines = wrap(text, width, 12, most=most)
    assert len(lines) <= most
    assert lines == wrap(text, width, 12) or lines[-1].endswith("…")


@given(TEXT, WIDTH)
def test_balanced_lines_are_as_many_and_fit(text: str, width: float) -> None:
    plain, even = wrap(text, width, 12), balance(text, width, 12)
    assert len(even) <= len(plain)
    assert all(text_width(line, 12) <= width or len(line) == 1 for line in even)
    assert whole(even, text) == whole(plain, text)


@given(TEXT, st.floats(min_value=0, max_value=200))
def test_what_is_cut_fits(text: str, width: float) -> None:
    assert text_width(shorten(text, width, 12), 12) <= width


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    assert wrap("Extensive person-to-person contact", 118, 12) == ("Extensive person-to-", "person contact")
    assert balance("Fulfilling promises", 80, 12) == ("Fulfilling", "promises")


def test_a_word_that_is_too_wide_is_cut_with_a_hyphen() -> None:
    lines = wrap("Donaudampfschifffahrt", 60, 12)
    assert lines[0].endswith("-")
    assert not whole(lines, "Donaudampfschifffahrt")
