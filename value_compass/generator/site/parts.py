"""What a site is put together from, in whatever frame: finished pages, styles, scripts, files beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from value_compass.generator.site.definitions import DEFINED
from value_compass.generator.site.figure_files import SAVE_PNG
from value_compass.generator.site.frame import Frame

THEME = Path(__file__).parents[2] / "theme" / "site"
"""The frame of the pages: templates, styles, scripts."""

ERROR_PAGE = "404.html"
"""What a server shows at an address where nothing is."""

SITEMAP = "sitemap.xml"
"""Where the site says which pages it has."""

PILLARS = "assets/pillars.css"
"""Where the site keeps the styles that are made from the pillars' colours."""


class Parts(Struct, frozen=True):
    """What the site is put together from."""

    texts: Mapping[str, str]
    """Finished HTML of every page by its address, in reading order."""
    frames: Mapping[str, Frame]
    """What surrounds each of them."""
    context: Mapping[str, Any]
    """What every page shows beside that, for the templates."""
    extra: Mapping[str, str | bytes]
    """Further files by address, such as redirects."""


EVERY_PAGE = ("figures.css", PILLARS, "assets/compass.css")
"""Styles of every page, in whatever frame."""

SOME_PAGES = (
    "assets/entry.css",
    "assets/home.css",
    "assets/lists.css",
    "assets/glossary.css",
    "assets/workshop.css",
    "assets/cases.css",
    "assets/heat.css",
    "assets/working.css",
    "assets/metrics.css",
    "assets/assessment.css",
    "assets/self-check.css",
)
"""Styles that a page asks for where it uses one of their classes. What is for paper stands at their end."""

_SOME_SCRIPTS = (
    ("assets/figures.js", SAVE_PNG),
    ("assets/definitions.js", DEFINED),
    ("assets/edit.js", "data-edit="),
)
"""Scripts that a page asks for where it has what they work on, and how one sees that."""

OF_THE_FRAME = ("assets/frame.css", "assets/print.css")
"""Styles of our own frame."""


def scripts_for(text: str) -> list[str]:
    """The scripts that a page needs for what it has, beside its own."""
    return [script for script, sign in _SOME_SCRIPTS if sign in text]
