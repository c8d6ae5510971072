"""Texts of any length are divided, so that each part has room on a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.book.reading import pressed, printed, words
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from tests.check.bakery import Bakery
from value_compass.generator.book.blocks import Block, plain, table_rows
from value_compass.generator.book.book import build_book
from value_compass.generator.book.columns import PAGE, Setter
from value_compass.generator.book.division import divided
from value_compass.generator.book.imprint import Imprint

WORDS = st.text("abc d.", max_size=60)
RUNS = st.recursive(
    WORDS,
    lambda inner: (
        st.builds(lambda run: {"e": run}, st.lists(inner, max_size=3))
        | st.builds(lambda run: {"l": "terms/x", "t": run}, st.lists(inner, max_size=3))
        | st.builds(lambda text: {"c": text}, WORDS)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RUNS, max_size=5), st.integers(1, 40))
def test_no_sign_is_lost_and_no_part_is_too_long(run: list[Any], longest: int) -> None:
    parts = divided(run, longest)
    assert pressed("".join(map(plain, parts))) == pressed(plain(run))
    assert all(len(plain(part)) <= longest for part in parts)


class High:
    """Every row of a table is nearly as high as a page, its head is not."""

    guesses = 0

    def __init__(self) -> None:
        self.stacks: dict[tuple[float, ...], object] = {}

    def of(self, block: Block, width: float, scale: float) -> float:
        return 20.0 if block.atom["head"] else PAGE[1] - 5


def test_a_row_that_has_no_room_under_the_head_of_its_table_gets_a_page() -> None:
    rows = table_rows([["Head"]], [[["one"]], [["two"]]])
    pages = list(Setter(High()).pages(rows, 1, PAGE[1], PAGE[1]))  # type: ignore[arg-type]  # as much as is asked
    assert sum(plain(block.atom["cells"]) != "Head" for (column,) in pages for block in column) == 2


LONG = "A loaf that is late is a loaf that somebody else has baked and sold. " * 80


@pytest.mark.parametrize(
    "body",
    [
        f"- {LONG}the end",
        f"**{LONG}the end**",
        f"1. one\n   - {LONG}the end",
        f"> > > > {LONG}the end",
        f"| one | two |\n|---|---|\n| {LONG} | the end |",
        f"| {LONG[:400]} | b | c | d | e | f |\n|---|---|---|---|---|---|\n| a | {LONG[:4000]} | the end | x | y | z |",
        f"```\n{LONG}the end\n```",
        "```\n" + "one short line of code of forty letters.\n" * 120 + "the end\n```",
    ],
    ids=["item", "bold", "inner item", "quotation", "cell", "cell of six", "line of code", "lines of code"],
)
def test_a_text_as_long_as_may_be_is_on_the_pages_to_its_end(body: str, tmp_path: Path) -> None:
    own = ENTRIES["roles/gardener"] + "body: |\n" + "".join(f"  {line}\n" for line in body.split("\n"))
    playbook = read_playbook(write_playbook(tmp_path, {**ENTRIES, "roles/gardener": own}))
    bound = build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY))
    assert all(sheet.leaf.filled <= PAGE[1] + 0.1 for sheet in bound.sheets)
    document = pypdfium2.PdfDocument(tmp_path / "book.pdf")
    first = bound.pages["roles/gardener"] - 1
    text = pressed("".join(words(document[page]) for page in range(first, min(first + 8, len(document)))))
    assert pressed("the end") in text


def test_any_number_of_signs_of_a_group_is_on_its_pages(bakery: Bakery, tmp_path: Path) -> None:
    signs = "".join(f"  - The plate number {number} came back empty.\n" for number in range(90))
    bakery.change("groups/good-bread", "established:\n", f"established:\n{signs}")
    playbook = read_playbook(bakery.folder)
    bound = build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY))
    assert all(sheet.leaf.filled <= PAGE[1] + 0.1 for sheet in bound.sheets)
    text = "".join(printed(tmp_path / "book.pdf"))
    assert all(pressed(f"plate number {number} came") in pressed(text) for number in range(90))
