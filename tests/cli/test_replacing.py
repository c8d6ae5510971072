"""Site and book take the place of the last ones together, whatever happens meanwhile."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.cli import replacing
from value_compass.generator.cli.replacing import beside, put_site
from value_compass.generator.load.scratch import scratch

BOOK = "book.pdf"

DYING = """
import json, os, signal, sys, traceback
from value_compass.generator.cli import replacing

steps = {"os.rename", "os.symlink", "os.link", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "shutil.copyfile"}

def killed_at(left):
    def count(event, arguments):
        nonlocal left
        if event in steps or (event == "open" and isinstance(arguments[1], str) and "w" in arguments[1]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)

def build_and_end(target, step, with_book, swaps):
    if not swaps:
        replacing._swap = lambda one, other: False
    killed_at(step)
    try:
        build(Path(target), "new", with_book=with_book)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)

for line in sys.stdin:
    child = os.fork() or build_and_end(*json.loads(line))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Builds each time in a process of its own, which is killed right before a step that it takes on the disk."""


def build(target: Path, said: str, *, with_book: bool = True) -> None:
    """Build a site and a book."""
    with replacing.beside(target) as work:
        (work / "site").mkdir()
        (work / "site" / "index.html").write_text(said)
        if with_book:
            (work / "site" / "book.pdf").write_text(said)
        replacing.put_site(target / "site", work / "site", target / "book.pdf", work)


BuildAndDie = Callable[..., int]


@pytest.fixture(scope="module")
def build_and_die() -> Iterator[BuildAndDie]:
    """Builds "new" in a process of its own, which is killed at a step if it takes so many; gives its status."""
    script = f"from pathlib import Path\n{inspect.getsource(build)}\n{DYING}"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as begun:
        assert begun.stdin
        assert begun.stdout
        told, answers = begun.stdin, begun.stdout

        def ask(target: Path, step: int, *, with_book: bool = True, swaps: bool = True) -> int:
            print(json.dumps([str(target), step, with_book, swaps]), file=told, flush=True)
            return int(answers.readline())

        yield ask
        told.close()
    assert begun.returncode == 0


def state(target: Path) -> tuple[str | None, str | None]:
    site, book = target / "site/index.html", target / BOOK
    return tuple(path.read_text() if path.exists() else None for path in (site, book))  # type: ignore[return-value]  # two


def names(target: Path) -> set[str]:
    return {path.name for path in target.iterdir()}


def after_book_alone(target: Path) -> None:
    """The state after `compass book`: a new book beside the site, as a file."""
    with replacing.replacing(target / BOOK) as fresh:
        fresh.write_text("old")


@pytest.mark.parametrize("before", ["both", "a book of its own", "nothing"])
def test_a_kill_at_any_step_leaves_the_old_together_or_the_new_together(
    tmp_path: Path, build_and_die: BuildAndDie, before: str
) -> None:
    step, last = 1, -signal.SIGKILL
    seen = set()
    while last == -signal.SIGKILL:
        target = tmp_path / str(step)
        target.mkdir()
        if before != "nothing":
            build(target, "old")
        if before == "a book of its own":
            after_book_alone(target)
        last = build_and_die(target, step)
        seen.add(state(target))
        build(target, "newest")
        assert state(target) == ("newest", "newest")
        assert not (target / BOOK).is_symlink()
        assert names(target) == {"site", BOOK}
        step += 1
    assert last == 0
    assert step > 8
    nothing = (None, None)
    assert seen == {nothing if before == "nothing" else ("old", "old"), ("new", "new")}


def test_a_kill_of_a_build_without_a_book_keeps_the_last_one(
    tmp_path: Path, build_and_die: BuildAndDie
) -> None:
    step, last = 1, -signal.SIGKILL
    while last == -signal.SIGKILL:
        target = tmp_path / str(step)
        target.mkdir()
        build(target, "old")
        last = build_and_die(target, step, with_book=False)
        assert state(target) in {("old", "old"), ("new", "old")}
        step += 1
    assert last == 0


def test_where_folders_cannot_be_swapped_the_next_build_puts_back_what_was_moved(
    tmp_path: Path, build_and_die: BuildAndDie
) -> None:
    step, last = 1, -signal.SIGKILL
    missing = 0
    while last == -signal.SIGKILL:
        target = tmp_path / str(step)
        target.mkdir()
        build(target, "old")
        last = build_and_die(target, step, swaps=False)
        missing += not (target / "site").exists()
        with beside(target):
            assert state(target) in {("old", "old"), ("new", "new")}
        assert names(target) == {"site", BOOK}
        step += 1
    assert missing == 1


def test_where_there_are_no_links_the_book_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refused)
    for said in ("old", "new"):
        with beside(tmp_path) as work:
            (work / "site").mkdir()
            (work / "site/index.html").write_text(said)
            (work / "site" / BOOK).write_text(said)
            put_site(tmp_path / "site", work / "site", tmp_path / BOOK, work)
        assert state(tmp_path) == (said, said)
        assert not (tmp_path / BOOK).is_symlink()


def test_a_link_of_the_users_own_stays(tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "build", tmp_path / "elsewhere"
    target.mkdir()
    (elsewhere / "site").mkdir(parents=True)
    (elsewhere / "my.pdf").write_text("mine")
    (target / "site").symlink_to(elsewhere / "site")
    (target / BOOK).symlink_to("../elsewhere/my.pdf")
    build(target, "new")
    assert (target / "site").is_symlink()
    assert (elsewhere / "my.pdf").read_text() == (elsewhere / "site" / BOOK).read_text() == "new"


def test_readers_always_see_a_site(tmp_path: Path) -> None:
    build(tmp_path, "0")
    missed, looks, ended = [], 0, threading.Event()

    def look() -> None:
        nonlocal looks
        while not ended.is_set():
            looks += 1
            if not (tmp_path / "site/index.html").exists() or not (tmp_path / BOOK).exists():
                missed.append(looks)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(100):
        build(tmp_path, str(number))
    ended.set()
    reader.join()
    assert looks > 100
    assert not missed


def test_two_builds_at_once_do_not_clear_each_others_work(tmp_path: Path) -> None:
    with beside(tmp_path) as one, beside(tmp_path) as other:
        assert one.is_dir()
        assert one != other


def test_what_nobody_works_in_is_cleared_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "compass-notes").mkdir()
    (tmp_path / "compass-notes/mine.txt").touch()
    (tmp_path / "compass-link").symlink_to(tmp_path / "compass-notes")
    with scratch("compass-", tmp_path) as work:
        (work / "deep").mkdir()
        (work / "deep/file").touch()
        shutil.copytree(work, tmp_path / "compass-left")
        kept = names(tmp_path)
    with scratch("compass-", tmp_path):
        pass
    assert names(tmp_path) == {"compass-notes", "compass-link"}
    assert "compass-left" in kept


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_a_build_cleanly(bakery: Bakery, tmp_path: Path, number: signal.Signals) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from value_compass.generator.cli.main import main; main()"
    )
    build = subprocess.Popen(
        [sys.executable, "-c", command, "-C", bakery.folder, "build"],
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not list(temporary.glob("compass-*/.in-use")) and time.monotonic() < until:
        time.sleep(0.01)
    build.send_signal(number)
    _, said = build.communicate(timeout=60)
    assert build.returncode == 128 + number
    assert "compass: stopped" in said
    assert "Traceback" not in said
    assert names(temporary) == set()
    assert names(bakery.folder / "build") == set()
