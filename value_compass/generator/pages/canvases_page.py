"""The page of all canvases for the wall: what each looks like, and who uses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from value_compass.generator.pages.canvases.canvas import Poster
from value_compass.generator.pages.canvases.register import posters, posters_of
from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry


class PosterRow(Struct, frozen=True, eq=False):
    """A canvas with the entries that say that they use it."""

    poster: Poster
    width: int
    """How wide it is drawn; with the height, what room its image takes before it is there."""
    height: int
    users: tuple[Entry, ...]


def _rows(playbook: Playbook) -> Iterator[PosterRow]:
    naming = [entry for entry in playbook.entries.values() if getattr(entry, "canvas", ())]
    names = {entry.reference: {one.name for one in posters_of(playbook, entry)} for entry in naming}
    for poster in posters(playbook):
        drawing = poster.drawing(playbook)
        users = tuple(one for one in naming if poster.name in names[one.reference])
        yield PosterRow(poster, round(drawing.width), round(drawing.height), users)


def _shown(material: Material) -> Mapping[str, Any]:
    return {"rows": tuple(_rows(material.playbook))}


CANVASES_PAGE = Overview(
    name="canvases",
    title="Canvases for the wall",
    summary="Empty canvases to fill in together, printed on A4 to A1.",
    beside="workshops",
    there=lambda playbook: bool(posters(playbook)),
    shown=_shown,
)
"""All canvases for the wall."""
