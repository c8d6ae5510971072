"""What a page says in another way in print than on a screen."""

from __future__ import annotations

from generator.book.tree import Element, Node


def for_print(nodes: list[Node]) -> None:
    """Prepare a page for print.

    The mark of a statement's basis stays on the line of the last word. Where an entry lists the moments of
    a case, the titles and their page numbers do: the case itself tells them, a few pages on.
    """
    before: Node | None = None
    for index, node in enumerate(nodes):
        if isinstance(node, Element):
            if "vc-basis" in node.classes and isinstance(before, str):
                nodes[index - 1] = before.rstrip(" ") + "\u00a0"
            if node.is_("ul", "vc-relations") and isinstance(before, Element) and before.is_("p", "vc-case"):
                _keep_titles(node)
            for_print(node.children)
        before = node


def _keep_titles(moments: Element) -> None:
    moments.classes = ("vc-seen",)
    for item in moments.children:
        if isinstance(item, Element):
            item.children = [c for c in item.children if isinstance(c, Element) and c.tag == "a"]


def unfolded(node: Node) -> Node:
    """What can be unfolded on a screen stands under a heading in print."""
    if not isinstance(node, Element):
        return node
    tag = "h2" if node.tag == "summary" else node.tag
    return Element(tag, ("vc-twin",) if tag == "ul" else (), node.children)
