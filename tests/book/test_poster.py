"""Canvases on paper from A4 to A1."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.book.reading import MILLIMETRE, words
from tests.book.shop import DAY
from tests.examples.overlay import BAKERY
from value_compass.generator.book.extracts.sheets import print_sheets
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.poster import compose_posters, on_larger_paper
from value_compass.generator.check.check import check
from value_compass.generator.playbook.playbook import seal

SHEETS = {"a4": [297, 210], "a3": [420, 297], "a2": [594, 420], "a1": [841, 594]}


def made() -> dict[str, bytes]:
    draft = check(BAKERY).draft
    assert draft.settings
    asked = dict(compose_posters(seal(draft, draft.settings.editions[0]), Imprint("r", DAY)))
    printed = print_sheets(asked, Imprint("r", DAY))
    smallest = {address: pdf for address, pdf in printed.items() if isinstance(pdf, bytes)}
    return smallest | {
        at: larger for address, pdf in smallest.items() for at, larger in on_larger_paper(address, pdf)
    }


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the bakery's canvases."""
    site = tmp_path_factory.mktemp("site")
    (site / "canvases").mkdir()
    for address, pdf in made().items():
        (site / address).write_bytes(pdf)
    return site / "canvases"


@pytest.mark.parametrize("paper", SHEETS)
def test_a_canvas_fills_its_sheet_at_every_size(printed: Path, paper: str) -> None:
    (page,) = pypdfium2.PdfDocument(printed / f"business-model-{paper}.pdf")
    assert [round(side / MILLIMETRE) for side in page.get_size()] == SHEETS[paper]
    text = words(page)
    assert "Business model canvas" in text
    assert "Daily Bread" in text
    bounds = [drawn.get_bounds() for drawn in page.get_objects()]
    across = max(right for _, _, right, _ in bounds) - min(left for left, _, _, _ in bounds)
    down = max(top for _, _, _, top in bounds) - min(bottom for _, bottom, _, _ in bounds)
    assert across > 0.93 * page.get_width()
    assert down > 0.9 * page.get_height()


def test_there_is_one_for_each_process_with_its_practices(printed: Path) -> None:
    (page,) = pypdfium2.PdfDocument(printed / "process-map-win-a-kitchen-back-a4.pdf")
    text = words(page)
    assert "Ask the chef" in text
    assert "Who holds it" in text


def test_a_second_print_gives_the_same_bytes(
    printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert {Path(address).name: pdf for address, pdf in made().items()} == {
        file.name: file.read_bytes() for file in printed.iterdir()
    }
