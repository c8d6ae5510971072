"""From the PDFs of parts of a book to the book: links, tags, outline, and how it opens.

Each part is made ready by itself and can be kept; joining them touches no link and no tag.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

LINK = "vc:"
"""How the address of a place in the book begins until it has a name in the file."""

KEYS = 100_000
"""So many keys of the tree of tags belong to a part of the book, one after the other."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline."""

    depth: int
    title: str
    page: int
    """From 1."""


def pages_in(file: Path) -> int | None:
    """How many pages a PDF has; nothing when it cannot be read as one."""
    try:
        with pikepdf.open(file) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return None


def ready(pdf: bytes, place: int, names: Mapping[str, str]) -> bytes:
    """A part of a book: links lead to names, one rectangle a line, and tags have keys of their own.

    Its first page, which only opens its headings, is taken out.

    Args:
        pdf: as Typst wrote it.
        place: which part of the book it is, from 0.
        names: what the places that links lead to are called, for those who hear them.
    """
    with pikepdf.open(io.BytesIO(pdf)) as part:
        tree = part.Root.StructTreeRoot
        parents = dict(pairs(tree.ParentTree))
        _without_opening(part, tree)
        del part.pages[0]
        free = max(parents, default=0) + 1
        for page in part.pages:
            free = _mend_links(part, page.obj, parents, free, names)
        base = place * KEYS
        for page in part.pages:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + base
            for link in page.obj.get("/Annots", []):
                if "/StructParent" in link:
                    link.StructParent = int(link.StructParent) + base
        nums: list[Any] = []
        for key in sorted(parents):
            nums += [key + base, parents[key]]
        tree.ParentTree = part.make_indirect(Dictionary(Nums=Array(nums)))
        return saved(part)


def bound(
    parts: Sequence[bytes],
    places: Mapping[str, int],
    bookmarks: Sequence[Bookmark],
    *,
    bleed: float | None = None,
) -> bytes:
    """All parts as one file, which opens as two pages with its outline.

    Args:
        parts: made ready, in their order.
        places: the page of every place, from 1.
        bookmarks: what readers jump by: its outline.
        bleed: how far colours run over the cut, in points; nothing where no page is cut.
    """
    with Pdf.new() as book:
        root, document = _tree(book)
        keys: list[Any] = []
        for number, part in enumerate(parts):
            # One at a time: all of them open at once take four times the memory.
            with pikepdf.open(io.BytesIO(part)) as opened, warnings.catch_warnings():
                # Names that links lead to are given to the book as a whole, below.
                warnings.simplefilter("ignore")
                book.pages.extend(opened.pages)
                if number == 0:
                    _catalogue(book, opened)
                keys += _tags(book, opened, root, document)
        root.ParentTree = book.make_indirect(Dictionary(Kids=Array(keys)))
        root.ParentTreeNextKey = len(parts) * KEYS
        pages = [page.obj for page in book.pages]
        book.Root.Names = Dictionary(Dests=destinations(book, pages, places))
        if bookmarks:
            book.Root.Outlines = outline(book, pages, bookmarks)
        if bleed is not None:
            _bleed_boxes(book, bleed)
        return saved(book)


def saved(pdf: Pdf) -> bytes:
    """A file, the same bytes each time."""
    made = io.BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return made.getvalue()


def pairs(tree: Any) -> Iterator[tuple[int, Any]]:
    """Keys and values of a number tree."""
    nums = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(nums[::2], nums[1::2], strict=True))
    for kid in tree.get("/Kids", []):
        yield from pairs(kid)


def _without_opening(part: Pdf, tree: Any) -> None:
    """Take the tags of the first page out of the tree."""
    opening = part.pages[0].obj.objgen
    document = tree.K[0] if isinstance(tree.K, Array) else tree.K
    kids = [kid for kid in document.K if not _stands_on(kid, opening)]
    document.K = Array(kids)
    document.S = Name.Part


def _stands_on(element: Any, page: tuple[int, int]) -> bool:
    if "/Pg" in element:
        return bool(element.Pg.objgen == page)
    kids = element.get("/K")
    first = kids[0] if isinstance(kids, Array) and len(kids) else kids
    return isinstance(first, Dictionary) and _stands_on(first, page)


def _mend_links(part: Pdf, page: Any, parents: dict[int, Any], free: int, names: Mapping[str, str]) -> int:
    """Give each line of a link a rectangle of its own: some readers look at nothing else."""
    links = page.get("/Annots")
    if links is None:
        return free
    more: list[Any] = []
    for link in links:
        if link.get("/Subtype") != Name.Link:
            continue
        address = str(link.A.URI) if "/A" in link and "/URI" in link.A else ""
        if address.startswith(LINK):
            label = address.removeprefix(LINK)
            link.A = Dictionary(S=Name.GoTo, D=String(label))
            link.Contents = String(names.get(label, label))
        lines = _lines(link)
        if "/QuadPoints" in link:
            del link["/QuadPoints"]
        link.Rect = Array(lines[0])
        for line in lines[1:]:
            element = parents[int(link.StructParent)]
            other = part.make_indirect(Dictionary({key: link[key] for key in link if key != "/StructParent"}))
            other.Rect = Array(line)
            other.StructParent = free
            parents[free] = element
            kids = list(element.K) if isinstance(element.K, Array) else [element.K]
            element.K = Array([*kids, Dictionary(Type=Name.OBJR, Obj=other, Pg=page)])
            more.append(other)
            free += 1
    if more:
        page.Annots = Array([*links, *more])
    return free


def _lines(link: Any) -> list[list[float]]:
    """The rectangles of a link, one a line."""
    if "/QuadPoints" not in link:
        return [[round(float(side), 2) for side in link.Rect]]
    points = [float(number) for number in link.QuadPoints]
    lines: list[list[float]] = []
    for start in range(0, len(points), 8):
        xs, ys = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
        box = [min(xs), min(ys), max(xs), max(ys)]
        last = lines[-1] if lines else None
        middle = (box[1] + box[3]) / 2
        if last and last[1] <= middle <= last[3] and box[0] >= last[0] - 1:
            lines[-1] = [
                min(last[0], box[0]),
                min(last[1], box[1]),
                max(last[2], box[2]),
                max(last[3], box[3]),
            ]
        else:
            lines.append(box)
    return [[round(side, 2) for side in line] for line in lines]


def _catalogue(book: Pdf, first: Pdf) -> None:
    """What the whole file says of itself, as its first part says it."""
    for key in ("/Metadata", "/OutputIntents", "/Lang", "/MarkInfo", "/ViewerPreferences", "/AF"):
        if key in first.Root:
            value = first.Root[key]
            book.Root[key] = book.copy_foreign(value) if value.is_indirect else _copied(book, first, value)
    if first.trailer.get("/Info") is not None:
        book.trailer.Info = book.copy_foreign(first.trailer.Info)
    book.Root.PageMode = Name.UseOutlines
    book.Root.PageLayout = Name.TwoPageRight


def _copied(book: Pdf, first: Pdf, value: Any) -> Any:
    """A value that is no object of its own."""
    if isinstance(value, Array | Dictionary):
        return book.copy_foreign(first.make_indirect(value))
    return value


def _tree(book: Pdf) -> tuple[Any, Any]:
    """The root of the book's tree of tags, and the document that is all it holds."""
    root = book.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    root.K = Array([document])
    book.Root.StructTreeRoot = root
    return root, document


def _tags(book: Pdf, part: Pdf, root: Any, document: Any) -> list[Any]:
    """Hang a part's tags under the book's document; gives the part's keys of the tree."""
    copied = book.copy_foreign(part.Root.StructTreeRoot)
    own = copied.K[0] if isinstance(copied.K, Array) else copied.K
    own.P = document
    document.K.append(own)
    for key in ("/RoleMap", "/ClassMap", "/Namespaces"):
        if key in copied and key not in root:
            root[key] = copied[key]
    keys = copied.ParentTree
    if not len(keys.Nums):
        return []
    keys.Limits = Array([keys.Nums[0], keys.Nums[-2]])
    return [keys]


def destinations(book: Pdf, pages: Sequence[Any], places: Mapping[str, int]) -> Any:
    """The page of every place, by its name.

    Args:
        book: the file.
        pages: of the file, in their order.
        places: the page of every place, from 1.
    """
    found: list[Any] = []
    for label in sorted(places, key=lambda one: one.encode()):
        found += [String(label), Array([pages[places[label] - 1], Name.XYZ, None, None, 0])]
    leaf = book.make_indirect(Dictionary(Names=Array(found)))
    if found:
        leaf.Limits = Array([found[0], found[-2]])
    return book.make_indirect(Dictionary(Kids=Array([leaf])))


def outline(book: Pdf, pages: Sequence[Any], bookmarks: Sequence[Bookmark]) -> Any:
    """The outline: what has lines below it is closed.

    Args:
        book: the file.
        pages: of the file, in their order.
        bookmarks: the lines.
    """
    root = book.make_indirect(Dictionary(Type=Name.Outlines))
    above: list[tuple[int, Any]] = [(0, root)]
    for mark in bookmarks:
        while above[-1][0] >= mark.depth:
            above.pop()
        parent = above[-1][1]
        line = book.make_indirect(
            Dictionary(Title=String(mark.title), Parent=parent, Dest=Array([pages[mark.page - 1], Name.Fit]))
        )
        if "/Last" in parent:
            line.Prev = parent.Last
            parent.Last.Next = line
        else:
            parent.First = line
        parent.Last = line
        count = int(parent.get("/Count", 0))
        parent.Count = count + 1 if parent is root else count - 1
        above.append((mark.depth, line))
    return root


def _bleed_boxes(book: Pdf, bleed: float) -> None:
    for page in book.pages:
        left, bottom, right, top = (float(side) for side in page.trimbox.as_list())
        page.bleedbox = Array(
            [round(side, 5) for side in (left - bleed, bottom - bleed, right + bleed, top + bleed)]
        )
