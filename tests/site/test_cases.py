"""Cases and reading paths in a real browser: filters in the address, progress from page to page."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from value_compass.generator.pages.case_moments import nature_of
from value_compass.generator.pages.page import entry_address
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case
from value_compass.schemas.route import Role

PAGES = ["cases/index.html", "cases/customer-a.html", "reference/network.html"]


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, served: str, site: Path) -> str:
    """The top of the site, from a server and from a file share."""
    return served if request.param == "http" else f"{site.as_uri()}/"


@pytest.fixture
def case(playbook: Playbook) -> Case:
    """The case with the most kinds of moments."""
    return max(
        playbook.of(Case), key=lambda c: len({(m.initiative, nature_of(playbook, m)) for m in c.timeline})
    )


def shown_in_list(page: Page) -> list[int]:
    moments = page.locator("li.vc-moment:visible").all()
    return [int((moment.get_attribute("id") or "").removeprefix("moment-")) for moment in moments]


def test_filters_choose_moments_and_stay_in_the_address(
    window: Page, start: str, playbook: Playbook, case: Case
) -> None:
    kinds = [(m.initiative.value, nature_of(playbook, m).value) for m in case.timeline]
    initiative, nature = Counter(kinds).most_common(1)[0][0]
    by_initiative = [n for n, kind in enumerate(kinds, 1) if kind[0] == initiative]
    by_both = [n for n, kind in enumerate(kinds, 1) if kind == (initiative, nature)]
    assert len(by_both) < len(by_initiative) < len(kinds)

    window.goto(f"{start}{case.reference}.html#timeline")
    assert shown_in_list(window) == list(range(1, len(kinds) + 1))
    window.get_by_label("Who took the initiative").select_option(initiative)
    assert shown_in_list(window) == by_initiative
    window.get_by_label("Planned or not").select_option(nature)
    assert shown_in_list(window) == by_both
    expect(window.locator(".vc-case-filters [role=status]")).to_have_text(
        f"{len(by_both)} of {len(kinds)} moments"
    )
    assert window.url.endswith(f"?initiative={initiative}&nature={nature}#timeline")

    window.reload()
    assert shown_in_list(window) == by_both
    window.get_by_role("button", name="Show all").click()
    expect(window.locator("li.vc-moment:visible")).to_have_count(len(kinds))
    assert window.url.endswith(f"{case.reference}.html#timeline")


def test_a_phase_without_a_moment_left_is_not_shown(window: Page, served: str, case: Case) -> None:
    rare = Counter(m.initiative for m in case.timeline).most_common()[-1][0]
    window.goto(f"{served}{case.reference}.html?initiative={rare.value}")
    left = list(dict.fromkeys(m.phase for m in case.timeline if m.initiative is rare))
    headings = window.locator("h3[id^=phase-]:visible").all_text_contents()
    assert headings == left


def test_a_filtered_list_keeps_the_numbers_of_the_moments(window: Page, served: str, case: Case) -> None:
    window.goto(f"{served}{case.reference}.html?initiative=customer")
    for number in shown_in_list(window):
        assert window.locator(f"#moment-{number}").evaluate("item => item.value") == number


def test_a_link_to_a_moment_that_is_left_out_shows_it(window: Page, served: str, case: Case) -> None:
    number = next(n for n, m in enumerate(case.timeline, 1) if m.initiative.value != "customer")
    window.goto(f"{served}{case.reference}.html?initiative=customer#moment-{number}")
    expect(window.locator(f"#moment-{number}")).to_be_visible()
    expect(window.locator("li.vc-moment:visible")).to_have_count(len(case.timeline))


def test_a_moment_opens_in_its_row_when_a_link_leads_to_it(window: Page, served: str, case: Case) -> None:
    number = next(n for n, m in enumerate(case.timeline, 1) if m.turning_point)
    window.goto(f"{served}{case.reference}.html")
    text = window.locator(f"#moment-{number} details > p").first
    expect(text).to_be_hidden()
    window.locator(f'.vc-turns a[href="#moment-{number}"]').click()
    expect(text).to_be_visible()
    expect(window.locator(f"#moment-{number}")).to_be_in_viewport()


def test_all_moments_open_at_once(window: Page, served: str, case: Case) -> None:
    window.goto(f"{served}{case.reference}.html")
    everything = window.get_by_role("button", name="Open all")
    everything.click()
    expect(window.locator(".vc-moment details[open]")).to_have_count(len(case.timeline))
    everything.click()
    expect(window.locator(".vc-moment details[open]")).to_have_count(0)


def test_a_moment_stands_in_the_lane_of_who_began(window: Page, served: str, case: Case) -> None:
    window.goto(f"{served}{case.reference}.html")
    places = {
        (window.locator(f"#moment-{number} .vc-moment-mark").bounding_box() or {})["x"]: moment.initiative
        for number, moment in enumerate(case.timeline, 1)
    }
    assert sorted(places.values()) == sorted({moment.initiative for moment in case.timeline})
    lanes = window.get_by_label("Who took the initiative").locator("option").all()
    assert [lane.get_attribute("value") for lane in lanes][1:] == [places[x].value for x in sorted(places)]


def test_what_happened_stands_before_what_to_learn_and_the_page_is_short(
    window: Page, served: str, case: Case
) -> None:
    page = window
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{served}{case.reference}.html")
    headings = page.locator(".vc-text h2").all_text_contents()
    assert headings[:3] == ["Turning points", "What happened", "What to learn from it"]
    assert page.evaluate("document.documentElement.scrollHeight") < 7500


def test_what_the_address_asks_in_vain_is_left(window: Page, served: str, case: Case) -> None:
    window.goto(f"{served}{case.reference}.html?initiative=nobody&nature=%3Cb%3E")
    expect(window.locator("li.vc-moment:visible")).to_have_count(len(case.timeline))


def test_a_case_reads_without_scripts(plain_window: Page, served: str, case: Case) -> None:
    plain_window.goto(f"{served}{case.reference}.html?initiative=customer")
    expect(plain_window.locator(".vc-case-filters")).to_be_hidden()
    expect(plain_window.locator("li.vc-moment:visible")).to_have_count(len(case.timeline))


def test_a_reading_path_can_be_followed_to_its_end(window: Page, start: str, playbook: Playbook) -> None:
    role = max(playbook.of(Role), key=lambda role: len(role.reading_path))
    names = [playbook[relation.to].name for relation in role.reading_path]
    window.goto(f"{start}{role.reference}.html")
    window.locator("#reading-path ~ ol a").first.click()
    for place, name in enumerate(names, 1):
        line = window.locator(".vc-reading-path:visible")
        expect(line).to_have_count(1)
        expect(line).to_contain_text(f"Reading path for {role.name}: {place} of {len(names)}")
        # What is read on another's page has its name there as a heading below the page's own.
        here = window.url.partition("#")[2]
        title = window.locator(f"#{here} > h2" if here else "h1")
        expect(title).to_have_text(re.compile(f"^{re.escape(name)}"))
        if place < len(names):
            line.get_by_role("link", name=names[place]).click()
    expect(line).to_contain_text("the last one")
    line.get_by_role("link", name=role.name).click()
    assert window.url.endswith(f"{role.reference}.html#reading-path")
    assert window.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[1:] == [0, ""]


@pytest.mark.parametrize("query", ["", "?path=nobody", "?path="])
def test_who_follows_no_reading_path_sees_none(
    window: Page, served: str, playbook: Playbook, query: str
) -> None:
    entry = playbook.of(Role)[0].reading_path[0].to
    address, _, fragment = entry_address(entry, playbook).partition("#")
    window.goto(f"{served}{address}{query}#{fragment}")
    expect(window.locator(".vc-reading-path").first).to_be_hidden()
    assert window.locator(".vc-reading-path:visible").count() == 0


def test_a_page_of_many_entries_shows_the_place_of_the_one_that_is_read(window: Page, site: Path) -> None:
    script = (site / "assets" / "reading-path.js").read_text(encoding="utf-8")
    lines = "".join(
        f'<nav class="vc-reading-path" data-path="baker" data-entry="{entry}" hidden>{entry}</nav>'
        for entry in ("crust", "crumb")
    )
    page = window
    page.route("**/*", lambda route: route.fulfill(body=lines, content_type="text/html"))
    page.goto("http://terms.test/index.html?path=baker#crumb")
    page.add_script_tag(content=script)
    assert page.locator(".vc-reading-path:visible").all_text_contents() == ["crumb"]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_in_a_page_needs_inline_styles_or_scripts(window: Page, served: str, address: str) -> None:
    window.goto(served + address)
    assert window.locator("main [style], main [onclick], main script:not([type]), main style").count() == 0
    expect(window.locator(".vc-heat").first).to_be_visible()


def test_a_count_is_legible_in_the_darkest_cell(window: Page, served: str) -> None:
    for address in PAGES:
        window.goto(served + address)
        for scheme in ("light", "dark"):
            window.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two
            contrasts = window.locator(".vc-heat td[class*=vc-heat-]:not(:empty)").evaluate_all(CONTRAST)
            assert contrasts, address
            assert min(contrasts) >= 4.5, (address, scheme)


CONTRAST = """cells => {
  const canvas = document.createElement("canvas");
  const paint = canvas.getContext("2d", { willReadFrequently: true });
  const layer = (colour, opacity = 1) => {
    paint.globalAlpha = opacity;
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
  };
  const luminance = () => [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  return cells.map((cell) => {
    const cover = getComputedStyle(cell, "::before");
    layer(getComputedStyle(document.body).backgroundColor);
    layer(getComputedStyle(cell).backgroundColor);
    layer(cover.backgroundColor, Number(cover.opacity));
    const ground = luminance();
    layer(getComputedStyle(cell.querySelector("a") || cell).color);
    const ink = luminance();
    return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
  });
}"""
