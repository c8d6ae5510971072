"""A sealed playbook: order, both ends of relations, places, editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.schemas.activities import Event, Workshop
from value_compass.schemas.cases import Case, CaseSort
from value_compass.schemas.fields import Reference
from value_compass.schemas.framework import Group, Outcome, Pillar, Value
from value_compass.schemas.walk import references


def test_the_content_is_complete(playbook: Playbook) -> None:
    assert len(playbook.of(Value)) >= 38
    assert len(playbook.of(Group)) == 11
    assert len(playbook.of(Pillar)) == 3
    assert len(playbook.of(Outcome)) == 4
    assert len(playbook.of(Event)) >= 25
    assert len(playbook.of(Workshop)) >= 7
    moments = [len(case.timeline) for case in playbook.of(Case) if case.sort is CaseSort.RELATIONSHIP]
    assert all(have >= wanted for have, wanted in zip(moments, (40, 16, 28, 18), strict=True))
    established = [to.to for step in playbook.steps for to in step.establishes]
    assert sorted(established) == sorted(group.reference for group in playbook.of(Group))


def test_reading_order_follows_the_framework(playbook: Playbook) -> None:
    pillars = [part.pillar.reference.id for part in playbook.framework]
    assert pillars == ["trust", "commitment", "satisfaction"]
    groups = [group.reference.id for group in playbook.of(Group)]
    assert groups == [part.group.reference.id for pillar in playbook.framework for part in pillar.groups]
    values = [value.reference for value in playbook.of(Value)]
    assert values == [
        value.reference for pillar in playbook.framework for part in pillar.groups for value in part.values
    ]


def test_every_relation_is_known_at_both_ends(playbook: Playbook) -> None:
    stated = 0
    for entry in playbook.entries.values():
        for _, target, _ in references(entry):
            stated += 1
            assert any(r.target.reference == target for r in playbook.relations_from(entry))
            assert any(r.source is entry for r in playbook.relations_to(playbook[target]))
    assert stated == len(playbook.relations)


def test_reasons_come_along(playbook: Playbook) -> None:
    for relation in playbook.relations:
        if relation.field in {"needs", "builds", "helps", "establishes", "reading_path", "leads"}:
            assert relation.reason


def test_a_value_stands_where_its_group_stands(playbook: Playbook) -> None:
    for value in playbook.of(Value):
        place = playbook.place(value)
        assert place.group
        assert place.group.reference == value.group
        assert place.pillar
        assert place.pillar.reference == place.group.pillar
        assert place.step


@pytest.fixture
def restricted(bakery: Bakery) -> Bakery:
    """The bakery's playbook with one more event, for the partners' eyes only."""
    event = bakery.read("events/late-van").replace("A late van", "Zanzibar dinner")
    event = event.replace("The van stands still and the kitchen waits.", "Zanzibar is on the calendar.")
    event = event.replace("Say when the bread will be there", "Put on a tie for Zanzibar")
    bakery.write("events/zanzibar-dinner", f"{event}aliases: [Zanzibar supper]\naudience: partners\n")
    bakery.change(
        "steps/deliver-every-morning",
        "done_when:",
        "  - to: zanzibar-dinner\n    reason: Nobody plans for Zanzibar.\ndone_when:",
    )
    return bakery


def test_nothing_of_a_restricted_entry_is_in_another_edition(restricted: Bakery, tmp_path: Path) -> None:
    checked = restricted.check()
    assert checked.errors == ()
    draft = checked.draft
    assert draft.settings
    for edition, visible in zip(draft.settings.editions, (False, True), strict=True):
        playbook = seal(draft, edition)
        assert (Reference("events", "zanzibar-dinner") in playbook.entries) is visible
        figures = Figures(playbook, tmp_path / "cache")
        pages = render_pages(playbook, figures)
        target = tmp_path / edition.name
        build_site(playbook, pages, target, figures)
        leaks = [
            path
            for path in target.rglob("*")
            if "zanzibar" in path.name.lower()
            or (path.is_file() and b"zanzibar" in path.read_bytes().lower())
        ]
        assert bool(leaks) is visible
