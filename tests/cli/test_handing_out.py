"""What readers take along: sheets and cards that a build makes, and the pages that lead to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import Bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.cli import printing
from value_compass.generator.cli.handing_out import make_handouts
from value_compass.generator.cli.rendering import write_everything
from value_compass.generator.cli.revision import Origin, revision_of
from value_compass.generator.playbook.playbook import Playbook, seal


def read(folder: Path) -> Playbook:
    draft = check(folder).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0])


def built(
    folder: Path, target: Path, *, with_book: bool = True, tell: Callable[[str], None] = lambda line: None
) -> Path:
    target.mkdir(exist_ok=True)
    origin = Origin(folder, revision_of(folder))
    write_everything(read(folder), origin, target, with_book=with_book, tell=tell)
    return target / "site"


@pytest.fixture(autouse=True)
def _thin_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """The book is of no interest here, and takes long."""
    monkeypatch.setattr(printing, "write_book", lambda *args, **_: args[2].touch())


def test_pages_lead_to_the_sheets_and_cards_that_were_made(tmp_path: Path) -> None:
    site = built(BAKERY, tmp_path / "build")
    led_to: set[str] = set()
    for page in site.rglob("*.html"):
        for address, number in re.findall(
            r'href="([^"#]*prints/[^"#]+)(?:#page=(\d+))?"', page.read_text("utf-8")
        ):
            file = (page.parent / address).resolve()
            assert file.is_file(), address
            assert not number or int(number) <= len(pypdfium2.PdfDocument(file))
            led_to.add(file.name)
    assert led_to == {file.name for file in (site / "prints").iterdir()}
    assert "sheet-menu-day.pdf" in led_to


def test_a_card_stands_on_the_page_that_its_link_names(tmp_path: Path) -> None:
    site = built(BAKERY, tmp_path / "build")
    cards = pypdfium2.PdfDocument(site / "prints/cards-events.pdf")
    led_to = 0
    for page in (site / "events").glob("*.html"):
        text = page.read_text("utf-8")
        if found := re.search(r"prints/cards-events\.pdf#page=(\d+)", text):
            name = re.search("<h1>(.*?)</h1>", text)
            assert name
            assert name[1] in cards[int(found[1]) - 1].get_textpage().get_text_bounded()
            led_to += 1
    assert led_to


def test_what_happens_to_us_has_no_card_to_plan_with(tmp_path: Path) -> None:
    playbook = read(BAKERY)
    made, failures = make_handouts(playbook, Origin(BAKERY, revision_of(BAKERY)), lambda line: None)
    assert not failures
    (tmp_path / "cards.pdf").write_bytes(made["prints/cards-events.pdf"])
    text = "".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(tmp_path / "cards.pdf")
    )
    assert "it happens to us" not in text


def test_a_site_alone_has_nothing_printed(tmp_path: Path) -> None:
    site = built(BAKERY, tmp_path / "build", with_book=False)
    assert not (site / "prints").exists()
    assert "prints/" not in (site / "workshops/menu-day.html").read_text("utf-8")


def test_a_sheet_that_has_no_room_does_not_keep_the_site_from_being_built(
    bakery: Bakery, tmp_path: Path
) -> None:
    much = "  - A long word about loaves, knives, boards, cloths and plates to bring along.\n" * 60
    bakery.change("workshops/menu-day", "materials:\n", f"materials:\n{much}")
    told: list[str] = []
    built(bakery.folder, tmp_path / "build", tell=told.append)
    assert 'the back of the sheet of "Menu day"' in told[-1]
    site = tmp_path / "build/site"
    assert "prints/sheet-menu-day.pdf" not in (site / "workshops/menu-day.html").read_text("utf-8")
    assert (site / "prints/cards-workshops.pdf").is_file()
