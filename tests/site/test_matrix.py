"""The matrix in a real browser: filters, their address, reasons, paper."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from value_compass.generator.pages.matrix import filters, rows
from value_compass.generator.playbook.playbook import Playbook

MATRIX = "activities/matrix.html"
MATRIX_CSV = "activities/matrix.csv"


@pytest.fixture
def matrix(browser: Browser, served: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served + MATRIX)
    yield page
    page.close()
    assert not errors


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
            assert shown(matrix) == wanted
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
    matrix.get_by_role("button", name="Show all").click()
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
def test_the_address_holds_the_filters(browser: Browser, served: str, site: Path, scheme: str) -> None:
    start = served if scheme == "http" else site.as_uri() + "/"
    page = browser.new_page()
    page.goto(start + MATRIX)
    choose(page, "On our side").select_option("sales-director")
    choose(page, "Pillar").select_option("commitment")
    assert page.url == f"{start}{MATRIX}#role=sales-director&pillar=commitment"
    before = shown(page)
    page.reload()
    expect(choose(page, "On our side")).to_have_value("sales-director")
    assert shown(page) == before
    page.goto("about:blank")
    page.goto(f"{start}{MATRIX}#role=nobody&nature=workshop&x=<b>")
    expect(choose(page, "On our side")).to_have_value("")
    expect(choose(page, "Nature")).to_have_value("workshop")
    page.close()


def test_a_link_within_the_page_keeps_the_filters(matrix: Page) -> None:
    choose(matrix, "Nature").select_option("workshop")
    matrix.evaluate("location.hash = 'text'")
    matrix.wait_for_function("location.hash === '#nature=workshop'")
    expect(choose(matrix, "Nature")).to_have_value("workshop")


def test_a_mark_tells_its_reason_when_it_is_reached(matrix: Page, playbook: Playbook) -> None:
    told = matrix.locator(".vc-matrix-reason")
    marks = matrix.locator(".vc-matrix td a")
    marks.nth(3).focus()
    expect(told).to_have_text(marks.nth(3).get_attribute("title") or "-")
    marks.nth(5).hover()
    expect(told).to_have_text(marks.nth(5).get_attribute("title") or "-")
    expect(told).to_be_in_viewport()
    reason = playbook.relations_from(rows(playbook)[0].activity, "builds")[0].reason
    name = matrix.locator(".vc-matrix tbody tr").first.get_by_role("link", name=reason).first
    assert (name.get_attribute("href") or "").endswith("#builds")


def test_heads_stay_in_sight(matrix: Page) -> None:
    frame = matrix.get_by_role("region", name="Matrix")
    matrix.set_viewport_size({"width": 360, "height": 800})
    frame.scroll_into_view_if_needed()
    head, first = frame.locator("thead"), frame.locator("tbody th").nth(30)
    frame.evaluate("(element) => element.scrollTo(200, 900)")
    box, top, side = frame.bounding_box(), head.bounding_box(), first.bounding_box()
    assert box
    assert top
    assert side
    assert abs(top["y"] - box["y"]) <= 1
    assert abs(side["x"] - box["x"]) <= 1
    assert matrix.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_focused_mark_is_not_under_the_heads(matrix: Page) -> None:
    frame = matrix.get_by_role("region", name="Matrix")
    frame.evaluate("(element) => element.scrollTo(0, element.scrollHeight)")
    mark = frame.locator("tbody tr").nth(12).locator("td a").first
    mark.focus()
    head, place = frame.locator("thead").bounding_box(), mark.bounding_box()
    assert head
    assert place
    assert place["y"] >= head["y"] + head["height"] - 1


def test_without_javascript_the_whole_table_shows(browser: Browser, served: str, playbook: Playbook) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + MATRIX)
    expect(choose(page, "Pillar")).to_be_hidden()
    assert len(shown(page)) == len(rows(playbook))
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_every_row_with_heads_on_each_sheet(
    browser: Browser, served: str, playbook: Playbook, scheme: str
) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served + MATRIX)
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    for row in rows(playbook):
        assert any(row.activity.name in text for text in texts), row.activity.name
    assert all("Trust" in text for text in texts)
    assert len(texts) <= 3
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.querySelector('.vc-matrix tbody th')).backgroundColor"
    assert page.evaluate(ground) in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    page.close()


def test_the_table_for_a_spreadsheet_lies_next_to_it(matrix: Page, site: Path, playbook: Playbook) -> None:
    link = matrix.get_by_role("link", name="The table for a spreadsheet")
    assert link.get_attribute("href") == "matrix.csv"
    with (site / MATRIX_CSV).open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows(playbook)) + 1
