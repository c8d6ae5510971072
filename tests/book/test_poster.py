"""A figure at the size of a wall."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.book.reading import MILLIMETRE, words
from tests.book.shop import DAY
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.poster import print_figure
from value_compass.generator.playbook.playbook import Playbook

SVG = (
    '<svg viewBox="0 0 400 200" font-family="Source Sans Pro"><title>A canvas</title>'
    '<rect width="400" height="200" fill="none" stroke="#000000"/><text x="20" y="40">Pains</text></svg>'
)


def test_a_figure_fills_a_sheet_of_a1_that_lies_as_it_does(shop: Playbook, tmp_path: Path) -> None:
    print_figure(shop, SVG, "Canvas", tmp_path / "canvas.pdf", Imprint("r", DAY), paper="A1")
    (page,) = pypdfium2.PdfDocument(tmp_path / "canvas.pdf")
    assert [round(side / MILLIMETRE) for side in page.get_size()] == [841, 594]
    assert "Pains" in words(page)
    assert (
        max(drawn.get_bounds()[2] - drawn.get_bounds()[0] for drawn in page.get_objects()) > 700 * MILLIMETRE
    )
