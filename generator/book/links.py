"""What the links of a page lead to in the book, and how their page numbers are printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from generator.book.failure import BookFailure
from generator.book.tree import Element, Node
from generator.pages.page import Page
from schemas.fields import Reference
from schemas.kinds import KINDS


class Number(StrEnum):
    """How a link's page number is printed."""

    LIST = "list"
    """In full after a name that leads a line: "Openness p. 34"."""
    DENSE = "dense"
    """Small, after each name of a run of names."""
    PROSE = "prose"
    """Small, in a sentence, the first time that an entry's text names the target."""
    NONE = "none"
    """Not at all: the link can be followed on a screen only."""


_DENSE = frozenset(
    {
        "vc-cited",
        "vc-facts",
        "vc-literature",
        "vc-members",
        "vc-moment-facts",
        "vc-see",
        "vc-seen",
        "vc-sources",
        "vc-twin",
    }
)
_SILENT = frozenset({"vc-mark-builds", "vc-mark-needs"})
_LISTS = frozenset({"vc-relations", "vc-index", "vc-choices"})
_ENTRY = re.compile(r"entry:(?P<target>[^#]+)(?P<fragment>#.+)?")
_PAGE = re.compile(r"page:(?P<target>[^#]+)(?P<fragment>#.+)?")
_OUTSIDE = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Links:
    """The labels of a book, and who leads where.

    First every page is marked; then nothing may be missing.
    """

    labels: set[str] = field(default_factory=set)
    _wanted: list[tuple[str, str, str]] = field(default_factory=list)

    def mark(self, page: Page, nodes: Iterable[Node]) -> None:
        """Give labels to what can be a target on a page, and targets to its links.

        Args:
            page: the page, for its address and its entries.
            nodes: its tree; attributes `label`, `to` and `number` are put in.
        """
        own = page_label(page)
        self._add(own, page.title)
        marker = _Marker(self, page, own)
        for node in nodes:
            if isinstance(node, Element):
                marker.mark(node, Number.PROSE)

    def check(self, outside: Collection[str] = ()) -> None:
        """Stop when a link leads to what is not in the book.

        Args:
            outside: the labels of pages that the playbook has and the book leaves out.

        Raises:
            BookFailure: with the name of the page that holds the link.
        """
        for label, words, title in self._wanted:
            if label not in self.labels and label.partition("#")[0] not in outside:
                raise BookFailure(f'"{title}" leads to {label} at "{words}", and the book has no such place')

    def _add(self, label: str, title: str) -> None:
        if label in self.labels:
            raise BookFailure(f'"{title}" has the place {label} in the book, which is taken')
        self.labels.add(label)

    def want(self, label: str, words: str, title: str) -> None:
        """Remember that a page leads to a label."""
        self._wanted.append((label, words, title))

    def have(self, label: str, title: str) -> None:
        """Remember that a page has a label."""
        self._add(label, title)


def page_label(page: Page) -> str:
    """The label of a page's beginning: its entry's reference, or its address."""
    if len(page.entries) == 1 and page.level == 2:
        return str(page.entries[0])
    return f"page:{page.address}"


@dataclass(slots=True)
class _Marker:
    """Goes through one page."""

    links: Links
    page: Page
    own: str
    _seen: set[str] = field(default_factory=set)

    def mark(self, element: Element, number: Number) -> None:
        """Mark an element and everything in it, where links are printed in one way or another."""
        self._label(element)
        classes = set(element.classes)
        if classes & _DENSE or element.tag == "table":
            number = Number.DENSE
        if element.tag == "a":
            self._link(element, number)
            return
        runs = _runs(element.children)
        for child in element.children:
            if isinstance(child, Element):
                if id(child) in runs:
                    self._link(child, Number.DENSE)
                leads = bool(classes & _LISTS) and child.tag == "li"
                if leads and child.children and isinstance(child.children[0], Element):
                    self._first(child.children[0])
                self.mark(child, number)

    def _first(self, element: Element) -> None:
        """A link that leads a line of a list."""
        if element.tag == "a" and "href" in element.attributes:
            self._link(element, Number.LIST)

    def _label(self, element: Element) -> None:
        name = element.attributes.pop("id", None)
        if not name:
            return
        shared = next((str(entry) for entry in self.page.entries if entry.id == name), None)
        label = shared if shared and shared != self.own else f"{self.own}#{name}"
        self.links.have(label, self.page.title)
        element.attributes["label"] = label
        if label == shared:
            element.attributes["entry"] = True

    def _link(self, element: Element, number: Number) -> None:
        address = element.attributes.pop("href", None)
        if address is None:
            return
        if address.startswith(_OUTSIDE):
            bare = address.removeprefix("mailto:")
            element.attributes |= {"address": address, "shown": bare in element.text()}
            return
        label = self._target(address, element.text())
        self.links.want(label, element.text(), self.page.title)
        element.attributes |= {"to": label, "number": self._number(element, label, number).value}

    def _target(self, address: str, words: str) -> str:
        if found := _ENTRY.fullmatch(address):
            reference = Reference.parse(found["target"])
            if reference is not None and found["fragment"] and not KINDS[reference.kind].own_pages:
                return f"page:{reference.kind}/index.html{found['fragment']}"
            return found["target"] + (found["fragment"] or "")
        if found := _PAGE.fullmatch(address):
            return f"page:{found['target']}{found['fragment'] or ''}"
        raise BookFailure(f'"{self.page.title}" leads to {address} at "{words}", which a book cannot')

    def _number(self, element: Element, label: str, number: Number) -> Number:
        classes = set(element.classes)
        if classes & _SILENT:
            return Number.NONE
        if "vc-entry" in classes or number is Number.LIST:
            return Number.LIST
        kind = KINDS.get(label.partition("/")[0])
        if kind is not None and not kind.own_pages:
            return Number.NONE  # stands in the order of the alphabet
        if number is Number.PROSE:
            if label in self._seen or label == self.own:
                return Number.NONE
            self._seen.add(label)
        return number


def _runs(nodes: list[Node]) -> set[int]:
    """The links that stand in a run of names: three or more with commas between them."""
    found: set[int] = set()
    run: list[int] = []
    for node in [*nodes, "."]:
        if isinstance(node, Element) and node.tag == "a":
            run.append(id(node))
        elif not (isinstance(node, str) and node in {", ", "; "}):
            if len(run) > 2:
                found.update(run)
            run = []
    return found
