"""The page of what changed, and its feed."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from tests.changes.bakery import Bakery
from value_compass.generator.changes.history import history_of
from value_compass.generator.changes.periods import NOT_READ, EntryHistory, History, Period
from value_compass.generator.changes.told import Named, Said
from value_compass.generator.pages.changed import FEW
from value_compass.generator.pages.changes_feed import MOST, changes_feed
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import with_addresses
from value_compass.generator.pages.render import render_pages
from value_compass.generator.pages.what_changed import anchors
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.build import build_site
from value_compass.schemas.fields import Reference
from value_compass.schemas.settings import Inside

CHANGES = "larder/changes.html"
CHANGES_FEED = "larder/changes.xml"

ATOM = "{http://www.w3.org/2005/Atom}"
NOON = datetime.datetime(2026, 7, 3, 12, tzinfo=datetime.UTC)


@pytest.fixture
def changed(kept: Bakery) -> Bakery:
    """The bakery's playbook with two months of changes after its first."""
    kept.edit("events/late-van", "Call the kitchen.", "Call the kitchen now.")
    kept.commit("2026-07-03")
    kept.edit(
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/early-warning\n    reason: It shows what [[values/full-crates]] hide.\n",
    )
    kept.add("terms/yeast", _TERM)
    kept.commit("2026-08-04")
    kept.path("terms/yeast").unlink()
    kept.edit("terms/crumb", "reviewed: 2026-03-01", "reviewed: 2026-09-01")
    kept.commit("2026-09-05")
    return kept


_TERM = """\
name: Yeast
summary: What makes it rise.
owner: The bakers
reviewed: 2026-03-01
sources:
  - {source: hotel-interviews, where: page 2, basis: stated}
"""


def page(playbook: Playbook, history: History, tmp_path: Path) -> str:
    figures = Figures(playbook, tmp_path / "cache")
    pages = render_pages(playbook, figures, history)
    return next(page.html for page in pages if page.address == CHANGES)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_sentence_links_to_the_entries_that_there_are(changed: Bakery, tmp_path: Path) -> None:
    playbook = changed.playbook()
    html = page(playbook, history_of(changed.folder, playbook), tmp_path)
    assert (
        'Now also builds <a href="entry:values/early-warning">An early warning</a>, because it shows what '
        '<a href="entry:values/full-crates">Full crates</a> hide.' in html
    )
    assert "<strong>Yeast</strong>" in html
    assert "terms/yeast" not in html
    text = words(html)
    assert text.index("September 2026") < text.index("August 2026") < text.index("July 2026")
    assert "Reviewed, and the same as before: Crumb" in text
    assert (
        "The content began, until 1 June 2026, with 2 outcomes, 3 pillars, 5 value groups, 6 values" in text
    )


def test_a_copy_without_a_history_says_so(bakery: Bakery, tmp_path: Path) -> None:
    html = page(bakery.playbook(), NOT_READ, tmp_path)
    assert NOT_READ.gap
    assert NOT_READ.gap in html
    assert not re.search("<h2|<form|changes.xml", html)


def test_a_history_in_which_nothing_happened(bakery: Bakery, tmp_path: Path) -> None:
    assert "Nothing was recorded yet." in page(bakery.playbook(), History(), tmp_path)


def test_what_could_not_be_compared_is_counted(bakery: Bakery, tmp_path: Path) -> None:
    html = page(bakery.playbook(), History((Period("2026-07", "July 2026", NOON, unread=2),)), tmp_path)
    assert "2 files of that time could not be compared" in words(html)


HOSTILE = "<script>alert('x')</script> & \"quotes\" ]]> [[values/crisp-crust|</a><b>]] \x1b\x00\u202e"


def hostile() -> History:
    gone = Named(Reference("terms", "gone"), HOSTILE)
    here = Named(Reference("values", "crisp-crust"), HOSTILE)
    told = ("now says ", Said(HOSTILE, HOSTILE), " of ", here, " and ", gone, ".")
    entry = EntryHistory(gone, (told,), NOON)
    return History(
        (
            Period(
                'a"><b>', HOSTILE.split("\x1b", maxsplit=1)[0], NOON, (entry,), (gone,), MappingProxyType({})
            ),
        )
    )


def test_authors_text_is_no_html(bakery: Bakery, tmp_path: Path) -> None:
    html = page(bakery.playbook(), hostile(), tmp_path)
    assert "<script" not in html
    assert "<b>" not in html
    assert html.count("&lt;script&gt;") >= 4
    assert not re.search(r"[\x00\x1b]", html)


def test_headings_have_ids_of_their_own() -> None:
    periods = tuple(Period(key, key, NOON) for key in ("v1.0", "v1-0", "V1 0", "", "2026-07"))
    found = anchors(History(periods))
    assert len(set(found.values())) == len(periods)
    assert found["2026-07"] == "changes-2026-07"
    assert all(re.fullmatch("[a-z0-9-]+", word) for word in found.values())


def entries_of(feed: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(feed).findall(f"{ATOM}entry")  # noqa: S314 - ours


def check_feed(feed: str) -> None:
    """What RFC 4287 asks of a feed and of its entries."""
    root = ElementTree.fromstring(feed.encode())  # noqa: S314 - ours
    assert root.tag == f"{ATOM}feed"
    ids = []
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
            assert element.findtext(f"{ATOM}{name}")
        identity = element.findtext(f"{ATOM}id", "")
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", identity)
        ids.append(identity)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated", ""))
        alternate = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternate) == 1
    assert len(set(ids)) == len(ids)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for content in root.findall(f"{ATOM}entry/{ATOM}content"):
        assert content.get("type") == "html"
        assert not list(content)


def test_the_feed_is_valid_and_dated_by_the_commits(changed: Bakery) -> None:
    playbook = changed.playbook()
    feed = changes_feed(playbook, history_of(changed.folder, playbook))
    assert feed
    check_feed(feed)
    found = [(e.findtext(f"{ATOM}title"), e.findtext(f"{ATOM}updated")) for e in entries_of(feed)]
    assert found == [
        ("Term Yeast", "2026-09-05T12:00:00Z"),
        ("Workshop Menu day", "2026-08-04T12:00:00Z"),
        ("Term Yeast", "2026-08-04T12:00:00Z"),
        ("Event A late van", "2026-07-03T12:00:00Z"),
    ]


def test_the_feed_s_ids_stay_and_further_changes_of_a_month_update_an_entry(changed: Bakery) -> None:
    playbook = changed.playbook()
    first = entries_of(changes_feed(playbook, history_of(changed.folder, playbook)) or "")
    changed.edit("terms/crumb", "An even crumb", "A good crumb")
    changed.commit("2026-09-09")
    changed.edit("terms/crumb", "A good crumb", "The best crumb")
    changed.commit("2026-09-11")
    playbook = changed.playbook()
    second = entries_of(changes_feed(playbook, history_of(changed.folder, playbook)) or "")
    ids = [entry.findtext(f"{ATOM}id") for entry in second]
    assert [entry.findtext(f"{ATOM}id") for entry in first] == ids[1:]
    assert second[0].findtext(f"{ATOM}updated") == "2026-09-11T12:00:00Z"


@pytest.mark.parametrize("site", [None, "https://bread.example/a&b/"])
def test_addresses_of_the_feed_are_absolute_when_the_site_has_one(changed: Bakery, site: str | None) -> None:
    if site:
        changed.edit("site", "language: en", f'language: en\nsite_address: "{site}"')
    playbook = changed.playbook()
    feed = changes_feed(playbook, history_of(changed.folder, playbook)) or ""
    check_feed(feed)
    root = ElementTree.fromstring(feed)  # noqa: S314 - ours
    addresses = [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    for content in root.iter(f"{ATOM}content"):
        addresses += re.findall('href="([^"]*)"', (content.text or "").replace("&amp;", "&"))
    base = site or "https://anywhere.example/"
    assert all(address.startswith("https:") == bool(site) for address in addresses)
    assert {urljoin(base + CHANGES_FEED, address) for address in addresses} >= {
        f"{base}larder/changes.html",
        f"{base}larder/changes.xml",
        f"{base}workshops/menu-day.html",
        f"{base}values/early-warning.html",
        f"{base}larder/changes.html#changes-2026-09",
    }


def test_the_feed_holds_anything_that_was_ever_written(bakery: Bakery) -> None:
    feed = changes_feed(bakery.playbook(), hostile()) or ""
    check_feed(feed)
    assert "<script" not in feed
    [content] = ElementTree.fromstring(feed).iter(f"{ATOM}content")  # noqa: S314 - ours
    assert "<script" not in (content.text or "")
    assert not re.search(r"[\x00\x1b]", feed)


def test_the_feed_is_bounded_and_there_is_none_without_a_history(bakery: Bakery) -> None:
    entries = tuple(
        EntryHistory(Named(Reference("terms", f"t-{i}"), f"T {i}"), (("is new.",),), NOON)
        for i in range(MOST + 9)
    )
    feed = changes_feed(bakery.playbook(), History((Period("2026-07", "July", NOON, entries),))) or ""
    assert len(entries_of(feed)) == MOST
    assert changes_feed(bakery.playbook(), NOT_READ) is None
    assert changes_feed(bakery.playbook(), History()) is None


@pytest.fixture
def site(changed: Bakery, tmp_path: Path) -> Path:
    playbook = changed.playbook()
    figures = Figures(playbook, tmp_path / "cache")
    history = history_of(changed.folder, playbook)
    pages = render_pages(playbook, figures, history)
    feed = changes_feed(playbook, history)
    assert feed
    build_site(playbook, pages, tmp_path / "site", figures, files={CHANGES_FEED: feed})
    return tmp_path / "site"


def test_a_feed_reader_finds_the_feed_from_the_page(site: Path) -> None:
    page = (site / CHANGES).read_text(encoding="utf-8")
    assert (
        '<link rel="alternate" type="application/atom+xml" href="changes.xml" title="What changed">' in page
    )


def test_a_reader_sees_what_concerns_a_role_and_shares_it(site: Path, browser: Browser) -> None:
    assert (site / CHANGES_FEED).read_text(encoding="utf-8").startswith("<?xml")
    context = browser.new_context()
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.goto((site / CHANGES).as_uri())
    changes = tab.locator("li.vc-change")
    expect(changes).to_have_count(4)
    tab.get_by_label("What concerns").select_option("Driver")
    assert tab.url.endswith("#role=driver")
    assert [c.locator(".vc-entry").inner_text() for c in changes.all() if c.is_visible()] == ["A late van"]
    expect(tab.get_by_text("1 of 4 changed entries")).to_be_visible()
    expect(tab.get_by_text("Reviewed, and the same")).to_be_hidden()

    other = context.new_page()
    other.goto(tab.url)
    expect(other.get_by_label("What concerns")).to_have_value("driver")
    expect(other.locator("li.vc-change:visible")).to_have_count(1)
    other.evaluate("location.hash = 'changes-2026-07'")
    expect(other.get_by_label("What concerns")).to_have_value("driver")
    other.get_by_label("What concerns").select_option("")
    expect(other.locator("li.vc-change:visible")).to_have_count(4)
    assert "#" not in other.url
    assert not errors
    context.close()


def test_without_scripts_everything_shows_and_nothing_can_be_chosen(site: Path, plain_window: Window) -> None:
    tab = plain_window
    tab.goto((site / CHANGES).as_uri())
    expect(tab.locator("li.vc-change:visible")).to_have_count(4)
    expect(tab.get_by_label("What concerns")).to_be_hidden()


def test_every_link_of_the_page_leads_somewhere(site: Path, changed: Bakery, tmp_path: Path) -> None:
    playbook = changed.playbook()
    html = with_addresses(
        page(playbook, history_of(changed.folder, playbook), tmp_path), CHANGES, playbook.kinds
    )
    targets = re.findall(r'href="([^"#]+)', html)
    assert targets
    for target in targets:
        assert (site / "larder" / target).resolve().is_file(), target


def test_an_edition_without_the_page_of_what_changed_has_no_feed_of_it(kept: Bakery) -> None:
    assert changes_feed(kept.playbook(), history_of(kept.folder, kept.playbook()))
    kept.edit("site", "  - name: partners-only", "    hides: [changes]\n  - name: partners-only")
    assert changes_feed(kept.playbook(), history_of(kept.folder, kept.playbook())) is None


def pages_of(changed: Bakery, tmp_path: Path, edition: int = 0) -> dict[str, str]:
    playbook = changed.playbook(edition)
    found = render_pages(
        playbook, Figures(playbook, tmp_path / "cache"), history_of(changed.folder, playbook)
    )
    return {page.address: page.html for page in found}


def marks(html: str) -> list[str]:
    return [words(one) for one in re.findall(r'<(?:p|span) class="vc-changed">.*?</(?:p|span)>', html, re.S)]


def test_a_page_says_what_changed_on_it_last_and_where_that_is_told(changed: Bakery, tmp_path: Path) -> None:
    found = pages_of(changed, tmp_path)
    [day] = marks(found["workshops/menu-day.html"])
    assert day == (
        "Changed on 4 August 2026 : Now also builds An early warning , because it shows what Full crates hide."
    )
    assert f'"page:{CHANGES}#changes-2026-08"' in found["workshops/menu-day.html"]
    assert marks(found["events/late-van.html"])[0].startswith("Changed on 3 July 2026 : ")
    assert not marks(found["values/crisp-crust.html"])


def test_lists_mark_what_the_newest_period_brought_or_changed(changed: Bakery, tmp_path: Path) -> None:
    changed.edit("workshops/menu-day", "duration: ", "aliases: [Bread day]\nduration: ")
    changed.add("terms/rye", _TERM.replace("Yeast", "Rye").replace("What makes it rise", "A dark grain"))
    changed.commit("2026-09-07")
    found = pages_of(changed, tmp_path)
    assert marks(found["workshops/index.html"]) == ["changed, 7 September 2026"]
    assert not marks(found["events/index.html"])
    assert marks(found["terms/index.html"]) == ["What changed : Rye ."]
    changed.edit("terms/crumb", "An even crumb", "A good crumb")
    changed.commit("2026-10-07")
    found = pages_of(changed, tmp_path)
    assert not marks(found["workshops/index.html"])
    assert marks(found["terms/index.html"]) == ["What changed : Crumb ."]
    assert marks(found["workshops/menu-day.html"])[0].startswith("Changed on 7 September 2026 : ")


def test_what_came_is_new_and_a_long_list_of_changes_is_counted(bakery: Bakery, tmp_path: Path) -> None:
    playbook = bakery.playbook()
    told = ("now says it.",)
    values = [value.reference for value in playbook.of_kind("values")]
    terms = tuple(
        EntryHistory(Named(term.reference, term.name), (told,), NOON) for term in playbook.of_kind("terms")
    )
    came = EntryHistory(Named(values[0], ""), (told, told), NOON, new=True)
    more = EntryHistory(Named(values[1], ""), (told, told, told), NOON)
    history = History((Period("2026-07", "July 2026", NOON, (came, more, *terms)),))
    found = {
        page.address: page.html
        for page in render_pages(playbook, Figures(playbook, tmp_path / "cache"), history)
    }
    assert marks(found[f"{values[0]}.html"]) == ["New since 3 July 2026 ."]
    assert marks(found[f"{values[1]}.html"]) == ["Changed on 3 July 2026 : Now says it. And 2 changes more."]
    assert marks(found["values/index.html"]) == ["new, 3 July 2026", "changed, 3 July 2026"]
    [line] = marks(found["terms/index.html"])
    assert len(terms) <= FEW or f"and {len(terms) - FEW} more" in line


def test_an_edition_without_the_page_of_what_changed_has_no_marks(changed: Bakery, tmp_path: Path) -> None:
    playbook = changed.playbook()
    history = history_of(changed.folder, playbook)
    hides = playbook.edition.model_copy(update={"hides": (Inside.CHANGES,)})
    silent = replace(playbook, edition=hides)
    found = render_pages(silent, Figures(silent, tmp_path / "cache"), history)
    assert not any(marks(page.html) for page in found)
