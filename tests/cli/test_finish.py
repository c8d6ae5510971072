"""A book for a print shop, ordered at the command line."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from tests.examples.overlay import BAKERY
from tests.files import copied
from tests.running import run

TRIMMED = (595, 842)


def test_a_book_with_bleed_in_grey_stands_beside_the_plain_one(tmp_path: Path) -> None:
    folder = tmp_path / "bakery"
    copied(BAKERY, folder)
    plain = folder / "build" / "daily-bread.pdf"
    plain.parent.mkdir()
    plain.write_bytes(b"the plain one")
    result = run("book", "--bleed", "--greyscale", folder=folder)
    assert result.returncode == 0, result.stderr
    made = plain.with_name("daily-bread-bleed-greyscale.pdf")
    assert str(made) in result.stdout
    assert plain.read_bytes() == b"the plain one"
    page = PdfReader(made).pages[0]
    assert (round(page.trimbox.width), round(page.trimbox.height)) == TRIMMED
    assert page.mediabox.width > page.bleedbox.width > page.trimbox.width
