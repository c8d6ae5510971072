"""A site is written beside the last one, of which it takes over what says the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.files import contents
from value_compass.generator.site.written import holds, write_files

LAST = {"index.html": "<p>Bread</p>", "assets/rolls.css": "a{}", "gone.html": "", "logo.png": b"\x89PNG"}
NOW = {**LAST, "index.html": "<p>Rolls</p>", "new/crates.html": "Crates \N{EM DASH} full"}
NOW.pop("gone.html")


@pytest.fixture
def last(tmp_path: Path) -> Path:
    write_files(LAST.items(), tmp_path / "last")
    for path in (tmp_path / "last").rglob("*.*"):
        os.utime(path, (1_000_000, 1_000_000))
    return tmp_path / "last"


def said(files: dict[str, str | bytes]) -> dict[str, bytes]:
    return {at: text.encode() if isinstance(text, str) else text for at, text in files.items()}


def test_the_new_site_is_whole_and_the_last_one_stays_as_it_was(last: Path, tmp_path: Path) -> None:
    write_files(NOW.items(), tmp_path / "now", last)
    assert contents(tmp_path / "now") == said(NOW)
    assert contents(last) == said(LAST)


def test_what_says_the_same_keeps_its_time(last: Path, tmp_path: Path) -> None:
    write_files(NOW.items(), tmp_path / "now", last)
    old = {at for at in NOW if (tmp_path / "now" / at).stat().st_mtime == 1_000_000}
    assert old == {"assets/rolls.css", "logo.png"}


def without_links(monkeypatch: pytest.MonkeyPatch, _last: Path) -> None:
    def refuse(*_: object) -> None:
        raise OSError("this disk has no links")

    monkeypatch.setattr(os, "link", refuse)


def unreadable(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    (last / "logo.png").unlink()
    (last / "logo.png").mkdir()


def led_elsewhere(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    (last / "logo.png").rename(last.parent / "logo-of-today.png")
    (last / "logo.png").symlink_to("../logo-of-today.png")


def never_there(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    last.rename(last.parent / "elsewhere")


@pytest.mark.parametrize("trouble", [without_links, unreadable, led_elsewhere, never_there])
def test_what_cannot_be_taken_over_is_written(
    trouble: Callable[[pytest.MonkeyPatch, Path], None],
    last: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trouble(monkeypatch, last)
    write_files(NOW.items(), tmp_path / "now", last)
    assert contents(tmp_path / "now") == said(NOW)
    assert not (tmp_path / "now" / "logo.png").is_symlink()


def as_it_was(_monkeypatch: pytest.MonkeyPatch, _last: Path) -> None: ...


def one_too_many(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    (last / "assets" / "more.css").write_text("", encoding="utf-8")


def one_gone(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    (last / "gone.html").unlink()


def one_changed(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    (last / "index.html").write_text("<p>Bread!</p>", encoding="utf-8")


def a_folder_led_elsewhere(_monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    (last / "assets").rename(last.parent / "assets-of-today")
    (last / "assets").symlink_to("../assets-of-today")


@pytest.mark.parametrize(
    ("happened", "says_the_same"),
    [
        (as_it_was, True),
        (without_links, True),
        (one_too_many, False),
        (one_gone, False),
        (one_changed, False),
        (unreadable, False),
        (led_elsewhere, False),
        (a_folder_led_elsewhere, False),
        (never_there, False),
    ],
)
def test_a_site_holds_what_a_build_would_write_and_nothing_else(
    happened: Callable[[pytest.MonkeyPatch, Path], None],
    says_the_same: bool,
    last: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    happened(monkeypatch, last)
    assert holds(last, LAST.items()) is says_the_same
