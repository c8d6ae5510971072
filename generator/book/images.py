"""The figures of the book: inline SVG to files that Typst reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from generator.book.failure import BookFailure
from generator.book.greyscale import grey_drawing
from generator.book.labels import overrunning

_NAMESPACE = "http://www.w3.org/2000/svg"
_FAMILY_IN_STYLE = re.compile(r"font-family\s*:\s*([^;}]+)")
_POINTS_A_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class Image:
    """A figure that lies in the work folder."""

    file: str
    """Its path from the work folder."""
    alt: str
    width: float
    """In points."""
    height: float


class Images:
    """The figures of one book, each file once.

    Args:
        work: the work folder; the files go to `figures/` in it.
        families: the font families that the book has.
        greyscale: whether their colours become greys.
    """

    def __init__(self, work: Path, families: Collection[str], *, greyscale: bool = False) -> None:
        self._greyscale = greyscale
        self._folder = work / "figures"
        self._families = {family.casefold() for family in families}

    def add(self, source: str) -> Image:
        """Write a figure to its file.

        Args:
            source: the text of an `<svg>` element.

        Raises:
            BookFailure: when it is no SVG, has no alternative text or asks for another font.
        """
        if "xmlns=" not in source.partition(">")[0]:
            source = source.replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1)
        if self._greyscale:
            source = grey_drawing(source)
        try:
            root = ElementTree.fromstring(source)  # noqa: S314 - drawn by our own templates
        except (ElementTree.ParseError, ValueError) as failure:
            raise BookFailure(f"a figure is not well-formed: {failure}") from failure
        self._refuse_other_fonts(root)
        width, height = _size(root)
        left, _, room, _ = _view_box(root)
        if label := overrunning(root, left, room):
            raise BookFailure(f'the label "{label}" runs over the edge of its figure; write it shorter')
        alt = _alternative_text(root)
        name = hashlib.sha256(source.encode()).hexdigest()[:20] + ".svg"
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / name).write_text(source, encoding="utf-8")
        return Image(f"figures/{name}", alt, width, height)

    def _refuse_other_fonts(self, root: ElementTree.Element) -> None:
        """Typst sets an SVG's text in any font that it has, without a word about it."""
        for element in root.iter():
            found = [element.get("font-family", "")]
            found += _FAMILY_IN_STYLE.findall(element.get("style", ""))
            if element.tag == f"{{{_NAMESPACE}}}style":
                found += _FAMILY_IN_STYLE.findall(element.text or "")
            for families in filter(None, found):
                first = families.split(",")[0].strip(" \"'")
                if first.casefold() not in self._families:
                    raise BookFailure(f'a figure asks for the font "{first}", which the book does not have')


def _alternative_text(root: ElementTree.Element) -> str:
    """The figure's title and description."""
    texts = []
    for tag in ("title", "desc"):
        element = root.find(f"{{{_NAMESPACE}}}{tag}")
        text = " ".join("".join(element.itertext()).split()) if element is not None else ""
        if text and text not in texts:
            texts.append(text if text.endswith((".", "!", "?")) else f"{text}.")
    if not texts:
        raise BookFailure("a figure has no alternative text: it needs a <title>")
    return " ".join(texts)


def _view_box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    left, top, width, height = (float(n) for n in root.get("viewBox", "").replace(",", " ").split())
    return left, top, width, height


def _size(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height in points, by the view box and the width where the figure gives one."""
    try:
        _, _, width, height = _view_box(root)
        shown = float(re.sub(r"(px)?$", "", root.get("width", "").strip()) or width)
    except ValueError as failure:
        raise BookFailure("a figure does not say its size: it needs a viewBox of four numbers") from failure
    if not (width > 0 and height > 0 and shown > 0):
        raise BookFailure("a figure has no size")
    return shown * _POINTS_A_PIXEL, shown * height / width * _POINTS_A_PIXEL
