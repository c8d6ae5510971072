"""Changes of texts, and of files with other line ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from value_compass.generator.edit.change import Change, changed, changed_bytes

LINES = st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=6), min_size=1, max_size=8)


@st.composite
def texts_and_changes(draw: st.DrawFn) -> tuple[str, list[Change]]:
    text = "\n".join(draw(LINES))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Change(start, end, draw(st.sampled_from(["", "new", "a\nb"]))) for start, end in pairs]


@settings(deadline=None)
@given(texts_and_changes(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_file_keeps_its_mark_and_its_line_ends(
    given_: tuple[str, list[Change]], line_end: str, mark: bool
) -> None:
    text, changes = given_
    text += "\n"

    def stored(plain: str) -> bytes:
        return (b"\xef\xbb\xbf" if mark else b"") + plain.replace("\n", line_end).encode()

    assert changed_bytes(stored(text), changes) == stored(changed(text, changes))


def test_what_no_change_touches_stays_byte_for_byte_also_where_line_ends_differ() -> None:
    content = b"a: 1\r\nb: 2\nc: 3\r\n"
    assert changed_bytes(content, [Change(8, 9, "5")]) == b"a: 1\r\nb: 5\nc: 3\r\n"


def test_two_changes_of_one_stretch_are_refused() -> None:
    with pytest.raises(ValueError, match="two changes"):
        changed("abcdef", [Change(0, 3, "x"), Change(2, 4, "y")])
