"""The figure of a position: who brought us in, and with whom we work."""

from __future__ import annotations

from markupsafe import Markup

from value_compass.generator.diagrams import positions
from value_compass.generator.diagrams.positions import draw_position
from value_compass.generator.pages.drawer import Drawer
from value_compass.schemas.route import Position


def position_of(position: Position) -> positions.Position:
    """Who brought us in, and with whom we work."""
    return positions.Position(
        title=position.name,
        description=position.summary,
        introduced_by=positions.Department(position.introduced_by.value),
        works_with=tuple(positions.Department(department.value) for department in position.works_with),
    )


class PositionFigures(Drawer):
    """The figure of a position."""

    def position(self, position: Position) -> Markup:
        """Who brought us in, and with whom we work."""
        model = position_of(position)
        return Markup(draw_position(model, self._palette, f"position-{position.reference.id}"))
