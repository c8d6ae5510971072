"""The catalogues that ship: what they say fits what is asked, and three of them say all of it."""

from __future__ import annotations

import functools
import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.language.renew import TEMPLATE, languages, template
from value_compass.language.catalogue import shipped_catalogue
from value_compass.language.words import CALLED

COMPLETE = ("de", "fr", "nl")

NEARLY = 0.97
"""So much of what is said today is in a complete language at least: it gains new words in groups."""

_PLACE = re.compile(r"\{(\w+)\}")


@functools.cache
def said_today() -> list[str]:
    """All that is said, read once for all languages."""
    return [
        message.id[0] if isinstance(message.id, tuple) else message.id for message in template() if message.id
    ]


@functools.cache
def catalogue(language: str) -> Catalog:
    with shipped_catalogue(language).open("rb") as file:
        return read_po(file, locale=language)


def pairs(message: Message) -> list[tuple[str, str]]:
    """Each translation of a message, with what it translates."""
    if isinstance(message.id, tuple):
        return [(message.id[1], said) for said in message.string if said]
    return [(str(message.id), str(message.string))] if message.string else []


def translated(catalog: Catalog) -> set[str]:
    return {
        message.id[0] if isinstance(message.id, tuple) else str(message.id)
        for message in catalog
        if message.id and pairs(message)
    }


@pytest.mark.parametrize("language", languages())
def test_translations_have_the_places_of_their_messages(language: str) -> None:
    for message in catalogue(language):
        for asked, said in pairs(message) if message.id else ():
            here, there = set(_PLACE.findall(asked)), set(_PLACE.findall(said))
            named = {place for place in here if place.lower() in CALLED}
            number = {"number"} if isinstance(message.id, tuple) else set()
            own = {place for place in there if place.lower() in CALLED}
            assert {place.lower() for place in own} <= {place.lower() for place in named}, said
            assert there - own - number <= here, said
            assert here - named - number <= there, said


@pytest.mark.parametrize("language", languages())
def test_translations_begin_and_end_as_their_messages(language: str) -> None:
    for message in catalogue(language):
        for asked, said in pairs(message) if message.id else ():
            assert said[:1].isspace() == asked[:1].isspace(), said
            assert said[-1:].isspace() == asked[-1:].isspace(), said
            assert asked[-1:] != "." or said[-1:] == ".", said


@pytest.mark.parametrize("language", COMPLETE)
def test_complete_languages_have_every_word_of_the_list(language: str) -> None:
    with TEMPLATE.open("rb") as file:
        every = [message.id for message in read_po(file) if message.id]
    known = translated(catalogue(language))
    assert [one for one in every if (one[0] if isinstance(one, tuple) else one) not in known] == []


@pytest.mark.parametrize("language", COMPLETE)
def test_complete_languages_say_nearly_all_that_is_said_today(language: str) -> None:
    said = said_today()
    known = translated(catalogue(language))
    lacking = [one for one in said if one not in known]
    assert len(lacking) <= len(said) * (1 - NEARLY), (
        f"python -m tests.language.renew, then translate: {lacking}"
    )
