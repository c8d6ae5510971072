"""What the book cannot print as it is written, told by the check."""

from __future__ import annotations

import shutil
import string
from pathlib import Path

import font_source_sans_pro
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from tests.examples.overlay import BAKERY
from tests.files import copied
from value_compass.generator.check.check import check
from value_compass.generator.check.rules.misprints import COMMON, most
from value_compass.generator.load.fonts import fonts_of, width


def _found(folder: Path, summary: str) -> list[str]:
    copied(BAKERY, folder)
    file = folder / "content" / "terms" / "crumb.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = f"summary: {summary}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [problem.code for problem in check(folder).problems]


def test_the_fonts_have_every_sign_that_is_taken_for_common() -> None:
    ranges = [(COMMON[at], COMMON[at + 2]) for at in range(len(COMMON) - 2) if COMMON[at + 1] == "-"]
    signs = {chr(code) for first, last in ranges for code in range(ord(first), ord(last) + 1)}
    signs |= set(COMMON) - {"-"}
    assert fonts_of(None).lacks("".join(sorted(signs))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Caf\u00e9 \u2192 \u201ccrumb\u201d \u2713",
        "Cafe\u0301",
        "a\ufb03x",
        "a\u200bb",
        "\u03b1 \u043f",
        "1\u2011kg",
    ],
)
def test_what_is_printed_as_it_looks_is_no_problem(text: str, tmp_path: Path) -> None:
    assert _found(tmp_path / "bakery", text) == []


def test_each_sign_is_told_once_a_text(tmp_path: Path) -> None:
    assert _found(tmp_path / "bakery", "\u30d1\u30f3\u30d1 \U0001f35e") == ["missing-sign"] * 3


def test_a_sign_that_a_font_of_the_folder_has_is_no_problem(tmp_path: Path) -> None:
    folder = tmp_path / "bakery"
    assert _found(folder, "\u30d1") == ["missing-sign"]
    (folder / "fonts").mkdir()
    _font_with("\u30d1", folder / "fonts" / "own.ttf")
    shutil.copy(font_source_sans_pro.__file__, folder / "fonts" / "no-font.ttf")
    assert check(folder).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "A Donaudampfschifffahrtsgesellschaft-Kapitaenspatentinhaberversammlung",
        "See [[values/crisp-crust|a-crust-that-is-crisp-and-that-everybody-likes-a-lot]]",
        "https://mill.example.org/a/very/long/address/that/is/wider/than/a/column/of/the/book",
        "l" * 60,
    ],
)
def test_what_can_be_divided_or_fits_is_no_problem(text: str, tmp_path: Path) -> None:
    assert "too-wide" not in _found(tmp_path / "bakery", text)


@pytest.mark.parametrize("sign", string.printable[:95])
def test_no_sign_takes_more_room_than_is_reckoned_with(sign: str) -> None:
    assert width(sign, 1) <= most(sign)


def _font_with(sign: str, file: Path) -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "sign"])
    builder.setupCharacterMap({ord(sign): "sign"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "sign": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "sign": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    builder.setupPost()
    builder.save(file)
