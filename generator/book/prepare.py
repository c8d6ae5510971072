"""What a page says in another way in print than on a screen."""

from __future__ import annotations

from collections.abc import Collection

from generator.book.tree import Element, Node


def for_print(nodes: list[Node], shared_names: Collection[str] = ()) -> None:
    """Prepare a page for print.

    The mark of a statement's basis stays on the line of the last word. The kind of an entry is said where
    two entries share a name. Where an entry lists the moments of a case, their titles and page numbers do:
    the case itself tells them.

    Args:
        nodes: the page's tree, which is changed.
        shared_names: names of more than one entry, without regard to case.
    """
    before: Node | None = None
    named = ""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            if "vc-basis" in node.classes and isinstance(before, str):
                kept[-1] = before.rstrip(" ") + "\u00a0"
            if "vc-kind" in node.classes:
                if kept and kept[-1] == " ":
                    kept.pop()
                if named not in shared_names:
                    continue
            if node.is_("ul", "vc-relations") and isinstance(before, Element) and before.is_("p", "vc-case"):
                _keep_titles(node)
            named = node.text().casefold() if node.tag == "a" else named
            for_print(node.children, shared_names)
        kept.append(node)
        before = node
    nodes[:] = kept


def _keep_titles(moments: Element) -> None:
    moments.classes = ("vc-seen",)
    for item in moments.children:
        if isinstance(item, Element):
            item.children = [c for c in item.children if isinstance(c, str) or "vc-reason" not in c.classes]


def unfolded(node: Node) -> Node:
    """What can be unfolded on a screen stands under a heading in print, without what chapters say again."""
    if not isinstance(node, Element):
        return node
    _without_summaries(node)
    if node.tag == "summary":
        return Element("h2", children=node.children)
    return Element("ul", ("vc-twin",), node.children) if node.tag == "ul" else node


def without_index(nodes: list[Node]) -> list[Node]:
    """A page without its lists of chapters and entries: the contents and the chapters have them."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.is_("ul", "vc-index"):
            if result and isinstance(result[-1], Element) and result[-1].tag == "h2":
                result.pop()
        else:
            result.append(node)
    return result


def _without_summaries(element: Element) -> None:
    kept: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and "vc-about" in child.classes:
            if kept and kept[-1] == ": ":
                kept.pop()
            continue
        if isinstance(child, Element):
            _without_summaries(child)
        kept.append(child)
    element.children = kept
