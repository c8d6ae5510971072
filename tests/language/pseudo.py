"""A language in which every message stands in brackets: what is left outside of them has no home."""

from __future__ import annotations

import re
from gettext import NullTranslations
from html.parser import HTMLParser
from pathlib import Path

from value_compass.language.words import Words

SHOWN = frozenset(("title", "aria-label", "alt", "placeholder", "data-column"))
"""Attributes that readers see or hear."""

_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Bracketed(NullTranslations):
    """Says every message in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


PSEUDO = Words("en", Bracketed())


class _Texts(HTMLParser):
    """What readers see of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.running: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        self.texts += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.running.append(data)


def shown_texts(html: str) -> list[str]:
    """The running text of a page, and what only stands in attributes."""
    parser = _Texts()
    parser.feed(html)
    return [" ".join(parser.running), *parser.texts]


def homeless(text: str, known: frozenset[str]) -> set[str]:
    """The words of a text that stand in no message and in no file of the playbook."""
    # Messages stand in each other's places; signs between, such as those of a run, are no words.
    while (less := _BRACKETED.sub(" ", text)) != text:
        text = less
    return {word for word in _WORD.findall(text) if word.casefold() not in known}


def words_of_playbook(folder: Path) -> frozenset[str]:
    """All words of a playbook's files."""
    files = (folder / "site.yml", *folder.glob("content/**/*.yml"), *folder.glob("kinds/*.yml"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))
