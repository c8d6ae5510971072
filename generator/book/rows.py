"""From the tree of a page to its rows: a heading beside what stands under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.book.tree import Element, Node, as_json

TEXT_WIDTH = 335.0
"""How wide the text's column is, in points; a wider figure takes the whole width of the page."""

_HEADS = frozenset({"h2", "h3"})
_WIDE_LISTS = ("vc-terms", "vc-bibliography")
_SPLICED = (("div", "vc-prose"), ("div", "vc-home-ways"))


@dataclass(slots=True)
class Row:
    """Headings and what stands under them."""

    heads: list[Node] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    wide: bool = False
    """Whether it takes the whole width."""
    small: bool = False
    """Whether it says where the entry comes from."""

    def as_json(self) -> dict[str, Any]:
        """As Typst reads it."""
        return {
            "heads": as_json(self.heads),
            "children": as_json(self.children),
            "wide": self.wide,
            "small": self.small,
        }


def rows(nodes: list[Node], *, small: bool = False) -> list[Row]:
    """Divide what stands on a page.

    Args:
        nodes: the page's tree without its head.
        small: whether all of it says where the entry comes from.
    """
    result: list[Row] = []
    for node in nodes:
        if isinstance(node, Element) and node.is_("footer", "vc-origin"):
            result += rows(node.children, small=True)
        elif isinstance(node, Element) and any(node.is_(*kind) for kind in _SPLICED):
            for row in rows(node.children, small=small):
                if row.heads or row.wide or not result or result[-1].wide:
                    result.append(row)
                else:
                    result[-1].children += row.children
        elif isinstance(node, Element) and node.tag in _HEADS:
            if not result or result[-1].children or result[-1].wide:
                result.append(Row(small=small))
            result[-1].heads.append(node)
            node.attributes["depth"] = 2 if node.tag == "h3" and _has_second_level(result) else 1
        elif isinstance(node, Element) and _is_wide(node):
            result.append(Row(children=[node], wide=True, small=small))
        else:
            if not result or result[-1].wide:
                result.append(Row(small=small))
            result[-1].children.append(node)
    return result


def _has_second_level(found: list[Row]) -> bool:
    return any(isinstance(head, Element) and head.tag == "h2" for row in found for head in row.heads)


def _is_wide(element: Element) -> bool:
    if element.tag == "figure":
        return any(e.tag == "image" and e.attributes["width"] > TEXT_WIDTH for e in element.elements())
    if element.tag == "table":
        return bool(element.classes)
    return element.is_("div", "vc-wide") or any(element.is_("dl", name) for name in _WIDE_LISTS)
