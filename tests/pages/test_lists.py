"""Lists of a kind: rows with facts, in parts by what stands above or by step, narrowed by facets."""

from __future__ import annotations

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.pages.lists import listing
from value_compass.generator.playbook.playbook import Playbook, seal


def _bakery() -> Playbook:
    draft = check(BAKERY).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0])


def test_entries_stand_below_what_holds_them_else_by_step() -> None:
    playbook = _bakery()
    values = listing(playbook, playbook.of_kind("values"))
    assert {heading for _, heading, _ in values.parts} <= {one.name for one in playbook.of_kind("groups")}
    events = listing(playbook, playbook.of_kind("events"))
    assert all(heading.startswith("Step ") or heading == "At any step" for _, heading, _ in events.parts)
    assert [heading for _, heading, _ in listing(playbook, playbook.of_kind("roles")).parts] == [""]


def test_a_short_list_has_no_facets_and_a_long_one_has_those_that_tell_apart(playbook: Playbook) -> None:
    assert not listing(_bakery(), _bakery().of_kind("events")).facets
    events = listing(playbook, playbook.of_kind("events"))
    assert {"step", "nature", "ours", "group"} <= {facet.id for facet in events.facets}
    lengths = next(f for f in listing(playbook, playbook.of_kind("workshops")).facets if f.id == "duration")
    assert next(words for _, words in lengths.choices) == "up to 2 hours"
    known = {facet.id: {value for value, _ in facet.choices} for facet in events.facets}
    for _, _, rows in events.parts:
        for row in rows:
            assert all(set(values) <= known.get(facet, set(values)) for facet, values in row.held.items())


def test_dots_say_which_pillars_an_entry_touches_but_not_to_which_it_belongs() -> None:
    playbook = _bakery()
    touched = {
        kind: [row.pillars for _, _, rows in listing(playbook, playbook.of_kind(kind)).parts for row in rows]
        for kind in ("groups", "values", "events")
    }
    assert not any((*touched["groups"], *touched["values"]))
    assert any(touched["events"])
