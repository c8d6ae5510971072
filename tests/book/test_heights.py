"""Heights that are counted are those that Typst measures."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.book.shop import DAY
from value_compass.generator.book.blocks import Atom, Sign, heading, item, paragraph, table_rows
from value_compass.generator.book.book import Setting, _measured, lay_out
from value_compass.generator.book.columns import SCALES, width_of
from value_compass.generator.book.heights import Heights, possible
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.lines import Words, words_of
from value_compass.generator.book.press import Press
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.playbook.playbook import Playbook

WORDS = [
    "AVATAR",
    "Toyota's",
    "1111",
    '"quoted"',
    "don't",
    "half-baked",
    "e-mail",
    "fjord",
    "office",
    "waffle",
    "(often)",
    "24/7",
    "10%",
    "a",
    "I",
    "to",
    "we",
    "of",
    "relationship",
    "professionalisation",
    "Wirtschaftsprüfungsgesellschaft",
    "façade",
    "naïve",
    "\u2013",
    "loaf,",
    "loaf;",
    "bread:",
    "value.",
    "page\u00a012",
    "bread\u00a0\u00b7",
]


@pytest.fixture
def press(shop: Playbook, tmp_path: Path) -> tuple[Press, dict[str, Any]]:
    """Typst with the fonts of the book, and what every part says of itself."""
    setting = Setting(Imprint("r", DAY), fonts_of(None))
    found = Press(tmp_path, setting.fonts.files, DAY)
    _, _, base = lay_out(shop, setting, found)
    return found, base


def _run(chance: random.Random) -> list[Any]:
    """Words by chance, some of them as pieces with a style, a link or a sign."""
    run: list[Any] = []
    for _ in range(chance.randint(1, 5)):
        words = " ".join(chance.choices(WORDS, k=chance.randint(1, 12)))
        piece = chance.choice(
            [
                words,
                {"h": [words]},
                {"e": [words]},
                {"g": [words]},
                {"s": [words]},
                {"l": "terms/loaf", "t": [words], "p": True},
                {"mk": "trust"},
            ]
        )
        run += [words if "mk" in piece else piece, chance.choice([" ", ", "])]
    if chance.random() < 0.3:
        run += ["last", {"n": True}, *chance.choice(([{"g": ["Below"]}, " "], ["There ", "and "], [" "]))]
    return [*run, "end.", *([{"b": "d"}] if chance.random() < 0.4 else [])]


def _words(run: Any, face: str, divided: bool) -> Words | None:
    return words_of(run, face, divided=divided)


def _atoms(chance: random.Random) -> Iterator[Atom]:
    for style in ("p", "small", "still", "entry"):
        yield paragraph(_run(chance), style).atom
    yield item(_run(chance), chance.choice(list(Sign)), number=3, small=chance.random() < 0.5).atom
    for level in (3, 4):
        yield heading([" ".join(chance.choices(WORDS, k=chance.randint(1, 12)))], level=level).atom
    yield {"k": "sub", "t": _run(chance), "lv": 4, "tone": None}
    yield {"k": "band", "t": [" ".join(chance.choices(WORDS, k=chance.randint(1, 12)))], "lv": 4}
    yield {
        "k": "top", "size": chance.choice((15, 20)), "lv": 3, "tone": None, "quote": [], "code": None,
        "title": [" ".join(chance.choices(WORDS, k=chance.randint(1, 7)))], "kicker": _run(chance)[:1],
        "lead": [" ".join(chance.choices(WORDS, k=chance.randint(0, 30)))],
    }  # fmt: skip
    for style in ("plain", "agenda", "small", "matrix", "dense"):
        head, row = [_run(chance), ["Short"]], [_run(chance), [{"m": "f"}]]
        for block in table_rows(head, [row], widths=[3, 1], style=style, row_heads=chance.choice((0, None))):
            yield block.atom


def test_what_is_counted_is_what_typst_measures(press: tuple[Press, dict[str, Any]]) -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time
    asked = [
        {"a": atom, "w": width_of(chance.randint(1, 4)), "s": chance.choice(SCALES)}
        for _ in range(120)
        for atom in _atoms(chance)
    ]
    spans = [possible(one["a"], one["w"], one["s"], _words) for one in asked]
    measured = _measured(*press, fonts_of(None), asked)
    known = [(*span, theirs, one) for span, theirs, one in zip(spans, measured, asked, strict=True) if span]
    # Letters that stand very close can save a line that was counted; none is ever missing.
    assert [case for case in known if case[1] < case[2] - 0.05] == []
    assert sum(least > theirs + 0.05 for least, _, theirs, _ in known) < len(known) / 300
    told = [(own, theirs, one) for least, own, theirs, one in known if least == own]
    assert len(told) > len(asked) / 2
    assert {one["a"]["k"] for *_, one in told} == {one["a"]["k"] for one in asked}


def test_the_book_measures_little(shop: Playbook, tmp_path: Path) -> None:
    """Most of what stands in a book needs no Typst to know how high it is."""
    fonts = fonts_of(None)
    laid, _, base = lay_out(shop, Setting(Imprint("r", DAY), fonts), Press(tmp_path, fonts.files, DAY))
    asked: list[Any] = []

    def measure(missing: Any) -> Any:
        asked.extend(missing)
        return _measured(Press(tmp_path / "again", fonts.files, DAY), base, fonts, missing)

    (tmp_path / "again").mkdir()
    heights = Heights("nothing is known", partial(measure))
    blocks = [
        (frame, block) for sheet in laid.sheets for frame in sheet.leaf.frames for block in frame.blocks
    ]
    for frame, block in blocks:
        heights.of(block, frame.width, frame.scale)
    heights.measure()
    assert len(asked) < len(blocks) / 2
