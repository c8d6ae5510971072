"""The book prints what is written.

The fonts of the book have the letters of most European languages, Greek and Cyrillic, and common signs. A
sign that they lack is printed as its name in brackets. A word that is wider than a column is divided
anywhere, and the title of a section that is too long for the tab at the edge of the page is cut short
there. The site shows all of them as they are written. This is a warning: the book is made all the same.

**Way out:** write it otherwise; or, for signs, put a font that has them into a folder `fonts/` beside
`site.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.wording import shown
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "missing-sign": Meaning(
        "A sign that no font of the book has",
        "The book prints the name of the sign in brackets instead. Write it otherwise, or put a font that "
        "has it, an .otf or .ttf file, into a folder fonts/ beside site.yml.",
        "summary: \u624b ni osameru",
        "summary: Closed in the hand",
        Severity.WARNING,
        lenient=True,
    ),
    "too-wide": Meaning(
        "Words that are too wide for their place in the book",
        "A word that is wider than a column is divided anywhere, and a section's title that is wider than "
        "the tab at the edge of the page is cut short there. Take a shorter one, or divide it with a hyphen.",
        "title: Everything about the season and the year",
        "title: The season",
        Severity.WARNING,
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""

COMMON = (
    "\u00a0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2190-\u2193\u2212\u2713"
)
"""Signs that the fonts surely have: most texts hold no others, and no font has to be opened for them."""

_UNCOMMON = re.compile(rf"[^\x00-\x7f{COMMON}]")

_LONG = re.compile(r"(?<!\S)(?=\S{31})(?!\S*(?:://|\[\[|\]\(|[-\u00ad]))\S+")
"""A word that may be wider than a column; addresses and links are divided at their signs."""

_WORD, _COLUMN = 9.2, 232.0
"""The size of texts and the room of half a page's column, in points."""

_TAB, _TAB_ROOM = 6.6, 75.0
"""The least size of a tab's words and their room, in points."""

_ROOM = {
    sign: room
    for room, signs in ((0.38, " ijlftrI.,:;'"), (0.5, "csvxyz"), (0.57, "abdeghknopqu0123456789-"))
    for sign in signs
}
"""More room than common letters take, in parts of their size; no other takes more than its size."""


def check(draft: Draft) -> Iterator[Problem]:
    """Texts of entries, then those of site.yml."""
    for source, parts in draft.all_parts():
        for keys, text in parts.texts:
            if keys[0] != "confidential":
                if not text.isascii() and _UNCOMMON.search(text):
                    yield from _signs(draft, source, keys, text)
                if len(text) > 30:
                    yield from _words(draft, source, keys, text)
    for number, section in enumerate(draft.settings.sections if draft.settings else ()):
        if _wide(section.title, _TAB, _TAB_ROOM):
            yield draft.problem(
                "too-wide",
                "this title is cut short on the tab at the edge of the book's pages",
                None,
                ("sections", number, "title"),
                "take a shorter one",
            )


def _signs(draft: Draft, source: Reference | None, keys: Keys, text: str) -> Iterator[Problem]:
    from value_compass.generator.load.fonts import fonts_of  # noqa: PLC0415 - most checks open no font

    fonts = fonts_of(draft.folder.path)
    for sign in fonts.lacks(text):
        yield draft.problem(
            "missing-sign",
            f'no font of the book has "{shown(sign)}": it prints {fonts.printable(sign)}',
            source,
            keys,
            "write it otherwise, or put a font that has it into the folder fonts/ beside site.yml",
            part=sign if sign in text else None,
        )


def _words(draft: Draft, source: Reference | None, keys: Keys, text: str) -> Iterator[Problem]:
    for found in _LONG.finditer(text):
        if _wide(found[0], _WORD, _COLUMN):
            yield draft.problem(
                "too-wide",
                "this word is wider than a column of the book, and is divided anywhere",
                source,
                keys,
                "take a shorter one, or divide it with a hyphen",
                part=found[0],
            )


def _wide(text: str, size: float, room: float) -> bool:
    if most(text) * size <= room:
        return False
    from value_compass.generator.load.fonts import width  # noqa: PLC0415 - most checks open no font

    return width(text, size) > room


def most(text: str) -> float:
    """The most room that a text can take, in parts of its size: what fits by this needs no font opened."""
    return sum(_ROOM.get(sign, 1.0) for sign in text)
