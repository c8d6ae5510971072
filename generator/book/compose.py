"""From pages to the book's order: front, parts, chapters, entries, index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.book.about import about
from generator.book.codes import code
from generator.book.extracts.extract import Extract, excerpt, without_outside
from generator.book.failure import BookFailure
from generator.book.head import head_of, is_head
from generator.book.images import Images
from generator.book.imprint import Imprint
from generator.book.indexes import INDEXES, index_spots, indexes
from generator.book.links import Links, page_label
from generator.book.prepare import for_print, unfolded, without_index
from generator.book.rows import rows
from generator.book.tree import Element, Node, as_json, parse
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from schemas.fields import Entry

NEW_PAGE_KINDS = frozenset({"pillars", "groups", "steps", "ambitions", "workshops", "cases"})
"""Kinds whose entries begin on a page of their own; the others follow one another."""

CONTENTS = "book:contents"
"""The label of the contents, for which no page stands."""

FIGURE = "figure:"
"""Before the file of a figure, in the mark that it leaves where it stands."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that running heads know: a part, a chapter or an entry."""

    label: str
    name: str
    part: int | None
    """The part's number from 0; none before the first and after the last."""
    entry: bool = False
    step: int | None = None
    mark: str | None = None
    """The file of the small compass, where an entry opens a page."""
    opening: bool = False
    """Whether it is a page of its own with nothing around it."""


@dataclass(slots=True)
class Composition:
    """A book that is ready to be set."""

    book: dict[str, Any]
    """What Typst reads."""
    spots: list[Spot] = field(default_factory=list)
    """In the order of the book."""
    labels: frozenset[str] = frozenset()
    """Everything that a link may lead to."""
    figures: Mapping[str, str] = field(default_factory=dict)
    """The file of each figure that must be in it, with the title of a page that has it."""
    template: str = "book.typ"
    """What lays it out."""


def compose(
    playbook: Playbook,
    pages: Sequence[Page],
    images: Images,
    imprint: Imprint,
    extract: Extract | None = None,
) -> Composition:
    """Put the pages of an edition in the order of a book.

    Args:
        playbook: what the edition shows.
        pages: rendered for print, in reading order.
        images: where figures go.
        imprint: as of when the book is printed, and how.
        extract: what the pages are chosen for; nothing when they are the whole book.

    Raises:
        BookFailure: when a page cannot be printed, or an entry has no place or two.
    """
    composer = _Composer(playbook, images, extract)
    for page in pages:
        composer.add(page)
    shown = excerpt(playbook, extract)
    made = indexes(shown, composer.links.labels)
    composer.close(made)
    _check_entries(shown, composer.spots)
    labels = frozenset(composer.links.labels)
    book = {
        **about(playbook, imprint),
        "extract": extract and {"line": extract.line, "numbered": extract.numbered},
        "first": extract.first if extract else 0,
        "cover": composer.cover(),
        "welcome": composer.welcome,
        "start": composer.start,
        "parts": composer.parts,
        "indexes": made,
    }
    said = without_outside(book, labels) if extract else book
    return Composition(said, composer.spots, labels, composer.figures)


def _check_entries(playbook: Playbook, spots: Sequence[Spot]) -> None:
    """Every entry of the edition has one place, and nothing else has."""
    placed = [spot.label for spot in spots if spot.entry]
    for reference, entry in playbook.entries.items():
        count = placed.count(str(reference))
        if count != 1:
            times = "no place" if count == 0 else f"{count} places"
            raise BookFailure(f'"{entry.name}" ({reference}) has {times} in the book')


class _Composer:
    """Takes one page after the other."""

    def __init__(self, playbook: Playbook, images: Images, extract: Extract | None = None) -> None:
        self.playbook = playbook
        self.extract = extract
        self.images = images
        self.links = Links()
        self.spots: list[Spot] = []
        self.figures: dict[str, str] = {}
        self.start: list[Any] = []
        self.welcome: list[Any] = []
        self.parts: list[dict[str, Any]] = []
        self._cover: Element | None = None
        names = Counter(entry.name.casefold() for entry in playbook.entries.values())
        self._shared_names = {name for name, count in names.items() if count > 1}

    def cover(self) -> dict[str, Any]:
        """The compass for the cover."""
        if self._cover is None:
            raise BookFailure("the home page has no compass for the cover")
        return self._cover.as_json()

    def add(self, page: Page) -> None:
        """Put a page where it belongs."""
        try:
            nodes = parse(page.html, self.images)
        except BookFailure as failure:
            raise BookFailure(f'"{page.title}" ({page.address}): {failure}') from failure
        for_print(nodes, self._shared_names)
        if page.section is None:
            nodes = self._home(nodes)
        elif page.level == 0:
            nodes = without_index(nodes)
        self.links.mark(page, nodes)
        drawn = (e for e in _elements([n for n in nodes if not is_head(n)]) if e.tag == "image")
        self.figures.update({element.attributes["file"]: page.title for element in drawn})
        if page.section is None:
            self.spots.append(Spot(page_label(page), "How to read this book", None))
            self.start = [row.as_json() for row in rows(nodes)]
        elif page.level == 0:
            self._part(page, nodes)
        elif page.level == 1:
            self._chapter(page, nodes)
        else:
            self._entry(page, nodes)

    def close(self, made: Sequence[dict[str, Any]]) -> None:
        """Add what the book has beside the pages; then no link may be left without a target."""
        self.links.have(CONTENTS, "Contents")
        self.spots.insert(0, Spot(CONTENTS, "Contents", None))
        for label, name in ((INDEXES, "Indexes"), *index_spots(made)):
            self.links.have(label, name)
            self.spots.append(Spot(label, name, len(self.parts)))
        self.links.check(self.extract.outside if self.extract else ())

    def _home(self, nodes: list[Node]) -> list[Node]:
        """The compass goes on the cover, the ways in to the front; the sections are in the contents.

        The ways in lead to all of the playbook: an extract has the cover alone.
        """
        ways: list[Node] = []
        parts = [part for node in nodes if isinstance(node, Element) for part in node.children]
        for part in parts:
            if isinstance(part, Element) and part.is_("header", "vc-home-head"):
                welcome = [e for e in part.elements() if e.is_("p", "vc-summary")]
                self.welcome = as_json([node for element in welcome for node in element.children])
            elif isinstance(part, Element) and part.is_("div", "vc-home-compass"):
                self._cover = next((e for e in part.elements() if e.tag == "image"), None)
            elif isinstance(part, Element) and part.is_("div", "vc-home-ways"):
                ways += without_index(part.children)
            elif isinstance(part, Element) and part.is_("details", "vc-twin"):
                ways += [unfolded(child) for child in part.children]
            else:
                words = f"<{part.tag}>" if isinstance(part, Element) else part
                raise BookFailure(f"the home page holds {words}, which the book does not know")
        if self.extract:
            self.welcome = []
            return []
        return ways

    def _part(self, page: Page, nodes: list[Node]) -> None:
        head, rest = head_of(nodes)
        introduction = [node for node in rest if isinstance(node, Element) and node.is_("div", "vc-prose")]
        self.parts.append(
            {
                "label": page_label(page),
                "title": page.title,
                "id": page.section,
                **head,
                "introduction": as_json([child for node in introduction for child in node.children]),
                "items": [row.as_json() for row in rows([node for node in rest if node not in introduction])],
                "chapters": [],
            }
        )
        self.spots.append(Spot(page_label(page), page.title, len(self.parts) - 1, opening=True))

    def _chapter(self, page: Page, nodes: list[Node]) -> None:
        self._spot(page_label(page), page.title)
        head, rest = head_of(nodes)
        items = rows(rest)
        part = self._last(self.parts, page)
        drawn = set(_files([row.as_json() for row in items]))
        # What the chapter draws again stands there alone.
        part["items"] = [item for item in part["items"] if not drawn & set(_files(item))]
        part["chapters"].append(
            {
                "label": page_label(page),
                "title": page.title,
                "kind": page.kind,
                **head,
                "items": [row.as_json() for row in items],
                "entries": [],
            }
        )
        for element in _elements(rest):
            if element.attributes.get("entry"):
                label = element.attributes["label"]
                entry = next(e for r, e in self.playbook.entries.items() if str(r) == label)
                self._spot(label, entry.name, entry)

    def _entry(self, page: Page, nodes: list[Node]) -> None:
        entry = self.playbook[page.entries[0]]
        head, rest = head_of(nodes)
        mark, own_page = head.pop("mark"), page.kind in NEW_PAGE_KINDS
        self._spot(page_label(page), entry.name, entry, mark if own_page else None)
        step = self.playbook.place(entry).step
        chapter = self._last(self._last(self.parts, page)["chapters"], page)
        chapter["entries"].append(
            {
                "label": page_label(page),
                "title": entry.name,
                **head,
                "code": code(self.images, self.playbook.settings.site_address, page.address),
                "pillar": page.pillar,
                "step": step and {"order": step.order, "label": str(step.reference)},
                "own_page": own_page,
                "items": [row.as_json() for row in rows(rest)],
            }
        )

    def _spot(self, label: str, name: str, entry: Entry | None = None, mark: str | None = None) -> None:
        part = len(self.parts) - 1 if self.parts else None
        step = self.playbook.place(entry).step if entry else None
        self.spots.append(Spot(label, name, part, entry is not None, step.order if step else None, mark))

    @staticmethod
    def _last(of: list[dict[str, Any]], page: Page) -> dict[str, Any]:
        if not of:
            raise BookFailure(f'"{page.title}" ({page.address}) stands before the part that holds it')
        return of[-1]


def _files(item: Any) -> Iterator[str]:
    """The figures' files in something that Typst reads."""
    if isinstance(item, list):
        for inner in item:
            yield from _files(inner)
    elif isinstance(item, dict):
        if "file" in item:
            yield item["file"]
        yield from _files(item.get("children", []))


def _elements(nodes: list[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, Element):
            yield from node.elements()
