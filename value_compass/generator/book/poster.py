"""Canvases for the wall as PDFs, on paper from A4 to A1."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from value_compass.generator.book.about import about
from value_compass.generator.book.figures import figure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.keeping import keep, kept, key_of, templates_key
from value_compass.generator.book.press import TEMPLATES, Press
from value_compass.generator.book.printable import printable_tree
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.pieces import draw
from value_compass.generator.load.fonts import Fonts, fonts_of
from value_compass.generator.load.scratch import scratch
from value_compass.generator.pages.canvases.canvas import PAPERS, Poster
from value_compass.generator.pages.canvases.register import posters
from value_compass.generator.pages.figures import PRINT_FONT
from value_compass.generator.playbook.playbook import Playbook

_SIZES = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594)}
"""Width and height of paper that lies, in millimetres."""


def print_posters(playbook: Playbook, site: Path, imprint: Imprint, *, folder: Path | None = None) -> None:
    """Write every canvas of a playbook on every paper; the same one is not set twice.

    Args:
        playbook: whose canvases they are.
        site: the folder of the site, which leads to them.
        imprint: as of when they are printed, and how.
        folder: the playbook's folder, which may hold fonts of its own.

    Raises:
        BookFailure: when Typst refuses.
    """
    fonts = fonts_of(folder)
    wanted = {
        poster.address(paper.ending): said | _size(paper.name)
        for poster in posters(playbook)
        for said in [_data(playbook, poster, imprint, fonts)]
        for paper in PAPERS
    }
    keys = {address: _key(data, imprint, fonts) for address, data in wanted.items()}
    made = {address: pdf for address, key in keys.items() if (pdf := kept("posters", key))}
    for address, pdf in _set({at: data for at, data in wanted.items() if at not in made}, imprint, fonts):
        keep("posters", keys[address], pdf)
        made[address] = pdf
    for address, pdf in made.items():
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pdf)


def _data(playbook: Playbook, poster: Poster, imprint: Imprint, fonts: Fonts) -> dict[str, Any]:
    """What the template reads of one canvas, on whatever paper."""
    drawn = draw(poster.drawing(playbook), Palette.for_print(PRINT_FONT), "canvas", "canvas")
    atom = figure(drawn).atom
    shown = {"name": poster.title, "svg": atom["svg"], "alt": atom["alt"]}
    said = printable_tree({**about(playbook, imprint), **shown}, fonts, divide=False)
    return {"draft": False, "numbers": {}, "families": list(fonts.families), **said}


def _size(paper: str) -> dict[str, int]:
    width, height = _SIZES[paper]
    return {"width": width, "height": height}


def _key(data: Mapping[str, Any], imprint: Imprint, fonts: Fonts) -> str:
    files = (f"{file.name} {file.stat().st_size}" for file in fonts.files)
    said = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return key_of(templates_key(TEMPLATES), said, imprint.day.isoformat(), *files)


def _set(wanted: Mapping[str, dict[str, Any]], imprint: Imprint, fonts: Fonts) -> Iterator[tuple[str, bytes]]:
    if wanted:
        with scratch("compass-canvases-") as work:
            press = Press(work, fonts.files, imprint.day)
            yield from zip(wanted, press.pdfs("poster.typ", list(wanted.values())), strict=True)
