"""A book for a print shop, ordered at the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner
from pypdf import PdfReader

from generator.cli.main import compass

BAKERY = Path(__file__).parents[1] / "playbooks" / "bakery"
TRIMMED = (595, 842)


def test_a_book_with_bleed_in_grey_stands_beside_the_plain_one(tmp_path: Path) -> None:
    folder = tmp_path / "bakery"
    shutil.copytree(BAKERY, folder)
    plain = folder / "build" / "value-compass.pdf"
    plain.parent.mkdir()
    plain.write_bytes(b"the plain one")
    result = CliRunner().invoke(compass, ["-C", str(folder), "book", "--bleed", "--greyscale"])
    assert result.exit_code == 0, result.output
    made = plain.with_name("value-compass-bleed-greyscale.pdf")
    assert str(made) in result.output
    assert plain.read_bytes() == b"the plain one"
    page = PdfReader(made).pages[0]
    assert (round(page.trimbox.width), round(page.trimbox.height)) == TRIMMED
    assert page.mediabox.width > page.bleedbox.width > page.trimbox.width
