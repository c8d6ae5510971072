"""The search: what readers type finds what they need, at once and by keyboard."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.book.shop import read_playbook
from tests.check.bakery import Bakery
from value_compass.generator.pages import page as pages_module
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.search import SEARCH_INDEX, folded, records, search_index
from value_compass.schemas.activities import Event
from value_compass.schemas.reading import Term


def _type(page: Page, words: str) -> None:
    page.get_by_role("combobox", name="Search").fill(words)


def _begun(page: Page, address: str) -> Page:
    """A page on which a reader went to the search."""
    page.goto(address)
    # The search asks for its index as soon as it is there itself.
    with page.expect_request_finished(lambda request: request.url.endswith(SEARCH_INDEX)):
        page.get_by_role("combobox", name="Search").focus()
    return page


TYPED = [
    ("My contact at the customer is leaving", "Event", "Stakeholder change"),
    ("contact leaves", "Event", "Stakeholder change"),
    ("talk about tomorrow", "Event", "Next-steps conversation"),
    ("respect", "Value", "Safety"),
    ("transpar", "Value group", "Transparency"),
    ("trasparency", "Value group", "Transparency"),
    ("Zilione", "Source", "Žilionė (2009)"),
    ("canvas", "Workshop", "Business model canvas workshop"),
    ("step 3", "Step", "Agree where to go"),
    ("matrix", "Overview", "Matrix"),
]


def test_what_readers_type_finds_its_page(window: Page, guarded: str) -> None:
    page = window
    page.goto(guarded + "values/openness.html")
    for typed, kind, name in TYPED:
        _type(page, typed)
        best = page.get_by_role("option").first
        expect(best.locator(".vc-found-name")).to_have_text(name)
        expect(best.locator(".vc-found-kind")).to_have_text(kind)


def test_every_situation_and_other_name_finds_its_entry(
    window: Page, guarded: str, playbook: Playbook
) -> None:
    wanted = {alias: entry.name for entry in playbook.entries.values() for alias in entry.aliases}
    wanted |= {event.situation: event.name for event in playbook.of(Event)}
    page = _begun(window, guarded)
    found = page.evaluate(
        """async (typed) => {
            const index = await compassSearch.load();
            return typed.map((words) => compassSearch.find(words, index).slice(0, 5).map((r) => r.name));
        }""",
        list(wanted),
    )
    lost = {
        typed: names for (typed, name), names in zip(wanted.items(), found, strict=True) if name not in names
    }
    assert not lost


def test_a_name_counts_more_than_another_name_and_that_more_than_text(window: Page, guarded: str) -> None:
    page = _begun(window, guarded)
    ranks = page.evaluate(
        """() => {
            const record = (name, other, case_, text) => ["Value", name, "", text, other, case_];
            globalThis.compassIndex = {
                records: [
                    record("Body", [], "", ""), record("Summary", [], "", "A harbour."),
                    record("Situation", [], "We see the harbour.", ""),
                    record("Alias", ["Old harbour"], "", ""), record("New harbour", [], "", ""),
                ],
                words: "harbour 0", tried: [],
            };
            const index = compassSearch.prepare(globalThis.compassIndex);
            return compassSearch.find("harb", index).map((found) => found.name);
        }"""
    )
    assert ranks == ["New harbour", "Alias", "Situation", "Summary", "Body"]


def test_the_keyboard_is_enough(window: Page, guarded: str) -> None:
    page = window
    page.goto(guarded + "groups/transparency.html")
    box = page.get_by_role("combobox", name="Search")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("inspiration")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/inspiration-day.html")


def test_a_slash_in_a_text_field_stays_a_slash(window: Page, guarded: str) -> None:
    page = window
    page.goto(guarded)
    _type(page, "plan")
    page.keyboard.type("/build")
    expect(page.get_by_role("combobox", name="Search")).to_have_value("plan/build")


def test_nothing_found_is_said(window: Page, guarded: str) -> None:
    page = window
    page.goto(guarded)
    _type(page, "zzzzqqqq")
    expect(page.get_by_role("status").filter(has_text="zzzzqqqq")).to_be_visible()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_index_comes_with_the_first_focus_and_is_small(
    browser: Browser, guarded: str, site: Path
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(guarded, wait_until="networkidle")
    assert not [url for url in asked if SEARCH_INDEX in url]
    with page.expect_request(f"**/{SEARCH_INDEX}"):
        page.get_by_role("combobox", name="Search").focus()
    text = (site / SEARCH_INDEX).read_bytes()
    assert len(gzip.compress(text)) < 150 * text.count(b".html")
    page.close()


def test_every_entry_is_found_by_its_name(playbook: Playbook, pages: tuple[pages_module.Page, ...]) -> None:
    named = [record.name for record in records(playbook, pages)]
    assert {entry.name for entry in playbook.entries.values()} <= set(named)
    text = search_index(playbook, pages)
    index = json.loads(text.removeprefix("var compassIndex = ").rstrip().removesuffix(";"))
    assert len(index["records"]) == len(named)
    lines = [line.split() for line in index["words"].splitlines()]
    assert all(0 <= sum(int(step, 36) for step in steps) < len(named) for _, *steps in lines)


def test_words_lose_their_accents_and_capitals() -> None:
    assert folded("Žilionė's CAFÉ, plan_build") == {"zilione", "s", "cafe", "plan", "build"}


def test_the_script_reads_texts_as_the_generator_does(window: Page, guarded: str) -> None:
    # Letters of the scripts that European names are written in, and all that is not seen or stands between words.
    signs = [
        chr(code) for block in (range(0x530), range(0x1E00, 0x2070), range(0xFB00, 0xFB07)) for code in block
    ]
    page = _begun(window, guarded)
    read = page.evaluate("(signs) => signs.map((sign) => compassSearch.wordsOf(`a${sign}b`))", signs)
    differ = {
        sign: words for sign, words in zip(signs, read, strict=True) if set(words) != folded(f"a{sign}b")
    }
    # Markup that a name may hold is out of texts, and what is typed has none.
    assert set(differ) <= set("[]*`~")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("C#", "C#"), ("c", "C"), ("CO-CREATION", "Co-creation"), ("com", "Commerce officer")],
)
def test_an_exactly_typed_name_or_alias_is_the_first(
    window: Page, guarded: str, typed: str, first: str
) -> None:
    page = _begun(window, guarded)
    found = page.evaluate(
        """(typed) => {
            const record = (name, ...aliases) => ["Value", name, "", "", aliases, ""];
            const names = [
                record("Commitment"), record("Co-creation session"), record("Co-creation"), record("R&D"),
                record("Commerce officer", "COM"), record("C# course"), record("C#"), record("C"),
            ];
            const index = compassSearch.prepare({ records: names, words: "", tried: [] });
            return compassSearch.find(typed, index).map((found) => found.name);
        }""",
        typed,
    )
    assert found[0] == first


RECORDS = """
const record = (name, address, summary = "", ...aliases) => ["Event", name, address, summary, aliases, ""];
const index = compassSearch.prepare({
    records: [
        record("Oven", "terms/index.html#oven", "Where bread becomes bread."),
        record("Late van", "events/late-van.html", "The bread comes too late for the hotel."),
        record("Oven day", "events/oven-day.html", "The hotel looks into the oven."),
        record("Kick-off", "events/kick-off.html", "The hotel meets the baker."),
        record("Trust", "pillars/trust.html", "Bread without asking."),
    ],
    words: "hotel 1 1 1",
    tried: [[["angry hotel", "boos"], [1, 2]]],
});
"""
"""An index of a few records, as the script prepares it."""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("trsut", "Trust"),
        ("tust", "Trust"),
        ("kickoff", "Kick-off"),
        ("boos", "Late van"),
        ("my hotel is angry", "Late van"),
        ("ovens", "Oven day"),
        ("the van", "Late van"),
    ],
)
def test_slips_endings_and_words_that_readers_tried_find_what_was_meant(
    window: Page, guarded: str, typed: str, first: str
) -> None:
    page = _begun(window, guarded)
    found = page.evaluate(
        f"(typed) => {{ {RECORDS} return compassSearch.find(typed, index).map((one) => one.name); }}", typed
    )
    assert found[0] == first


def test_of_two_words_the_one_that_stands_apart_is_found_later(window: Page, guarded: str) -> None:
    page = _begun(window, guarded)
    found = page.evaluate(
        """() => {
            const term = (name) => ["Term", name, `terms/index.html#${name}`, "A loaf.", [], ""];
            const index = compassSearch.prepare({
                records: [term("Loaf count"), term("Loaf tin")], words: "", tried: [], apart: [0],
            });
            return compassSearch.find("loaf", index).map((found) => found.name);
        }"""
    )
    assert found == ["Loaf tin", "Loaf count"]


def test_what_was_typed_is_marked_and_all_that_was_found_can_be_shown(window: Page, guarded: str) -> None:
    page = window
    page.goto(guarded)
    _type(page, "customer")
    expect(page.get_by_role("option").locator("mark").first).to_be_visible()
    every = page.get_by_role("option", name="Show all")
    every.click()
    expect(every).to_have_count(0)
    assert page.get_by_role("option").count() > 10


def _glossary(shown: Playbook) -> pages_module.Page:
    entries = tuple(term.reference for term in shown.of(Term))
    return pages_module.Page("terms/index.html", "", "", "", (), None, level=2, entries=entries)


def _index(shown: Playbook) -> dict[str, list[object]]:
    text = search_index(shown, [_glossary(shown)])
    index: dict[str, list[object]] = json.loads(text.removeprefix("var compassIndex = ").rstrip(";\n"))
    return index


def test_the_index_knows_what_stands_apart(bakery: Bakery) -> None:
    shown = read_playbook(bakery.folder)
    named = [record.name for record in records(shown, [_glossary(shown)])]
    assert [named.index("Round of talks")] == _index(shown)["apart"]


def test_words_that_readers_tried_lead_to_nothing_that_an_edition_hides(bakery: Bakery) -> None:
    bakery.write(
        "site", "search:\n  - {typed: [soft], finds: [terms/crumb, terms/margin]}\n" + bakery.read("site")
    )
    draft = bakery.check().draft
    assert draft.settings
    found = {}
    for edition in draft.settings.editions:
        shown = seal(draft, edition)
        found[edition.name] = _index(shown)["tried"]
    assert found == {"everyone": [[["soft"], [0]]], "partners-only": [[["soft"], [0, 1]]]}
