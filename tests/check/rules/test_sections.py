"""Every kind stands in one section."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery


def test_a_kind_without_entries_needs_no_section(bakery: Bakery) -> None:
    bakery.change("site", "kinds: [steps, ambitions]", "kinds: [steps]")
    bakery.change("terms/crumb", "[values/crisp-crust]", "[values/crisp-crust, values/menu-ideas]")
    assert bakery.found() == ["site:11:1 unused-section-kind"]

    bakery.delete("ambitions/season-partner")
    assert bakery.found() == []


def test_a_kind_twice_in_one_section(bakery: Bakery) -> None:
    bakery.change("site", "kinds: [steps, ambitions]", "kinds: [steps, ambitions, steps]")

    assert bakery.found() == ["site:22:31 section-kind-twice"]


@pytest.mark.parametrize("name", ["con", "aux", "com1", "lpt9"])
def test_what_windows_takes_for_a_device_is_no_id(bakery: Bakery, name: str) -> None:
    bakery.change("site", "  - id: season", f'  - id: "{name}"')
    bakery.write(f"terms/{name}", bakery.read("terms/crumb").replace("name: Crumb", "name: Device"))
    found = bakery.found()
    assert "site:18:9 address-clash" in found
    assert f"terms/{name}:1:1 file-name" in found


def test_ids_are_no_longer_than_files_names_may_be(bakery: Bakery) -> None:
    bakery.change("site", "  - id: season", f"  - id: {'s' * 101}\n    formerly: [{'t' * 100}, {'u' * 250}]")
    bakery.write(f"terms/{'v' * 101}", bakery.read("terms/crumb").replace("name: Crumb", "name: Long"))
    bakery.write(f"terms/{'w' * 100}", bakery.read("terms/crumb").replace("name: Crumb", "name: Just so"))
    found = bakery.found()
    assert [line[:8] for line in found if "address-clash" in line] == ["site:18:", "site:19:"]
    assert [line[:12] for line in found if "file-name" in line] == [f"terms/{'v' * 6}"]


@pytest.mark.parametrize("name", ["templates", "assets", "console", "com10", "index", "404", "search"])
def test_other_ids_of_a_section_will_do(bakery: Bakery, name: str) -> None:
    bakery.change("site", "  - id: season", f'  - id: "{name}"')
    assert bakery.found() == []
