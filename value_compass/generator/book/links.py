"""Links of a part of a book: to names, and a rectangle for each of their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from value_compass.generator.book.objects import array, found, named, text

LINK = "vc:"
"""How the address of a place in the book begins until it has a name in the file."""

_WORDS = rb"(\((?:[^()\\]|\\.|\([^()]*\))*\)|<[0-9A-F]*>)"
_ADDRESS = re.compile(rb"/A<</Type/Action/S/URI/URI%b>>" % _WORDS, re.DOTALL)
_TOLD = re.compile(rb"/Contents%b" % _WORDS, re.DOTALL)
_SIDES = re.compile(rb"/Rect\[([^\]]*)\]")
_CORNERS = re.compile(rb"/QuadPoints\[([^\]]*)\]")
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
    """

    def __init__(self, objects: dict[int, bytes], tags: dict[int, int], names: Mapping[str, str]) -> None:
        self._objects = objects
        self._tags = tags
        self._names = names
        self._known: dict[str, tuple[bytes, bytes]] = {}
        self._numbers = count(max(objects) + 1)
        self._keys = count(max(tags, default=0) + 1)

    def mend(self, page: int) -> list[int]:
        """Give each line of the links of a page a rectangle of its own: some readers look at nothing else."""
        links = named(b"Annots", self._objects[page])
        more: list[int] = []
        for link in links:
            said = self._leading(self._objects[link])
            corners, sides = _CORNERS.search(said), found(_SIDES, said)
            first, *others = _lines(sides[1], corners[1] if corners else b"")
            if corners:
                said = said.replace(corners[0], b"", 1)
            self._objects[link] = said.replace(sides[0], _sides(first), 1)
            for line in others:
                number, key = next(self._numbers), next(self._keys)
                tag = self._tags[key] = self._tags[int(found(KEY, said)[2])]
                there = said.replace(sides[0], _sides(line), 1)
                self._objects[number] = KEY.sub(b"/StructParent %d" % key, there)
                kid = b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page, number)
                kids = found(_KIDS, self._objects[tag])
                self._objects[tag] = self._objects[tag].replace(kids[0], b"/K[%b%b]" % (kids[1], kid), 1)
                more.append(number)
        if more:
            self._objects[page] = _LINKS.sub(b"/Annots%b" % array([*links, *more]), self._objects[page])
        return [*links, *more]

    def _leading(self, link: bytes) -> bytes:
        """A link to the name of its place, if it leads to one."""
        address = _ADDRESS.search(link)
        label = _read(address[1]) if address else ""
        if not address or not label.startswith(LINK):
            return link
        action, told = self._said(label.removeprefix(LINK))
        return link.replace(address[0], action).replace(found(_TOLD, link)[0], told)

    def _said(self, label: str) -> tuple[bytes, bytes]:
        """What a link to a place does, and what it tells those who hear it."""
        if label not in self._known:
            told = text(self._names.get(label, label))
            self._known[label] = b"/A<</S/GoTo/D%b>>" % text(label), b"/Contents%b" % told
        return self._known[label]


def _read(words: bytes) -> str:
    """The words of an address."""
    if words.startswith(b"<"):
        return bytes.fromhex(words[1:-1].decode()).decode()
    return re.sub(rb"\\(.)", rb"\1", words[1:-1]).decode()


def _sides(line: list[float]) -> bytes:
    return b"/Rect[%b]" % b" ".join(b"%.6g" % round(side, 2) for side in line)


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
