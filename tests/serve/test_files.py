"""Files are read again when they changed, however an editor saved them, and at no other time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.document import read_document
from generator.serve.files import Documents, stamps, wait_for_change
from tests.check.bakery import Bakery

FILE = "terms/crumb"


def written_in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def written_beside_and_renamed(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def moved_away_and_written_anew(path: Path, text: str) -> None:
    backup = path.with_name(f".{path.name}.bak")
    path.rename(backup)
    path.write_text(text, encoding="utf-8")
    backup.unlink()


SAVES = [written_in_place, written_beside_and_renamed, moved_away_and_written_anew]


@pytest.mark.parametrize("save", SAVES)
def test_a_saved_file_is_seen_and_read_again(bakery: Bakery, save: Callable[[Path, str], None]) -> None:
    documents = Documents()
    path = bakery.path(FILE)
    first = documents.read(path, FILE)
    assert documents.read(path, FILE) is first
    known = stamps(bakery.folder)
    save(path, bakery.read(FILE).replace("Crumb", "Crust"))
    now = wait_for_change(bakery.folder, known, threading.Event())
    assert now
    assert now != known
    again = documents.read(path, FILE)
    assert again.data["name"] == "Crust"
    assert again == read_document(path, FILE)


@pytest.mark.parametrize("name", ["terms/rye.yml", "terms/rye.txt", "terms/deep/rye.yml"])
def test_a_new_file_is_seen(bakery: Bakery, name: str) -> None:
    known = stamps(bakery.folder)
    path = bakery.folder / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("name: Rye\n")
    assert stamps(bakery.folder) != known


@pytest.mark.parametrize("name", [".crumb.yml.swp", ".#crumb.yml"])
def test_what_an_editor_keeps_for_itself_is_no_change(bakery: Bakery, name: str) -> None:
    known = stamps(bakery.folder)
    (bakery.folder / "content/terms" / name).write_text("open")
    assert stamps(bakery.folder) == known


def test_a_file_that_is_gone_is_a_change_and_no_failure(bakery: Bakery) -> None:
    documents = Documents()
    known = stamps(bakery.folder)
    documents.read(bakery.path(FILE), FILE)
    bakery.delete(FILE)
    bakery.path("site").unlink()
    assert stamps(bakery.folder) != known
    assert documents.read(bakery.path(FILE), FILE).problems


def test_several_saves_at_once_are_one_change(bakery: Bakery) -> None:
    known = stamps(bakery.folder)
    begun = threading.Event()

    def save_all() -> None:
        for path in sorted(bakery.folder.rglob("*.yml")):
            path.write_bytes(path.read_bytes() + b"# seen\n")
            begun.set()
            time.sleep(0.002)

    saving = threading.Thread(target=save_all)
    saving.start()
    begun.wait()
    now = wait_for_change(bakery.folder, known, threading.Event())
    saving.join()
    assert now == stamps(bakery.folder)


def test_the_wait_can_be_ended(bakery: Bakery) -> None:
    stopped = threading.Event()
    stopped.set()
    assert wait_for_change(bakery.folder, stamps(bakery.folder), stopped) is None
