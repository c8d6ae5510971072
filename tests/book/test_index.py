"""The alphabetical index."""

from __future__ import annotations

from value_compass.generator.book.index import every_name
from value_compass.generator.playbook.playbook import Playbook


def test_every_entry_and_every_other_name_has_a_line(shop: Playbook) -> None:
    lines = [line for letter in every_name(shop) for line in letter.lines]
    found = {(line.words, line.label, line.see) for line in lines}
    expected = {(e.name, str(e.reference), None) for e in shop.entries.values()} | {
        (alias, str(e.reference), e.name) for e in shop.entries.values() for alias in e.aliases
    }
    assert found == expected
    assert len(lines) == len(expected)


def test_letters_come_in_order_and_accents_do_not_count(shop: Playbook) -> None:
    letters = every_name(shop)
    heads = [letter.head or "" for letter in letters]
    assert heads == sorted(heads)
    assert "Éclat" in [line.words for letter in letters if letter.head == "E" for line in letter.lines]
