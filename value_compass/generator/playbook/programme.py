"""The days of a workshop, and when each part of its agenda begins."""

from __future__ import annotations

from msgspec import Struct

from value_compass.schemas.activities import AgendaItem, Workshop


class Slot(Struct, frozen=True):
    """A part of an agenda in its place."""

    item: AgendaItem
    begins: int
    """Minutes since the beginning of its day."""


class Day(Struct, frozen=True):
    """What happens on one day; never empty."""

    number: int
    slots: tuple[Slot, ...]

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.slots[-1].begins + self.slots[-1].item.minutes


def programme(workshop: Workshop) -> tuple[Day, ...]:
    """The agenda by days; a part without a day of its own follows the one before it."""
    days: list[Day] = []
    for item in workshop.agenda:
        number = item.day or (days[-1].number if days else 1)
        if days and days[-1].number == number:
            day = days.pop()
            days.append(Day(number, (*day.slots, Slot(item, day.minutes))))
        else:
            days.append(Day(number, (Slot(item, 0),)))
    return tuple(days)
