from __future__ import annotations

import pytest

from tests.diagrams.examples import EVIDENCE, TRUST
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams.evidence import Evidence, EvidenceRow, Voice, lay_out
from value_compass.generator.diagrams.figure import Layout

layouts = pytest.mark.parametrize("layout", list(Layout))
ROWS = tuple(EvidenceRow(f"Group {i}", None, TRUST, 10 * i, 100) for i in range(5))


def test_shares_are_of_all_passages_of_that_side() -> None:
    row = EVIDENCE.rows[0]
    assert EVIDENCE.share(row, Voice.EXTERNAL) == pytest.approx(63 / 574)
    assert EVIDENCE.share(row, Voice.INTERNAL) == pytest.approx(159 / 1229)


def test_without_a_total_it_is_the_sum_of_the_rows() -> None:
    evidence = Evidence("t", "d", ROWS)
    assert evidence.total(Voice.EXTERNAL) == 100
    assert sum(evidence.share(row, Voice.INTERNAL) or 0 for row in ROWS) == pytest.approx(1)


@layouts
def test_bars_are_as_long_as_their_share(layout: Layout) -> None:
    bars = [bar for row in lay_out(Evidence("t", "d", ROWS), layout).rows for bar in row.bars]
    scales = {round(bar.box.width / bar.share, 6) for bar in bars if bar.box and bar.share}
    assert len(scales) == 1


@layouts
def test_a_group_without_a_count_says_so_once(layout: Layout) -> None:
    row = lay_out(EVIDENCE, layout).rows[1]
    assert [bar.box for bar in row.bars] == [None, None]
    assert [line.text for bar in row.bars for line in bar.letters] == ["not counted"]


def test_zero_is_a_count() -> None:
    bar = lay_out(Evidence("t", "d", ROWS)).rows[0].bars[0]
    assert bar.letters[0].text == "0.0% (0)"
    assert bar.box
    assert bar.box.width == 0


@layouts
def test_nothing_overlaps_or_leaves_the_figure(layout: Layout) -> None:
    drawing = lay_out(EVIDENCE, layout)
    lines = [
        line for row in drawing.rows for line in (*row.letters, *(x for bar in row.bars for x in bar.letters))
    ]
    lines += [line for swatch in drawing.legend for line in swatch.letters]
    bars = [bar.box for row in drawing.rows for bar in row.bars if bar.box]
    assert collisions([*(line.box for line in lines), *bars]) == []
    assert all(line.box.x >= 0 and line.box.right <= drawing.width for line in lines)


def test_no_passages_at_all_is_no_error() -> None:
    evidence = Evidence("t", "d", (EvidenceRow("Group", None, TRUST, 0, 0),))
    assert evidence.share(evidence.rows[0], Voice.EXTERNAL) is None
    assert lay_out(evidence).rows
    assert lay_out(Evidence("t", "d", ())).height > 0
