"""Catalogues: the ones that ship, and a playbook's own, which lies over them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from value_compass.language.words import ENGLISH, NO_MESSAGES, Words

SHIPPED = Path(__file__).parent / "catalogues"
"""What ships: `<language>/LC_MESSAGES/messages.po`, and `messages.pot`, the list of all messages."""

OWN = "language"
"""The folder in a playbook's folder with a catalogue of its own, `<language>.po`."""


def shipped_catalogue(language: str) -> Path:
    """Where the catalogue of a language ships."""
    return SHIPPED / language / "LC_MESSAGES" / "messages.po"


def words_of(
    language: str,
    folder: Path,
    called: Mapping[str, str] | None = None,
    instead: Mapping[str, str] | None = None,
) -> Words:
    """How a playbook speaks: in its own words before those that ship, and in English where neither has any.

    Args:
        language: the playbook's language, in two letters.
        folder: the playbook's folder.
        called: what the playbook calls things that messages name.
        instead: what it calls kinds, by the messages that are their names.
    """
    places = (shipped_catalogue(language), own_catalogue(language, folder))
    files = tuple((file, file.stat().st_mtime_ns) for file in places if file.is_file())
    return Words(language, _read(language, files) if files else NO_MESSAGES, called or {}, instead or {})


def own_catalogue(language: str, folder: Path) -> Path:
    """Where a playbook's own catalogue of a language is, if it has one."""
    return folder / OWN / f"{language}.po"


@lru_cache(maxsize=4)
def _read(language: str, files: tuple[tuple[Path, int], ...]) -> NullTranslations:
    """What catalogues say, a later one before an earlier one; read again when a file has changed."""
    below: NullTranslations | None = None
    for file, _changed in files:
        read = translations(file, language)
        if below:
            read.add_fallback(below)
        below = read
    return below or NO_MESSAGES


def translations(file: Path, language: str) -> GNUTranslations:
    """What a catalogue says; what is not translated, or marked as not certain, is left out."""
    # Only a playbook that is not in English pays for these.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def untranslated(language: str, folder: Path) -> tuple[int, int]:
    """How many of all words that readers see stay English, and how many there are.

    Raises:
        OSError: when a catalogue cannot be opened.
        ValueError: when a catalogue cannot be read.
    """
    if language == ENGLISH:
        return 0, 0
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415  # as above

    with (SHIPPED / "messages.pot").open("rb") as file:
        every = {_key(message.id) for message in read_po(file) if message.id}
    known: set[str] = set()
    for place in (shipped_catalogue(language), own_catalogue(language, folder)):
        if place.is_file():
            try:
                with place.open("rb") as file:
                    found = [message for message in read_po(file, abort_invalid=True) if message.id]
            except PoFileError as failure:
                raise ValueError(str(failure)) from failure
            known |= {_key(message.id) for message in found if message.string and all(message.string)}
    return len(every - known), len(every)


def _key(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]
