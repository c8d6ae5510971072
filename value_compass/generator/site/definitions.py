"""Words of the glossary in the texts of pages: the first use of each on a page leads to its definition."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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
    r"<(?:svg|script)\b.*?</(?:svg|script)>|<(?P<end>/?)(?P<name>\w+)(?P<rest>[^>]*)>", re.DOTALL
)

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
    held = frozenset(_WORD.findall(html.lower()))
    here = [word for word in words if _may_stand(word.name, held)]
    if page.level < 2 or not here:
        return html
    told: set[str] = set()
    return "".join(
        _defined(piece, page, here, told) if is_text and not piece.isspace() else piece
        for piece, is_text in _pieces(html)
    )


def _may_stand(name: str, held: frozenset[str]) -> bool:
    """Whether a page that holds these words can hold a name; to see that needs no pattern."""
    written = _written_words(name)
    if not written:
        return True
    *first, last = written
    return held.issuperset(first) and not held.isdisjoint((last, f"{last}s", f"{last}es"))


@cache
def _written_words(name: str) -> list[str]:
    return _WORD.findall(escape(name, quote=False).lower())


_WORD = re.compile(r"\w+")


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """A page in pieces, each with whether it is words of a text."""
    open_: list[tuple[str, bool]] = []
    last = 0
    for tag in _TAG.finditer(html):
        inside = bool(open_) and not any(bars for _, bars in open_) and any(n in _TEXTS for n, _ in open_)
        yield html[last : tag.start()], inside
        yield tag[0], False
        last = tag.end()
        name = tag["name"]
        if not name or name in _EMPTY or (tag["rest"] or "").endswith("/"):
            continue
        if not tag["end"]:
            open_.append((name, name in _NO_TEXTS or bool(_NO_CLASSES.search(tag["rest"]))))
        elif open_ and open_[-1][0] == name:
            open_.pop()
    yield html[last:], False


def _defined(text: str, page: Page, words: Collection[Word], told: set[str]) -> str:
    """A text with the words that have not been told on the page."""
    small = text.lower()
    for word in words:
        written, pattern = _looked_for(word.name)
        # Most texts hold none of the words; to see that needs no pattern.
        found = pattern.search(text) if written in small else None
        if found:
            # The rest of the text may hold other words. What is found holds none, told before or not.
            before = _defined(text[: found.start()], page, words, told)
            shown = found[0]
            if word.address not in told:
                told.add(word.address)
                address = relative_address(word.address, page.address)
                shown = f'<a {DEFINED} href="{address}" data-means="{escape(word.means)}">{shown}</a>'
            return before + shown + _defined(text[found.end() :], page, words, told)
    return text


@cache
def _looked_for(name: str) -> tuple[str, re.Pattern[str]]:
    """How a word is written in small letters, and the pattern of it, with the ending of a plural."""
    written = escape(name, quote=False)
    flags = 0 if name.isupper() else re.IGNORECASE
    return written.lower(), re.compile(rf"(?<![\w-]){re.escape(written)}(?:s|es)?(?![\w-])", flags)
