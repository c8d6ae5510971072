"""The framework and the path: what stands below what, and which step establishes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

from msgspec import Struct

from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group, Outcome, Pillar, Value
from value_compass.schemas.route import Step

EntryType = TypeVar("EntryType", bound=Entry)


class Entries(Protocol):
    """All that an edition shows."""

    def of(self, model: type[EntryType]) -> tuple[EntryType, ...]:
        """All entries of one model, in reading order."""
        ...


class GroupPart(Struct, frozen=True, eq=False):
    """A group with its values, in order."""

    group: Group
    values: tuple[Value, ...]


class PillarPart(Struct, frozen=True, eq=False):
    """A pillar with its groups, in order."""

    pillar: Pillar
    groups: tuple[GroupPart, ...]


class Place(Struct, frozen=True, eq=False):
    """Where in the framework and on the path an entry stands."""

    pillar: Pillar | None = None
    group: Group | None = None
    step: Step | None = None

    @property
    def pillar_id(self) -> str | None:
        """The id of the pillar, by which styles know its colour."""
        return self.pillar.reference.id if self.pillar else None


def framework_of(entries: Entries) -> tuple[PillarPart, ...]:
    """The pillars with their groups and values, in order."""
    values, groups = entries.of(Value), entries.of(Group)
    return tuple(
        PillarPart(
            pillar,
            tuple(
                GroupPart(group, tuple(v for v in values if v.group == group.reference))
                for group in groups
                if group.pillar == pillar.reference
            ),
        )
        for pillar in entries.of(Pillar)
    )


def outcomes_of(entries: Entries) -> tuple[Outcome, ...]:
    """The outcomes, the highest first."""
    return entries.of(Outcome)


def steps_of(entries: Entries) -> tuple[Step, ...]:
    """The steps of the path, in order."""
    return entries.of(Step)


def places_of(entries: Entries) -> Mapping[Reference, Place]:
    """Where each entry stands that stands in the framework, or that a step names."""
    steps = steps_of(entries)
    step_of = {to.to: step for step in steps for to in step.establishes}
    places: dict[Reference, Place] = {}
    for step in steps:
        places[step.reference] = Place(step=step)
        for help_ in step.helps:
            places.setdefault(help_.to, Place(step=step))
    for part in framework_of(entries):
        places[part.pillar.reference] = Place(part.pillar)
        for group in part.groups:
            step_here = step_of.get(group.group.reference)
            places[group.group.reference] = Place(part.pillar, group.group, step_here)
            for value in group.values:
                places[value.reference] = Place(part.pillar, group.group, step_here)
    return places
