"""What advice about a relationship is made from: groups, steps, and what one can plan."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Activity
from value_compass.schemas.framework import Group
from value_compass.schemas.route import Step


class Tie(Struct, frozen=True):
    """Why an activity needs or builds a group."""

    group: str
    """The id of the group."""
    entry: str
    """What the activity names: the group, or a value of it."""
    reason: str


class Plan(Struct, frozen=True):
    """Something that one can plan to do."""

    entry: str
    needs: tuple[Tie, ...]
    builds: tuple[Tie, ...]
    conditions: tuple[str, ...]
    """What else must be given, in words."""
    risks: tuple[str, ...]


class Tip(Struct, frozen=True):
    """What a step says of an event or workshop."""

    entry: str
    reason: str


class Stage(Struct, frozen=True):
    """What a step of the path says about where one is."""

    entry: str
    establishes: tuple[str, ...]
    """The ids of its groups."""
    helps: tuple[Tip, ...]
    watch_for: tuple[Tip, ...]
    pitfalls: tuple[str, ...]


class Situation(Struct, frozen=True):
    """What advice is made from.

    It holds references as text, and nothing but text, so that a browser can be given the same.
    """

    groups: tuple[str, ...]
    """The ids of the groups, in the order of the framework."""
    stages: tuple[Stage, ...]
    """The steps, in order."""
    plans: tuple[Plan, ...]
    """What one can plan to do, in reading order."""


def situation_of(playbook: Playbook) -> Situation:
    """What advice is made from, in the playbook's own words."""
    plans = (activity for activity in playbook.of(Activity) if not activity.happens_to_us)
    return Situation(
        tuple(group.reference.id for group in playbook.of(Group)),
        tuple(_stage(step) for step in playbook.steps),
        tuple(_plan(playbook, activity) for activity in plans),
    )


def _stage(step: Step) -> Stage:
    return Stage(
        str(step.reference),
        tuple(to.to.id for to in step.establishes),
        tuple(Tip(str(to.to), to.reason) for to in step.helps),
        tuple(Tip(str(to.to), to.reason) for to in step.watch_for),
        tuple(pitfall.text for pitfall in step.pitfalls),
    )


def _plan(playbook: Playbook, activity: Activity) -> Plan:
    return Plan(
        str(activity.reference),
        _ties(playbook, activity, "needs"),
        _ties(playbook, activity, "builds"),
        tuple(need.condition for need in activity.needs if need.condition),
        tuple(danger.text for danger in activity.dangers),
    )


def _ties(playbook: Playbook, activity: Activity, field: str) -> tuple[Tie, ...]:
    """What an activity says of groups and values, by group."""
    relations = playbook.relations_from(activity, field)
    placed = ((playbook.place(relation.target).group, relation) for relation in relations)
    return tuple(
        Tie(group.reference.id, str(relation.target.reference), relation.reason or "")
        for group, relation in placed
        if group
    )
