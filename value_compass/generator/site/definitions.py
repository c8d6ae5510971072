"""Words of the glossary in the texts of pages: the first use of each on a page leads to its definition."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape

from value_compass.generator.pages.page import Page, entry_address, relative_address
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.reading import Term

DEFINED = 'class="vc-defined"'
"""How one knows a page with such a word."""

SHORT = 6
"""A word of so few letters has other meanings too, unless it is an abbreviation such as SLA."""

_TAG = re.compile(
    r"(<(?:svg|script)\b[^<]*(?:<(?!/(?:svg|script)>)[^<]*)*</(?:svg|script)>|<(/?)(\w+)([^>]*)>)"
)
"""What splits a page: a drawing or a script, whole, or a tag, of which one sees its slash, name and rest."""

_STEP = _TAG.groups + 1
"""So many pieces a tag makes: the words before it, itself, and what one sees of it."""

_TEXTS = frozenset({"p", "li", "dd", "td"})
"""Elements whose words are texts."""

_NO_TEXTS = frozenset(
    {"a", "h1", "h2", "h3", "h4", "h5", "h6", "button", "details", "label", "select", "summary", "th", "dt"}
)
"""Elements within which nothing is a text: headings, links, what one operates, what is closed."""

_NO_CLASSES = re.compile(
    r'class="[^"]*\bvc-(?:visually-hidden|mark-words|basis|usual|jump|owner|kind|kicker|strip|marks-key|save|names)\b'
)

_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "col"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary, or another name of it."""

    name: str
    address: str
    means: str
    written: str = field(init=False)
    """How it stands in a page, in small letters."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", _written(self.name).lower())


def words_of(playbook: Playbook) -> tuple[Word, ...]:
    """The words that pages explain, the longest first; what names a kind stands everywhere."""
    kinds = {word for kind in playbook.kinds.values() for word in (kind.singular, *kind.singular.split())}
    plainly = plain_text(playbook)
    found = [
        Word(name, entry_address(term.reference, playbook), plainly(term.summary))
        for term in playbook.of(Term)
        for name in (term.name, *term.aliases)
        if name.lower() not in kinds and (len(name) > SHORT or name.isupper())
    ]
    return tuple(sorted(found, key=lambda word: -len(word.name)))


def with_definitions(html: str, page: Page, words: Sequence[Word]) -> str:
    """Let the first use of each word in the texts of an entry's page lead to its definition."""
    if page.level < 2:
        return html
    whole = html.lower()
    if not any(word.written in whole for word in words):
        return html
    pieces = _TAG.split(html)
    texts = list(_texts(pieces))
    small = "\n".join([pieces[place] for place in texts]).lower()
    here = [word for word in words if word.written in small]
    left = {word.address for word in here}
    for place in texts:
        if not left:
            break
        pieces[place] = _defined(pieces[place], page, here, left)
    words_and_tags = zip(pieces[::_STEP], (*pieces[1::_STEP], ""), strict=True)
    return "".join([text + tag for text, tag in words_and_tags])


def _texts(pieces: Sequence[str]) -> Iterator[int]:
    """The places in a split page of what is words of a text."""
    # What is open: its name, whether words in it are texts, and whether nothing in it is one.
    open_ = [("", False, False)]
    for place in range(0, len(pieces) - 1, _STEP):
        text, _, end, name, rest = pieces[place : place + _STEP]
        within, is_text, bars = open_[-1]
        if is_text and not bars and text and not text.isspace():
            yield place
        if not name or name in _EMPTY or rest.endswith("/"):
            continue
        if not end:
            bars = bars or name in _NO_TEXTS or bool(_NO_CLASSES.search(rest))
            open_.append((name, is_text or name in _TEXTS, bars))
        elif within == name:
            open_.pop()


def _defined(text: str, page: Page, words: Collection[Word], left: set[str]) -> str:
    """A text with words that lead to the addresses which are left, as the page has not led there yet."""
    small = text.lower()
    for word in words:
        # Most texts hold none of the words; to see that needs no pattern.
        found = _pattern(word.name).search(text) if word.written in small else None
        if found:
            # The rest of the text may hold other words. What is found holds none, told before or not.
            before = _defined(text[: found.start()], page, words, left)
            shown = found[0]
            if word.address in left:
                left.remove(word.address)
                address = relative_address(word.address, page.address)
                shown = f'<a {DEFINED} href="{address}" data-means="{escape(word.means)}">{shown}</a>'
            return before + shown + _defined(text[found.end() :], page, words, left)
    return text


def _written(name: str) -> str:
    return escape(name, quote=False)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """How a word is looked for, with the ending of a plural."""
    flags = 0 if name.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){re.escape(_written(name))}(?:s|es)?(?![\w-])", flags)
