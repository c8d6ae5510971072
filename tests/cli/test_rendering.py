"""A book that cannot be made, and the site beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.book.shop import ENTRIES, read_playbook, write_playbook
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.cli import rendering
from value_compass.generator.cli.rendering import write_everything
from value_compass.generator.cli.revision import Origin, revision_of


def refuse(*_: object, **__: object) -> None:
    raise BookFailure("the press is broken")


def test_a_book_that_fails_does_not_keep_the_site_from_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop").mkdir()
    folder = write_playbook(tmp_path / "shop", ENTRIES)
    target = tmp_path / "build"
    target.mkdir()
    last = target / "value-compass.pdf"
    last.write_bytes(b"%PDF-1.7 the last one")
    monkeypatch.setattr(rendering, "write_book", refuse)
    with pytest.raises(BookFailure, match="the site is built, the book is not: the press is broken"):
        write_everything(
            read_playbook(folder),
            Origin(folder, revision_of(folder)),
            target,
            with_book=True,
            tell=lambda line: None,
        )
    assert (target / "site" / "index.html").is_file()
    assert last.read_bytes() == b"%PDF-1.7 the last one"
