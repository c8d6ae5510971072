"""Figures as files for a slide: each figure of a page as an SVG of its own, linked beneath it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html import escape

from markupsafe import Markup
from msgspec import Struct

from value_compass.generator.pages.page import relative_address
from value_compass.language.words import in_markup

SAVE_PNG = "vc-save-png"
"""What a figure has that a script can save as an image."""

# From one sign "<" to the next: to look for an end at each letter takes three times as long.
_FIGURE = re.compile(
    r'<figure class="vc-figure vc-figure-(?P<kind>[a-z-]+)"(?P<apart> data-apart)?>'
    r"[^<]*(?:<(?!/figure>)[^<]*)*</figure>"
)
_DRAWING = re.compile(r"<svg [^<]*(?:<(?!/svg>)[^<]*)*</svg>")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_LINK_START = re.compile(r"<a [^>]*>")
_FOR_PAGES = re.compile(r' (?:class|data-entry|role|aria-labelledby)="[^"]*"')


class WithFiles(Struct, frozen=True):
    """A page, and files that belong to it."""

    html: str
    files: dict[str, str]
    """By their addresses on the site."""


def with_figure_files(html: str, page: str) -> WithFiles:
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
            save=in_markup("Save as"),
            address=escape(relative_address(address, page)),
            svg=in_markup("SVG of the figure: {title}", title=named),
            png=in_markup("PNG of the figure: {title}", title=named),
        )
        begin = found[0].index(">") + 1
        end = found[0].find("<figcaption>")
        end = end if end >= 0 else found[0].rfind("</figure>")
        shown = found[0][begin:end]
        if found["apart"]:
            narrow = {
                f"{address.removesuffix('.svg')}-narrow.svg": alone(one[0])
                for one in list(_DRAWING.finditer(found[0]))[1:2]
            }
            files.update(narrow)
            shown = _image(drawing[0], *(relative_address(one, page) for one in (address, *narrow)))
        return found[0][:begin] + shown + links + found[0][end:]

    slim = _DRAWING.sub(lambda found: _in_page(found[0]), _FIGURE.sub(offer, html))
    return WithFiles(slim, files)


def _image(drawing: str, wide: str, narrow: str | None = None) -> str:
    """A drawing as an image, asked for when it comes into sight; a phone may have one of its own."""
    *_, width, height = _SIZE.findall(drawing)[0].split()
    return _IMAGE.format(
        narrow=_FOR_NARROW.format(address=escape(narrow)) if narrow else "",
        address=escape(wide),
        width=round(float(width)),
        height=round(float(height)),
        title="".join(_TITLE.findall(drawing)[:1]),
    )


_SIZE = re.compile(r'viewBox="([^"]*)"')

_FOR_NARROW = '<source media="(max-width: 44.98em)" srcset="{address}">'

_IMAGE = (
    '<picture>{narrow}<img src="{address}" width="{width}" height="{height}" '
    'loading="lazy" alt="{title}"></picture>'
)


@lru_cache(maxsize=500)
def _in_page(drawing: str) -> str:
    """A drawing without what its page says already, or what it says itself again and again.

    Styles give each class its colour, by day and by night; the letters of a link are its name; and the size
    of most letters is said once.
    """
    slim = _LINK.sub(_unnamed, _LETTERS.sub('"', _STYLED.sub("", drawing)))
    for size, _count in Counter(_SIZED.findall(slim)).most_common(1):
        slim = slim.replace(size, "").replace("<svg ", f"<svg{size} ", 1)
    return "\n".join(filter(None, map(str.strip, slim.split("\n"))))


def _unnamed(link: re.Match[str]) -> str:
    said = " ".join(_TEXT.findall(link["shown"]))
    return link[0].replace(f"<title>{link['name']}</title>", "", 1) if said == link["name"] else link[0]


_STYLED = re.compile(r' (fill|stroke)="#[0-9a-f]{6}"(?=[^>]* class="[^">]*vc-\1-)')
_LETTERS = re.compile(r'" class="vc-fill-ink"(?=>[^<]*</text>)')
_LINK = re.compile(
    r'<a href="[^"]*" class="vc-link"><title>(?P<name>[^<]*)</title>(?P<shown>.*?)</a>', re.DOTALL
)
_SIZED = re.compile(r'"( font-size="[^"]+")(?=[^>]*>[^<]*</text>)')
_TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")


def alone(drawing: str) -> str:
    """A drawing without links and classes: it keeps the light colours that its shapes carry."""
    text = _LINK_START.sub("<g>", drawing).replace("</a>", "</g>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_FOR_PAGES.sub("", text)}\n'


_LINKS = (
    '<p class="vc-save"><span>{save}</span> '
    '<a href="{address}" download aria-label="{svg}">SVG</a>'
    '<button type="button" class="vc-save-png" hidden aria-label="{png}">PNG</button>'
    "</p>"
)


def _address(page: str, kind: str, number: int) -> str:
    """A name that still says what it is in a folder of downloads."""
    stem = re.sub(r"(^|/)index$", "", page.removesuffix(".html"))
    words = [word for word in (stem, kind) if word]
    return f"figures/{'-'.join(words)}{f'-{number}' if number > 1 else ''}.svg"
