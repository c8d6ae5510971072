"""One figure alone, as large as the paper: a canvas for the wall."""

from __future__ import annotations

from pathlib import Path

from value_compass.generator.book.about import about
from value_compass.generator.book.extracts.sheets import Sheets, build_sheets
from value_compass.generator.book.figures import figure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.playbook.playbook import Playbook

SIZES = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841)}
"""Width and height of paper, in millimetres."""


def print_figure(
    playbook: Playbook, svg: str, name: str, target: Path, imprint: Imprint, *, paper: str = "A1"
) -> None:
    """Write a figure as a PDF of one page, lying where the figure is wider than high.

    Args:
        playbook: whose figure it is.
        svg: the text of an `<svg>` element with a title.
        name: what the file is called.
        target: the file to write.
        imprint: as of when it is printed, and how.
        paper: a name out of `SIZES`.

    Raises:
        BookFailure: when the figure has no size or no title, or Typst refuses.
    """
    atom = figure(svg).atom
    short, long = SIZES[paper]
    lying = atom["w"] > atom["h"]
    size = {"width": long if lying else short, "height": short if lying else long}
    data = about(playbook, imprint) | size | {"name": name, "svg": atom["svg"], "alt": atom["alt"]}
    build_sheets(Sheets(data, "poster.typ"), target, imprint)
