"""Finished HTML to a tree of elements, whitespace made one, figures put in files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, TypeAlias

from generator.book.failure import BookFailure
from generator.book.images import Image, Images

Node: TypeAlias = "Element | str"

INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time"}
)
"""Elements that stand in a line of text; white space around them counts."""

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
_KEPT = ("id", "href", "start", "colspan", "rowspan", "scope")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SVG = re.compile(r"<(/?)svg\b[^>]*?(/?)>", re.IGNORECASE)
_PILLAR = "vc-pillar-"
_DEEPEST = 60
_IMAGE = "vc-image"
_PLACEHOLDER = f"<{_IMAGE}/>"


@dataclass(slots=True)
class Element:
    """An element of a page: its tag, its classes, what else matters for print, and what it holds."""

    tag: str
    classes: tuple[str, ...] = ()
    children: list[Node] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    """What the style needs: `id`, `href`, `start`, `pillar`, the file of an image, and so on."""

    def is_(self, tag: str, *classes: str) -> bool:
        """Whether it is this element with all these classes."""
        return self.tag == tag and set(classes) <= set(self.classes)

    def elements(self) -> Iterator[Element]:
        """Itself and every element in it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def text(self) -> str:
        """The words in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def as_json(self) -> dict[str, Any]:
        """As Typst reads it."""
        return {
            "tag": self.tag,
            "classes": list(self.classes),
            **self.attributes,
            "children": as_json(self.children),
        }


def as_json(nodes: list[Node]) -> list[Any]:
    """Nodes as Typst reads them."""
    return [node if isinstance(node, str) else node.as_json() for node in nodes]


def parse(html: str, images: Images) -> list[Node]:
    """Read the finished HTML of a page.

    Args:
        html: what a template rendered for print.
        images: where figures go.

    Returns:
        Its elements and text. An `<svg>` is an `image` with its file and alternative text.

    Raises:
        BookFailure: when the HTML is not well-formed or a figure is not fit for print.
    """
    found = list(_figures(html))
    builder = _Builder([images.add(html[start:end]) for start, end in found])
    try:
        builder.feed(_with_placeholders(html, found))
        builder.close()
    except AssertionError as failure:  # what HTMLParser says of a malformed declaration
        raise BookFailure(f"the page is not well-formed: {failure}") from failure
    top = builder.finished()
    _Spaces().tidy(top)
    return top.children


def _with_placeholders(html: str, figures: list[tuple[int, int]]) -> str:
    pieces, rest = [], 0
    for start, end in figures:
        pieces.append(html[rest:start])
        rest = end
    return _PLACEHOLDER.join([*pieces, html[rest:]])


def _figures(html: str) -> Iterator[tuple[int, int]]:
    """Where each outermost `<svg>` begins and ends."""
    depth = begin = 0
    for found in _SVG.finditer(html):
        if found[1]:
            depth -= 1
            if depth < 0:
                raise BookFailure("</svg> closes nothing")
        elif not found[2] or depth == 0:
            if depth == 0:
                begin = found.start()
            depth += not found[2]
        if depth == 0:
            yield begin, found.end()
    if depth:
        raise BookFailure("<svg> is not closed")


class _Builder(HTMLParser):
    """Builds the tree, with an image for each placeholder."""

    def __init__(self, images: list[Image]) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [Element("page")]
        self._images = images[::-1]

    def finished(self) -> Element:
        """The whole page, when every element is closed and every figure has its place."""
        if len(self._open) > 1:
            raise BookFailure(f"<{self._open[-1].tag}> is not closed")
        if self._images:
            raise BookFailure("a figure stands where none can stand")
        return self._open[0]

    def _image(self) -> None:
        if not self._images:
            raise BookFailure("there is a place for a figure, but no figure")
        image = self._images.pop()
        attributes = {"file": image.file, "alt": image.alt, "width": image.width, "height": image.height}
        self._open[-1].children.append(Element("image", attributes=attributes))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == _IMAGE:
            self._image()
            return
        element = _element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)
            if len(self._open) > _DEEPEST:
                raise BookFailure(f"elements are nested more than {_DEEPEST} deep")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag != _IMAGE:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._open[-1].tag != tag or len(self._open) == 1:
            raise BookFailure(f"</{tag}> closes nothing")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _element(tag: str, found: dict[str, str]) -> Element:
    classes = found.get("class", "").split()
    attributes: dict[str, Any] = {name: found[name] for name in _KEPT if name in found}
    for name in classes:
        if name.startswith(_PILLAR):
            attributes["pillar"] = name.removeprefix(_PILLAR)
    return Element(tag, tuple(c for c in classes if not c.startswith(_PILLAR)), [], attributes)


class _Spaces:
    """Makes runs of white space one, and takes it out where a line or a block begins or ends."""

    def __init__(self) -> None:
        self._at_start = True

    def tidy(self, element: Element) -> None:
        """Tidy an element and everything in it."""
        if element.tag == "pre":
            self._at_start = True
            return
        inline = element.tag in INLINE
        if not inline:
            self._at_start = True
        kept: list[Node] = []
        for child in element.children:
            if isinstance(child, str):
                text = _SPACE.sub(" ", child)
                if self._at_start:
                    text = text.removeprefix(" ")
                if text:
                    self._at_start = text.endswith(" ")
                    kept.append(text)
                continue
            if child.tag not in INLINE:
                _trim_end(kept)
            self.tidy(child)
            kept.append(child)
        if not inline:
            _trim_end(kept)
            self._at_start = True
        element.children = kept


def _trim_end(nodes: list[Node]) -> None:
    """Take the white space before a block's end away, also inside the last inline elements."""
    while nodes:
        last = nodes[-1]
        if isinstance(last, str):
            nodes[-1] = text = last.rstrip(" ")
            if text:
                return
            nodes.pop()
        elif last.tag in INLINE and last.children:
            nodes = last.children
        else:
            return
