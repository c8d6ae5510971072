"""No template, figure or script has a word of its own: each word that readers see is in the catalogues."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples.overlay import BAKERY
from tests.language.pseudo import PSEUDO, homeless, shown_texts, words_of_playbook
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.language.words import speaking

SIGNS = frozenset(("csv", "svg", "png", "pdf", "atom"))
"""What is called the same in all languages."""


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    draft = check(BAKERY).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0], datetime.date(2026, 11, 27))


@pytest.fixture(scope="module")
def site(playbook: Playbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bakery's site with every message in brackets."""
    folder = tmp_path_factory.mktemp("pseudo")
    with speaking(PSEUDO):
        figures = Figures(playbook, folder / "cache")
        build_site(playbook, render_pages(playbook, figures), folder / "site", figures)
    return folder / "site"


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")


def test_every_word_of_the_site_is_of_the_catalogue_or_of_the_content(site: Path) -> None:
    known = words_of_playbook(BAKERY) | SIGNS
    found: dict[str, str] = {}
    for page, html in pages(site):
        for text in shown_texts(html):
            for word in homeless(text, known):
                found.setdefault(word, f"{page}: {' '.join(text.split())[:100]}")
    assert found == {}
