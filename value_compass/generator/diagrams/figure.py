"""From a template and what it shows to the text of an SVG."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, StrictUndefined

from value_compass.generator.diagrams import palette as tones
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.load.compiled import our_templates
from value_compass.language.templates import SAYS

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "figures"

# Named one by one: Python takes ten times as long to compile the same as what is not one of the others.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class Layout(StrEnum):
    """For which width a figure is laid out."""

    WIDE = "wide"
    """A large screen and the book."""
    NARROW = "narrow"
    """A phone."""


def render(
    template: str,
    palette: Palette,
    prefix: str,
    *,
    title: str,
    description: str,
    width: float,
    height: float,
    linked: bool,
    left: float = 0.0,
    top: float = 0.0,
    **shown: object,
) -> str:
    """Fill the template of a figure.

    Args:
        template: the template's name in `theme/figures`, without its ending.
        palette: how colours and links are written.
        prefix: what every id in the figure begins with, so that figures can share a page.
        title: what the figure is called.
        description: what it shows, in a sentence or two.
        width: the width of the drawing, in its own units.
        height: the height of the drawing.
        linked: whether anything in it has an address.
        left: where the drawing begins.
        top: where the drawing begins.
        shown: what else the template needs.

    Returns:
        The `svg` element, without an XML declaration.

    Raises:
        ValueError: when the prefix is not a letter with letters, digits, `-` or `_` after it.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"an id cannot begin with {prefix!r}")
    drawing = (
        _environment()
        .get_template(f"{template}.svg.jinja")
        .render(
            palette=palette,
            paint=palette.paint,
            prefix=prefix,
            title=title,
            description=description,
            left=left,
            top=top,
            width=width,
            height=height,
            role="group" if linked and palette.on_screen else "img",
            **shown,
        )
    )
    return plain(drawing.strip()) + "\n"


def plain(text: str) -> str:
    """A text without the characters that XML does not know."""
    return _NOT_XML.sub("", text)


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def entry_of(address: str) -> str:
    """The reference in an address: `groups/good-bread` of `entry:groups/good-bread`."""
    return address.removeprefix("entry:")


@cache
def _environment() -> Environment:
    environment = our_templates(
        TEMPLATES,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(SAYS)
    environment.filters["n"] = number
    environment.filters["entry"] = entry_of
    environment.globals["tone"] = SimpleNamespace(**{tone.name: tone for tone in tones.NEUTRAL})
    return environment
