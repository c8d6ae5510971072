"""Canvases for the wall as PDFs, on paper from A4 to A1."""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.book.about import about
from value_compass.generator.book.extracts.sheets import Sheets
from value_compass.generator.book.figures import figure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.pieces import draw
from value_compass.generator.pages.canvases.canvas import PAPERS
from value_compass.generator.pages.canvases.register import posters
from value_compass.generator.pages.figures import PRINT_FONT
from value_compass.generator.playbook.playbook import Playbook

_SIZES = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594)}
"""Width and height of paper that lies, in millimetres."""


def compose_posters(playbook: Playbook, imprint: Imprint) -> Iterator[tuple[str, Sheets]]:
    """Put every canvas of a playbook on every paper.

    Args:
        playbook: whose canvases they are.
        imprint: as of when they are printed, and how.

    Yields:
        Each with its address on the site.
    """
    for poster in posters(playbook):
        drawn = draw(poster.drawing(playbook), Palette.for_print(PRINT_FONT), "canvas", "canvas")
        atom = figure(drawn).atom
        shown = {"name": poster.title, "svg": atom["svg"], "alt": atom["alt"]}
        for paper in PAPERS:
            width, height = _SIZES[paper.name]
            size = {"width": width, "height": height}
            yield poster.address(paper.ending), Sheets(about(playbook, imprint) | shown | size, "poster.typ")
