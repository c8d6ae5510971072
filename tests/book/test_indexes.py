"""The indexes by value, role, situation and event, in the data and in the book."""

from __future__ import annotations

import dataclasses
import re
from types import MappingProxyType

from pypdf import PdfReader

from generator.book.indexes import indexes
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from tests.book.test_book import outline, plain, starts, targets

EVERYWHERE = {
    "events/first-visit", "events/storm", "workshops/planting-day", "cases/customer-k",
    "cases/customer-k#moment-1", "cases/customer-k#moment-2", "values/openness", "values/patience",
    "values/attention", "roles/gardener", "groups/honesty", "groups/attention", "steps/meet",
}  # fmt: skip


def index(playbook: Playbook, title: str) -> dict[str, dict[str, list[str]]]:
    """The lines of one index: what each note of a line leads to."""
    found = next(one for one in indexes(playbook, EVERYWHERE) if one["title"] == title)
    return {
        line["words"]: {note["words"]: [to["label"] for to in note["targets"]] for note in line["notes"]}
        for letter in found["letters"]
        for line in letter["lines"]
    }


def test_a_value_leads_to_what_builds_needs_and_shows_it(shop: Playbook) -> None:
    assert index(shop, "Values") == {
        "Attention": {"built by": ["workshops/planting-day"]},
        "Openness": {
            "built by": ["events/first-visit"],
            "seen in cases": ["cases/customer-k#moment-1"],
            "read by": ["roles/gardener"],
        },
        "Patience": {"built by": ["workshops/planting-day"]},
    }


def test_a_role_leads_to_what_it_leads_and_takes_part_in(shop: Playbook) -> None:
    assert index(shop, "Roles") == {
        "Gardener": {
            "Leads": ["workshops/planting-day"],
            "Takes part in": ["cases/customer-k", "workshops/planting-day"],
        }
    }


def test_situations_are_those_of_events_groups_and_steps(shop: Playbook) -> None:
    found = next(one for one in indexes(shop, EVERYWHERE) if one["title"] == "Situations")
    assert {
        letter["head"]: [(line["words"], line["see"]) for line in letter["lines"]] for letter in found["letters"]
    } == {
        "It happens to us": [("Everything is broken.", "Storm")],
        "We can do something": [("Somebody stands in the door.", "First visit")],
        "Something is missing": [
            ("They ask next door.", "Honest advice"), ("We look at the till.", "Attention")
        ],
        "Where we stand": [("Who are you?", "Meet")],
    }  # fmt: skip


def test_an_event_leads_to_the_moments_of_the_cases(shop: Playbook) -> None:
    found = index(shop, "Events and workshops")
    assert found["First visit"] == {"Customer K": ["cases/customer-k#moment-1"]}
    assert found["Storm"] == {}


def test_a_playbook_without_roles_has_no_index_of_roles(shop: Playbook) -> None:
    entries = {r: entry for r, entry in shop.entries.items() if r.kind != "roles"}
    relations = tuple(
        r for r in shop.relations if "roles" not in {r.source.reference.kind, r.target.reference.kind}
    )
    without = dataclasses.replace(shop, entries=MappingProxyType(entries), relations=relations)
    titles = [one["title"] for one in indexes(without, EVERYWHERE)]
    assert titles == ["Values", "Situations", "Events and workshops", "General index"]
    assert "read by" not in index(without, "Values")["Openness"]


def test_an_index_leads_to_nothing_that_the_book_leaves_out(shop: Playbook) -> None:
    kept = {"values/openness", "values/patience", "events/first-visit"}
    found = {one["title"]: one for one in indexes(shop, kept)}
    assert list(found) == ["Values", "Situations", "Events and workshops", "General index"]
    labels = [
        to["label"]
        for title in list(found)[:-1]
        for letter in found[title]["letters"]
        for line in letter["lines"]
        for to in [line, *(target for note in line["notes"] for target in note["targets"])]
    ]
    assert set(labels) == kept


def test_printed_numbers_are_the_pages_that_they_lead_to(shop_book: PdfReader) -> None:
    first = shop_book.get_destination_page_number(
        next(d for level, d in outline(shop_book.outline) if (level, d.title) == (0, "Indexes"))
    )
    begins = starts(shop_book)
    pages = shop_book.pages[first:]
    text = plain(" ".join(page.extract_text() for page in pages))
    moment = next(
        number
        for number, page in enumerate(shop_book.pages, 1)
        if "The mayor bought a rose" in page.extract_text()
    )
    expected = (
        f"Openness, {begins['Openness']} built by {begins['First visit']}; "
        f"seen in cases {moment}; read by {begins['Gardener']}"
    )
    assert expected in re.sub(r"\s+", " ", text)
    assert f"Leads Planting day, {begins['Planting day']}" in text
    assert f"Everything is broken. Storm, {begins['Storm']}" in text
    assert f"First visit, {begins['First visit']} Customer K {moment}" in text
    for page in pages:
        words = re.sub(r"^\s*\d+\s*$", "", page.extract_text(), flags=re.MULTILINE)
        numbers = {int(n) for n in re.findall(r"(?<=[\s\u00a0])(\d+)(?=[,;\s]|$)", words)}
        assert set(targets(shop_book, page)) <= numbers | {first + 1}


def test_the_pages_of_the_book_are_what_the_indexes_are_made_for(
    shop: Playbook, shop_pages: tuple[Page, ...]
) -> None:
    moments = {
        f"cases/customer-k#{found}"
        for page in shop_pages
        for found in re.findall(r'id="(moment-\d)"', page.html)
    }
    assert moments == {label for label in EVERYWHERE if "#" in label}
    assert {label for label in EVERYWHERE if "#" not in label} <= {str(r) for r in shop.entries}
