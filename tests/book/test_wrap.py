"""The wrap of a bound book: back, spine and front on one sheet."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.book.reading import MILLIMETRE, words
from tests.book.shop import DAY
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.wrap import build_wrap
from value_compass.generator.playbook.playbook import Playbook


@pytest.mark.parametrize("paper", [0.1, 0.5])
def test_the_spine_is_as_wide_as_the_paper_of_the_pages(
    shop: Playbook, shop_bound: Bound, tmp_path: Path, paper: float
) -> None:
    spine = build_wrap(shop, tmp_path / "wrap.pdf", Imprint("r", DAY), paper=paper)
    assert spine == pytest.approx(len(shop_bound.sheets) / 2 * paper, abs=0.06)
    (page,) = pypdfium2.PdfDocument(tmp_path / "wrap.pdf")
    assert [side / MILLIMETRE for side in page.get_size()] == pytest.approx([420 + spine, 297], abs=0.1)
    title = shop.settings.title
    assert words(page).count(title) == (3 if spine >= 5 else 2), "back, spine where it has room, and front"
