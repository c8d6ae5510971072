"""What a reader sees on printed pages: words in a part of a page, codes, boxes, tones."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from pypdf.generic import Destination

from tests.book.shop import SITE, read_playbook, write_playbook
from value_compass.generator.playbook.playbook import Playbook

A4 = (595.28, 841.89)
MILLIMETRE = 72 / 25.4
SITE_ADDRESS = "https://moss.garden/shop/"

_PRINTED = str.maketrans({"\u2019": "'", "\u2013": "-", "\ufffe": "-", "\x02": "-", "\u200b": ""})
"""How print writes a quote, a dash, and a hyphen at the end of a line."""


def shop_on_the_web(folder: Path, entries: dict[str, str]) -> Playbook:
    """The small playbook, which says where its site is."""
    write_playbook(folder, entries)
    (folder / "site.yml").write_text(f"{SITE}site_address: {SITE_ADDRESS}\n", encoding="utf-8")
    return read_playbook(folder)


def words(
    page: pypdfium2.PdfPage, left: float = 0, bottom: float = 0, right: float = 0, top: float = 0
) -> str:
    """The words of a page, or those that stand within a part of it."""
    text = page.get_textpage()
    found = text.get_text_bounded(left, bottom, right, top) if right else text.get_text_bounded()
    return " ".join(found.translate(_PRINTED).split())


def printed(file: bytes | Path) -> list[str]:
    """The words of each page of a PDF."""
    return [words(page) for page in pypdfium2.PdfDocument(file)]


def letters(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Where each letter stands: left, bottom, right, top."""
    text = page.get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    return [box for box in boxes if box[2] > box[0]]


def codes(page: pypdfium2.PdfPage) -> list[tuple[str, float, float]]:
    """The codes of a page as a camera reads them: what each says, and where its middle stands."""
    bitmap = page.render(scale=3, grayscale=True)
    seen = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
    return [
        (
            code.text,
            (code.position.top_left.x + code.position.bottom_right.x) / 6,
            A4[1] - (code.position.top_left.y + code.position.bottom_right.y) / 6,
        )
        for code in zxingcpp.read_barcodes(seen, formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def shapes(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """The width and height of everything drawn, in millimetres."""
    found = []
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        found.append(((right - left) / MILLIMETRE, (top - bottom) / MILLIMETRE))
    return found


def squares(page: pypdfium2.PdfPage, side: float) -> int:
    """How many squares of a size are drawn, in millimetres with their line."""
    return sum(abs(w - side) < 0.15 and abs(h - side) < 0.15 for w, h in shapes(page))


def is_grey(page: pypdfium2.PdfPage) -> bool:
    """Whether a page has no colour."""
    bitmap = page.render(scale=1)
    pixels = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
    assert bitmap.n_channels == 3
    return pixels[0::3] == pixels[1::3] == pixels[2::3]


def plain(text: str) -> str:
    """Text without the marks that print has of its own: quotes, spaces, hyphens at the end of a line."""
    straight = re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text))
    return re.sub(r"[\s\u00ad\u2010]+", " ", straight)


def pressed(text: str) -> str:
    """Text without what print puts between its letters: spaces, hyphens, marks of its own."""
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]+", "", plain(text))


def outline(entries: list[Destination | list], level: int = 0) -> Iterator[tuple[int, Destination]]:  # type: ignore[type-arg]
    """The outline of a file, each line with its depth."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, level + 1)
        else:
            yield level, entry


def overlapping(page: pypdfium2.PdfPage) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Lines of a page that stand over one another."""
    text = page.get_textpage()
    boxes = sorted((text.get_rect(n) for n in range(text.count_rects())), key=lambda box: -box[3])
    found = []
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[3] < one[1]:
                break
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            if wide > 3 and high > 0.5 * min(one[3] - one[1], other[3] - other[1]):
                found.append((one, other))
    return found
