"""The tools of the ways of working in a real browser: self-check, board and assessments, in the bakery."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import to_builtins
from playwright.sync_api import Page, expect

from tests.book.reading import printed
from tests.conftest import ROOT
from tests.examples.overlay import BAKERY
from tests.site.exchange import worked_out
from tests.site.visits import COLOURS, FEWER, findings
from value_compass.generator.check.check import check
from value_compass.generator.pages.prose import plain_data
from value_compass.generator.playbook.assess import assess
from value_compass.generator.playbook.course import Course, course_of
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.playbook.self_check import Level, Marks, check_up
from value_compass.schemas.practice import Process

ASSETS = ROOT / "value_compass" / "theme" / "site" / "assets"
CHECK = "checks/win-a-kitchen-back.html"
BOARD = "boards/win-a-kitchen-back.html"
ASSESSMENT = "assessments/is-it-a-promise.html"
Open = Callable[..., Page]


@pytest.fixture
def open_tool(window: Page, bakery_site: Path) -> Open:
    """Opens a page of the bakery."""

    def open_page(address: str) -> Page:
        window.goto(f"{bakery_site.as_uri()}/{address}")
        return window

    return open_page


def random_marks(course: Course, chance: random.Random) -> Marks:
    """Marks, ticks and answers as somebody may have them, some of what does not exist among them."""
    known = chance.random()
    practices, stages = course.practices, course.stages
    ticks = {
        holder.entry: tuple(sorted(chance.sample(range(holder.points + 2), min(holder.points, 2))))
        for holder in (*practices, *stages)
        if chance.random() < known
    }
    decided = [practice for practice in practices if practice.decision and chance.random() < known]
    return Marks(
        {p.entry: chance.choice(list(Level)) for p in practices if chance.random() < known},
        ticks,
        {p.entry: chance.randint(0, len(p.decision.ways) + 1) for p in decided if p.decision},
    )


def test_the_browser_finds_the_same_missing_as_python(window: Page, playbook: Playbook) -> None:
    chance = random.Random(20261127)  # noqa: S311 - to vary the marks, not to keep a secret
    draft = check(BAKERY).draft
    assert draft.settings
    bakery = seal(draft, draft.settings.editions[0])
    courses = [course_of(book, process) for book in (playbook, bakery) for process in book.of(Process)]
    window.add_script_tag(path=ASSETS / "self-check-rules.js")
    for course in courses:
        markings = [Marks(), *(random_marks(course, chance) for _ in range(120))]
        found = worked_out(
            window,
            "given.markings.map((marks) => checkUp(given.course, marks))",
            {"course": plain_data(course, str), "markings": [to_builtins(marks) for marks in markings]},
        )
        for marks, result in zip(markings, found, strict=True):
            assert result == json.loads(json.dumps(to_builtins(check_up(course, marks)))), (
                course.entry,
                marks,
            )


def test_the_browser_reads_an_assessment_as_python_does(window: Page) -> None:
    chance = random.Random(20261127)  # noqa: S311 - to vary the answers, not to keep a secret
    cases = [
        (
            questions,
            scale,
            {n: chance.randint(0, scale) for n in range(1, questions + 1) if chance.random() < 0.7},
        )
        for questions in (1, 4, 10)
        for scale in (0, 2, 3, 5)
        for _ in range(12)
    ]
    window.add_script_tag(path=ASSETS / "assessment-rules.js")
    found = window.evaluate(
        "(cases) => cases.map(([questions, scale, answers]) => assess(questions, scale, answers))",
        [
            [questions, scale, {str(n): place for n, place in answers.items()}]
            for questions, scale, answers in cases
        ],
    )
    for case, outcome in zip(cases, found, strict=True):
        assert outcome == json.loads(json.dumps(to_builtins(assess(*case)))), case


def test_marking_fills_the_map_and_the_lists(open_tool: Open) -> None:
    page = open_tool(CHECK)
    expect(page.locator(".vc-check-status")).to_contain_text("Nothing is marked yet")
    expect(page.locator("#missing")).to_be_hidden()
    page.locator('fieldset[data-practice="practices/ask-the-chef"] label', has_text="Done").first.click()
    part = page.locator('.vc-process-map .vc-practice[data-entry="practices/ask-the-chef"]')
    assert part.get_attribute("data-mark") == "done"
    expect(part.locator(".vc-when-done")).to_be_visible()
    expect(part.locator("> title")).to_have_text("Ask the chef: done")
    expect(page.locator("#decide .vc-due")).to_contain_text("Is it something that we can change?")
    expect(page.locator("#aside")).to_contain_text("Bake a trial week")
    page.get_by_label("Is it something that we can change?").select_option("1")
    expect(page.locator("#missing li")).to_contain_text("Bake a trial week")
    expect(page.locator("#decide .vc-due")).to_have_count(0)
    expect(page).to_have_url(re.compile(re.escape("#m=ask-the-chef.2&d=ask-the-chef.1") + "$"))


def test_a_shared_address_shows_the_same_marks(open_tool: Open) -> None:
    page = open_tool(f"{CHECK}#m=ask-the-chef.1%2Cbake-a-trial-week.2&t=ask-the-chef.1.99&d=ask-the-chef.2")
    expect(page.locator('input[name="level-ask-the-chef"][value="partly"]')).to_be_checked()
    expect(page.locator('[data-ticks="practices/ask-the-chef"] input').first).to_be_checked()
    expect(page.locator('select[name="answer-ask-the-chef"]')).to_have_value("2")
    page.get_by_role("link", name="what is missing").click()
    page.wait_for_function("location.hash.startsWith('#m=')")
    page.get_by_role("button", name="Clear all marks").click()
    expect(page).not_to_have_url(re.compile("#"))
    # What the browser keeps for its reader says which pages were read, and nothing of the marks.
    assert page.evaluate("sessionStorage.length + document.cookie.length") == 0
    kept = page.evaluate("JSON.stringify(Object.entries(localStorage))")
    assert "m=" not in kept


@pytest.mark.parametrize("fragment", ["#m=nobody.2,ask-the-chef.9,<b>.1", "#m=%E0%A4%A", "#d=ask-the-chef.9"])
def test_an_address_with_nonsense_is_an_empty_one(open_tool: Open, fragment: str) -> None:
    page = open_tool(f"{CHECK}{fragment}")
    assert page.locator("input:checked").count() == 0
    expect(page.locator("#missing li")).to_have_count(1)


def test_without_a_script_it_is_a_checklist(plain_window: Page, bakery_site: Path) -> None:
    page = plain_window
    page.goto(f"{bakery_site.as_uri()}/{CHECK}")
    expect(page.get_by_text("The lists of this page need JavaScript")).to_be_visible()
    expect(page.locator("#missing")).to_be_hidden()
    expect(page.get_by_text("Come without bread.")).to_be_visible()


@pytest.mark.parametrize("level", [None, 0, 1, 2])
def test_a_self_check_prints_on_one_sheet(
    window: Page, served: str, playbook: Playbook, level: int | None
) -> None:
    page = window
    page.emulate_media(color_scheme="dark")
    for process in playbook.of(Process):
        entries = (practice.entry.split("/")[1] for practice in course_of(playbook, process).practices)
        marks = ",".join(f"{entry}.{level}" for entry in entries)
        page.goto(f"{served}checks/{process.reference.id}.html{'' if level is None else f'#m={marks}'}")
        assert len(printed(page.pdf(prefer_css_page_size=True))) == 1, process.name


def test_the_board_keeps_what_is_measured_in_the_address(open_tool: Open) -> None:
    page = open_tool(BOARD)
    expect(page.locator(".vc-board-status")).to_have_text("Nothing is ticked yet.")
    page.get_by_label("We measure Bread left over").check()
    expect(page).to_have_url(re.compile(re.escape("#have=bread-left-over") + "$"))
    expect(page.locator(".vc-board-status")).to_contain_text("Nothing is measured in: Listen.")
    page.reload()
    expect(page.get_by_label("We measure Bread left over")).to_be_checked()
    page.get_by_role("button", name="Clear all ticks").click()
    expect(page).not_to_have_url(re.compile("#"))


def test_the_board_shows_holes_and_is_there_for_a_spreadsheet(plain_window: Page, bakery_site: Path) -> None:
    page = plain_window
    page.goto(f"{bakery_site.as_uri()}/{BOARD}")
    expect(page.locator("td.vc-hole-cell", has_text="no owner is named")).to_have_count(1)
    expect(page.locator("input").first).to_be_hidden()
    rows = (bakery_site / BOARD).with_suffix(".csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "Stage,Side,Metric,Sort,Use,Who holds it"
    assert "Offer again,The kitchen,Bread left over,indicator,in use,no owner is named" in rows
    assert "Listen,The bakery,,,,The account baker" in rows


def test_an_assessment_keeps_answers_and_reasons_in_the_address(open_tool: Open) -> None:
    page = open_tool(ASSESSMENT)
    page.locator('fieldset[data-question="1"] label', has_text="partly").click()
    page.locator('input[name="reason-1"]').fill("One chef, & not two")
    page.locator('input[name="reason-1"]').blur()
    expect(page).to_have_url(re.compile(re.escape("#a=1.1&r1=One%20chef%2C%20%26%20not%20two") + "$"))
    expect(page.locator(".vc-assessment-result > [role=status]")).to_have_text(
        "0 yes, 1 partly, 0 no, 1 not answered."
    )
    expect(page.locator('[data-list="first"] li').first).to_contain_text("One chef, & not two")
    page.reload()
    expect(page.locator('input[name="answer-1"][value="1"]')).to_be_checked()
    expect(page.locator('input[name="reason-1"]')).to_have_value("One chef, & not two")


def test_an_assessment_prints_on_one_sheet(open_tool: Open) -> None:
    page = open_tool(f"{ASSESSMENT}#a=1.0")
    page.evaluate("window.print = () => { window.sheet = document.documentElement.className; }")
    page.get_by_role("button", name="Print one sheet").click()
    assert "vc-one-sheet" in page.evaluate("window.sheet")
    assert "vc-one-sheet" not in page.evaluate("document.documentElement.className")


@pytest.mark.parametrize(
    "address",
    [
        CHECK,
        BOARD,
        ASSESSMENT,
        "processes/win-a-kitchen-back.html",
        "propositions/bread-without-worry.html",
        "competences/index.html",
        "tables/why-they-left.html",
        "stages/listen.html",
    ],
)
def test_every_page_can_be_used_by_all(open_tool: Open, address: str) -> None:
    page = open_tool(address)
    page.evaluate(FEWER)
    assert not findings(page, part="main")
    page.emulate_media(color_scheme="dark")
    assert not findings(page, COLOURS, "main")


def test_no_page_scrolls_sideways(open_tool: Open) -> None:
    for address in (
        CHECK,
        BOARD,
        ASSESSMENT,
        "processes/win-a-kitchen-back.html",
        "competences/index.html",
        "propositions/bread-without-worry.html",
        "tables/why-they-left.html",
    ):
        page = open_tool(address)
        for width in (360, 768, 1366):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_on_a_phone_the_list_stands_for_the_map(open_tool: Open) -> None:
    page = open_tool("processes/win-a-kitchen-back.html")
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".vc-figure-process-map").first).to_be_hidden()
    words = page.locator(".vc-map-words")
    expect(words.get_by_role("link", name="Ask the chef").first).to_have_attribute(
        "href", "../stages/listen.html#practices-ask-the-chef"
    )
    expect(words).to_contain_text("Yes: a week will show it")
    expect(words).to_contain_text("no owner is named")


def test_a_practice_has_an_address_and_lessons_lead_both_ways(open_tool: Open) -> None:
    page = open_tool("stages/listen.html#practices-ask-the-chef")
    expect(page.locator("#practices-ask-the-chef h2")).to_be_in_viewport()
    page.locator("#practices-ask-the-chef").get_by_role("link", name="Hotel A, lesson 1").click()
    page.wait_for_url("**/cases/hotel-a.html#lessons-1")
    cited = page.locator("#lessons-1")
    expect(cited).to_contain_text("Cited by")
    expect(cited.get_by_role("link", name="Ask the chef")).to_be_visible()
