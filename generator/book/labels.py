"""Whether the labels of a figure stay within it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from generator.diagrams.widths import text_width

_MOVED = re.compile(r"translate\(\s*(-?[\d.]+)")
_TURNED = re.compile(r"matrix|skew|rotate\(\s*-?(?!0(?:\.0*)?\s*[\s,)])|scale\(\s*(?!1(?:\.0*)?[\s,)])")
_ALLOWED = 2.0
"""By how much a label may be wider than its place, in the figure's own measure: widths are estimates."""


def overrunning(root: ElementTree.Element, left: float, width: float) -> str | None:
    """The first label that runs over the left or right edge of its figure.

    Labels that are turned or follow an arc are left aside: their arc bounds them.

    Args:
        root: the figure.
        left: where its view box begins.
        width: how wide its view box is.
    """
    return _overrunning(root, left - _ALLOWED, left + width + _ALLOWED, 0.0, {})


def _overrunning(
    element: ElementTree.Element, left: float, right: float, moved: float, said: dict[str, str]
) -> str | None:
    transform = element.get("transform", "")
    if _TURNED.search(transform):
        return None
    moved += sum(float(x) for x in _MOVED.findall(transform))
    said = {**said, **element.attrib}
    if element.tag.endswith("}text") and not len(element) and "x" in said:
        words = " ".join("".join(element.itertext()).split())
        long = text_width(words, float(said.get("font-size", "16")), bold=said.get("font-weight") == "bold")
        begin = (
            moved + float(said["x"]) - {"middle": long / 2, "end": long}.get(said.get("text-anchor", ""), 0)
        )
        return words if begin < left or begin + long > right else None
    return next(filter(None, (_overrunning(child, left, right, moved, said) for child in element)), None)
