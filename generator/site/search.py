"""The index of the search: a script that the browser loads when a reader first goes to the search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.check.reading import words_of
from generator.pages.page import Page, entry_address
from generator.pages.prose import plain_text
from generator.playbook.playbook import Playbook
from schemas.fields import Entry
from schemas.kinds import KINDS
from schemas.route import Step
from schemas.walk import walk

SEARCH_INDEX = "assets/search-index.js"
"""Where the site keeps the index. A script, because a browser reads no data files from a file share."""

COMMON = 0.3
"""A word that stands in more than this part of all texts tells nothing apart and is left out."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the search knows about an entry or a page."""

    kind: str
    name: str
    address: str
    summary: str
    aliases: tuple[str, ...] = ()
    situation: str = ""
    """When a reader needs it, in a reader's own words."""
    text: str = ""
    """Everything else that it says."""


def search_index(playbook: Playbook, pages: Sequence[Page]) -> str:
    """The script with the index.

    Args:
        playbook: what the edition shows.
        pages: all of the site, in reading order.

    Returns:
        JavaScript that sets `compassIndex`: the records, and for every further word the numbers of the
        records that say it.
    """
    found = list(records(playbook, pages))
    rows = [[r.kind, r.name, r.address, r.summary, r.aliases, r.situation] for r in found]
    index = {"records": rows, "words": _words(found)}
    return f"var compassIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def records(playbook: Playbook, pages: Iterable[Page]) -> Iterator[Record]:
    """A record for every entry, and for every page that is not one entry's."""
    for page in pages:
        if page.level != 2:
            word = "Section" if page.level == 0 else "Overview"
            stem = page.address.removesuffix("/index.html").removesuffix(".html").rpartition("/")[2]
            yield Record(word, page.title, page.address, page.description, (stem.replace("-", " "),))
        yield from (_record(playbook, playbook[reference]) for reference in page.entries)


def _record(playbook: Playbook, entry: Entry) -> Record:
    words, kind = plain_text(playbook), KINDS[entry.reference.kind]
    return Record(
        kind.singular.capitalize(),
        entry.name,
        entry_address(entry.reference, playbook.entries),
        words(entry.summary),
        (*entry.aliases, f"Step {entry.order}") if isinstance(entry, Step) else entry.aliases,
        words((getattr(entry, kind.reader_words) if kind.reader_words else None) or ""),
        " ".join(words(value) for _, value in walk(entry) if type(value) is str),
    )


def _words(found: Sequence[Record]) -> dict[str, list[int]]:
    """The words of the texts that no other part of the record says, and where they stand."""
    places: dict[str, list[int]] = {}
    for number, record in enumerate(found):
        said = folded(" ".join((record.name, record.summary, *record.aliases, record.situation)))
        for word in sorted(folded(record.text) - said):
            if len(word) > 2:
                places.setdefault(word, []).append(number)
    return {word: numbers for word, numbers in sorted(places.items()) if len(numbers) <= COMMON * len(found)}


@lru_cache(maxsize=5000)
def folded(text: str) -> frozenset[str]:
    """The words of a text in their plainest form, as the script folds what is typed.

    What it makes is kept for the live preview, which folds the same texts again and again.
    """
    return frozenset(words_of(text))
