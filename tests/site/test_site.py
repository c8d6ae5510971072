"""The real site in a real browser: under a sub-path, from a file share, without a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from tests.files import broken_links
from tests.site.visits import Visit
from value_compass.generator.pages.page import Page
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    assert not broken_links(site)


def test_no_page_scrolls_sideways(visits: Mapping[str, Visit]) -> None:
    assert not {address: visit.too_wide for address, visit in visits.items() if visit.too_wide}


def test_no_page_scrolls_sideways_without_scripts(
    plain_window: Window, served: str, one_of_each: tuple[str, ...]
) -> None:
    page = plain_window
    # A page without scripts cannot be asked for its width, the browser can.
    protocol = page.context.new_cdp_session(page)
    too_wide = []
    page.set_viewport_size({"width": 360, "height": 800})
    for address in one_of_each:
        page.goto(served + address)
        if protocol.send("Page.getLayoutMetrics")["cssContentSize"]["width"] > 360:
            too_wide.append(address)
    assert not too_wide


def test_the_compass_leads_to_every_part(window: Window, served: str, playbook: Playbook) -> None:
    page = window
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.goto(served)
    addresses = {
        urljoin(served, link.get_attribute("href") or "")
        for link in page.locator(".vc-home-compass svg a").all()
    }
    for pillar in playbook.framework:
        assert f"{served}{pillar.pillar.reference}.html" in addresses
        for group in pillar.groups:
            assert f"{served}{group.group.reference}.html" in addresses
            for value in group.values:
                assert f"{served}{value.reference}.html" in addresses


def test_the_text_twin_of_the_compass_holds_the_same(window: Window, served: str, playbook: Playbook) -> None:
    page = window
    page.goto(served)
    twin = page.locator(".vc-twin")
    for pillar in playbook.framework:
        for group in pillar.groups:
            expect(
                twin.get_by_role("link", name=group.group.name, include_hidden=True).first
            ).to_be_attached()
            for value in group.values:
                assert twin.locator(f'a[href="{value.reference}.html"]').count() == 1


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_search_finds_an_entry_by_its_other_names(
    window: Window, served: str, site: Path, scheme: str
) -> None:
    page = window
    page.goto((served if scheme == "http" else site.as_uri() + "/") + "index.html")
    for typed, found in (
        ("respect", "values/safety.html"),
        ("tenacity", "values/attitude.html"),
        ("canvas", "workshops/business-model-canvas.html"),
    ):
        page.get_by_role("combobox").fill(typed)
        expect(page.get_by_role("option").first).to_have_attribute("href", re.compile(re.escape(found)))


def test_a_file_share_needs_no_server(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "groups/personal-bond.html").as_uri(), wait_until="load")
    expect(page.locator("h1")).to_have_text("Personal bond")
    page.locator(".vc-relations a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert all(url.startswith(("file:", "data:", "about:")) for url in asked)
    page.close()


def test_every_entry_links_to_its_file(site: Path, pages: tuple[Page, ...]) -> None:
    for page in pages:
        if page.file:
            assert f"/edit/main/{page.file}" in (site / page.address).read_text(encoding="utf-8")


def test_an_old_address_redirects(window: Window, served: str) -> None:
    page = window
    page.goto(served + "values/respect.html")
    page.wait_for_url("**/values/safety.html")
    expect(page.locator("h1")).to_have_text("Safety")


def test_a_case_s_moments_have_rows_and_its_timeline_a_file(
    window: Window, served: str, site: Path, playbook: Playbook
) -> None:
    for case in playbook.of(Case):
        window.goto(f"{served}{case.reference}.html")
        assert window.locator("li.vc-moment").count() == len(case.timeline)
        # Lanes say who took the initiative; a case that does not tell it has no figure.
        drawn = bool(case.timeline) and all(moment.initiative for moment in case.timeline)
        file = site / f"figures/cases/{case.reference.id}-timeline.svg"
        assert file.is_file() == drawn
        if drawn:
            assert all(
                moment.title.split()[0] in file.read_text(encoding="utf-8") for moment in case.timeline
            )


def test_the_pages_read_without_scripts_in_the_dark(plain_window: Window, served: str) -> None:
    page = plain_window
    page.emulate_media(color_scheme="dark")
    page.goto(served + "groups/transparency.html")
    expect(page.get_by_role("heading", name="Transparency", exact=True)).to_be_visible()


def test_a_search_engine_finds_every_page(site: Path, pages: tuple[Page, ...], playbook: Playbook) -> None:
    top = playbook.settings.site_address or ""
    places = re.findall("<loc>(.+?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert top
    assert [place.removeprefix(top) for place in places] == [page.address for page in pages]
    assert all((site / place.removeprefix(top)).is_file() for place in places)


def test_the_book_is_offered(site: Path) -> None:
    assert (site / "value-compass.pdf").exists()
    page = (site / "values/openness.html").read_text(encoding="utf-8")
    assert '<a href="../value-compass.pdf">The whole playbook as a book (PDF, 387 pages, 0 MB)</a>' in page
