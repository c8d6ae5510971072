"""What occurs together is counted once a moment and once an event, and shown with where it does."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page, entry_link
from value_compass.generator.pages.render import render_pages
from value_compass.generator.pages.together import (
    Occurrence,
    Pair,
    Together,
    groups_together,
    nearest,
    network_of,
    strongest,
    values_together,
)
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.schemas.activities import Event
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group, Value

LEVELS = [groups_together, values_together]


def standing_together(playbook: Playbook, model: type[Entry]) -> list[set[Reference]]:
    """What each moment and each event names, at one level, by another way."""
    named = [set(moment.values) for case in playbook.of(Case) for moment in case.timeline]
    named += [
        {relation.target.reference for relation in playbook.relations_from(event, "builds")}
        for event in playbook.of(Event)
    ]
    if model is Value:
        return [{reference for reference in each if reference.kind == "values"} for each in named]
    places = [[playbook.place(playbook[reference]).group for reference in each] for each in named]
    return [{group.reference for group in each if group} for each in places]


@pytest.mark.parametrize(("count", "model"), [(groups_together, Group), (values_together, Value)])
def test_the_counts_are_those_of_moments_and_events(
    playbook: Playbook, count: Callable[[Playbook], Together], model: type[Entry]
) -> None:
    sets = standing_together(playbook, model)
    together = count(playbook)
    assert {entry.reference for entry in together.entries} == {e.reference for e in playbook.of(model)}
    for one, other in combinations(together.entries, 2):
        expected = sum({one.reference, other.reference} <= each for each in sets)
        assert together.count(one, other) == together.count(other, one) == expected
    for entry in together.entries:
        assert together.counts[entry.reference] == sum(entry.reference in each for each in sets)


@pytest.mark.parametrize("count", LEVELS)
def test_the_strongest_pairs_come_first(playbook: Playbook, count: Callable[[Playbook], Together]) -> None:
    counts = [pair.count for pair in count(playbook).pairs]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 0


@given(st.lists(st.integers(1, 9), max_size=30), st.integers(1, 12))
def test_a_figure_never_shows_a_part_of_the_pairs_of_one_count(
    playbook: Playbook, counts: list[int], most: int
) -> None:
    case, (one, other, *_) = playbook.of(Case)[0], playbook.of(Value)
    pairs = tuple(
        Pair(one, other, (Occurrence(case, tuple(range(1, count + 1))),))
        for count in sorted(counts, reverse=True)
    )
    kept = strongest(pairs, most)
    assert len(kept) <= most
    assert kept == pairs[: len(kept)]
    left = {pair.count for pair in pairs[len(kept) :]}
    if len({pair.count for pair in kept}) > 1:
        assert left.isdisjoint(pair.count for pair in kept)


def test_the_nearest_are_those_of_the_strongest_pairs(playbook: Playbook) -> None:
    values = values_together(playbook)
    top = values.pairs[0]
    assert (top.other, top.count) in nearest(values, top.one)
    assert (top.one, top.count) in nearest(values, top.other)
    for value in values.entries:
        found = nearest(values, value, 3)
        assert len(found) <= 3
        assert [count for _, count in found] == [values.count(value, other) for other, _ in found]


def test_the_figure_of_groups_has_every_group_and_every_tie(playbook: Playbook) -> None:
    groups = groups_together(playbook)
    network = network_of(playbook, groups, groups.pairs, "Groups")
    assert [member.address for member in network.members] == [entry_link(group) for group in groups.entries]
    for tie in network.ties:
        one, other = groups.entries[tie.one], groups.entries[tie.other]
        assert tie.count == groups.count(one, other)
    assert len(network.ties) == len(groups.pairs)


def test_the_figure_of_values_has_only_what_it_ties(playbook: Playbook) -> None:
    values = values_together(playbook)
    pairs = strongest(values.pairs)
    network = network_of(playbook, values, pairs, "Values")
    tied = {place for tie in network.ties for place in (tie.one, tie.other)}
    assert tied == set(range(len(network.members)))
    assert all(member.hue for member in network.members)


def test_the_text_beside_the_figure_holds_the_same(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    html = next(page.html for page in pages if page.address == "reference/network.html")
    groups = groups_together(playbook)
    table = re.search(r'<table class="vc-heat">.*?</table>', html, re.DOTALL)
    assert table
    cells = [int(cell or 0) for cell in re.findall(r'<td class="vc-heat-\d">(\d*)</td>', table[0])]
    assert cells == [
        groups.count(one, other) if one is not other else 0
        for one in groups.entries
        for other in groups.entries
    ]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(\d+)</td><td>(.*?)</td></tr>', html)
    pairs = strongest(values_together(playbook).pairs)
    for pair, (names, count, where) in zip(pairs, rows, strict=False):
        assert re.findall(r'href="([^"]+)"', names) == [entry_link(pair.one), entry_link(pair.other)]
        assert int(count) == pair.count == where.count("<a ")


def test_another_playbook_has_the_page_too(tmp_path: Path) -> None:
    draft = check(BAKERY).draft
    assert draft.settings
    bakery = seal(draft, draft.settings.editions[0])
    rendered = render_pages(bakery, Figures(bakery, tmp_path))
    html = next(page.html for page in rendered if page.address == "larder/network.html")
    assert "Every pair of values that occurs together." in html
    cases = next(page.html for page in rendered if page.address == "cases/index.html")
    assert "in common" not in cases, "one case has nothing in common with itself"
