"""The figures of a playbook, drawn for the site."""

from __future__ import annotations

from markupsafe import Markup

from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.network import draw_network
from value_compass.generator.pages.case_figures import CaseFigures
from value_compass.generator.pages.framework_figures import FrameworkFigures
from value_compass.generator.pages.path_figures import PathFigures
from value_compass.generator.pages.position_figures import PositionFigures
from value_compass.generator.pages.process_figures import ProcessFigures
from value_compass.generator.pages.proposition_figures import PropositionFigures
from value_compass.generator.pages.table_figures import TableFigures
from value_compass.generator.pages.together import Pair, Together, network_of
from value_compass.generator.pages.workshop_figures import WorkshopFigures


class Figures(
    FrameworkFigures,
    PathFigures,
    CaseFigures,
    WorkshopFigures,
    PositionFigures,
    ProcessFigures,
    PropositionFigures,
    TableFigures,
):
    """All figures of one playbook, for its pages.

    Parts are links, colours follow the style sheets, and what would be too small on a phone is drawn a second
    time for it. The book draws its own, with plain colours.
    """

    def network(self, together: Together, pairs: tuple[Pair, ...], title: str, prefix: str) -> Markup:
        """Pairs of groups or values that stand together."""
        model = network_of(self._playbook, together, pairs, title)
        return self._for_both(
            lambda: draw_network(model, self._engine, self._palette, prefix, Layout.WIDE),
            lambda: draw_network(model, self._engine, self._palette, f"{prefix}-small", Layout.NARROW),
        )
