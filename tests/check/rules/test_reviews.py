"""Reviews that are too long ago, or do not say what stands there now."""

from __future__ import annotations

import datetime

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.rules import reviews
from value_compass.generator.check.weights import weigh
from value_compass.schemas.fields import Reference
from value_compass.schemas.reviews import fingerprint, words_of

DAY = datetime.date(2026, 11, 22)


def recorded(bakery: Bakery, entry: str, fingerprint: str) -> None:
    bakery.change(entry, "reviewed: 2026-03-01", f'reviewed: 2026-03-01\nfingerprint: "{fingerprint}"')


def found(draft: Draft, day: datetime.date = DAY) -> set[str]:
    return {
        f"{p.file}:{p.span.line}:{p.span.column} {p.code} {p.severity}"
        for p in weigh(reviews.check(draft, day), {})
    }


def test_no_entry_is_judged_by_a_fingerprint_that_it_has_not(bakery: Bakery) -> None:
    bakery.change("values/early-van", "summary: ", "summary: Now ")
    assert found(bakery.check().draft) == set()


def test_the_day_after_a_year_is_too_late(bakery: Bakery) -> None:
    draft = bakery.check().draft
    assert found(draft, datetime.date(2027, 3, 1)) == set()
    late = found(draft, datetime.date(2027, 3, 2))
    assert len(late) == len(draft.entries)
    assert "content/roles/driver.yml:4:11 overdue-review warning" in late


def test_a_review_of_today_is_done_and_one_of_tomorrow_is_not(bakery: Bakery) -> None:
    bakery.change("roles/driver", "reviewed: 2026-03-01", f"reviewed: {DAY}")
    draft = bakery.check().draft
    assert found(draft) == set()
    assert found(draft, DAY - datetime.timedelta(days=1)) == {
        "content/roles/driver.yml:4:11 future-review warning"
    }


def test_site_yml_says_how_many_months(bakery: Bakery) -> None:
    bakery.change("site", "\neditions:", "\nreview_after_months: 3\neditions:")
    draft = bakery.check().draft
    assert found(draft, datetime.date(2026, 6, 1)) == set()
    assert len(found(draft, datetime.date(2026, 6, 2))) == len(draft.entries)


def test_a_fingerprint_of_another_text_shows_at_the_day_of_the_review(bakery: Bakery) -> None:
    recorded(bakery, "values/early-van", "00000000 0000")
    assert found(bakery.check().draft) == {"content/values/early-van.yml:4:11 changed-since-review warning"}


def test_a_relation_is_suspect_where_it_stands_first(bakery: Bakery) -> None:
    entries = bakery.check().draft.entries
    recorded(bakery, "roles/driver", fingerprint(entries[Reference("roles", "driver")], words_of(entries)))
    assert found(bakery.check().draft) == set()
    bakery.change("events/late-van", "goal: ", "goal: Now ")
    line = bakery.read("roles/driver").split("\n").index("  - to: events/late-van") + 1
    assert found(bakery.check().draft) == {f"content/roles/driver.yml:{line}:9 suspect-relation note"}


def test_an_entry_that_cannot_be_read_makes_no_relation_suspect(bakery: Bakery) -> None:
    entries = bakery.check().draft.entries
    recorded(bakery, "roles/driver", fingerprint(entries[Reference("roles", "driver")], words_of(entries)))
    bakery.write("events/late-van", "name: [broken")
    assert found(bakery.check().draft) == set()


@pytest.mark.parametrize("wrong", ["5d1c9a3", "5D1C9A30", "5d1c9a30 12", "review"])
def test_a_fingerprint_that_is_none_is_told(bakery: Bakery, wrong: str) -> None:
    recorded(bakery, "roles/driver", wrong)
    assert bakery.found() == ["roles/driver:5:14 wrong-form"]


def test_the_same_content_gives_the_same_report_on_the_day_that_is_set(
    bakery: Bakery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")
    assert {found.rpartition(" ")[2] for found in bakery.found()} == {"overdue-review"}
