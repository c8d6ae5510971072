"""A reading path leads from the role's page from entry to entry, and each says how far one has come."""

from __future__ import annotations

import re

from value_compass.generator.pages.page import Page, at_home, with_addresses
from value_compass.generator.pages.reading_paths import READING_ASSETS, stops
from value_compass.generator.pages.views import around
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.kinds import KINDS
from value_compass.schemas.route import Role


def test_each_entry_of_a_path_knows_its_place_and_the_next(playbook: Playbook) -> None:
    for role in playbook.of(Role):
        path = [playbook[relation.to] for relation in role.reading_path]
        for place, entry in enumerate(path, 1):
            (stop,) = [stop for stop in stops(playbook, [entry]) if stop.role is role]
            assert (stop.place, stop.length) == (place, len(path))
            assert stop.next is (path[place] if place < len(path) else None)


def test_links_of_a_reading_path_carry_the_role(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    for role in playbook.of(Role):
        html = next(page.html for page in pages if page.entries == (role.reference,))
        for relation in role.reading_path:
            link = at_home(f'href="entry:{relation.to}?path={role.reference.id}"', playbook)
            assert link in html


def test_only_pages_in_a_reading_path_load_its_script(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    on_the_way = {relation.to for role in playbook.of(Role) for relation in role.reading_path}
    for page in pages:
        in_a_path = bool(on_the_way & set(page.entries))
        assert (set(READING_ASSETS) <= set(page.assets)) == in_a_path, page.address
        assert ('class="vc-reading-path"' in page.html) == in_a_path, page.address


def test_a_query_stands_before_the_fragment() -> None:
    html = '<a href="entry:terms/path?path=x"></a><a href="entry:cases/a?path=x#moment-2"></a>'
    html += '<a href="page:terms/index.html?path=x"></a>'
    assert re.findall(r'href="([^"]+)"', with_addresses(html, "roles/x.html", KINDS)) == [
        "../terms/index.html?path=x#path",
        "../cases/a.html?path=x#moment-2",
        "../terms/index.html?path=x",
    ]


def test_a_step_knows_its_neighbours_and_the_milestone_ahead(playbook: Playbook) -> None:
    first, second, *_, last = playbook.steps
    assert around(playbook, first)[:2] == (None, second)
    assert around(playbook, last)[1] is None
    for step in playbook.steps:
        ahead = around(playbook, step)[2]
        later = [other for other in playbook.steps if other.order >= step.order and other.milestone]
        assert ahead == (later[0] if later else None)
