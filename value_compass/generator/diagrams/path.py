"""The path: steps in order, the milestones between them, the bridge, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from value_compass.generator.diagrams.palette import Hue
from value_compass.language.words import N_


class Stretch(StrEnum):
    """A part of the path."""

    LOYALTY = "loyalty"
    """Steps that establish the groups of values."""
    BRIDGE = "bridge"
    """The ambition that joins them."""
    PARTNERSHIP = "partnership"
    """Where the path leads."""


STRETCH_NAMES = {
    Stretch.LOYALTY: N_("The path"),
    Stretch.BRIDGE: N_("The bridge"),
    Stretch.PARTNERSHIP: N_("The partnership"),
}
"""What the stretches of the path are called."""


class StepGroup(Struct, frozen=True):
    """A group that a step establishes."""

    name: str
    hue: Hue


class PathStep(Struct, frozen=True):
    """A step of the path."""

    number: int
    name: str
    address: str | None
    stretch: Stretch = Stretch.LOYALTY
    groups: tuple[StepGroup, ...] = ()
    milestone: str | None = None
    """What stands when the step is done."""


class Path(Struct, frozen=True):
    """What the figure of the path shows."""

    title: str
    description: str
    steps: tuple[PathStep, ...]
    current: int | None = None
    """The number of the step that is lit."""

    @property
    def stretches(self) -> Iterator[tuple[Stretch, tuple[PathStep, ...]]]:
        """Steps that follow each other on the same stretch."""
        for stretch, steps in groupby(self.steps, key=lambda step: step.stretch):
            yield stretch, tuple(steps)
