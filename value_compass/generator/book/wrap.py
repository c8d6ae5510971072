"""The wrap of a bound book: its back, its spine and its front on one sheet for the binder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from value_compass.generator.book.book import Setting, lay_out
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.press import Press
from value_compass.generator.book.printable import printable_tree
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.load.scratch import scratch
from value_compass.generator.playbook.playbook import Playbook

PAPER = 0.1
"""How thick a sheet of the usual paper of 80 to 90 grams is, in millimetres."""


def build_wrap(
    playbook: Playbook,
    target: Path,
    imprint: Imprint,
    *,
    folder: Path | None = None,
    paper: float = PAPER,
) -> float:
    """Write the wrap as a PDF of one page.

    Args:
        playbook: what the edition shows.
        target: the file to write.
        imprint: as of when the book is printed, and how.
        folder: the playbook's folder, which may hold fonts of its own.
        paper: how thick a sheet of the book's paper is, in millimetres.

    Returns:
        How wide the spine is, in millimetres.

    Raises:
        BookFailure: when something could not be printed; the message says what.
    """
    with scratch("compass-book-") as work:
        setting = Setting(imprint, fonts_of(folder))
        press = Press(work, setting.fonts.files, imprint.day)
        laid, _, base = lay_out(playbook, setting, press)
        spine = round(len(laid.sheets) / 2 * paper, 1)
        settings = playbook.settings
        said = {
            "front": _only_atom(laid, 0),
            "back": _only_atom(laid, -1),
            "spine": spine,
            "title": settings.title,
            "organisation": settings.organisation,
        }
        data = {**base, "draft": False, **printable_tree(said, setting.fonts)}
        made = press.pdf("wrap.typ", data)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)
    return spine


def _only_atom(laid: Bound, place: int) -> dict[str, Any]:
    """What stands on a page that holds one thing."""
    return laid.sheets[place].leaf.frames[0].blocks[0].atom
