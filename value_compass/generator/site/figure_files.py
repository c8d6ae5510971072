"""Figures as files for a slide: each figure of a page as an SVG of its own, linked beneath it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from value_compass.generator.pages.page import relative_address
from value_compass.language.words import in_markup

SAVE = '<p class="vc-save">'
"""How the links to a figure's files begin."""

_FIGURE = re.compile(r'<figure class="vc-figure vc-figure-(?P<kind>[a-z-]+)">.*?</figure>', re.DOTALL)
_DRAWING = re.compile(r"<svg .*?</svg>", re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_LINK_START = re.compile(r"<a [^>]*>")
_FOR_PAGES = re.compile(r' (?:class|data-entry|role|aria-labelledby)="[^"]*"')


@dataclass(frozen=True, slots=True)
class WithFigures:
    """A page whose figures can be saved."""

    html: str
    files: dict[str, str]
    """The figures by their addresses on the site."""


def with_figure_files(html: str, page: str) -> WithFigures:
    """Offer every figure of a page as a file.

    Args:
        html: the page.
        page: its address.
    """
    files: dict[str, str] = {}
    seen: Counter[str] = Counter()

    def offer(found: re.Match[str]) -> str:
        drawing = _DRAWING.search(found[0])
        if drawing is None:
            return found[0]
        seen[found["kind"]] += 1
        address = _address(page, found["kind"], seen[found["kind"]])
        files[address] = alone(drawing[0])
        title = _TITLE.search(drawing[0])
        named = Markup(title[1] if title else "")  # noqa: S704  # as it stands in our drawing
        links = _LINKS.format(
            address=escape(relative_address(address, page)),
            svg=in_markup("SVG of the figure: {title}", title=named),
            png=in_markup("PNG of the figure: {title}", title=named),
        )
        end = found[0].rfind("<figcaption>")
        end = end if end >= 0 else found[0].rfind("</figure>")
        return found[0][:end] + links + found[0][end:]

    return WithFigures(_FIGURE.sub(offer, html), files)


def alone(drawing: str) -> str:
    """A drawing without links and classes: it keeps the light colours that its shapes carry."""
    text = _LINK_START.sub("<g>", drawing).replace("</a>", "</g>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_FOR_PAGES.sub("", text)}\n'


_LINKS = (
    f"{SAVE}"
    '<a href="{address}" download aria-label="{svg}">SVG</a>'
    '<button type="button" class="vc-save-png" hidden aria-label="{png}">PNG</button>'
    "</p>"
)


def _address(page: str, kind: str, number: int) -> str:
    """A name that still says what it is in a folder of downloads."""
    stem = re.sub(r"(^|/)index$", "", page.removesuffix(".html"))
    words = [word for word in (stem, kind) if word]
    return f"figures/{'-'.join(words)}{f'-{number}' if number > 1 else ''}.svg"
