"""Objects of a PDF: taken out of a file that Typst wrote, and packed into one of ours.

An object is the bytes that stand for it in a file; it names others by their numbers.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, count, islice, pairwise
from typing import Self

from msgspec import Struct

from value_compass.generator.book.failure import BookFailure

_NUMBER = re.compile(rb"(\d+)(?= 0 R\b)")
_DIGITS, _NAMED = b"0123456789", b" 0 R"
"""What the name of an object is made of: its number, and what follows it."""

_BETWEEN = b"\n\xff\xff\n"
"""What stands between objects that are one text; no text of a PDF is written with these bytes."""

_UNBOUND = "Typst wrote a PDF that cannot be bound"

_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_TEXT = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)", re.DOTALL)
"""A text, which may have brackets in it."""

_HEAD = b"%PDF-1.7\n%\x80\x80\x80\x80\n"

_TOGETHER = 200
"""So many objects are packed in one stream."""

_WIDTHS = (1, 4, 1)
"""The bytes of what a file says of an object: its sort, its offset or its stream, its place in that one."""

_FREE, _ALONE, _PACKED = 0, 1, 2
"""The sorts."""

_NEXT = b"\x02" + bytes(sum(_WIDTHS) - 1) + b"\x01"
"""A line of the table as it differs from the one above, where an object follows another in its stream."""


class Stretch(Struct, frozen=True):
    """Objects whose numbers follow one another, as they stand in a file."""

    first: int
    packed: int
    """How many are packed in streams: those with the first numbers."""
    offsets: tuple[int, ...]
    """Where the others begin, which are streams themselves; those that hold what is packed come last."""
    data: bytes

    @property
    def end(self) -> int:
        """The number after the last one."""
        return self.first + self.packed + len(self.offsets)


def objects_of(pdf: bytes) -> tuple[dict[int, bytes], bytes]:
    """The objects of a file by their numbers, and what it says at its end.

    No text in them can be taken for the name of an object.
    """
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    table, _, trailer = pdf[start:].partition(b"trailer")
    begins = {int(offset): n for n, (offset, sort) in enumerate(_ENTRY.findall(table)) if sort == b"n"}
    found: dict[int, bytes] = {}
    for begin, end in pairwise([*sorted(begins), start]):
        said = pdf[pdf.index(b"obj", begin) + 3 : pdf.rindex(b"endobj", begin, end)].strip(b"\n")
        found[begins[begin]] = (
            _TEXT.sub(_without_names, said)
            if b"(" in said and _NAMED in said and not is_stream(said)
            else said
        )
    return found, trailer


def _without_names(text: re.Match[bytes]) -> bytes:
    return text[0].replace(b" 0 R", b" 0\\040R")


def is_stream(said: bytes) -> bool:
    """Whether an object is a stream."""
    return said.endswith(b"endstream")


class Parted(Struct, frozen=True):
    """Objects as one text, in pieces, because there are many in a book, and little in each."""

    objects: Sequence[bytes]
    heads: Sequence[bytes]
    """They without the data of streams, in which nothing is named."""
    words: Sequence[bytes]
    """What stands before, between and after the numbers of those that they name."""
    numbers: Sequence[bytes]

    @classmethod
    def of(cls, objects: Sequence[bytes]) -> Self:
        """Objects in pieces."""
        heads = [said[: said.index(b"stream\n")] if is_stream(said) else said for said in objects]
        *before, last = _BETWEEN.join(heads).split(_NAMED)
        words = [piece.rstrip(_DIGITS) for piece in before]
        numbers = [piece[len(word) :] for piece, word in zip(before, words, strict=True)]
        return cls(objects, heads, [*words, last], numbers)

    def named(self) -> Iterator[list[int]]:
        """The numbers of those that each of them names."""
        numbers = map(int, self.numbers)
        return (list(islice(numbers, head.count(_NAMED))) for head in self.heads)

    def renumbered(self, new: Callable[[bytes], bytes]) -> list[bytes]:
        """The objects, which name others by new numbers.

        Raises:
            BookFailure: when what stands between objects stands in one.
        """
        pieces = [_NAMED] * (len(self.words) + 2 * len(self.numbers))
        pieces[::3] = self.words
        pieces[1::3] = map(new, self.numbers)
        heads = b"".join(pieces).split(_BETWEEN)
        if len(heads) != len(self.heads):
            raise BookFailure(_UNBOUND)
        return [
            head + said[len(old) :] for head, said, old in zip(heads, self.objects, self.heads, strict=True)
        ]


def references(said: bytes) -> list[int]:
    """The numbers of the objects that one names."""
    return [int(number) for number in _NUMBER.findall(said)]


def named(key: bytes, said: bytes) -> list[int]:
    """Those that it names under a key."""
    found = re.search(rb"/%b ?(\[[^\]]*\]|\d+ 0 R)" % key, said)
    return references(found[1]) if found else []


def found(pattern: re.Pattern[bytes], said: bytes) -> re.Match[bytes]:
    """What Typst always writes.

    Raises:
        BookFailure: when it did not.
    """
    there = pattern.search(said)
    if not there:
        raise BookFailure(_UNBOUND)
    return there


def array(numbers: Iterable[int]) -> bytes:
    """The objects with some numbers."""
    return b"[%b]" % b" ".join(b"%d 0 R" % number for number in numbers)


def letters(words: str) -> bytes:
    """Words as a PDF holds them."""
    return words.encode() if words.isascii() else b"\xfe\xff" + words.encode("utf-16-be")


def text(words: str) -> bytes:
    """Words as they stand in an object."""
    if words.isascii() and words.isprintable():
        return b"(%b)" % re.sub(r"([()\\])", r"\\\1", words).encode()
    return b"<%b>" % letters(words).hex().upper().encode()


def packed(objects: Sequence[bytes], streams: Sequence[bytes], first: int) -> Stretch:
    """Objects, and streams after them, with the numbers from the first one on."""
    alone = list(streams)
    for start in range(0, len(objects), _TOGETHER):
        group = objects[start : start + _TOGETHER]
        begins = accumulate((len(said) + 1 for said in group[:-1]), initial=0)
        head = b" ".join(b"%d %d" % pair for pair in zip(count(first + start), begins, strict=False))
        said = zlib.compress(b"%b\n%b" % (head, b"\n".join(group)))
        sort = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
        alone.append(sort % (len(group), len(head) + 1, len(said), said))
    numbered = [b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(alone, first + len(objects))]
    *offsets, _ = accumulate(map(len, numbered), initial=0)
    return Stretch(first, len(objects), tuple(offsets), b"".join(numbered))


def unpacked(stretch: Stretch) -> tuple[list[bytes], list[bytes]]:
    """The objects, and the streams after them, that a stretch was made of."""
    chunks = [stretch.data[begin:end] for begin, end in pairwise([*stretch.offsets, len(stretch.data)])]
    said = [chunk.partition(b"\n")[2].removesuffix(b"\nendobj\n") for chunk in chunks]
    groups = len(range(0, stretch.packed, _TOGETHER))
    objects: list[bytes] = []
    for group in said[len(said) - groups :]:
        head, _, body = zlib.decompress(_data(group)).partition(b"\n")
        begins = [int(number) for number in head.split()[1::2]]
        objects += [body[begin : end - 1] for begin, end in pairwise([*begins, len(body) + 1])]
    return objects, said[: len(said) - groups]


def _data(stream: bytes) -> bytes:
    return stream.partition(b"stream\n")[2].removesuffix(b"\nendstream")


def file_of(stretches: Sequence[Stretch], entries: bytes) -> bytes:
    """A file, the same bytes each time.

    Args:
        stretches: its objects, with rising numbers, from 1 on.
        entries: what it says at its end.
    """
    data = _HEAD + b"".join(stretch.data for stretch in stretches)
    begins = accumulate((len(stretch.data) for stretch in stretches), initial=len(_HEAD))
    table = _Table()
    for stretch, begin in zip(stretches, begins, strict=False):
        table.stretch(stretch, begin)
    number = stretches[-1].end
    table.line(_ALONE, len(data), 0)
    said = zlib.compress(table.data)
    name = hashlib.sha256(data).hexdigest()[:32].encode()
    heads = {
        b"Type": b"/XRef",
        b"Size": b"%d" % (number + 1),
        b"W": b"[%d %d %d]" % _WIDTHS,
        b"Filter": b"/FlateDecode",
        b"DecodeParms": b"<</Predictor 12/Columns %d>>" % sum(_WIDTHS),
        b"ID": b"[<%b><%b>]" % (name, name),
        b"Length": b"%d" % len(said),
    }
    head = b"".join(b"/%b %b" % pair for pair in heads.items())
    last = b"%d 0 obj\n<<%b%b>>\nstream\n%b\nendstream\nendobj\n" % (number, head, entries, said)
    return b"%b%bstartxref\n%d\n%%%%EOF\n" % (data, last, len(data))


class _Table:
    """Where objects stand, by their numbers: each line as it differs from the one above."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._above = bytes(sum(_WIDTHS))
        self._end = 0

    def line(self, *said: int) -> None:
        """The next line."""
        line = b"".join(one.to_bytes(width, "big") for one, width in zip(said, _WIDTHS, strict=True))
        self.data += bytes((2, *((one - above) % 256 for one, above in zip(line, self._above, strict=True))))
        self._above = line

    def stretch(self, stretch: Stretch, begin: int) -> None:
        """The lines up to the end of a stretch that begins at a place of the file."""
        for _ in range(self._end, stretch.first):
            self.line(_FREE, 0, 0)
        starts = range(0, stretch.packed, _TOGETHER)
        for stream, start in enumerate(starts, stretch.end - len(starts)):
            follow = min(_TOGETHER, stretch.packed - start) - 1
            self.line(_PACKED, stream, 0)
            self.data += _NEXT * follow
            self._above = self._above[:-1] + bytes((follow,))
        for offset in stretch.offsets:
            self.line(_ALONE, begin + offset, 0)
        self._end = stretch.end
