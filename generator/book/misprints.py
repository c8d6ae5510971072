"""What a reader of the book would miss: signs that no font has, words and titles that have no room.

Pure functions over a playbook or a draft: the check can say the same at the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.book.codes import leads_somewhere
from generator.book.fonts import Fonts, fonts_of, width
from generator.playbook.playbook import Playbook
from schemas.fields import Entry
from schemas.settings import Settings
from schemas.walk import Keys, walk

_COLUMN = 232.0
"""The room of half a page's column, in points: a word that is wider is divided anywhere."""

_TITLE, _TITLE_LINES, _TITLE_ROOM = 20.0, 3, 420.0
_TAB, _TAB_ROOM = 7.2, 75.0

_NO_SIGN = "is in no font of the book: add one to fonts/, or write it otherwise"

_UNSEEN = frozenset({"confidential", "fingerprint", "reference"})
"""Fields that no reader sees."""


@dataclass(frozen=True, slots=True)
class Misprint:
    """Something that the book prints otherwise than it is written."""

    file: str
    keys: Keys
    """The way to the text from the top of its file."""
    text: str
    """The signs, the word or the title."""
    what: str
    """What becomes of it, as the end of a sentence."""


def misprints(settings: Settings | None, entries: Iterable[Entry], fonts: Fonts) -> Iterator[Misprint]:
    """What the book cannot print as it is written, in the order of the files.

    Args:
        settings: what site.yml says; nothing where it cannot be read.
        entries: what was read.
        fonts: what the book is set in.
    """
    if settings:
        yield from _in_text("site.yml", settings, fonts)
        for number, section in enumerate(settings.sections):
            if width(section.title, _TAB) > _TAB_ROOM:
                yield Misprint(
                    "site.yml",
                    ("sections", number, "title"),
                    section.title,
                    "is cut short on the tab at the edge",
                )
    for entry in entries:
        yield from _in_text(entry.reference.file, entry, fonts)
        if width(entry.name, _TITLE) > _TITLE_LINES * _TITLE_ROOM:
            yield Misprint(
                entry.reference.file, ("name",), entry.name, "takes more than three lines as a title"
            )


def warnings_of(playbook: Playbook, folder: Path) -> list[str]:
    """What to tell before a book is set."""
    found = [
        f"{one.file}: \u201c{one.text}\u201d {one.what}"
        for one in misprints(playbook.settings, playbook.entries.values(), fonts_of(folder))
    ]
    site = playbook.settings.site_address
    if site and not leads_somewhere(site):
        found.insert(
            0,
            f"site_address in site.yml is a stand-in, {site[:80]}, that leads nowhere: no codes. "
            "Write there where the site really is before you print.",
        )
    return found


def _in_text(file: str, model: object, fonts: Fonts) -> Iterator[Misprint]:
    for keys, value in walk(model):
        if not isinstance(value, str) or keys[0] in _UNSEEN:
            continue
        signs = fonts.lacks(value)
        if signs:
            yield Misprint(file, keys, "".join(signs), _NO_SIGN)
        for word in value.split():
            if len(word) > 30 and "://" not in word and "[[" not in word and width(word, 9.2) > _COLUMN:
                yield Misprint(file, keys, word, "is wider than a column and will be divided anywhere")
