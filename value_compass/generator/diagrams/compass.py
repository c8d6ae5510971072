"""The compass: what it shows. Three equal sectors, their groups, and the values around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from value_compass.generator.diagrams.palette import Hue

Item = TypeVar("Item")
Share = tuple[float, float]
"""From one angle to another, in degrees clockwise from the top."""


class CompassValue(Struct, frozen=True):
    """A value in the outermost ring."""

    name: str
    address: str | None


class CompassGroup(Struct, frozen=True):
    """A group of values under one pillar."""

    name: str
    address: str | None
    values: tuple[CompassValue, ...] = ()


class CompassPillar(Struct, frozen=True):
    """A pillar: one sector."""

    name: str
    address: str | None
    hue: Hue
    groups: tuple[CompassGroup, ...] = ()


class Compass(Struct, frozen=True):
    """What the compass shows; the pillars clockwise, the first at the top."""

    title: str
    description: str
    centre: str
    """The outcome in the middle."""
    centre_address: str | None
    pillars: tuple[CompassPillar, ...]

    @property
    def sectors(self) -> Iterator[tuple[CompassPillar, Share]]:
        """Every pillar with its share of the circle: equal, whatever it holds."""
        half = 180 / max(1, len(self.pillars))
        return divide(self.pillars, (-half, 360 - half))


class Detail(StrEnum):
    """How much of the framework the compass names."""

    GROUPS = "groups"
    """Pillars and groups, legible on a phone; values are marks on the rim."""
    VALUES = "values"
    """Values too, for a large screen and the book."""


def divide(items: Sequence[Item], share: Share) -> Iterator[tuple[Item, Share]]:
    """Give each of some items an equal part of a share, in order."""
    start, end = share
    width = (end - start) / max(1, len(items))
    for i, item in enumerate(items):
        yield item, (start + i * width, start + (i + 1) * width)
