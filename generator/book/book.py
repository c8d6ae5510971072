"""The printed edition of a playbook."""

from __future__ import annotations

import datetime
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.book.compose import compose
from generator.book.failure import BookFailure
from generator.book.images import Images
from generator.book.press import FAMILIES, press
from generator.pages.page import Page
from generator.playbook.playbook import Playbook

__all__ = ["BookFailure", "build_book"]

_NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')


def build_book(
    playbook: Playbook, pages: Sequence[Page], target: Path, *, revision: str, day: datetime.date
) -> None:
    """Write the book as a PDF; what stood there before stays until the new one is whole.

    Args:
        playbook: what the edition shows.
        pages: rendered for print, in reading order.
        target: the file to write.
        revision: which revision of the playbook this is.
        day: the day that the book is dated; two builds of one day and revision are the same bytes.

    Raises:
        BookFailure: when something could not be printed; the message says what, and at which entry.
    """
    with tempfile.TemporaryDirectory(prefix="compass-book-") as folder:
        work = Path(folder)
        images = Images(work, FAMILIES)
        composition = compose(playbook, pages, images, revision=revision, day=day)
        try:
            pdf = press(composition, work, day)
        except BookFailure as failure:
            raise BookFailure(f"{failure}{_where(str(failure), pages)}") from failure
    _replace(target, pdf)


def _where(failure: str, pages: Sequence[Page]) -> str:
    """The pages that hold a text which the fonts of the book cannot show."""
    unknown = _NO_GLYPH.search(failure)
    found = [page.title for page in pages if unknown and unknown["text"] in page.html]
    return "; it stands in " + ", ".join(f'"{title}"' for title in found[:3]) if found else ""


def _replace(target: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
