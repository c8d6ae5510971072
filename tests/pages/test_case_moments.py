"""The moments of a case: what the filters offer, and which groups a phase touches."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.book.shop import read_playbook
from tests.check.bakery import Bakery
from value_compass.generator.pages.case_moments import (
    initiative_choices,
    moment_words,
    nature_choices,
    nature_of,
    phase_coverage,
    shade,
)
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.schemas.cases import Case


def test_every_moment_is_behind_one_choice_of_each_filter(playbook: Playbook) -> None:
    for case in playbook.of(Case):
        told = sum(moment.initiative is not None for moment in case.timeline)
        for choices, moments in (
            (initiative_choices(case), told),
            (nature_choices(playbook, case), len(case.timeline)),
        ):
            assert sum(choice.moments for choice in choices) == moments
            assert all(choice.moments for choice in choices)


def test_the_nature_is_that_of_the_activity(playbook: Playbook) -> None:
    for case in playbook.of(Case):
        for moment in case.timeline:
            activity = playbook[moment.event] if moment.event else None
            expected = getattr(activity, "nature", "planned") if activity else "open"
            assert nature_of(playbook, moment) == expected


def test_the_phases_hold_every_moment_that_names_a_group(playbook: Playbook) -> None:
    for case in playbook.of(Case):
        covered = phase_coverage(playbook, case)
        assert [row.phase for row in covered.rows] == list(dict.fromkeys(m.phase for m in case.timeline))
        assert sum(row.moments for row in covered.rows) == len(case.timeline)
        for column, group in enumerate(covered.groups):
            touching = [
                number
                for number, moment in enumerate(case.timeline, 1)
                if any(playbook.place(playbook[value]).group is group for value in moment.values)
            ]
            assert [n for row in covered.rows for n in row.cells[column]] == touching
            assert covered.total(column) == len(touching)
        assert covered.nameless == sum(not moment.values for moment in case.timeline)


def test_the_page_shows_every_count_in_words_too(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    seen = set()
    for case in playbook.of(Case):
        html = next(page.html for page in pages if page.entries == (case.reference,))
        covered = phase_coverage(playbook, case)
        cells = [cell for row in covered.rows for cell in row.cells if cell]
        tables = re.findall(r'<table class="vc-heat">.*?</table>', html, re.DOTALL)
        if not covered.dense:
            # A few numbers among many empty cells are a list.
            assert not tables
            assert all(f'<a href="#moment-{cell[0]}">{moment_words(cell)}</a>' in html for cell in cells)
            seen.add("list" if cells else "nothing")
            continue
        shown = re.findall(r'href="#moment-(\d+)" title="[^"]*">(\d+)</a>', "".join(tables))
        assert shown == [(str(cell[0]), str(len(cell))) for cell in cells]
        seen.add("table")
    assert {"table", "list"} <= seen


def test_a_phase_is_called_and_found_where_others_touch_no_group(bakery: Bakery, tmp_path: Path) -> None:
    """The first phase names no group; the moments of the last have no phase."""
    before = bakery.read("cases/hotel-a")
    moments = "".join(
        f"  - title: Moment {number}\n    what: It happens.\n{more}"
        for number, more in enumerate(
            [
                "    phase: Quiet\n",
                "    phase: Loud\n    values: [groups/on-time]\n",
                "    phase: Wide\n    values: [groups/good-bread]\n",
                "    phase: Far\n    values: [groups/straight-answers]\n",
                "    values: [groups/on-time]\n",
            ]
        )
    )
    head, _, tail = before.partition("timeline:\n")
    bakery.write("cases/hotel-a", f"{head}timeline:\n{moments}led_to:{tail.partition('led_to:')[2]}")
    draft = bakery.check().draft
    assert draft.settings
    shown = seal(draft, draft.settings.editions[0])
    pages = render_pages(shown, Figures(shown, tmp_path))
    html = next(page.html for page in pages if page.address == "cases/hotel-a.html")
    part = html.partition('id="coverage"')[2]
    assert '<a href="#phase-2">Loud</a>' in part
    assert '<a href="#phase-5">Without a phase</a>' in part
    assert "#phase-1" not in part


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_higher_count_is_never_paler(count: int, most: int) -> None:
    shades = [shade(each, most) for each in range(most + 1)]
    assert shades == sorted(shades)
    assert shades[0] == 0
    assert set(shades[1:]) <= {1, 2, 3, 4}
    assert shades[-1] == 4


def test_numbers_in_words() -> None:
    assert [moment_words(numbers) for numbers in ((3,), (3, 5), (3, 5, 8))] == [
        "moment 3",
        "moments 3 and 5",
        "moments 3, 5 and 8",
    ]


def test_moments_without_a_phase_stand_in_a_run_of_their_own(bakery: Bakery) -> None:
    bakery.change("cases/hotel-a", "    phase: Planning\n", "")
    playbook = read_playbook(bakery.folder)
    (case,) = playbook.of(Case)
    covered = phase_coverage(playbook, case)
    assert [row.phase for row in covered.rows] == ["Delivering", None]
    assert covered.has_phases

    bakery.write("cases/hotel-a", bakery.read("cases/hotel-a").replace("    phase: Delivering\n", ""))
    playbook = read_playbook(bakery.folder)
    assert not phase_coverage(playbook, *playbook.of(Case)).has_phases
