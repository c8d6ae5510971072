"""The figure of a workshop: its agenda."""

from __future__ import annotations

from markupsafe import Markup

from value_compass.generator.diagrams.agenda import Agenda, AgendaPart, draw_agenda
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.playbook.programme import programme
from value_compass.language.words import _
from value_compass.schemas.activities import Workshop


def agenda_of(workshop: Workshop) -> Agenda:
    """The parts of a workshop's agenda."""
    return Agenda(
        title=_("Agenda of {workshop}", workshop=workshop.name),
        description=_("The parts in order, as wide as they are long."),
        parts=tuple(
            AgendaPart(slot.item.title, slot.item.minutes, day.number)
            for day in programme(workshop)
            for slot in day.slots
        ),
    )


class WorkshopFigures(Drawer):
    """The figure of a workshop."""

    def agenda(self, workshop: Workshop) -> Markup:
        """The agenda of a workshop in proportion."""
        model = agenda_of(workshop)
        prefix = f"agenda-{workshop.reference.id}"
        return self._for_both(
            lambda: draw_agenda(model, self._palette, prefix),
            lambda: draw_agenda(model, self._palette, f"{prefix}-small", 340),
        )
