"""What an edition leaves out beside entries, on the site and in the book."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from tests.files import broken_links
from value_compass.generator.book.blocks import plain
from value_compass.generator.book.book import Setting, lay_out
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.press import Press
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.schemas.settings import Inside

DAY = datetime.date(2026, 11, 22)

WORDS = {
    Inside.REVIEWS: "reviewed on",
    Inside.COVERAGE: "Coverage",
    Inside.CHANGES: "What changed",
    Inside.OWNERS: "Kept by",
    Inside.EDIT_LINKS: "git.example.org",
    Inside.CHECK: "Relationship check",
    Inside.MATRIX: "Which event or workshop builds",
    Inside.NETWORK: "What occurs together",
    Inside.CHECKS: "Self-check",
    Inside.BOARDS: "What we measure",
}
"""What readers see of each, in the bakery's playbook."""


def playbook(bakery: Bakery, hides: str) -> Playbook:
    bakery.change("site", "  - name: partners-only", f"    hides: [{hides}]\n  - name: partners-only")
    checked = bakery.check()
    assert not checked.problems
    assert checked.draft.settings
    return seal(checked.draft, checked.draft.settings.editions[0])


def rendered(shown: Playbook, cache: Path) -> tuple[Page, ...]:
    return render_pages(shown, Figures(shown, cache))


@pytest.mark.parametrize("inside", Inside)
def test_an_edition_leaves_out_what_it_hides_and_nothing_else(
    bakery: Bakery, tmp_path: Path, inside: Inside
) -> None:
    html = "".join(page.html for page in rendered(playbook(bakery, inside), tmp_path / "cache"))
    assert {one for one, word in WORDS.items() if word in html} == set(Inside) - {inside}


@pytest.mark.parametrize("inside", [Inside.REVIEWS, Inside.OWNERS])
def test_the_page_of_reviews_goes_with_the_owners_by_whom_it_is_sorted(
    bakery: Bakery, tmp_path: Path, inside: Inside
) -> None:
    pages = rendered(playbook(bakery, inside), tmp_path / "cache")
    assert "Reviews" not in {page.title for page in pages}


@pytest.mark.parametrize("hides", ["", "owners", "reviews", "owners, reviews"])
def test_a_book_tells_no_owner_and_no_review_that_is_hidden(
    bakery: Bakery, tmp_path: Path, hides: str
) -> None:
    bakery.change("groups/on-time", "owner: The bakers", "owner: Van crew")
    bakery.change("groups/on-time", "reviewed: 2026-03-01", "reviewed: 2026-03-17")
    setting = Setting(Imprint("r", DAY), fonts_of(None))
    # What is laid out is what is set; setting it takes longest, and changes no word.
    laid, _, _ = lay_out(playbook(bakery, hides), setting, Press(tmp_path, setting.fonts.files, DAY))
    blocks = [block for sheet in laid.sheets for frame in sheet.leaf.frames for block in frame.blocks]
    said = " ".join(plain(block.atom.get("t", [])) for block in blocks)
    assert ("Van crew" in said) == ("owners" not in hides)
    assert ("17 March 2026" in said) == ("reviews" not in hides)


def test_a_site_that_hides_everything_leads_nowhere_that_is_not_there(bakery: Bakery, tmp_path: Path) -> None:
    shown = playbook(bakery, ", ".join(Inside))
    figures = Figures(shown, tmp_path / "cache")
    build_site(shown, render_pages(shown, figures), tmp_path / "site", figures)
    assert not broken_links(tmp_path / "site")
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert not [word for word in WORDS.values() if word in pages]
