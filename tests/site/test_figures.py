"""What the figures show is what the playbook says."""

from __future__ import annotations

from value_compass.generator.diagrams.path import Stretch
from value_compass.generator.pages.case_figures import timeline_of
from value_compass.generator.pages.framework_figures import compass_of, evidence_of, mark_of
from value_compass.generator.pages.page import entry_link
from value_compass.generator.pages.path_figures import path_of
from value_compass.generator.pages.workshop_figures import agenda_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Workshop
from value_compass.schemas.cases import Case
from value_compass.schemas.framework import Value


def test_the_compass_holds_the_whole_framework(playbook: Playbook) -> None:
    compass = compass_of(playbook)
    addresses = {v.address for p in compass.pillars for g in p.groups for v in g.values}
    assert addresses == {entry_link(value) for value in playbook.of(Value)}
    widths = {round(end - start, 6) for _, (start, end) in compass.sectors}
    assert len(widths) == 1


def test_the_small_compass_lights_the_place_of_a_value(playbook: Playbook) -> None:
    compass = compass_of(playbook)
    for value in playbook.of(Value):
        mark = mark_of(playbook, compass, value)
        assert mark
        group = playbook[value.group]
        assert [part.name for part in mark.parts if part.lit][-1] == group.name


def test_a_timeline_has_every_moment_in_order(playbook: Playbook) -> None:
    for case in playbook.of(Case):
        timeline = timeline_of(playbook, case)
        assert [moment.title for moment in timeline.moments] == [moment.title for moment in case.timeline]


def test_an_agenda_is_as_long_as_its_workshop(playbook: Playbook) -> None:
    for workshop in playbook.of(Workshop):
        assert agenda_of(workshop).minutes == workshop.duration


def test_the_path_ends_with_the_bridge_and_the_partnership(playbook: Playbook) -> None:
    stretches = [step.stretch for step in path_of(playbook).steps]
    assert stretches[-2:] == [Stretch.BRIDGE, Stretch.PARTNERSHIP]
    assert set(stretches[:-2]) == {Stretch.LOYALTY}


def test_a_group_without_a_count_shows_none(playbook: Playbook) -> None:
    rows = {row.name: row for row in evidence_of(playbook, None).rows}
    assert rows["Shared objectives"].external is None
    assert rows["Personal bond"].external == 65
