"""The figures of a playbook, drawn for the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from value_compass.generator.diagrams.agenda import draw_agenda
from value_compass.generator.diagrams.bars import Bars, lay_out_bars
from value_compass.generator.diagrams.compass import Detail
from value_compass.generator.diagrams.compass_drawing import draw_compass
from value_compass.generator.diagrams.engines import engine
from value_compass.generator.diagrams.evidence import draw_evidence
from value_compass.generator.diagrams.factors import lay_out_factors
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.filling import draw_filling
from value_compass.generator.diagrams.framework import draw_framework
from value_compass.generator.diagrams.heat import Heat, lay_out_heat
from value_compass.generator.diagrams.journey_board import lay_out_board
from value_compass.generator.diagrams.ladder import lay_out_ladder
from value_compass.generator.diagrams.mark import Mark, draw_mark
from value_compass.generator.diagrams.network import draw_network
from value_compass.generator.diagrams.palette import Hue, Palette
from value_compass.generator.diagrams.path_drawing import draw_path
from value_compass.generator.diagrams.pieces import Drawing, draw
from value_compass.generator.diagrams.positions import draw_position
from value_compass.generator.diagrams.process_map import draw_process_map
from value_compass.generator.diagrams.quadrant import lay_out_quadrant
from value_compass.generator.diagrams.ruler import draw_ruler
from value_compass.generator.diagrams.timeline_drawing import draw_timeline
from value_compass.generator.diagrams.value_canvas import lay_out_canvas
from value_compass.generator.load.fonts import SANS
from value_compass.generator.pages import figure_models as models
from value_compass.generator.pages.canvases.canvas import Poster
from value_compass.generator.pages.process_figures import board_of, ladder_of, process_map_of
from value_compass.generator.pages.proposition_figures import (
    canvas_of,
    factors_of,
    offerings_quadrant_of,
)
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.pages.table_figures import figure_of
from value_compass.generator.pages.together import Pair, Together, network_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.activities import Workshop
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry
from value_compass.schemas.practice import Process
from value_compass.schemas.proposition import Proposition
from value_compass.schemas.route import Position, Step
from value_compass.schemas.tables import Table

Model = TypeVar("Model")


class Figures:
    """Draws the figures of one playbook for its pages.

    Parts are links, colours follow the style sheets, and what would be too small on a phone is drawn a second
    time for it. The book draws its own, with plain colours.

    Args:
        playbook: what the edition shows.
        cache: a folder that keeps drawn graphs between builds.
    """

    def __init__(self, playbook: Playbook, cache: Path) -> None:
        self._playbook = playbook
        self._palette = Palette.for_screen()
        self._engine = engine(cache)
        self._plain = plain_text(playbook)
        # Made once for the marks of all pages, which show its parts and none of their names.
        self._unnamed = models.compass_of(playbook)

    @property
    def hues(self) -> tuple[Hue, ...]:
        """The colours of the pillars, in order."""
        return tuple(models.hues_of(self._playbook).values())

    @property
    def note(self) -> str | None:
        """What the user should know about how graphs were drawn."""
        return self._engine.note

    def compass(self) -> Markup:
        """The compass with all its parts."""
        model = models.compass_of(self._playbook)
        return self._for_both(
            lambda: draw_compass(model, self._palette, "compass", Detail.VALUES),
            lambda: draw_compass(model, self._palette, "compass-small", Detail.GROUPS),
        )

    def filling(self) -> Markup:
        """The compass whose groups are pale, half or full, as a page marks them."""
        described = replace(
            models.compass_of(self._playbook),
            title=_("How the groups stand"),
            description=_(
                "A group is pale when it is missing, half full when it grows, full when it is "
                "established; the disc outside it says the same. The list below says it in words."
            ),
        )
        return Markup(draw_filling(described, self._palette, "filling"))

    def logo(self) -> str:
        """The small compass in all its colours, as a file of its own."""
        title = self._playbook.settings.title
        return draw_mark(Mark(title, title, self._unnamed, None), Palette.for_print(SANS), "logo")

    def mark(self, entry: Entry | None = None) -> Markup:
        """The small compass with an entry's place lit; without an entry, all of it."""
        title = self._playbook.settings.title
        whole = Mark(title, title, self._unnamed, None)
        model = models.mark_of(self._playbook, self._unnamed, entry) if entry else whole
        return Markup(draw_mark(model, self._palette, "mark" if entry else "brand"))

    def framework(self, entry: Entry | None = None) -> Markup:
        """The framework from loyalty down to the values."""
        model = models.framework_of(self._playbook, models.compass_of(self._playbook))
        prefix = f"framework-{entry.reference.id}" if entry else "framework"
        return self._for_both(
            lambda: draw_framework(model, self._palette, prefix, Layout.WIDE),
            lambda: draw_framework(model, self._palette, f"{prefix}-small", Layout.NARROW),
        )

    def timeline(self, case: Case) -> Markup:
        """The moments of a case, by who took the initiative."""
        model = models.timeline_of(self._playbook, case)
        prefix = f"timeline-{case.reference.id}"
        return Markup(draw_timeline(model, self._palette, prefix))

    def agenda(self, workshop: Workshop) -> Markup:
        """The agenda of a workshop in proportion."""
        model = models.agenda_of(workshop)
        prefix = f"agenda-{workshop.reference.id}"
        return self._for_both(
            lambda: draw_agenda(model, self._palette, prefix),
            lambda: draw_agenda(model, self._palette, f"{prefix}-small", 340),
        )

    def position(self, position: Position) -> Markup:
        """Who brought us in, and with whom we work."""
        model = models.position_of(position)
        return Markup(draw_position(model, self._palette, f"position-{position.reference.id}"))

    def evidence(self, entry: Entry | None = None) -> Markup:
        """How often groups were raised: all of them, those of a pillar, or one."""
        model = models.evidence_of(self._playbook, entry)
        prefix = f"evidence-{entry.reference.id}" if entry else "evidence"
        return self._for_both(
            lambda: draw_evidence(model, self._palette, prefix, Layout.WIDE),
            lambda: draw_evidence(model, self._palette, f"{prefix}-small", Layout.NARROW),
        )

    def path(self) -> Markup:
        """The whole path with its milestones."""
        model = models.path_of(self._playbook)
        return self._for_both(
            lambda: draw_path(model, self._palette, "path", Layout.WIDE),
            lambda: draw_path(model, self._palette, "path-small", Layout.NARROW),
        )

    def network(self, together: Together, pairs: tuple[Pair, ...], title: str, prefix: str) -> Markup:
        """Pairs of groups or values that stand together."""
        model = network_of(self._playbook, together, pairs, title)
        return self._for_both(
            lambda: draw_network(model, self._engine, self._palette, prefix, Layout.WIDE),
            lambda: draw_network(model, self._engine, self._palette, f"{prefix}-small", Layout.NARROW),
        )

    def process_map(self, process: Process, *, to_mark: bool = False) -> Markup:
        """The stages of a process with their practices, decisions and ways."""
        model = process_map_of(self._playbook, process, to_mark=to_mark)
        return Markup(draw_process_map(model, self._engine, self._palette, f"map-{process.reference.id}"))

    def board(self, process: Process) -> Markup:
        """The metrics of a process, by stage and side; nothing where none has a place."""
        model = board_of(self._playbook, process)
        return self._pieces(model, lay_out_board, f"board-{process.reference.id}", "board")

    def ladder(self, process: Process) -> Markup:
        """The metrics of a process from indirect to economic; nothing where no level is known."""
        model = ladder_of(self._playbook, process)
        return self._pieces(model, lay_out_ladder, f"ladder-{process.reference.id}", "ladder")

    def canvas(self, proposition: Proposition) -> Markup:
        """What a proposition offers, what the customer needs, and the fit."""
        model = canvas_of(self._playbook, proposition)
        return self._pieces(model, lay_out_canvas, f"canvas-{proposition.reference.id}", "canvas")

    def factors(self, proposition: Proposition) -> Markup:
        """In what suppliers compete; nothing where a proposition names no factor."""
        model = factors_of(self._playbook, proposition)
        return self._pieces(model, lay_out_factors, f"factors-{proposition.reference.id}", "factors")

    def offerings(self) -> Markup:
        """Offerings by what they promise and serve; nothing where that is said of none."""
        model = offerings_quadrant_of(self._playbook)
        return self._pieces(model, lay_out_quadrant, "offerings", "quadrant")

    def table(self, table: Table) -> Markup:
        """A table as bars, heat or quadrant; nothing for one that is only rows and columns."""
        model = figure_of(table, self._plain)
        prefix = f"table-{table.reference.id}"
        if isinstance(model, Bars):
            return self._pieces(model, lay_out_bars, prefix, "bars")
        if isinstance(model, Heat):
            return self._pieces(model, lay_out_heat, prefix, "heat")
        return self._pieces(model, lay_out_quadrant, prefix, "quadrant")

    def _pieces(
        self, model: Model | None, lay_out: Callable[[Model], Drawing], prefix: str, kind: str
    ) -> Markup:
        return Markup(draw(lay_out(model), self._palette, prefix, kind)) if model else Markup("")

    def poster(self, poster: Poster) -> Markup:
        """A canvas for the wall, small."""
        drawing = poster.drawing(self._playbook)
        return Markup(draw(drawing, self._palette, f"poster-{poster.name}", "poster"))

    def ruler(self, step: Step | None = None) -> Markup:
        """The path as a short ruler, with one step lit or none."""
        model = models.path_of(self._playbook, step)
        return Markup(draw_ruler(model, self._palette, "ruler", 340))

    def _for_both(self, wide: Callable[[], str], narrow: Callable[[], str]) -> Markup:
        """A drawing for wide windows and one for a phone; the style sheet shows the one that fits."""
        return Markup('<div class="vc-for-wide">{}</div><div class="vc-for-narrow">{}</div>').format(
            Markup(wide()), Markup(narrow())
        )
