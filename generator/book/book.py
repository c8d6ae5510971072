"""The printed edition of a playbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.book.boxes import with_bleed_boxes
from generator.book.compose import Composition, compose
from generator.book.extracts.extract import Extract
from generator.book.failure import BookFailure
from generator.book.images import Images
from generator.book.imprint import Imprint
from generator.book.press import FAMILIES, press
from generator.load.scratch import scratch
from generator.pages.page import Page
from generator.playbook.playbook import Playbook

__all__ = ["BookFailure", "build_book", "build_sheets"]

_NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')


def build_book(
    playbook: Playbook,
    pages: Sequence[Page],
    target: Path,
    imprint: Imprint,
    extract: Extract | None = None,
) -> None:
    """Write the book as a PDF; what cannot be printed whole is not written at all.

    Args:
        playbook: what the edition shows.
        pages: rendered for print, in reading order.
        target: the file to write.
        imprint: as of when the book is printed, and how.
        extract: what the pages are chosen for; nothing when they are the whole book.

    Raises:
        BookFailure: when something could not be printed; the message says what, and at which entry.
    """

    def made(images: Images) -> Composition:
        return compose(playbook, pages, images, imprint, extract)

    _build(made, target, imprint, {page.title: page.html for page in pages})


def build_sheets(
    made: Callable[[Images], Composition],
    target: Path,
    playbook: Playbook,
    imprint: Imprint,
) -> None:
    """Write sheets of their own, such as cards, as a PDF, with the checks of the book.

    Args:
        made: puts together what is to be printed, with the figures that it needs.
        target: the file to write.
        playbook: what the edition shows.
        imprint: as of when they are printed, and how.

    Raises:
        BookFailure: when something could not be printed; the message says what, and at which entry.
    """
    texts = {entry.name: entry.model_dump_json() for entry in playbook.entries.values()}
    _build(made, target, imprint, texts)


def _build(
    made: Callable[[Images], Composition],
    target: Path,
    imprint: Imprint,
    texts: Mapping[str, str],
) -> None:
    with scratch("compass-book-") as work:
        composition = made(Images(work, FAMILIES, greyscale=imprint.finish.greyscale))
        try:
            pdf = press(composition, work, imprint.day)
        except BookFailure as failure:
            raise BookFailure(f"{failure}{_where(str(failure), texts)}") from failure
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(with_bleed_boxes(pdf) if imprint.finish.bleed else pdf)


def _where(failure: str, texts: Mapping[str, str]) -> str:
    """The titles of what holds a text which the fonts of the book cannot show."""
    unknown = _NO_GLYPH.search(failure)
    found = [title for title, text in texts.items() if unknown and unknown["text"] in text]
    return "; it stands in " + ", ".join(f'"{title}"' for title in found[:3]) if found else ""
