"""Texts as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from value_compass.generator.check.reading import id_from, places, readings, words_of

TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            "Zan",
            "zibar",
            " ",
            "[[terms/a|",
            "[[terms/a]]",
            "]]",
            "[",
            "](https://e.org/a_(b))",
            "][r]",
            "**",
            "<b>",
            "&nbsp;",
            "&#97;",
            "&zzz;",
            "\\*",
            "\u0301",
            "\u00bc",
            "\ufb01",
            "\u2060",
            "\u00ad",
            "_",
            "\n",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    "text",
    [
        "Cre\u0300me bru\u0302le\u0301e",
        "Crème&nbsp;brûlée",
        "CRÈME  BRÛLÉE",
        "Crè**me** `brûlée`",
        "Cr&egrave;me-brul&#233;e",
        "Crè[[terms/crumb|me brûlée]]",
        "[Crème](https://example.org/x) brûlée",
        "Crè\u00adme\n  brû\u200dlée",
        "\uff23\uff52\uff45\uff4d\uff45 brulee",
    ],
)
def test_what_reads_the_same_is_the_same(text: str) -> None:
    assert words_of(text) == ["creme", "brulee"]


def test_what_stands_behind_a_link_is_read_for_itself() -> None:
    text = "See [our page](https://zanzibar.example) and [[terms/old-name|this]], [[terms/crumb]]."
    assert list(readings(text)) == [
        ["see", "our", "page", "and", "this"],
        ["https", "zanzibar", "example"],
        ["terms", "old", "name"],
        ["terms", "crumb"],
    ]


@given(TEXTS)
def test_every_word_has_its_place(text: str) -> None:
    for words, spans in zip(readings(text), places(text), strict=True):
        assert len(words) == len(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert [start for start, _ in spans] == sorted(start for start, _ in spans)


def test_a_place_holds_what_the_word_is_written_with() -> None:
    text = "At Zan[[terms/crumb|zi]]b&#97;r, cre\u0300me."
    (start, end), (begin, stop) = next(places(text))[1:]
    assert (text[start:end], text[begin:stop]) == ("Zan[[terms/crumb|zi]]b&#97;r", "cre\u0300me")


def test_an_id_is_made_from_what_is_read() -> None:
    assert id_from("Ü\u0308bergabe im Ma\u0308rz") == "ubergabe-im-marz"
    assert id_from("Søren's Œuvre") == "soren-s-oeuvre"
