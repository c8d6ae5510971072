"""What stands at the head of a page."""

from __future__ import annotations

from typing import Any

from generator.book.failure import BookFailure
from generator.book.tree import Element, Node, as_json


def is_head(node: Node) -> bool:
    """Whether it is the head of a page."""
    return isinstance(node, Element) and node.is_("header", "vc-head")


def head_of(nodes: list[Node]) -> tuple[dict[str, Any], list[Node]]:
    """Take the head from a page.

    Args:
        nodes: the page's tree.

    Returns:
        Its `kicker` and its `summary` as Typst reads them and in `mark` the file of its small compass, if it
        has one; and the rest of the page.

    Raises:
        BookFailure: when the head holds something else.
    """
    head: dict[str, Any] = {"kicker": [], "summary": [], "mark": None}
    for index, node in enumerate(nodes):
        if isinstance(node, Element) and is_head(node):
            for child in node.children:
                if isinstance(child, Element) and child.is_("p", "vc-kicker"):
                    head["kicker"] = as_json(child.children)
                elif isinstance(child, Element) and child.is_("p", "vc-summary"):
                    head["summary"] = as_json(child.children)
                elif isinstance(child, Element) and child.is_("div", "vc-mark"):
                    images = (e.attributes["file"] for e in child.elements() if e.tag == "image")
                    head["mark"] = next(images, None)
                elif not (isinstance(child, Element) and child.tag == "h1"):
                    words = f"<{child.tag}>" if isinstance(child, Element) else child
                    raise BookFailure(f"the head of a page holds {words}, which the book does not know")
            return head, nodes[:index] + nodes[index + 1 :]
    return head, nodes
