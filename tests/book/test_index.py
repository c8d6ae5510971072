"""The alphabetical index."""

from __future__ import annotations

from generator.book.index import NUMBERS, index, sort_key
from generator.playbook.playbook import Playbook


def test_every_entry_and_every_other_name_has_a_line(shop: Playbook) -> None:
    lines = [line for group in index(shop) for line in group["lines"]]
    found = {(line["words"], line["label"], line["see"]) for line in lines}
    expected = {(e.name, str(e.reference), None) for e in shop.entries.values()} | {
        (alias, str(e.reference), e.name) for e in shop.entries.values() for alias in e.aliases
    }
    assert found == expected
    assert len(lines) == len(expected)


def test_letters_come_in_order_and_accents_do_not_count(shop: Playbook) -> None:
    groups = index(shop)
    letters = [group["letter"] for group in groups]
    assert letters == sorted(letters)
    assert "Éclat" in [line["words"] for group in groups if group["letter"] == "E" for line in group["lines"]]


def test_quotes_and_case_do_not_count_and_numbers_come_first() -> None:
    names = ["zebra", "“Apple”", "Éclair", "2024", "banana"]
    assert sorted(names, key=sort_key) == ["2024", "“Apple”", "banana", "Éclair", "zebra"]
    assert NUMBERS[0] == "0"
