"""Links of a part of a book: to names, and a rectangle for each of their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count

from value_compass.generator.book.objects import array, found, named, text

LINK = "vc:"
"""How the address of a place in the book begins until it has a name in the file."""

_WORDS = rb"(\((?:[^()\\]|\\.|\([^()]*\))*\)|<[0-9A-F]*>)"
_ADDRESS = re.compile(rb"/A<</Type/Action/S/URI/URI%b>>" % _WORDS, re.DOTALL)
_TOLD = re.compile(rb"/Contents%b" % _WORDS, re.DOTALL)
_AREA = re.compile(rb"/Rect\[([^\]]*)\](/Border\[[^\]]*\])(?:/QuadPoints\[([^\]]*)\])?")
"""The sides of a link, its border, and the corners of its words."""

KEY = re.compile(rb"(/StructParents?) (\d+)")
"""The key of the tag of a page, or of a link."""

_ONE_LINE = 1.5
"""What is not so many times as high as its first word stands on one line."""

_KIDS = re.compile(rb"/K\[([^\]]*)\]")
_LINKS = re.compile(rb"/Annots\[[^\]]*\]")


class Links:
    """The links of pages that were set at once.

    Args:
        objects: what Typst wrote; it is changed, and what is new is added.
        tags: the tags of pages and links by their keys; those of new links are added.
        names: what the places that links lead to are called, for those who hear them.
        first: what is added to the key of each link, so that no other part has it.
    """

    def __init__(
        self, objects: dict[int, bytes], tags: dict[int, int], names: Mapping[str, str], first: int
    ) -> None:
        self._objects = objects
        self._tags = tags
        self._names = names
        self._first = first
        self._known: dict[bytes, tuple[bytes, bytes] | None] = {}
        self._numbers = count(max(objects) + 1)
        self._keys = count(max(tags, default=0) + 1)

    def mend(self, page: int) -> None:
        """Give each line of a page's links a rectangle of its own: some readers look at nothing else."""
        links = named(b"Annots", self._objects[page])
        more: list[int] = []
        for link in links:
            said = self._leading(self._objects[link])
            area, key = found(_AREA, said), found(KEY, said)
            first, *others = _lines(area[1], area[3] or b"")
            # A link says where it is before it says its key.
            pieces = said[: area.start()], area[2] + said[area.end() : key.start(2)], said[key.end() :]
            self._objects[link] = self._on_line(pieces, first, int(key[2]))
            for line in others:
                number, new = next(self._numbers), next(self._keys)
                self._objects[number] = self._on_line(pieces, line, new)
                tag = self._tags[new] = self._tags[int(key[2])]
                kid = b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page, number)
                kids = found(_KIDS, self._objects[tag])
                self._objects[tag] = self._objects[tag].replace(kids[0], b"/K[%b%b]" % (kids[1], kid), 1)
                more.append(number)
        if more:
            self._objects[page] = _LINKS.sub(b"/Annots%b" % array([*links, *more]), self._objects[page])

    def _on_line(self, pieces: tuple[bytes, bytes, bytes], line: Sequence[float], key: int) -> bytes:
        """A link on one line, whose tag has a key."""
        before, between, after = pieces
        sides = b" ".join(b"%.6g" % round(side, 2) for side in line)
        return b"%b/Rect[%b]%b%d%b" % (before, sides, between, self._first + key, after)

    def _leading(self, link: bytes) -> bytes:
        """A link to the name of its place, if it leads to one."""
        address = _ADDRESS.search(link)
        said = self._said(address[1]) if address else None
        if not address or not said:
            return link
        action, told = said
        return link.replace(address[0], action, 1).replace(found(_TOLD, link)[0], told, 1)

    def _said(self, address: bytes) -> tuple[bytes, bytes] | None:
        """What a link to a place does, and what it tells those who hear it; nothing for another link."""
        if address not in self._known:
            label = _read(address)
            place = label.removeprefix(LINK)
            told = text(self._names.get(place, place))
            leading = b"/A<</S/GoTo/D%b>>" % text(place), b"/Contents%b" % told
            self._known[address] = leading if label.startswith(LINK) else None
        return self._known[address]


def _read(words: bytes) -> str:
    """The words of an address."""
    if words.startswith(b"<"):
        return bytes.fromhex(words[1:-1].decode()).decode()
    return re.sub(rb"\\(.)", rb"\1", words[1:-1]).decode()


def _lines(sides: bytes, corners: bytes) -> list[list[float]]:
    """The rectangles of a link, one a line.

    Args:
        sides: of all of it.
        corners: of its words, eight numbers for each that is set apart.
    """
    around = _numbers(sides)
    first = _numbers(b" ".join(corners.split(None, 8)[:8]))
    if not first or around[3] - around[1] < _ONE_LINE * (max(first[1::2]) - min(first[1::2])):
        return [around]
    points = _numbers(corners)
    lines: list[list[float]] = []
    for start in range(0, len(points), 8):
        xs, ys = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
        left, low, right, high = min(xs), min(ys), max(xs), max(ys)
        last = lines[-1] if lines else None
        if last and last[1] <= (low + high) / 2 <= last[3] and left >= last[0] - 1:
            last[:] = [min(last[0], left), min(last[1], low), max(last[2], right), max(last[3], high)]
        else:
            lines.append([left, low, right, high])
    return lines


def _numbers(said: bytes) -> list[float]:
    return list(map(float, said.split()))
