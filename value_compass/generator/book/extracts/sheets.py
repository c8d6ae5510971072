"""Sheets of their own, such as cards: what they hold, and how they become a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from value_compass.generator.book.codes import Code
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.press import Press
from value_compass.generator.book.printable import printable_tree
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.load.scratch import scratch


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is to be printed, and the template that lays it out."""

    data: Mapping[str, Any]
    template: str


def build_sheets(sheets: Sheets, target: Path, imprint: Imprint, *, folder: Path | None = None) -> None:
    """Write sheets as a PDF.

    Args:
        sheets: what is to be printed.
        target: the file to write.
        imprint: as of when they are printed, and how.
        folder: the playbook's folder, which may hold fonts of its own.

    Raises:
        BookFailure: when something does not fit, or Typst refuses; the message says what and where.
    """
    fonts = fonts_of(folder)
    said = printable_tree(dict(sheets.data), fonts, divide=False)
    data = {"draft": False, "numbers": {}, "families": list(fonts.families)}
    with scratch("compass-book-") as work:
        pdf = Press(work, fonts.files, imprint.day).pdf(sheets.template, {**data, **said})
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pdf)


def drawn(code: Code | None) -> dict[str, str] | None:
    """A code as Typst reads it."""
    return {"svg": code.svg, "alt": code.alt, "letters": code.letters} if code else None
