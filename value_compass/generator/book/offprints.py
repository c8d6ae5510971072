"""Offprints: pages of a finished book as a file of their own, with their numbers, links, tags and outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from msgspec import Struct
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Pdf, String

from value_compass.generator.book.compose import Extract
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.objects import letters
from value_compass.generator.book.outline import COUNT, Bookmark, led


class Offprint(Struct, frozen=True):
    """What one of them is."""

    title: str
    pages: tuple[int, ...]
    """Which pages of the book, from 1, in the order in which they stand here."""


def pages_of(laid: Bound, extract: Extract) -> tuple[int, ...]:
    """The pages of the book with what an extract of it holds, in the order of the extract.

    Args:
        laid: what stands where in the book.
        extract: a part of it, or a choice of its entries.
    """
    if extract.section:
        label = f"part:{extract.section.id}"
        return tuple(sheet.number for sheet in laid.sheets if sheet.part.label == label)
    stand: dict[str, list[int]] = {}
    for sheet in laid.sheets:
        for unit in sheet.units:
            stand.setdefault(unit.label or "", []).append(sheet.number)
    # What has no unit of its own stands on the page of another entry, or in a list of its kind.
    stand |= {label: [page] for label, page in laid.pages.items() if label not in stand}
    return tuple(dict.fromkeys(page for one in extract.entries for page in stand.get(str(one), ())))


def cut(
    book: Path,
    asked: Sequence[Offprint],
    places: Mapping[str, int],
    bookmarks: Sequence[Bookmark],
    elsewhere: Callable[[str], str | None],
) -> Iterator[bytes]:
    """Each as a file.

    Args:
        book: the finished book.
        asked: what is to be cut out of it.
        places: the page of every place of the book, from 1.
        bookmarks: its outline.
        elsewhere: the address to which a link leads whose place is not among the pages, if there is one.
    """
    with pikepdf.open(book) as pdf:
        pages = [page.obj for page in pdf.pages]
        tags = _Tags(pdf, pages)
        links = {number: list(_links(page)) for number, page in enumerate(pages, 1)}
        for one in asked:
            kept = [pages[number - 1] for number in one.pages]
            there = {number: place for place, number in reversed([*enumerate(one.pages, 1)])}
            held = {label: there[page] for label, page in places.items() if page in there}
            for link, label in (pair for number in one.pages for pair in links[number]):
                _lead(link, label, label in held, elsewhere)
            pdf.Root.Pages = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(kept), Count=len(kept)))
            for page in kept:
                page.Parent = pdf.Root.Pages
            tags.keep(one.pages)
            lines = [replace(line, page=there[line.page]) for line in bookmarks if line.page in there]
            pdf.Root.Names = Dictionary(Dests=_destinations(kept, held))
            pdf.Root.Outlines = _outline(pdf, kept, sorted(lines, key=lambda line: line.page))
            pdf.Root.PageLabels = _numbers(one.pages)
            pdf.Root.PageLayout = Name.TwoPageLeft if one.pages[0] % 2 == 0 else Name.TwoPageRight
            with pdf.open_metadata(set_pikepdf_as_editor=False) as said:
                said["dc:title"] = one.title
            yield _saved(pdf)


def pages_in(file: Path) -> int | None:
    """How many pages a PDF has; nothing when it cannot be read as one."""
    try:
        with pikepdf.open(file) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return None


def _links(page: Any) -> Iterator[tuple[Any, str]]:
    """Every link of a page to a place in the book, with the name of the place."""
    for link in page.get("/Annots", ()):
        if "/A" in link and "/D" in link.A:
            yield link, str(link.A.D)


def _lead(link: Any, label: str, here: bool, elsewhere: Callable[[str], str | None]) -> None:
    """Let a link lead to its place where that is here, else to where it is read elsewhere, or nowhere."""
    address = None if here else elsewhere(label)
    if here:
        link.A = Dictionary(S=Name.GoTo, D=String(label))
    elif address:
        link.A = Dictionary(S=Name.URI, URI=String(address))
    elif "/A" in link:
        del link["/A"]


def _numbers(pages: Sequence[int]) -> Any:
    """The pages' own numbers, which are those of the book."""
    runs: list[Any] = []
    for place, number in enumerate(pages):
        if not place or number != pages[place - 1] + 1:
            runs += [place, Dictionary(S=Name.D, St=number)]
    return Dictionary(Nums=Array(runs))


def _destinations(pages: Sequence[Any], places: Mapping[str, int]) -> Any:
    """The page of every place, by its name."""
    found: list[Any] = []
    for label in sorted(places, key=letters):
        found += [String(label), Array([pages[places[label] - 1], Name.XYZ, None, None, 0])]
    return Dictionary(Names=Array(found))


def _outline(pdf: Pdf, pages: Sequence[Any], bookmarks: Sequence[Bookmark]) -> Any:
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    lines = [root]
    for mark in bookmarks:
        dest = Array([pages[mark.page - 1], Name.Fit])
        lines.append(pdf.make_indirect(Dictionary(Title=String(mark.title), Dest=dest)))
    for line, leads in zip(lines, led(bookmarks), strict=True):
        for key, to in leads.items():
            line[f"/{key}"] = to if key == COUNT else lines[to]
    return root


def _pairs(tree: Any) -> Iterator[tuple[int, Any]]:
    """Keys and values of a number tree."""
    nums = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(nums[::2], nums[1::2], strict=True))
    for kid in tree.get("/Kids", []):
        yield from _pairs(kid)


def _saved(pdf: Pdf) -> bytes:
    """A file, the same bytes each time."""
    made = BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return made.getvalue()


class _Tags:
    """The tree of tags, of which an offprint keeps what stands on its pages."""

    def __init__(self, pdf: Pdf, pages: Sequence[Any]) -> None:
        self._root = pdf.Root.StructTreeRoot
        self._document = self._root.K
        self._parents = dict(_pairs(self._root.ParentTree))
        self._keys = [list(_keys(page)) for page in pages]
        self._elements: list[list[Any]] = [[] for _ in pages]
        self._headings: dict[int, list[tuple[Any, int]]] = {}
        numbers = {page.objgen: place for place, page in enumerate(pages)}
        for part in self._document.K:
            for element in part.K:
                place = numbers.get(_page_of(element))
                if place is not None:
                    element.P = self._document
                    self._elements[place].append(element)

    def keep(self, pages: Sequence[int]) -> None:
        """Leave nothing but what stands on these pages, in their order."""
        self._document.K = Array([element for page in pages for element in self._elements[page - 1]])
        nums: list[Any] = []
        for key in sorted(key for page in pages for key in self._keys[page - 1]):
            nums += [key, self._parents[key]]
        self._root.ParentTree = Dictionary(Nums=Array(nums))
        self._raise_headings(pages)

    def _raise_headings(self, pages: Sequence[int]) -> None:
        """Let the first heading be one of the first level, and none skip a level."""
        above: int | None = None
        level = 0
        for page in pages:
            if page not in self._headings:
                self._headings[page] = [pair for one in self._elements[page - 1] for pair in _headings(one)]
            for heading, own in self._headings[page]:
                above = own - 1 if above is None else above
                level = min(max(own - above, 1), level + 1)
                heading.S = Name(f"/H{level}")


def _headings(element: Any) -> Iterator[tuple[Any, int]]:
    """The headings in an element, with their levels."""
    sort = str(element.get("/S", ""))
    if sort[:2] == "/H" and sort[2:].isdigit():
        yield element, int(sort[2:])
    elif sort in {"/P", "/Div"}:
        kids = element.K
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary):
                yield from _headings(kid)


def _keys(page: Any) -> Iterator[int]:
    """The keys of the tree of tags that a page and its links have."""
    if "/StructParents" in page:
        yield int(page.StructParents)
    for link in page.get("/Annots", ()):
        if "/StructParent" in link:
            yield int(link.StructParent)


def _page_of(element: Any) -> Any:
    """The page on which an element stands: it is on one alone, since blocks are never divided."""
    if "/Pg" in element:
        return element.Pg.objgen
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and (found := _page_of(kid)):
            return found
    return None
