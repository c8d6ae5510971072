"""Tables that fall apart into lines on a phone."""

from __future__ import annotations

import re
from pathlib import Path

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal


def test_every_cell_of_a_table_says_its_column_where_the_head_is_out_of_sight(tmp_path: Path) -> None:
    draft = check(BAKERY).draft
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[0])
    cells = [
        cell
        for page in render_pages(playbook, Figures(playbook, tmp_path))
        for table in re.findall(r'<table class="vc-table.*?</table>', page.html, re.DOTALL)
        for cell in re.findall(r"<td[^>]*>", table.partition("<tbody>")[2])
    ]
    assert any('data-column="Crates"' in cell for cell in cells)
    assert [cell for cell in cells if "data-column=" not in cell] == []
