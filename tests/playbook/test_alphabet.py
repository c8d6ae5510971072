"""One alphabet for all lists."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.playbook.alphabet import NUMBERS, letter_of, sort_key
from value_compass.generator.playbook.playbook import seal

ORDERED = [
    ("en", ["2 loaves", "10 loaves", "“Apple”", "banana", "Éclair", "The Oven", "a van", "zebra"]),
    ("en", ["De Goede", "Die casting"]),
    ("nl", ["Crumb", "Évenrédig", "IJking", "Het meel", "'s Winters malen", "Straße", "zemel", "'t Zout"]),
    ("de", ["Ähre", "Apfel", "Die Bäckerei", "Zopf"]),
    ("fr", ["Les amis", "écart", "L'été", "zeste"]),
    ("sv", ["zon", "ål", "ägg", "öl"]),
    ("da", ["Zebra", "Ægteskab", "Øl", "Ånd"]),
    ("es", ["nube", "ñandú", "oro"]),
    ("pl", ["lato", "łan", "mak"]),
    ("cs", ["had", "chleba", "ihned"]),
]


@pytest.mark.parametrize(("language", "names"), ORDERED)
def test_names_stand_as_the_language_has_them(language: str, names: list[str]) -> None:
    assert sorted(names, key=lambda name: sort_key(name, language)) == names


@pytest.mark.parametrize(
    ("language", "name", "letter"),
    [
        ("en", "Éclair", "E"),
        ("en", "The Oven", "O"),
        ("en", "A", "A"),
        ("en", "24 rolls", NUMBERS),
        ("sv", "Ål", "Å"),
        ("cs", "Chleba", "CH"),
        ("ru", "Хлеб", "Х"),  # noqa: RUF001  # Russian
        ("en", "†", NUMBERS),
    ],
)
def test_the_letter_is_that_of_the_order(language: str, name: str, letter: str) -> None:
    assert letter_of(name, language) == letter


def test_composed_and_decomposed_letters_are_one() -> None:
    assert sort_key("\u00c5l", "sv")[1] == sort_key("A\u030al", "sv")[1]


def test_entries_are_read_in_the_order_of_the_playbooks_language(bakery: Bakery) -> None:
    crumb = bakery.read("terms/crumb")
    bakery.change("site", "language: en", "language: nl")
    for id_, name in (("a", "Évenrédig"), ("b", "De zemel"), ("c", "'s Winters malen")):
        told = crumb.replace("Crumb", f'"{name}"').replace("Inside of the loaf", f"Loaf {id_}")
        bakery.write(f"terms/{id_}", told)
    draft = bakery.check().draft
    assert draft.settings

    names = [entry.name for entry in seal(draft, draft.settings.editions[0]).of_kind("terms")]
    assert names[:2] == ["Crumb", "Évenrédig"]
    # Words of the research come last.
    assert names[-4:] == ["'s Winters malen", "Sauerteig", "De zemel", "Round of talks"]
