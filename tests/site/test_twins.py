"""Every page once more as Markdown, for assistants that read for others."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from markdown_it import MarkdownIt

from tests.check.bakery import Bakery
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.generator.site.twins import LIST, twin_address, twins

Texts = dict[str, str]


def texts_of(bakery: Bakery, edition: int = 0) -> tuple[Playbook, tuple[Page, ...], Texts]:
    draft = bakery.check().draft
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[edition])
    pages = render_pages(playbook, Figures(playbook, bakery.folder / "cache"))
    return playbook, pages, twins(playbook, pages)


def links(text: str) -> Iterator[str]:
    for token in MarkdownIt().parse(text):
        for inner in token.children or []:
            if inner.type == "link_open":
                yield str(inner.attrs["href"])


def words(text: str) -> str:
    parsed = MarkdownIt().parse(text)
    return " ".join(inner.content for token in parsed for inner in token.children or [] if inner.content)


def test_every_page_has_a_twin_whose_links_lead_somewhere(bakery: Bakery) -> None:
    _, pages, texts = texts_of(bakery)
    addresses = {page.address for page in pages}
    assert {twin_address(address) for address in addresses} | {LIST} == set(texts)
    for address, text in texts.items():
        for link in links(text):
            if not link.startswith(("http", "mailto:")):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(address), link.partition("#")[0]))
                assert place in texts or place in addresses or place.endswith(".csv"), (address, link)


def test_a_twin_says_what_the_entry_says(bakery: Bakery) -> None:
    playbook, pages, texts = texts_of(bakery)
    for page in pages:
        said = words(texts[twin_address(page.address)])
        for reference in page.entries:
            entry = playbook[reference]
            assert entry.name in said, page.address
            cited = [playbook[one.source].name for one in getattr(entry, "sources", ())]
            assert all(name in said for name in cited), page.address


def test_signs_of_markdown_in_a_line_stay_signs(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "summary: ", "summary: Not *this* [way] <b>, \\ nor `that`. ")
    _, _, texts = texts_of(bakery)
    assert "Not *this* [way] <b>, \\ nor `that`." in words(texts["terms/index.md"])


def test_what_stands_apart_from_its_kind_does_so_in_the_twin(bakery: Bakery) -> None:
    _, _, texts = texts_of(bakery)
    headings = [line for line in texts["terms/index.md"].splitlines() if line.startswith("#")]
    apart = headings.index("## Words of the research")
    assert "## Crumb" in headings[:apart]
    assert headings[apart + 1] == "### Round of talks"
    assert not [line for line in headings[apart + 1 :] if line.startswith("## ")]


def test_a_twin_tells_nothing_that_another_edition_keeps(bakery: Bakery) -> None:
    everyone, _, told = texts_of(bakery)
    partners, _, more = texts_of(bakery, 1)
    hidden = [entry.name for entry in partners.entries.values() if entry.reference not in everyone.entries]
    assert hidden
    for name in hidden:
        assert any(name in text for text in more.values())
        assert not any(name in text for text in told.values())


def test_the_list_names_every_page_with_what_it_is_about(bakery: Bakery) -> None:
    _, pages, texts = texts_of(bakery)
    assert set(links(texts[LIST])) == {twin_address(page.address) for page in pages if page.section}
    assert words(texts[LIST]).startswith("Daily Bread")


def test_a_site_has_its_twins_beside_its_pages(bakery: Bakery) -> None:
    playbook, pages, texts = texts_of(bakery)
    figures = Figures(playbook, bakery.folder / "cache")
    site = bakery.folder / "site"
    build_site(playbook, pages, site, figures, files=texts)
    assert {address for address in texts if not (site / address).is_file()} == set()
    assert (site / "groups" / "on-time.md").read_text("utf-8") == texts["groups/on-time.md"]
    assert (site / "groups" / "on-time.html").is_file()
