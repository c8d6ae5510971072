"""What a book is called; one that cannot be made, and the site beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.book.shop import ENTRIES, read_playbook, write_playbook
from tests.examples.overlay import BAKERY
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.cli import handing_out, printing
from value_compass.generator.cli.outputs import book_name
from value_compass.generator.cli.rendering import write_everything
from value_compass.generator.cli.revision import Origin, revision_of
from value_compass.generator.playbook.playbook import Playbook


def refuse(*_: object, **__: object) -> None:
    raise BookFailure("the press is broken")


def test_a_book_that_fails_does_not_keep_the_site_from_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop").mkdir()
    folder = write_playbook(tmp_path / "shop", ENTRIES)
    playbook = read_playbook(folder)
    target = tmp_path / "build"
    target.mkdir()
    last = target / f"{book_name(playbook.settings)}.pdf"
    last.write_bytes(b"%PDF-1.7 the last one")
    monkeypatch.setattr(printing, "write_book", refuse)
    with pytest.raises(BookFailure, match="the site is built, the book is not: the press is broken"):
        write_everything(
            playbook,
            Origin(folder, revision_of(folder)),
            target,
            with_book=True,
            tell=lambda line: None,
        )
    assert (target / "site" / "index.html").is_file()
    assert last.read_bytes() == b"%PDF-1.7 the last one"


def test_a_build_that_would_change_nothing_leaves_the_site_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    folder = write_playbook(tmp_path / "shop", ENTRIES)
    settings = folder / "site.yml"
    told = settings.read_text(encoding="utf-8")
    seen = {}
    for name, welcome in (("first", "Rolls"), ("same", "Rolls"), ("other", "Crates")):
        settings.write_text(re.sub("welcome: [^}]*", f"welcome: {welcome}", told), encoding="utf-8")
        write_everything(
            read_playbook(folder),
            Origin(folder, revision_of(folder)),
            tmp_path / "build",
            with_book=False,
            tell=lambda line: None,
        )
        site = tmp_path / "build" / "site"
        seen[name] = site.stat().st_ino, welcome in (site / "index.html").read_text(encoding="utf-8")
    assert seen["first"] == seen["same"]
    assert seen["other"][0] != seen["first"][0]
    assert all(shown for _, shown in seen.values())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Daily Bread", "daily-bread"),
        ("Safe Hands \u2013 Sichere H\u00e4nde", "safe-hands-sichere-hande"),
        ("\u041a\u043d\u0438\u0433\u0430", "book"),
        ("Con", "book"),
        (
            "Everything that we know about the season, the year and the weather",
            "everything-that-we-know-about-the-season-the-year-and-the",
        ),
        ("W" * 90, "w" * 60),
    ],
)
def test_a_book_is_named_after_its_playbook(title: str, name: str) -> None:
    settings = read_playbook(BAKERY).settings.model_copy(update={"title": title})
    assert book_name(settings) == name


def test_the_site_tells_how_many_pages_its_book_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shop").mkdir()
    folder = write_playbook(tmp_path / "shop", ENTRIES)
    playbook = read_playbook(folder)

    def three_pages(_playbook: Playbook, _origin: Origin, target: Path, **_: object) -> None:
        writer = PdfWriter()
        for _page in range(3):
            writer.add_blank_page(595, 842)
        writer.write(target)

    monkeypatch.setattr(printing, "write_book", three_pages)
    monkeypatch.setattr(handing_out, "make_handouts", lambda *_: ({}, ()))
    target = tmp_path / "build"
    target.mkdir()
    origin = Origin(folder, revision_of(folder))
    write_everything(playbook, origin, target, with_book=True, tell=lambda line: None)
    assert "(PDF, 3 pages, " in (target / "site" / "index.html").read_text(encoding="utf-8")
