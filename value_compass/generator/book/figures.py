"""Figures as blocks: their text, their size, what they say to those who do not see them."""

from __future__ import annotations

from xml.etree import ElementTree

from value_compass.generator.book.blocks import Block
from value_compass.generator.book.failure import BookFailure

_NAMESPACE = "http://www.w3.org/2000/svg"


def figure(svg: str, *, most: float = 560.0, label: str | None = None) -> Block:
    """A figure as wide as its column, or as high as it may be.

    Args:
        svg: the text of an `<svg>` element.
        most: how high it may be at most, in points.
        label: the place that begins with it.

    Raises:
        BookFailure: when it is no SVG, has no size or no alternative text.
    """
    if "xmlns=" not in svg.partition(">")[0]:
        svg = svg.replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1)
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - drawn by our own templates
        _, _, width, height = (float(n) for n in root.get("viewBox", "").replace(",", " ").split())
    except (ElementTree.ParseError, ValueError) as failure:
        raise BookFailure(f"a figure cannot be read: {failure}") from failure
    atom = {"k": "fig", "svg": svg, "alt": _alternative_text(root), "w": width, "h": height, "most": most}
    return Block(atom, 0.5, labels=(label,) if label else ())


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
