"""What a file says is made an entry once, whoever asks, and anew where it lies under another name."""

from __future__ import annotations

from dataclasses import replace as with_other
from pathlib import Path

from msgspec.structs import replace

from tests.examples.overlay import BAKERY
from value_compass.generator.check.draft import draft_of
from value_compass.generator.load.folder import read_folder
from value_compass.schemas.fields import Reference


def test_a_file_that_stays_the_same_is_made_an_entry_once() -> None:
    first, second = (draft_of(read_folder(BAKERY)) for _ in range(2))

    assert {*map(id, first.entries.values())} == {*map(id, second.entries.values())}
    assert {*map(id, first.parts.values())} == {*map(id, second.parts.values())}
    assert first.settings is second.settings


def test_a_file_under_another_name_is_another_entry() -> None:
    folder = read_folder(BAKERY)
    moved = [
        with_other(document, file="content/terms/krumb.yml")
        if Path(document.file).stem == "crumb"
        else document
        for document in folder.entries
    ]

    entries = draft_of(replace(folder, entries=tuple(moved))).entries
    assert entries[Reference("terms", "krumb")].reference == Reference("terms", "krumb")
