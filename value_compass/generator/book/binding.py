"""From the PDFs of parts of a book to the book: links, tags, outline, and how it opens.

Each part is made ready by itself and can be kept. Its objects have numbers that no other part of the book
has, so that joining parts touches no link and no tag.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, dropwhile
from typing import Self

from msgspec import Struct
from msgspec.structs import asdict, replace

from value_compass.generator.book.links import KEY, Links
from value_compass.generator.book.objects import (
    Parted,
    Stretch,
    array,
    file_of,
    found,
    is_stream,
    letters,
    named,
    objects_of,
    packed,
    text,
    unpacked,
)
from value_compass.generator.book.outline import COUNT, Bookmark, led
from value_compass.generator.book.tables import mend_tables

_CATALOGUE, _PAGES, _TREE, _DOCUMENT, _PLACES = range(1, 6)
"""The numbers of what a book has once. Those of its parts follow, and those of its outline."""

START = _ROUND = 1000
"""The numbers of a part begin at a multiple of this, and so stay the same when others change a little."""

_KEYS = 10_000
"""A page has fewer keys of tags."""

_INFO = re.compile(rb"/Info \d+ 0 R")
_ONCE = re.compile(rb"^<</Type/Catalog|/(?:Pages|StructTreeRoot|Outlines) \d+ 0 R|>>$")
_ROLES = re.compile(rb"/RoleMap<<[^>]*>>")
_KEYED = re.compile(rb"/Nums\[([^\]]*)\]")
_PAIR = re.compile(rb"(\d+) (\d+) 0 R")
_TRIMMED = re.compile(rb"/TrimBox\[([^\]]*)\]")


class Gathering(Struct, frozen=True):
    """Pages that were set at once, ready to be bound."""

    stretch: Stretch
    """First the node of its pages, they, the root of its tags, and what has these by keys."""
    pages: int
    keyed: bool
    """Whether it has tags."""
    says: tuple[str, ...]
    """What it says of the book at its end, in its catalogue, and of the sorts of tags."""

    @property
    def root(self) -> int:
        """The number of the root of its tags."""
        return self.stretch.first + 1 + self.pages

    @classmethod
    def of(cls, kept: bytes) -> Self:
        """One that was kept."""
        head, _, data = kept.partition(b"\n")
        said = json.loads(head)
        place = said.pop("stretch")
        stretch = Stretch(**place | {"offsets": tuple(place["offsets"])}, data=data)
        return cls(stretch, **said | {"says": tuple(said["says"])})

    @property
    def after(self) -> int:
        """The number that the pages after these begin with."""
        return -(-self.stretch.end // _ROUND) * _ROUND

    def moved(self, start: int) -> Gathering:
        """The same with numbers from another one on."""
        by = start - self.stretch.first
        if not by:
            return self

        def new(number: bytes) -> bytes:
            return b"%d" % (int(number) + by) if int(number) >= START else number

        objects, streams = (Parted.of(some).renumbered(new) for some in unpacked(self.stretch))
        return replace(self, stretch=packed(objects, streams, start))

    def kept(self) -> bytes:
        """It, to be kept."""
        place = asdict(self.stretch)
        data = place.pop("data")
        return b"%b\n%b" % (json.dumps(asdict(self) | {"stretch": place}).encode(), data)


def ready(
    pdf: bytes, first: int, start: int, names: Mapping[str, str], *, bleed: float | None = None
) -> Gathering:
    """Pages of a book: links lead to names, one rectangle a line, and no number is that of another part.

    The first page, which only opens the headings, is taken out.

    Args:
        pdf: as Typst wrote it.
        first: the number of the first page in the book, from 1.
        start: the number of the first object.
        names: what the places that links lead to are called, for those who hear them.
        bleed: how far colours run over the cut, in points; nothing where no page is cut.
    """
    objects, end = objects_of(pdf)
    (catalogue,) = named(b"Root", end)
    (node,), (tree,) = (named(key, objects[catalogue]) for key in (b"Pages", b"StructTreeRoot"))
    (document,) = named(b"K", objects[tree])
    opening, *pages = named(b"Kids", objects[node])
    tags = {int(key): int(tag) for key, tag in _PAIR.findall(found(_KEYED, objects[tree])[1])}
    del tags[int(found(KEY, objects[opening])[2])]
    mend_tables(objects)
    links = Links(objects, tags, names, first * _KEYS)
    for page in pages:
        links.mend(page)
        objects[page] = KEY.sub(lambda key: b"%b %d" % (key[1], int(key[2]) + first * _KEYS), objects[page])
        if bleed is not None:
            objects[page] = _TRIMMED.sub(lambda box: box[0] + _bleed_box(box[1], bleed), objects[page])
    kept = dropwhile(lambda tag: _stands_on(tag, opening, objects), named(b"K", objects[document]))
    objects[node] = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%b>>" % (catalogue, len(pages), array(pages))
    objects[document] = b"<</Type/StructElem/S/Part/P %d 0 R/K%b>>" % (tree, array(kept))
    heads = [node, *pages, document, max(objects) + 1]
    objects[heads[-1]] = _by_key(tags, first * _KEYS)
    says = [found(_INFO, end)[0], _ONCE.sub(b"", objects[catalogue])] if first == 1 else [b"", b""]
    # What lies above in the file stands for what lies above in the book.
    above = {catalogue: _PAGES, tree: _DOCUMENT}
    stretch, said = _stretch(objects, heads, says, above, start)
    roles = found(_ROLES, objects[tree])[0].decode()
    return Gathering(stretch, len(pages), bool(tags), (*said, roles))


def bound(parts: Sequence[Gathering], places: Mapping[str, int], bookmarks: Sequence[Bookmark]) -> bytes:
    """All parts as one file, which opens as two pages with its outline.

    Args:
        parts: made ready, in their order.
        places: the page of every place, from 1.
        bookmarks: what readers jump by: its outline.
    """
    pages = [part.stretch.first + number for part in parts for number in range(1, part.pages + 1)]
    end, about, roles = (said.encode("latin-1") for said in parts[0].says)
    by_key = array(part.root + 1 for part in parts if part.keyed)
    last = parts[-1].stretch.end
    once = [
        b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Names<</Dests %d 0 R>>/Outlines %d 0 R"
        b"/PageMode/UseOutlines/PageLayout/TwoPageRight%b>>" % (_PAGES, _TREE, _PLACES, last, about),
        b"<</Type/Pages/Count %d/Kids%b>>" % (len(pages), array(part.stretch.first for part in parts)),
        b"<</Type/StructTreeRoot/K %d 0 R%b/ParentTree<</Kids%b>>/ParentTreeNextKey %d>>"
        % (_DOCUMENT, roles, by_key, (len(pages) + 1) * _KEYS),
        b"<</Type/StructElem/S/Document/P %d 0 R/K%b>>" % (_TREE, array(part.root for part in parts)),
        _destinations(places, pages),
    ]
    stretches = [
        packed(once, [], _CATALOGUE),
        *(part.stretch for part in parts),
        packed(list(_outline(bookmarks, pages, last)), [], last),
    ]
    return file_of(stretches, b"/Root %d 0 R%b" % (_CATALOGUE, end))


def _stands_on(tag: int, page: int, objects: Mapping[int, bytes]) -> bool:
    """Whether a tag, or the first one in it, stands on a page."""
    said = objects[tag]
    return page in named(b"Pg", said) or any(_stands_on(kid, page, objects) for kid in named(b"K", said)[:1])


def _stretch(
    objects: Mapping[int, bytes],
    heads: Sequence[int],
    says: Sequence[bytes],
    above: Mapping[int, int],
    start: int,
) -> tuple[Stretch, Iterator[str]]:
    """What some objects and what is said lead to, and this, with numbers from the first one on.

    Args:
        objects: all of them, by their numbers.
        heads: those that come first.
        says: what is said of the book, which names some too.
        above: the numbers in the book of those that are left out, for they lie above.
        start: the first new number.
    """
    parted = Parted.of([*objects.values(), *says])
    leads = list(parted.named())
    begin = [*heads, *chain.from_iterable(leads[len(objects) :])]
    reached = _reached(dict(zip(objects, leads, strict=False)), begin, above)
    streams = sorted(number for number in reached if is_stream(objects[number]))
    plain = [*heads, *sorted(reached.difference(heads, streams))]
    order = {**dict(zip([*plain, *streams], count(start), strict=False)), **above}
    new = {b"%d" % old: b"%d" % number for old, number in order.items()}
    # What is left out may name what is left out.
    again = parted.renumbered(lambda number: new.get(number, b"0"))
    told = dict(zip(objects, again, strict=False))
    stretch = packed([told[number] for number in plain], [told[number] for number in streams], start)
    return stretch, (said.decode("latin-1") for said in again[len(objects) :])


def _reached(leads: Mapping[int, Iterable[int]], begin: Iterable[int], above: Iterable[int]) -> set[int]:
    """The objects that some of them lead to, and these, but for what lies above."""
    reached = set(above)
    waiting = list(begin)
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting += leads[number]
    return reached.difference(above)


def _by_key(tags: Mapping[int, int], first: int) -> bytes:
    """Tags by keys that no other part has."""
    if not tags:
        return b"null"
    pairs = (b"%d %d 0 R" % (key + first, tag) for key, tag in sorted(tags.items()))
    return b"<</Limits[%d %d]/Nums[%b]>>" % (min(tags) + first, max(tags) + first, b" ".join(pairs))


def _destinations(places: Mapping[str, int], pages: Sequence[int]) -> bytes:
    """The page of every place, by its name."""
    pairs = (
        b"%b[%d 0 R/XYZ null null 0]" % (text(label), pages[places[label] - 1])
        for label in sorted(places, key=letters)
    )
    return b"<</Names[%b]>>" % b"".join(pairs)


def _outline(bookmarks: Sequence[Bookmark], pages: Sequence[int], first: int) -> Iterator[bytes]:
    """The outline and its lines, with numbers from the first one on."""
    lines = (b"/Title%b/Dest[%d 0 R/Fit]" % (text(mark.title), pages[mark.page - 1]) for mark in bookmarks)
    for said, leads in zip((b"/Type/Outlines", *lines), led(bookmarks), strict=True):
        entries = (
            b"/%b %d" % (key.encode(), to) if key == COUNT else b"/%b %d 0 R" % (key.encode(), first + to)
            for key, to in leads.items()
        )
        yield b"<<%b%b>>" % (said, b"".join(entries))


def _bleed_box(trimmed: bytes, bleed: float) -> bytes:
    left, bottom, right, top = (float(side) for side in trimmed.split())
    sides = (left - bleed, bottom - bleed, right + bleed, top + bleed)
    return b"/BleedBox[%b]" % b" ".join(b"%.9g" % round(side, 5) for side in sides)
