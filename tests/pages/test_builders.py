"""What builds a group and what needs it: a row each, and with which to begin."""

from __future__ import annotations

from value_compass.generator.pages.builders import BEGIN_WITH, beginnings, builders
from value_compass.generator.pages.neighbours import children
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Activity
from value_compass.schemas.framework import Group, Value


def test_every_builder_has_one_row_with_a_mark_for_each_value(playbook: Playbook) -> None:
    for group in playbook.of(Group):
        table = builders(playbook, group)
        rows = [row for _, rows in (*table.parts, *table.aside) for row in rows]
        assert len({row.entry.reference for row in rows}) == len(rows)
        found = {
            (row.entry.reference, mark.field, column.reference)
            for row in rows
            for column, cell in zip(table.columns, row.cells, strict=True)
            for mark in cell
        }
        wanted = {
            (relation.source.reference, relation.field, target.reference)
            for target in (*children(playbook, group), group)
            for relation in playbook.relations_to(target, "builds", "needs")
        }
        assert found == wanted


def test_rows_of_a_part_stand_by_step(playbook: Playbook) -> None:
    for group in playbook.of(Group):
        for _, rows in builders(playbook, group).parts:
            orders = [row.place.step.order if row.place.step else 99 for row in rows]
            assert orders == sorted(orders)


def test_one_begins_with_what_can_be_planned_and_needs_nothing_of_the_group(playbook: Playbook) -> None:
    for entry in (*playbook.of(Group), *playbook.of(Value)):
        found = beginnings(playbook, entry)
        assert len(found) <= BEGIN_WITH
        for one in found:
            assert isinstance(one.entry, Activity)
            assert not one.entry.happens_to_us
            assert one.relation.reason
            below = {below.reference for below in (entry, *children(playbook, entry))}
            assert not below & {need.to for need in one.entry.needs}


def test_what_the_step_of_a_group_recommends_comes_first(playbook: Playbook) -> None:
    for group in playbook.of(Group):
        step = playbook.place(group).step
        assert step
        recommended = {to.to for to in step.helps}
        firsts = [one.entry.reference in recommended for one in beginnings(playbook, group)]
        assert firsts == sorted(firsts, reverse=True)
