"""What the cases have in common is counted from their moments, and nothing more is said."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from msgspec.structs import replace

from value_compass.generator.pages.cases_in_common import (
    Succession,
    case_orders,
    path_parts,
    shared_activities,
    successions,
)
from value_compass.generator.pages.page import Page
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Activity, Event
from value_compass.schemas.cases import Case, Moment
from value_compass.schemas.fields import Reference
from value_compass.schemas.framework import Group


def moment(event: Reference | None = None, *values: Reference) -> Moment:
    return Moment.model_validate(
        {
            "title": "A moment",
            "phase": "One phase",
            "what": "Something happens.",
            "initiative": "both",
            "who": ["Someone"],
            "event": str(event) if event else None,
            "values": [str(value) for value in values],
        }
    )


def with_cases(playbook: Playbook, *timelines: list[Moment]) -> Playbook:
    """The playbook with other cases: one a timeline."""
    model = playbook.of(Case)[0]
    cases = [
        model.model_copy(update={"reference": Reference("cases", f"case-{n}"), "timeline": tuple(timeline)})
        for n, timeline in enumerate(timelines, 1)
    ]
    others = {r: entry for r, entry in playbook.entries.items() if not isinstance(entry, Case)}
    entries = MappingProxyType({**others, **{case.reference: case for case in cases}})
    return replace(playbook, entries=entries)


def events(playbook: Playbook) -> list[Reference]:
    return [event.reference for event in playbook.of(Event)]


def groups_on_path(playbook: Playbook) -> list[Group]:
    return [group for step, groups in path_parts(playbook) for group in groups if step]


def test_an_activity_is_shared_by_the_cases_that_name_it(playbook: Playbook) -> None:
    one, other, third = events(playbook)[:3]
    small = with_cases(
        playbook, [moment(one), moment(), moment(one)], [moment(other), moment(one)], [moment(third)]
    )
    ((cases, (shared,)),) = shared_activities(small)
    assert cases == 2
    assert shared.activity.reference == one
    assert [(case.reference.id, numbers) for case, numbers in shared.found] == [
        ("case-1", (1, 3)),
        ("case-2", (2,)),
    ]
    assert shared.moments == 3


def test_every_activity_of_two_cases_is_there_once(playbook: Playbook) -> None:
    expected = {
        activity.reference: len({r.source.reference for r in playbook.relations_to(activity, "timeline")})
        for activity in playbook.of(Activity)
    }
    found = {
        shared.activity.reference: cases
        for cases, activities in shared_activities(playbook)
        for shared in activities
    }
    assert found == {activity: cases for activity, cases in expected.items() if cases > 1}
    counts = [cases for cases, _ in shared_activities(playbook)]
    assert counts == sorted(set(counts), reverse=True)


def test_the_path_holds_every_group_once(playbook: Playbook) -> None:
    groups = [group for _, groups in path_parts(playbook) for group in groups]
    assert sorted(g.reference for g in groups) == sorted(g.reference for g in playbook.of(Group))
    orders = [step.order for step, _ in path_parts(playbook) if step]
    assert orders == sorted(orders)


def test_a_group_on_no_step_stands_last(playbook: Playbook) -> None:
    lost = playbook.steps[0].establishes[0].to
    first = playbook.steps[0].model_copy(update={"establishes": playbook.steps[0].establishes[1:]})
    entries = MappingProxyType({**playbook.entries, first.reference: first})
    step, groups = path_parts(replace(playbook, entries=entries))[-1]
    assert step is None
    assert [group.reference for group in groups] == [lost]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_case_that_goes_as_the_path_agrees_with_it_throughout(playbook: Playbook, backwards: bool) -> None:
    groups = groups_on_path(playbook)
    order = groups[::-1] if backwards else groups
    (found,) = case_orders(with_cases(playbook, [moment(None, group.reference) for group in order]))
    places = [first.place for first in found.firsts if first]
    assert places == sorted(places, reverse=backwards)
    assert len(places) == len(groups)
    assert found.compared > 0
    assert found.as_on_path == (0 if backwards else found.compared)


def test_groups_of_one_moment_share_a_place_and_the_next_comes_after_both(playbook: Playbook) -> None:
    one, other, third, *_, last = groups_on_path(playbook)
    timeline = [
        moment(),
        moment(None, one.reference, other.reference),
        moment(None, one.reference, third.reference),
    ]
    (found,) = case_orders(with_cases(playbook, timeline))
    by_group = dict(zip((g.reference for g in groups_on_path(playbook)), found.firsts, strict=True))
    places = {
        g.reference: (first.place, first.moment)
        for g in (one, other, third)
        if (first := by_group[g.reference])
    }
    assert places == {one.reference: (1, 2), other.reference: (1, 2), third.reference: (3, 3)}
    assert by_group[last.reference] is None


def test_a_value_counts_for_its_group(playbook: Playbook) -> None:
    part = next(group for pillar in playbook.framework for group in pillar.groups if group.values)
    (found,) = case_orders(with_cases(playbook, [moment(None, part.values[0].reference)]))
    touched = [g for g, first in zip(groups_on_path(playbook), found.firsts, strict=True) if first]
    assert [group.reference for group in touched] == [part.group.reference]


def test_a_case_without_values_touches_nothing(playbook: Playbook) -> None:
    (found,) = case_orders(with_cases(playbook, [moment(), moment()]))
    assert not found.touched
    assert (found.as_on_path, found.compared) == (0, 0)


def test_what_comes_next_skips_moments_without_an_activity(playbook: Playbook) -> None:
    one, other = events(playbook)[:2]
    (found,) = successions(with_cases(playbook, [moment(one), moment(), moment(other), moment(other)]))
    assert (found.first.reference, found.then.reference) == (one, other)
    assert (found.cases, found.of) == (1, 1)


@pytest.mark.parametrize(
    ("cases", "of", "usual"), [(2, 2, False), (3, 3, True), (3, 6, False), (4, 7, True), (3, 5, True)]
)
def test_usual_needs_three_cases_and_most_of_those_that_could_show_it(
    playbook: Playbook, cases: int, of: int, usual: bool
) -> None:
    one, other = events(playbook)[:2]
    timelines = [[moment(one), moment(other)]] * cases + [[moment(one)]] * (of - cases)
    (found,) = successions(with_cases(playbook, *timelines))
    assert isinstance(found, Succession)
    assert (found.cases, found.of, found.usual) == (cases, of, usual)


def test_the_page_says_that_too_few_cases_show_what_comes_next(
    playbook: Playbook, pages: tuple[Page, ...]
) -> None:
    html = next(page.html for page in pages if page.address == "cases/index.html")
    usual = [found for found in successions(playbook) if found.usual]
    assert ("We do not say." in html) == (not usual)
    for _, activities in shared_activities(playbook):
        for shared in activities:
            for case, numbers in shared.found:
                for number in numbers:
                    assert f'href="entry:{case.reference}#moment-{number}"' in html
