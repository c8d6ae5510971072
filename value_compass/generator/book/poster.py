"""Canvases for the wall as PDFs, on paper from A4 to A1."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf

from value_compass.generator.book.about import about
from value_compass.generator.book.extracts.sheets import Sheets
from value_compass.generator.book.figures import figure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.keeping import keep, kept, key_of
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.pieces import draw
from value_compass.generator.load.fonts import SANS
from value_compass.generator.pages.canvases.canvas import PAPERS
from value_compass.generator.pages.canvases.register import posters
from value_compass.generator.playbook.playbook import Playbook

_WIDTHS = {"A4": 297, "A3": 420, "A2": 594, "A1": 841}
"""How wide paper is that lies, in millimetres; each is as high as the one before it is wide."""

_LOWEST = 210
"""How high the smallest one is."""

_SMALLEST = PAPERS[0]

_POINTS = 72 / 25.4
"""Points in a millimetre."""


def compose_posters(playbook: Playbook, imprint: Imprint) -> Iterator[tuple[str, Sheets]]:
    """Put every canvas of a playbook on the smallest paper.

    Args:
        playbook: whose canvases they are.
        imprint: as of when they are printed, and how.

    Yields:
        Each with its address on the site.
    """
    for poster in posters(playbook):
        drawn = draw(poster.drawing(playbook), Palette.for_print(SANS), "canvas", "canvas")
        atom = figure(drawn).atom
        shown = {"name": poster.title, "svg": atom["svg"], "alt": atom["alt"]}
        size = {"width": _WIDTHS[_SMALLEST.name], "height": _LOWEST}
        yield poster.address(_SMALLEST.ending), Sheets(about(playbook, imprint) | shown | size, "poster.typ")


def on_larger_paper(address: str, pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """A canvas on the other papers: the same lines, larger; the same ones are not made twice.

    Args:
        address: where the smallest one stands on the site.
        pdf: the smallest one.

    Yields:
        Each with its address.
    """
    for smaller, paper in pairwise(PAPERS):
        key = key_of(pdf, paper.name, str(_WIDTHS))
        larger = kept("posters", key)
        if larger is None:
            larger = _enlarged(pdf, _WIDTHS[paper.name], _WIDTHS[smaller.name])
            keep("posters", key, larger)
        yield address.removesuffix(_SMALLEST.ending) + paper.ending, larger


def _enlarged(pdf: bytes, width: float, height: float) -> bytes:
    """The one page of a PDF on larger paper, in the middle of it."""
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        left, below, right, top = (float(edge) for edge in page.mediabox)
        scale = min(width * _POINTS / (right - left), height * _POINTS / (top - below))
        off = [(room * _POINTS - size * scale) / 2 for room, size in ((width, right), (height, top))]
        moved = f"q {scale:.6f} 0 0 {scale:.6f} {off[0]:.4f} {off[1]:.4f} cm\n".encode()
        page.contents_add(moved, prepend=True)
        page.contents_add(b"\nQ")
        page.mediabox = pikepdf.Rectangle(0, 0, round(width * _POINTS, 4), round(height * _POINTS, 4))
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and "/BBox" in one and one.get("/O") == "/Layout":
                edges = zip(one["/BBox"], (*off, *off), strict=True)
                one["/BBox"] = [round(float(edge) * scale + by, 4) for edge, by in edges]
        opened.save(made, deterministic_id=True, fix_metadata_version=False)
    return made.getvalue()
