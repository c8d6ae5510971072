"""The page of reviews, and what entries say of theirs."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.book.reading import printed
from tests.examples.overlay import BAKERY
from value_compass.generator.book.book import build_book
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.check.check import Checked, check
from value_compass.generator.edit.carry_out import confirmed
from value_compass.generator.edit.change import Edit
from value_compass.generator.edit.rename import rename
from value_compass.generator.edit.review import review
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.pages.reviews import review_note, to_read
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import redirects
from value_compass.schemas.fields import Reference
from value_compass.schemas.reviews import fingerprint, words_of

VAN, DRIVER = Reference("events", "late-van"), Reference("roles", "driver")
DAY = datetime.date(2027, 3, 10)


def altered(checked: Checked, file: str, old: str, new: str) -> Checked:
    texts = {document.file: document.text for document in checked.draft.folder.entries}
    assert old in texts[file]
    return confirmed(checked.draft.folder, Edit(written={file: texts[file].replace(old, new)}))


def playbook_of(checked: Checked, edition: int = 0, day: datetime.date | None = None) -> Playbook:
    assert checked.draft.settings
    return seal(checked.draft, checked.draft.settings.editions[edition], day)


def rendered(playbook: Playbook, cache: Path) -> dict[str, Page]:
    pages = render_pages(playbook, Figures(playbook, cache))
    return {page.address: page for page in pages}


@pytest.fixture(scope="module")
def stale() -> Checked:
    """All was reviewed, and then the event changed."""
    before = check(BAKERY)
    reviewed = confirmed(
        before.draft.folder, review(before, before.draft.entries, datetime.date(2026, 11, 1))
    )
    return altered(reviewed, "content/events/late-van.yml", "goal: ", "goal: Now ")


def test_the_page_tells_each_owner_what_to_read_and_why(stale: Checked, tmp_path: Path) -> None:
    playbook = playbook_of(stale, day=DAY)
    (told,) = to_read(playbook)
    assert told[0] == "The bakers"
    assert {one.entry.reference for one in told[1] if one.changed} == {VAN}
    assert DRIVER in {one.entry.reference for one in told[1] if playbook[VAN] in one.suspect}
    assert not [one for one in told[1] if one.overdue]
    pages = rendered(playbook, tmp_path)
    html = pages["larder/reviews.html"].html if "larder/reviews.html" in pages else ""
    assert "The entry changed since." in html
    assert 'href="entry:roles/driver"' in html
    assert "The bakers" in html
    assert "It changed since." in pages["events/late-van.html"].html
    assert "Entries that it names changed since." in pages["roles/driver.html"].html
    assert "since." not in pages["groups/good-bread.html"].html.partition("Kept by")[2]


def test_an_overdue_review_counts_on_the_day_of_the_build_only(stale: Checked, tmp_path: Path) -> None:
    late = playbook_of(stale, day=datetime.date(2027, 11, 2))
    assert set(late.reviews) == set(late.entries)
    html = rendered(late, tmp_path)["groups/good-bread.html"].html
    assert "It is due for its next review." in html
    assert not any(standing.overdue for standing in playbook_of(stale).reviews.values())


def test_paper_says_nothing_of_it(stale: Checked, tmp_path: Path) -> None:
    late = playbook_of(stale, day=DAY)
    build_book(late, tmp_path / "book.pdf", Imprint("r", DAY))
    text = " ".join(printed(tmp_path / "book.pdf"))
    assert "The bakers" in text
    assert not [note for one in late.reviews.values() if (note := review_note(one)) in text]


def test_an_edition_without_the_other_end_does_not_tell_of_it(stale: Checked) -> None:
    """The role changed, and only partners may know that there is one."""
    driver = stale.draft.entries[DRIVER].model_copy(update={"audience": "partners", "summary": "Drives."})
    draft = replace(stale.draft, entries={**stale.draft.entries, DRIVER: driver})
    other = Reference("events", "tasting-morning")
    named = draft.entries[other].model_copy(update={"ours": (DRIVER,)})
    told = named.model_copy(update={"fingerprint": fingerprint(named, words_of(stale.draft.entries))})
    checked = replace(stale, draft=replace(draft, entries={**draft.entries, other: told}))
    assert DRIVER not in playbook_of(checked).reviews
    assert other not in playbook_of(checked).reviews
    assert playbook_of(checked, 1).reviews[other].suspect == (DRIVER,)


def test_nothing_due_is_said_too(tmp_path: Path) -> None:
    pages = rendered(playbook_of(check(BAKERY)), tmp_path)
    assert "Nothing is due." in pages["larder/reviews.html"].html


def test_the_old_address_of_a_renamed_entry_leads_to_it(tmp_path: Path) -> None:
    before = check(BAKERY)
    first = confirmed(before.draft.folder, rename(before, VAN, "breakdown"))
    by_name = confirmed(first.draft.folder, rename(first, DRIVER, "at-the-wheel"))
    last = confirmed(by_name.draft.folder, rename(by_name, Reference("terms", "crumb"), "inner-loaf"))
    playbook = playbook_of(last)
    pages = rendered(playbook, tmp_path)
    leads = redirects(playbook, tuple(pages.values()))
    assert 'url=breakdown.html"' in leads["events/late-van.html"]
    assert 'url=at-the-wheel.html"' in leads["roles/driver.html"]
    assert 'url=index.html#inner-loaf"' in leads["terms/crumb.html"]
    # On a page that entries share the old place is still one.
    assert 'id="crumb"' in pages["terms/index.html"].html
    assert not set(leads) & set(pages)
