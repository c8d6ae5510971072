"""References and links lead to entries that exist, and to others."""

from __future__ import annotations

from tests.check.bakery import Bakery


def test_a_reference_to_a_file_that_is_broken_is_no_unknown_reference(bakery: Bakery) -> None:
    bakery.write("terms/margin", "name: [")

    assert bakery.found() == ["terms/margin:1:7 unclosed-bracket"]


def test_every_place_of_a_reference_is_looked_at(bakery: Bakery) -> None:
    bakery.change("values/crisp-crust", "group: good-bread", "group: good-breads")
    bakery.change("cases/hotel-a", "position: through-the-chef", "position: through-the-cook")
    bakery.change("cases/hotel-a", "ours: [account-baker, driver]", "ours: [account-baker, drivers]")
    bakery.change("cases/hotel-a", "event: events/late-van", "event: events/late-vans")
    bakery.change("outcomes/standing-order", "[bakers-handbook]", "[bakers-handbooks]")
    bakery.change("roles/driver", "  - source: hotel-interviews", "  - source: hotel-interview")

    assert [found for found in bakery.found() if "unknown" in found] == [
        "cases/hotel-a:10:11 unknown-reference",
        "cases/hotel-a:11:23 unknown-reference",
        "cases/hotel-a:24:12 unknown-reference",
        "outcomes/standing-order:6:14 unknown-reference",
        "roles/driver:13:13 unknown-reference",
        "values/crisp-crust:5:8 unknown-reference",
    ]


def test_the_same_link_twice_is_told_twice_at_its_places(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "See [[groups/good-bread]].", "[[terms/rye]], [[terms/rye]].")

    assert bakery.found() == ["terms/crumb:9:47 broken-link", "terms/crumb:9:62 broken-link"]


def test_links_in_statements_reasons_and_settings(bakery: Bakery) -> None:
    bakery.change("events/late-van", "- Call the kitchen.", '- text: "[[terms/rye]]"')
    bakery.change("events/late-van", "reason: A call", "reason: A [[terms/oat]] call")
    bakery.change("site", "The path begins", "The [[steps/path]] begins")

    assert bakery.found() == [
        "events/late-van:13:15 broken-link",
        "events/late-van:16:12 broken-link",
        "site:21:23 broken-link",
    ]


def test_the_nearest_name_is_told(bakery: Bakery) -> None:
    bakery.change(
        "terms/crumb", "[values/crisp-crust]", "[values/crisp-crumb, groups/crisp-crust, cases/zzz]"
    )

    assert [problem.advice for problem in bakery.check().problems if problem.code == "unknown-reference"] == [
        "did you mean values/crisp-crust?",
        "did you mean values/crisp-crust?",
        "correct it, or make the file content/cases/zzz.yml",
    ]


def test_hundreds_of_wrong_references_are_still_told(bakery: Bakery) -> None:
    wrong = ", ".join(f"values/rye-{number}" for number in range(500))
    bakery.change("terms/crumb", "[values/crisp-crust]", f"[{wrong}]")

    assert len(bakery.found()) == 500


def test_what_the_search_finds_is_there(bakery: Bakery) -> None:
    bakery.write("site", "search:\n  - typed: [stale]\n    finds: [terms/crumbs]\n" + bakery.read("site"))
    assert bakery.found() == ["site:3:13 unknown-reference"]
