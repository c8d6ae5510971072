"""Our own content: the ways of working are whole, found by readers' words, and near to those who need them."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.book.reading import printed
from value_compass.generator.book.book import Setting, lay_out
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.press import Press
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.pages.page import place_on_page
from value_compass.generator.pages.process_figures import process_map_of
from value_compass.generator.playbook.course import course_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case, CaseSort
from value_compass.schemas.practice import Metric, Practice, Process, Stage
from value_compass.schemas.proposition import Assessment, Competence, Offering

PROCESSES = {
    "measure-the-journey": (9, 29),
    "sharpen-the-proposition": (3, 24),
    "build-a-partnership": (5, 25),
    "keep-value-in-use": (7, 29),
}
"""Each way of working with the number of its stages and practices."""

FIRST = {
    "partner wants out": "practices/leave-the-partnership",
    "who owns onboarding": "practices/give-onboarding-an-owner",
    "customer does not use it": "practices/analyse-use",
    "should we partner": "practices/make-the-partnering-decision",
    "review the partnership": "practices/review-the-partnership",
    "what are we good at": "practices/list-what-we-can-do",
    "calculate lifecycle costs": "practices/calculate-lifecycle-costs",
    "prove our value": "processes/keep-value-in-use",
    "what sets us apart": "processes/sharpen-the-proposition",
    "nps": "metrics/net-promoter-score",
}
"""What readers type, and what comes first."""

COMPASS = {"pillars", "groups", "values", "steps", "ambitions", "events", "workshops", "roles"}
"""The kinds of the compass, to one of which every practice is tied."""

DECISION = "practices-make-the-partnering-decision"


def stages_of(playbook: Playbook, process: str) -> list[Stage]:
    return [stage for stage in playbook.of(Stage) if stage.process.id == process]


@pytest.mark.parametrize("process", PROCESSES)
def test_a_way_of_working_has_all_stages_and_practices(playbook: Playbook, process: str) -> None:
    stages = stages_of(playbook, process)
    names = {stage.reference for stage in stages}
    practices = [practice for practice in playbook.of(Practice) if practice.stage in names]
    assert (len(stages), len(practices)) == PROCESSES[process]


def test_nothing_of_the_other_kinds_is_missing(playbook: Playbook) -> None:
    assert {process.reference.id for process in playbook.of(Process)} == set(PROCESSES)
    assert len(playbook.of(Metric)) == 47
    assert len(playbook.of(Competence)) == 18
    assert sorted(Counter(one.process.id for one in playbook.of(Offering) if one.process).values()) == [2, 4]
    assert len(playbook.of(Assessment)) == 9
    others = [case for case in playbook.of(Case) if case.sort is not CaseSort.RELATIONSHIP]
    assert len(others) == 6
    assert sum(len(case.lessons) for case in others) == 60


def test_value_in_use_is_told_in_sixty_six_ways_each_with_who_does_so(playbook: Playbook) -> None:
    stages = {stage.reference for stage in stages_of(playbook, "keep-value-in-use")}
    ways = [way for practice in playbook.of(Practice) if practice.stage in stages for way in practice.ways]
    assert len(ways) == 66
    # Of one the source gives the concept alone.
    assert [way.text for way in ways if not way.by] == ["Employees of the supplier are replaced by others."]


def test_just_two_phases_of_the_journey_are_held_by_nobody(playbook: Playbook) -> None:
    phases = [stage for stage in stages_of(playbook, "measure-the-journey") if len(stage.beside) < 2]
    assert [stage.reference.id for stage in phases if not stage.held_by] == ["deployment", "terminate"]
    assert all(stage.gap for stage in phases)
    assert not any("obody" in (stage.held_by or "") for stage in playbook.of(Stage))


def test_every_practice_stands_on_its_map_and_is_tied_to_the_compass(playbook: Playbook) -> None:
    practices = playbook.of(Practice)
    for process in playbook.of(Process):
        drawn = {one.address for stage in process_map_of(playbook, process).stages for one in stage.practices}
        assert drawn == {f"entry:{practice.entry}" for practice in course_of(playbook, process).practices}
    for practice in practices:
        ends = {relation.target.reference.kind for relation in playbook.relations_from(practice)}
        ends |= {relation.source.reference.kind for relation in playbook.relations_to(practice)}
        assert ends & COMPASS, practice.reference


def test_readers_words_find_the_practice_and_open_at_its_place(
    window: Page, served: str, playbook: Playbook
) -> None:
    page = window
    wrong = {}
    for typed, wanted in FIRST.items():
        page.goto(f"{served}index.html")
        page.get_by_role("combobox").fill(typed)
        first = page.get_by_role("option").first
        expect(first).to_be_visible()
        kind, _, id_ = wanted.partition("/")
        first.click()
        page.wait_for_load_state()
        entry = next(one for one in playbook.of_kind(kind) if one.reference.id == id_)
        if kind == "practices":
            place = place_on_page(entry.reference)
            found = page.url.endswith(f"#{place}") and page.locator(f"#{place}").count() == 1
            if found:
                expect(page.locator(f"#{place}-name")).to_be_in_viewport()
        else:
            found = page.url.endswith(f"{wanted}.html")
        if not found:
            wrong[typed] = page.url
    assert not wrong


def test_from_step_seven_it_is_two_clicks_to_the_partnering_decision_and_one_more_to_its_checklist(
    browser: Browser, served: str
) -> None:
    page = browser.new_page()
    page.goto(f"{served}steps/become-a-business-partner.html")
    page.locator(f"main a[href$='#{DECISION}']").first.click()
    expect(page.locator(f"#{DECISION}-name")).to_be_in_viewport()
    place = page.locator(f"#{DECISION}")
    button = place.get_by_role("button", name="Print this checklist")
    expect(button).to_be_visible()
    # Where printing breaks off, the page stays as it is printed.
    page.evaluate("() => { window.print = () => { throw new Error('printed'); }; }")
    button.click()
    sheets = printed(page.pdf(prefer_css_page_size=True))
    page.close()
    (text,) = sheets
    assert "Make the partnering decision" in text
    assert "Who takes part" in text
    assert "Review the partnership" not in text.partition("Points to consider")[0]


def test_in_the_book_they_take_ninety_pages_at_most(playbook: Playbook, tmp_path: Path) -> None:
    setting = Setting(Imprint("r", datetime.date(2026, 11, 22)), fonts_of(None))
    laid, _, _ = lay_out(playbook, setting, Press(tmp_path, setting.fonts.files, setting.imprint.day))
    page = laid.pages["processes/build-a-partnership"]
    part = laid.sheets[page - 1].part
    assert sum(sheet.part is part for sheet in laid.sheets) <= 90
