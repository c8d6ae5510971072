"""Files are read again when they changed, however an editor saved them, and at no other time."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.load.document import read_document
from value_compass.generator.serve.files import LONGEST, Documents, stamps, wait_for_change

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


class Meanwhile(threading.Event):
    """Does the next of some steps whenever somebody waits, and goes on as if no time had passed."""

    def __init__(self, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__()
        self.steps = iter(steps)
        self.looks = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.looks += 1
        next(self.steps, lambda: None)()
        return False


def test_several_saves_at_once_are_one_change(bakery: Bakery) -> None:
    known = stamps(bakery.folder)
    files = sorted(bakery.folder.rglob("*.yml"))[:30]
    saves = [partial(path.write_bytes, path.read_bytes() + b"# seen\n") for path in files]
    now = wait_for_change(bakery.folder, known, Meanwhile(saves))
    assert now == stamps(bakery.folder)
    assert len([file for file in known if now[file] != known[file]]) == 30


def test_something_that_goes_on_writing_is_not_waited_for(bakery: Bakery) -> None:
    path = bakery.path(FILE)
    known = stamps(bakery.folder)
    meanwhile = Meanwhile(partial(path.write_text, f"name: {'x' * number}") for number in itertools.count())
    assert wait_for_change(bakery.folder, known, meanwhile)
    assert meanwhile.looks == 1 + LONGEST


@pytest.mark.parametrize("between", [lambda path: path.write_text(""), lambda path: path.unlink()])
def test_a_file_that_is_empty_or_gone_in_the_middle_of_a_save_is_waited_for(
    bakery: Bakery, between: Callable[[Path], object]
) -> None:
    path = bakery.path(FILE)
    known = stamps(bakery.folder)
    slow = [partial(between, path), *[lambda: None] * 9, partial(path.write_text, "name: Crust\n")]
    now = wait_for_change(bakery.folder, known, Meanwhile(slow))
    assert now == stamps(bakery.folder)
    assert path.read_text() == "name: Crust\n"


@pytest.mark.parametrize("save", [lambda path: path.write_text(""), lambda path: path.unlink()])
def test_a_file_that_stays_empty_or_gone_is_a_change(bakery: Bakery, save: Callable[[Path], object]) -> None:
    known = stamps(bakery.folder)
    now = wait_for_change(bakery.folder, known, Meanwhile([partial(save, bakery.path(FILE))]))
    assert now == stamps(bakery.folder) != known


def test_the_wait_can_be_ended(bakery: Bakery) -> None:
    stopped = threading.Event()
    stopped.set()
    assert wait_for_change(bakery.folder, stamps(bakery.folder), stopped) is None
