"""The index of the search: a script that the browser loads when a reader first goes to the search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from value_compass.generator.check.reading import words_of
from value_compass.generator.pages.page import Page, entry_address
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.texts import is_text, language_of
from value_compass.language.words import _, capital
from value_compass.schemas.anatomy import Tier, anatomy_of
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import reader_words
from value_compass.schemas.walk import Keys, walk

SEARCH_INDEX = "assets/search-index.js"
"""Where the site keeps the index. A script, because a browser reads no data files from a file share."""

COMMON = 0.15
"""A word that stands in more than this part of all texts tells nothing apart and is left out."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Record(Struct, frozen=True):
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
    language: str | None = None
    """That of its words where it is another than the playbook's."""
    apart: bool = False
    """Whether it stands apart from the rest of its kind, and counts for less."""


def search_index(playbook: Playbook, pages: Sequence[Page]) -> str:
    """The script with the index.

    Args:
        playbook: what the edition shows.
        pages: all of the site, in reading order.

    Returns:
        JavaScript that sets `compassIndex`: the records; a line for every further word, with the places of
        the records that say it (each the distance from the one before, in base 36); the words that
        readers tried, with the places of the records that they mean; and the places of what stands apart.
    """
    found = list(records(playbook, pages))
    index = {
        "records": [
            [r.kind, r.name, r.address, r.summary, r.aliases, r.situation, *filter(None, [r.language])]
            for r in found
        ],
        "words": "\n".join(f"{word} {_in_short(places)}" for word, places in words(found).items()),
        "tried": list(_tried(playbook, found)),
        "apart": [place for place, record in enumerate(found) if record.apart],
    }
    return f"var compassIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def records(playbook: Playbook, pages: Iterable[Page]) -> Iterator[Record]:
    """A record for every entry, and for every page that is not one entry's."""
    for page in pages:
        if page.level != 2:
            word = _("Section") if page.level == 0 else _("Overview")
            stem = page.address.removesuffix("/index.html").removesuffix(".html").rpartition("/")[2]
            yield Record(word, page.title, page.address, page.description, (stem.replace("-", " "),))
        yield from (_record(playbook, playbook[reference]) for reference in page.entries)


def _record(playbook: Playbook, entry: Entry) -> Record:
    plain, kind = plain_text(playbook), playbook.kinds[entry.reference.kind]
    step = playbook.place(entry).step
    return Record(
        capital(kind.singular),
        entry.name,
        entry_address(entry.reference, playbook),
        plain(entry.summary),
        (*entry.aliases, _("Step {number}", number=step.order)) if step and step is entry else entry.aliases,
        plain(reader_words(entry, playbook.kinds) or ""),
        " ".join(plain(value) for keys, value in walk(entry) if is_text(value) and _told(entry, keys)),
        language_of(entry.name),
        bool(entry.apart),
    )


def _told(entry: Entry, keys: Keys) -> bool:
    """Whether a text is about the entry: not about where it comes from, nor why it names another."""
    anatomy = anatomy_of(type(entry), str(keys[0]))
    return anatomy is not None and anatomy.tier is not Tier.SOURCE and keys[-1] not in {"reason", "where"}


def words(found: Sequence[Record]) -> dict[str, list[int]]:
    """The words of the texts that no other part of the record says, and the places of those that say them."""
    places: dict[str, list[int]] = {}
    for number, record in enumerate(found):
        said = folded(" ".join((record.name, record.summary, *record.aliases, record.situation)))
        for word in folded(record.text) - said:
            if len(word) > 2:
                places.setdefault(word, []).append(number)
    return {word: numbers for word, numbers in sorted(places.items()) if len(numbers) <= COMMON * len(found)}


def _in_short(places: Sequence[int]) -> str:
    """Rising numbers, each as its distance from the one before, in base 36."""
    return " ".join(_base36(place - before) for before, place in zip((0, *places), places, strict=False))


def _base36(number: int) -> str:
    more, digit = divmod(number, 36)
    return (_base36(more) if more else "") + _DIGITS[digit]


def _tried(playbook: Playbook, found: Sequence[Record]) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """What readers typed, with the places of the records that they mean; nothing that the edition hides."""
    places = {record.address: place for place, record in enumerate(found)}
    for row in playbook.settings.search:
        addresses = (entry_address(to, playbook) for to in row.finds if to in playbook.entries)
        if meant := [places[address] for address in addresses]:
            yield row.typed, meant


@lru_cache(maxsize=5000)
def folded(text: str) -> frozenset[str]:
    """The words of a text in their plainest form, as the script folds what is typed.

    What it makes is kept for the live preview, which folds the same texts again and again.
    """
    return frozenset(words_of(text))
