"""A new kind is one model, one line in the register and one in site.yml: followed everywhere.

The kinds are those that CONTRIBUTING.md shows. They are the worst case: an activity with fields called `group` and
`signs`, which other kinds have for something else, and one of a shape of its own; a kind that is read on its parent's
page; and a playbook without any event.
"""

from __future__ import annotations

import datetime
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import pypdfium2
import pytest
import yaml

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from tests.running import run
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.check import draft
from value_compass.generator.check.check import check
from value_compass.generator.edit.create import create
from value_compass.generator.pages.coverage import kind_coverage
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.matrix import rows
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.playbook.situation import situation_of
from value_compass.generator.serve.preview import Preview
from value_compass.generator.site.build import build_site
from value_compass.generator.site.search import records
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import KINDS

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
DAY = datetime.date(2026, 11, 22)

TRIP = """\
name: Sunday trip
summary: Nobody else delivers on Sunday.
owner: Baker
reviewed: 2026-03-01
initiative: supplier
when: [In the season.]
group: on-time
signs: [The crates are empty.]
legs:
  - {name: The harbour, what: We unload.}
builds:
  - {to: groups/on-time, reason: A Sunday trip shows that we keep time.}
  - {to: groups/good-bread, reason: It is baked on Sunday.}
  - {to: groups/straight-answers, reason: There is time to talk.}
  - {to: groups/knowing-the-kitchen, reason: The kitchen is open.}
  - {to: groups/shared-menu, reason: The menu is made on Sunday.}
sources:
  - {source: hotel-interviews, where: page 3, basis: editorial}
"""

TIP = """\
name: Ring first
summary: A short call saves a long wait.
owner: Baker
reviewed: 2026-03-01
trip: sunday-trip
trick: Ring the kitchen at six.
sources:
  - {source: hotel-interviews, where: page 4, basis: stated}
"""

KEPT = ("outcomes", "pillars", "groups", "values", "steps", "terms", "sources")
"""The kinds of which the playbook has entries beside the new ones: no events, and nothing that names one."""

TRIPS_PAGE = "trips/sunday-trip.html"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The code of CONTRIBUTING.md as a module."""
    text = CONTRIBUTING.read_text("utf-8")
    (code,) = re.findall(r"```python\n(# value_compass/schemas/trips\.py\n.*?)```", text, re.DOTALL)
    file = tmp_path_factory.mktemp("shown") / "trips.py"
    file.write_text(code, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("trips", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["trips"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["trips"]


@pytest.fixture
def extended(shown: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bakery:
    """A playbook without events that has the two kinds."""
    registered = {**KINDS, **{kind.folder: kind for kind in shown.REGISTERED}}
    monkeypatch.setattr(draft, "KINDS", MappingProxyType(registered))
    bakery = Bakery(tmp_path / "bakery")
    for kind in KEPT:
        for file in sorted((BAKERY / "content" / kind).glob("*.yml")):
            said: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
            for field in ("helps", "watch_for"):
                said.pop(field, None)
            bakery.write(f"{kind}/{file.stem}", yaml.safe_dump(said, sort_keys=False, allow_unicode=True))
    bakery.write("trips/sunday-trip", TRIP)
    bakery.write("tips/ring-first", TIP)
    settings = (BAKERY / "site.yml").read_text("utf-8")
    bakery.write("site", settings.replace("[workshops, events,", "[trips, tips, workshops, events,"))
    return bakery


def sealed(folder: Path) -> Playbook:
    checked = check(folder)
    assert not checked.problems
    assert checked.draft.settings
    return seal(checked.draft, checked.draft.settings.editions[0])


def pages_of(playbook: Playbook, cache: Path) -> dict[str, Page]:
    pages = render_pages(playbook, Figures(playbook, cache))
    return {page.address: page for page in pages}


def printed(path: Path) -> str:
    book = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in book)


def test_its_page_is_made_from_its_model(extended: Bakery, tmp_path: Path) -> None:
    page = pages_of(sealed(extended.folder), tmp_path)[TRIPS_PAGE].html
    for said in (
        "Nobody else delivers on Sunday.",
        "we take the initiative",
        "How you see that it went well",
        "The crates are empty.",
        "Legs",
        "The harbour",
        "We unload.",
        "What it builds",
        "A Sunday trip shows that we keep time.",
        "Most of this page is editorial: ours.",
    ):
        assert said in page


def test_an_entry_that_is_read_on_its_parents_page_has_its_place_there(
    extended: Bakery, tmp_path: Path
) -> None:
    playbook = sealed(extended.folder)
    pages = pages_of(playbook, tmp_path / "cache")
    assert "tips/ring-first.html" not in pages
    page = pages[TRIPS_PAGE]
    assert Reference("tips", "ring-first") in page.entries
    assert 'id="tips-ring-first"' in page.html
    assert "Ring the kitchen at six." in page.html
    site = tmp_path / "site"
    build_site(playbook, tuple(pages.values()), site, Figures(playbook, tmp_path / "cache"))
    listed = (site / "tips/index.html").read_text(encoding="utf-8")
    assert 'href="../trips/sunday-trip.html#tips-ring-first"' in listed


def test_the_other_end_says_what_the_model_calls_it(extended: Bakery, tmp_path: Path) -> None:
    group = pages_of(sealed(extended.folder), tmp_path)["groups/on-time.html"].html
    assert "Trips for it" in group
    assert "A Sunday trip shows that we keep time." in group


def test_what_one_can_do_is_in_the_matrix_the_advice_and_the_coverage(
    extended: Bakery, tmp_path: Path
) -> None:
    playbook = sealed(extended.folder)
    own = "trips/sunday-trip"
    assert own in {str(row.activity.reference) for row in rows(playbook)}
    assert own in {plan.entry for plan in situation_of(playbook).plans}
    assert "trips" in {row.kind.folder for row in kind_coverage(playbook)}
    pages = pages_of(playbook, tmp_path)
    for overview in ("matrix", "coverage", "check"):
        (page,) = (page for address, page in pages.items() if address.endswith(f"/{overview}.html"))
        assert "Sunday trip" in page.html or "Trips" in page.html


def test_search_finds_both(extended: Bakery, tmp_path: Path) -> None:
    playbook = sealed(extended.folder)
    found = {
        record.name: record.address for record in records(playbook, pages_of(playbook, tmp_path).values())
    }
    assert found["Sunday trip"] == TRIPS_PAGE
    assert found["Ring first"] == f"{TRIPS_PAGE}#tips-ring-first"


def test_a_change_of_a_field_has_the_words_of_its_own_model(extended: Bakery) -> None:
    before = check(extended.folder).draft
    extended.change("trips/sunday-trip", "The crates are empty.", "The chef laughs.")
    extended.change("trips/sunday-trip", "We unload.", "We unload and leave.")
    changes = changes_between(before, check(extended.folder).draft)
    told = [change.sentence for change in changes]
    assert all(sentence.startswith("Trip Sunday trip: ") for sentence in told)
    assert sum('under "how you see that it went well"' in sentence for sentence in told) == len(told) - 1
    assert 'what happens of "The harbour" under "legs"' in told[-1]


def test_a_preview_makes_its_page_again(extended: Bakery, tmp_path: Path) -> None:
    preview = Preview(extended.folder, None, DAY, tmp_path / "cache", tmp_path / "preview")
    list(preview.build(preview.check().draft))
    extended.change("tips/ring-first", "Ring the kitchen at six.", "Ring the kitchen at five.")
    first, *_ = preview.build(preview.check().draft)
    assert first.everything is None
    assert TRIPS_PAGE in first.pages
    assert preview.site
    assert "Ring the kitchen at five." in (preview.site / TRIPS_PAGE).read_text("utf-8")


def test_the_book_and_a_card_have_it(extended: Bakery, tmp_path: Path) -> None:
    ran = run("book", "--output", tmp_path / "book.pdf", folder=extended.folder)
    assert not ran.returncode, ran.stderr
    book = printed(tmp_path / "book.pdf")
    for said in (
        "The crates are empty.",
        "The harbour",
        "We unload.",
        "Ring the kitchen at six.",
        "Done for On time",
    ):
        assert said in book
    ran = run("book", "--cards", "trips,tips", "--output", tmp_path / "cards.pdf", folder=extended.folder)
    assert not ran.returncode, ran.stderr
    cards = printed(tmp_path / "cards.pdf")
    for said in ("Sunday trip", "The crates are empty.", "Ring first", "Ring the kitchen at six."):
        assert said in cards


def test_a_new_file_asks_for_its_fields(extended: Bakery) -> None:
    edit, file = create(check(extended.folder).draft, "trips", "Night trip", None, DAY)
    said = edit.written[file]
    for line in (
        "group: some-id",
        "# How you see that it went well: What one sees afterwards.",
        "signs:",
        "#legs:",
    ):
        assert line in said
    _, file = create(check(extended.folder).draft, "tips", "Knock twice", None, DAY)
    assert file == "content/tips/knock-twice.yml"


def test_no_heading_of_the_pages_is_empty(extended: Bakery, tmp_path: Path) -> None:
    for page in pages_of(sealed(extended.folder), tmp_path).values():
        assert not re.search(r"<(h2|h3|dt)[^>]*>\s*</", page.html), page.address
