"""What is not ours is not written over, and a link leads to what is meant."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from tests.files import contents
from tests.running import run


@pytest.mark.parametrize(
    "command",
    [
        ["book", "--worksheet", "--output", "content/groups/on-time.yml"],
        ["book", "--worksheet", "--output", "content/new.pdf"],
        ["book", "--worksheet", "--output", "site.yml"],
        ["book", "--output", "notes.txt"],
        ["build", "--output", "content"],
        ["build", "--output", "content/groups"],
        ["build", "--output", "mine"],
        ["schema", "--output", "content"],
    ],
)
def test_nothing_that_is_not_ours_is_replaced(bakery: Bakery, command: list[str]) -> None:
    (bakery.folder / "notes.txt").write_text("Mine.")
    (bakery.folder / "mine/site").mkdir(parents=True)
    (bakery.folder / "mine/site/notes.txt").write_text("Mine, too.")
    before = contents(bakery.folder)
    *options, output = command
    ran = run(*options, bakery.folder / output, folder=bakery.folder)
    assert ran.returncode == 2
    assert "--output" in ran.stderr
    assert contents(bakery.folder) == before


def test_a_device_is_no_place_for_a_book(bakery: Bakery) -> None:
    pipe = bakery.folder / "pipe"
    os.mkfifo(pipe)
    assert run("book", "--worksheet", "--output", pipe, folder=bakery.folder).returncode == 2
    assert pipe.is_fifo()


def first(folder: Path) -> str:
    return (folder / "build/site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("prepare", [lambda _: None, lambda site: site.mkdir(parents=True)])
def test_a_build_takes_the_place_of_the_last_one(bakery: Bakery, prepare: Callable[[Path], None]) -> None:
    prepare(bakery.folder / "build/site")
    for title in ("Our Bread", "Your Bread"):
        site = bakery.read("site")
        bakery.write("site", "\n".join([f"title: {title}", *site.split("\n")[1:]]))
        ran = run("build", "--no-book", folder=bakery.folder)
        assert ran.returncode == 0, ran.stderr
        assert title in first(bakery.folder)


def test_a_link_stays_and_what_it_leads_to_is_replaced(bakery: Bakery, tmp_path: Path) -> None:
    served = tmp_path / "served"
    (served / "site").mkdir(parents=True)
    (bakery.folder / "build").symlink_to(served)
    ran = run("build", "--no-book", folder=bakery.folder)
    assert ran.returncode == 0, ran.stderr
    assert (bakery.folder / "build").is_symlink()
    assert (served / "site/index.html").is_file()
