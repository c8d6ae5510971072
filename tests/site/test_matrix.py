"""The matrix in a real browser: filters, their address, reasons, paper."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.book.reading import printed
from value_compass.generator.pages.matrix import filters, rows
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.framework import Group

MATRIX = "activities/matrix.html"
MATRIX_CSV = "activities/matrix.csv"


@pytest.fixture
def matrix(window: Page, served: str) -> Page:
    window.set_viewport_size({"width": 1440, "height": 900})
    window.goto(served + MATRIX)
    return window


def shown(page: Page) -> list[str]:
    return page.locator(".vc-matrix tbody tr:visible th").all_inner_texts()


def choose(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def test_every_filter_shows_the_rows_that_have_its_value(matrix: Page, playbook: Playbook) -> None:
    table = rows(playbook)
    for one in filters(playbook, table):
        for value, _ in one.choices[:3]:
            choose(matrix, one.label).select_option(value)
            wanted = [row.activity.name for row in table if value in row.traits[one.name]]
            # A group also sorts them.
            in_order = sorted if one.name == "group" else list
            assert in_order(shown(matrix)) == in_order(wanted)
            expect(matrix.locator(".vc-matrix-count")).to_contain_text(
                f"{len(wanted)} of {len(table)} events and workshops"
            )
        choose(matrix, one.label).select_option("")
    assert len(shown(matrix)) == len(table)


def test_filters_work_together_and_can_be_cleared(matrix: Page, playbook: Playbook) -> None:
    choose(matrix, "Nature").select_option("workshop")
    choose(matrix, "Step").select_option("agree-where-to-go")
    wanted = [
        row.activity.name
        for row in rows(playbook)
        if row.traits["nature"] == ("workshop",) and "agree-where-to-go" in row.traits["moment"]
    ]
    assert shown(matrix) == wanted
    matrix.get_by_role("button", name="Clear").click()
    expect(matrix.locator(".vc-matrix-count")).to_have_text(
        f"{len(rows(playbook))} of {len(rows(playbook))} events and workshops"
    )
    assert "#" not in matrix.url


def test_a_pillar_shows_its_own_columns(matrix: Page, playbook: Playbook) -> None:
    choose(matrix, "Pillar").select_option("trust")
    heads = matrix.locator('.vc-matrix thead th[scope="col"]:visible').all_inner_texts()
    trust = next(part for part in playbook.framework if part.pillar.reference.id == "trust")
    assert heads == ["Activity", *(part.group.name for part in trust.groups)]
    cells = matrix.locator(".vc-matrix tbody tr:visible").first.locator("td:visible")
    assert cells.count() == len(trust.groups)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_address_holds_the_filters(window: Page, served: str, site: Path, scheme: str) -> None:
    start = served if scheme == "http" else site.as_uri() + "/"
    page = window
    page.goto(start + MATRIX)
    choose(page, "On our side").select_option("sales-director")
    choose(page, "Pillar").select_option("commitment")
    expect(page).to_have_url(f"{start}{MATRIX}#role=sales-director&pillar=commitment")
    before = shown(page)
    page.reload()
    expect(choose(page, "On our side")).to_have_value("sales-director")
    assert shown(page) == before
    page.goto("about:blank")
    page.goto(f"{start}{MATRIX}#role=nobody&nature=workshop&x=<b>")
    expect(choose(page, "On our side")).to_have_value("")
    expect(choose(page, "Nature")).to_have_value("workshop")


def test_a_link_within_the_page_keeps_the_filters(matrix: Page) -> None:
    choose(matrix, "Nature").select_option("workshop")
    matrix.evaluate("location.hash = 'text'")
    matrix.wait_for_function("location.hash === '#nature=workshop'")
    expect(choose(matrix, "Nature")).to_have_value("workshop")


def test_a_mark_tells_its_reason_when_it_is_reached(matrix: Page, playbook: Playbook) -> None:
    told = matrix.locator(".vc-mark-reason")
    marks = matrix.locator(".vc-matrix td a")
    marks.nth(3).focus()
    expect(told).to_contain_text(marks.nth(3).locator(".vc-mark-words").inner_text())
    marks.nth(5).hover()
    expect(told).to_contain_text(marks.nth(5).locator(".vc-mark-words").inner_text())
    expect(told).to_be_in_viewport()
    reason = playbook.relations_from(rows(playbook)[0].activity, "builds")[0].reason
    name = matrix.locator(".vc-matrix tbody tr").first.get_by_role("link", name=reason).first
    assert (name.get_attribute("href") or "").endswith("#builds")


def test_the_tab_key_reaches_one_mark_and_arrows_the_others(matrix: Page) -> None:
    marks = matrix.locator(".vc-matrix td a")
    assert matrix.locator('.vc-matrix td a[tabindex="0"]').count() == 1
    marks.first.focus()
    matrix.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    column = marks.nth(1).evaluate("(mark) => mark.closest('td').cellIndex")
    matrix.keyboard.press("ArrowDown")
    place = "(({parentElement: cell}) => [cell.cellIndex, cell.parentElement.rowIndex > 2])"
    assert matrix.evaluate(f"{place}(document.activeElement)") == [column, True]


def test_a_first_tap_opens_the_reason_and_a_second_one_follows(browser: Browser, served: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768})
    for address in (MATRIX, "groups/transparency.html"):
        page = context.new_page()
        page.goto(served + address)
        mark = page.locator(".vc-marks td a[class^=vc-mark]").nth(4)
        mark.tap()
        expect(page.locator(".vc-mark-reason")).to_contain_text(mark.locator(".vc-mark-words").inner_text())
        assert page.url == served + address
        mark.tap()
        page.wait_for_url("**/*.html#*")
        assert page.url != served + address
    context.close()


def test_long_words_and_names_stand_whole_over_the_columns_of_a_group(
    window: Page, bakery_site: Path
) -> None:
    page = window
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{bakery_site.as_uri()}/groups/on-time.html")
    head = page.locator(".vc-marks thead th span").first
    lines = """(span, name) => {
        const inside = document.createRange();
        span.textContent = name;
        inside.selectNodeContents(span);
        const edge = span.closest("th").getBoundingClientRect();
        return [...inside.getClientRects()].map(({top, left, bottom, right}) =>
            edge.top <= top && edge.left <= left + 1 && bottom <= edge.bottom && right <= edge.right + 1);
    }"""
    assert head.evaluate(lines, "Onderhoudsafspraken") == [True]
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for name in ("Onderhoudsafspraken en betalingsregelingen bij een verhuizing", "Betalingsregeling " * 5):
        head.evaluate(lines, name)
        assert page.evaluate(wide) == 0, name


def test_a_laptop_shows_rows_without_scrolling_and_heads_stay_in_sight(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 1366, "height": 650})
    frame = matrix.locator(".vc-marks-place")
    fifth = frame.locator("tbody tr").nth(5)
    expect(fifth.locator("td a").first).to_be_in_viewport(ratio=1)
    frame.locator("tbody tr").nth(40).scroll_into_view_if_needed()
    head, bar = frame.locator("thead").bounding_box(), matrix.locator(".vc-bar").bounding_box()
    assert head
    assert bar
    assert abs(head["y"] - bar["y"] - bar["height"]) <= 3
    mark = frame.locator("tbody tr").nth(12).locator("td a").first
    mark.focus()
    place = mark.bounding_box()
    assert place
    assert place["y"] >= head["y"] + head["height"] - 1


def test_a_chosen_group_has_its_rows_on_top(matrix: Page, playbook: Playbook) -> None:
    choose(matrix, "Group").select_option("transparency")
    assert matrix.url.endswith("#group=transparency")
    number = [group.reference.id for group in playbook.of(Group)].index("transparency")
    marked = [row for row in rows(playbook) if row.cells[number]]
    builds = [row for row in marked if any(mark.field == "builds" for mark in row.cells[number])]
    names = shown(matrix)
    assert sorted(names) == sorted(row.activity.name for row in marked)
    assert set(names[: len(builds)]) == {row.activity.name for row in builds}
    matrix.get_by_role("button", name="Clear").click()
    # The browser empties the fields a moment after the click.
    everything = matrix.locator(".vc-matrix tbody tr:visible th")
    expect(everything).to_have_text([row.activity.name for row in rows(playbook)])


def test_on_a_phone_one_group_at_a_time_is_a_list_with_reasons(matrix: Page, playbook: Playbook) -> None:
    matrix.set_viewport_size({"width": 360, "height": 740})
    group = playbook.of(Group)[0]
    expect(choose(matrix, "Group")).to_have_value(group.reference.id)
    first = matrix.locator(".vc-matrix tbody tr:visible").first
    expect(first.locator(".vc-mark-words:visible").first).to_contain_text(group.name)
    assert matrix.evaluate("document.documentElement.scrollWidth") <= 360
    matrix.set_viewport_size({"width": 1440, "height": 900})
    expect(matrix.locator(".vc-matrix thead")).to_be_visible()


def test_without_javascript_the_whole_table_shows(
    plain_window: Page, served: str, playbook: Playbook
) -> None:
    plain_window.goto(served + MATRIX)
    expect(choose(plain_window, "Pillar")).to_be_hidden()
    assert len(shown(plain_window)) == len(rows(playbook))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_every_row_with_heads_on_each_sheet(
    window: Page, served: str, playbook: Playbook, scheme: str
) -> None:
    page = window
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served + MATRIX)
    texts = printed(page.pdf(prefer_css_page_size=True))
    for row in rows(playbook):
        assert any(row.activity.name in text for text in texts), row.activity.name
    assert all("Trust" in text for text in texts)
    assert len(texts) <= 3
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.querySelector('.vc-matrix tbody th')).backgroundColor"
    assert page.evaluate(ground) in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_the_table_for_a_spreadsheet_lies_next_to_it(matrix: Page, site: Path, playbook: Playbook) -> None:
    link = matrix.get_by_role("link", name="The table for a spreadsheet")
    assert link.get_attribute("href") == "matrix.csv"
    with (site / MATRIX_CSV).open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows(playbook)) + 1
