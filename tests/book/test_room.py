"""What has no room on its page stops the book, and the message names where it stands."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from generator.book.book import BookFailure, build_book
from generator.book.imprint import Imprint
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from tests.book.shop import DAY, ENTRIES, SITE, print_pages, read_playbook, write_playbook

LONG = "Pflanzenschutzmittelverordnungsausschussvorsitzende"


def build(folder: Path, entries: dict[str, str] = ENTRIES, site: str = SITE) -> None:
    folder.mkdir()
    write_playbook(folder, entries)
    (folder / "site.yml").write_text(site, encoding="utf-8")
    playbook = read_playbook(folder)
    build_book(playbook, print_pages(playbook), folder / "book.pdf", Imprint("r", DAY))


@pytest.mark.parametrize(
    ("entry", "old", "new", "said"),
    [
        ("values/openness", "name: Openness", f"name: {LONG}", f'"{LONG}": "{LONG}" is wider than its room, by'),
        ("values/openness", "Saying it.", LONG * 3, '"Openness": "Pflanzen'),
        ("values/openness", "| Rose | 12 |", f"| {LONG} | {LONG} |\n  | {LONG} | {LONG} |", '"Openness": "Pflanzen'),
        ("workshops/planting-day", "title: Dig,", f"title: {LONG},", '"Planting day": "Pflanzen'),
        ("cases/customer-k", "sector: A town", f"sector: {LONG}", '"Customer K": "Pflanzen'),
        ("terms/basis", "name: Basis", f"name: {LONG}", f'"{LONG}": "{LONG}" is wider'),
        ("sources/handbook", "used_for: Everything.", f"used_for: {LONG * 3}", "is wider than its room"),
    ],
)  # fmt: skip
def test_a_word_that_is_wider_than_its_column_stops_the_book(
    entry: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in ENTRIES[entry]
    with pytest.raises(BookFailure, match=re.escape(said)):
        build(tmp_path / "playbook", {**ENTRIES, entry: ENTRIES[entry].replace(old, new)})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Growing together", f"title: {LONG}", "the cover"),
        ("introduction: Two steps.", "introduction: " + "Two steps. " * 540, 'the page of "The path" does not hold all'),
        ("title: The path", f"title: {LONG}", f'"{LONG}": "{LONG}" is wider than its room'),
        ("title: The path", "title: The path that goes on and on and leads nowhere", "the tab at the edge has no room for"),
    ],
)  # fmt: skip
def test_a_setting_that_is_too_long_for_its_page_stops_the_book(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in SITE
    with pytest.raises(BookFailure, match=re.escape(said)):
        build(tmp_path / "playbook", site=SITE.replace(old, new))


def test_a_sign_that_the_fonts_lack_stops_the_book_also_inside_a_figure(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path
) -> None:
    page = next(page for page in shop_pages if page.title == "Trust")
    drawn = page.html.replace(">evidence</text>", ">\u4e2d\U0001f600</text>")
    assert drawn != page.html
    pages = tuple(dataclasses.replace(page, html=drawn) if p is page else p for p in shop_pages)
    with pytest.raises(BookFailure, match=r'could not be displayed.*it stands in "Trust"'):
        build_book(shop, pages, tmp_path / "book.pdf", Imprint("r", DAY))


def test_a_label_that_runs_over_the_edge_of_its_figure_stops_the_book(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path
) -> None:
    page = next(page for page in shop_pages if page.title == "Trust")
    drawn = page.html.replace(">evidence</text>", f">{LONG * 2}</text>")
    pages = tuple(dataclasses.replace(page, html=drawn) if p is page else p for p in shop_pages)
    with pytest.raises(BookFailure, match=rf'"Trust" .*"{LONG * 2}" runs over the edge of its figure'):
        build_book(shop, pages, tmp_path / "book.pdf", Imprint("r", DAY))


def test_a_figure_that_a_print_style_leaves_out_stops_the_book(
    shop: Playbook, shop_pages: tuple[Page, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.book import press

    templates = tmp_path / "templates"
    templates.mkdir()
    for template in press.TEMPLATES.glob("*.typ"):
        text = template.read_text(encoding="utf-8").replace('"image": picture', '"image": nothing')
        (templates / template.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(press, "TEMPLATES", templates)
    with pytest.raises(BookFailure, match=r"figure .* is not in the book"):
        build_book(shop, shop_pages, tmp_path / "book.pdf", Imprint("r", DAY))
