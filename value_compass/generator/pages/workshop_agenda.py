"""The agenda of a workshop in lines, and its length."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.diagrams.agenda import clock
from value_compass.generator.pages.views import minutes
from value_compass.generator.playbook.programme import programme
from value_compass.language.words import _
from value_compass.schemas.activities import AgendaItem, Workshop


def length(workshop: Workshop) -> str:
    """How long a workshop takes, in words: 3 hours, 14 hours over 2 days."""
    days = len(programme(workshop))
    total = minutes(workshop.duration)
    return _("{length} over {days} days", length=total, days=days) if days > 1 else total


class Part(Struct, frozen=True):
    """A line of an agenda."""

    day: int
    """On which of its days it stands, from 0."""
    opens: int | None
    """The number of the day that it opens, where there are several."""
    begins: int
    """Minutes since the start of the day."""
    item: AgendaItem | None
    """What happens; nothing where the day ends."""

    @property
    def clock(self) -> str:
        """The time since the start of the day, such as 1:25."""
        return clock(self.begins)


def agenda(workshop: Workshop) -> list[Part]:
    """The parts of an agenda, and the end of each day."""
    days = programme(workshop)
    several = len(days) > 1
    return [
        part
        for number, day in enumerate(days)
        for part in (
            *(
                Part(number, day.number if several and not slot.begins else None, slot.begins, slot.item)
                for slot in day.slots
            ),
            Part(number, None, day.minutes, None),
        )
    ]
