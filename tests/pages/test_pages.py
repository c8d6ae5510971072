"""Every entry has its page, and every page says where it stands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from value_compass.generator.pages.canvases.register import posters
from value_compass.generator.pages.case_moments import figure_address
from value_compass.generator.pages.matrix import rows
from value_compass.generator.pages.page import Page, place_on_page, relative_address, with_addresses
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Activity, Event, Workshop
from value_compass.schemas.cases import Case
from value_compass.schemas.framework import Group
from value_compass.schemas.kinds import KINDS, ReadOn


def page_at(pages: tuple[Page, ...], address: str) -> Page:
    return next(page for page in pages if page.address == address)


def test_every_entry_has_exactly_one_place(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    placed = [entry for page in pages for entry in page.entries]
    assert sorted(placed) == sorted(playbook.entries)
    for page in pages:
        for entry in page.entries:
            if KINDS[entry.kind].read_on is ReadOn.KINDS_PAGE:
                assert f'id="{entry.id}"' in page.html
            elif page.entries[0] != entry:
                assert f'id="{place_on_page(entry)}"' in page.html


def test_addresses_are_unique(pages: tuple[Page, ...]) -> None:
    addresses = [page.address for page in pages]
    assert len(set(addresses)) == len(addresses)


def test_ids_are_unique_on_each_page(pages: tuple[Page, ...]) -> None:
    for page in pages:
        ids = re.findall(r'\sid="([^"]+)"', page.html)
        assert len(set(ids)) == len(ids), page.address


def test_both_ends_of_a_relation_show_its_reason(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    for activity in (*playbook.of(Event), *playbook.of(Workshop)):
        for relation in playbook.relations_from(activity, "builds", "needs"):
            for end in (activity, relation.target):
                html = page_at(pages, f"{end.reference}.html").html
                assert relation.reason
                first = re.split(r"[\[&'\"<>]", relation.reason)[0].strip()
                assert first in html, (activity.name, relation.target.name)


def test_two_lists_stand_beside_each_other_and_questions_have_the_width(pages: tuple[Page, ...]) -> None:
    assert "vc-beside" in page_at(pages, "groups/transparency.html").html
    for page in pages:
        if page.kind == "assessments":
            assert "vc-beside" not in page.html, page.address


def test_the_small_compass_stands_where_it_says_something(pages: tuple[Page, ...]) -> None:
    for page in pages:
        for mark in re.findall(r'<div class="vc-mark">.*?</div>', page.html, re.DOTALL):
            assert "Lit: nothing" not in mark, page.address
    assert 'class="vc-mark"' in page_at(pages, "groups/transparency.html").html


def test_the_sign_of_a_basis_stays_with_its_last_word(pages: tuple[Page, ...]) -> None:
    signs = [
        before
        for page in pages
        for before in re.findall(r'(\S?.)<span class="vc-basis vc-basis-\w+" title=', page.html)
    ]
    assert signs
    assert {before[-1] for before in signs} == {"\u00a0"}


def test_every_page_of_an_entry_says_where_it_comes_from(pages: tuple[Page, ...]) -> None:
    for page in pages:
        if page.file:
            assert "Where this comes from" in page.html, page.address
            assert "last reviewed on" in page.html


def test_the_matrix_has_a_mark_for_every_relation(playbook: Playbook) -> None:
    groups = playbook.of(Group)
    for row in rows(playbook):
        assert len(row.cells) == len(groups)
        marked = {
            (mark.field, group.reference)
            for group, cell in zip(groups, row.cells, strict=True)
            for mark in cell
        }
        wanted = {
            (relation.field, getattr(relation.target, "group", relation.target.reference))
            for relation in playbook.relations_from(row.activity, "builds", "needs")
        }
        assert marked == wanted


def test_the_matrix_holds_every_activity(playbook: Playbook) -> None:
    activities = list(playbook.of(Activity))
    assert [row.activity for row in rows(playbook)] == activities


def test_no_link_is_left_unresolved(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    addresses = {"activities/matrix.csv", *(page.address for page in pages)}
    addresses |= {f"{page.address.removesuffix('.html')}.csv" for page in pages if "boards/" in page.address}
    addresses |= {address for poster in posters(playbook) for _, address in poster.files}
    addresses |= {figure_address(case) for case in playbook.of(Case)}
    for page in pages:
        for target in re.findall(r'href="([^"]*)"', with_addresses(page.html, page.address, KINDS)):
            assert not target.startswith(("entry:", "page:"))
            if target.startswith(("http", "mailto", "#")):
                continue
            resolved = _resolve(page.address, re.split("[?#]", target)[0])
            assert resolved in addresses, (page.address, target)


def _resolve(page: str, target: str) -> str:
    parts = page.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


_ADDRESS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map(
    lambda parts: "/".join(parts) + ".html"
)


@given(_ADDRESS, _ADDRESS)
def test_a_relative_address_leads_back(target: str, page: str) -> None:
    assert _resolve(page, relative_address(target, page)) == target


def test_what_prevents_an_unplanned_event_is_called_that(playbook: Playbook, pages: tuple[Page, ...]) -> None:
    for event in playbook.of(Event):
        html = next(page.html for page in pages if page.entries and page.entries[0] == event.reference)
        title = "Before it happens" if event.respond else "What to do"
        assert f'<h2 id="actions">{title}</h2>' in html
