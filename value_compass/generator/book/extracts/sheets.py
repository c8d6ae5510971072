"""Sheets of their own, such as cards: what they hold, and how they become a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from pydantic_core import to_json

from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.keeping import keep, kept, key_of, press_key
from value_compass.generator.book.press import TEMPLATES, Press, printed
from value_compass.generator.book.printable import divided_on_sheets, printable_tree
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.load.scratch import scratch


class Sheets(Struct, frozen=True):
    """What is to be printed, and the template that lays it out."""

    data: Mapping[str, Any]
    template: str


def print_sheets(
    asked: Mapping[str, Sheets], imprint: Imprint, *, folder: Path | None = None
) -> Mapping[str, bytes | BookFailure]:
    """Print sheets of several sorts in one run of Typst; what was printed before is not printed again.

    Args:
        asked: what is to be printed, by names.
        imprint: as of when they are printed, and how.
        folder: the playbook's folder, which may hold fonts of its own.

    Returns:
        The PDFs by the same names, or why one could not be printed.
    """
    fonts = fonts_of(folder)
    look = (press_key(TEMPLATES), imprint.day.isoformat(), *fonts.state)
    base = {"draft": False, "numbers": {}, "families": list(fonts.families)}
    data = {
        name: {**base, **printable_tree(dict(sheets.data), fonts, divide=divided_on_sheets)}
        for name, sheets in asked.items()
    }
    keys = {name: key_of(*look, sheets.template, to_json(data[name])) for name, sheets in asked.items()}
    made: dict[str, bytes | BookFailure] = {
        name: found for name, key in keys.items() if (found := kept("sheets", key)) is not None
    }
    missing = [name for name in asked if name not in made]
    if missing:
        with scratch("compass-book-") as work:
            press = Press(work, fonts.files, imprint.day)
            printed = press.pdfs([(asked[name].template, data[name]) for name in missing])
        made |= zip(missing, printed, strict=True)
    for name in missing:
        if isinstance(pdf := made[name], bytes):
            keep("sheets", keys[name], pdf)
    return made


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
    (made,) = print_sheets({"": sheets}, imprint, folder=folder).values()
    pdf = printed(made)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pdf)
