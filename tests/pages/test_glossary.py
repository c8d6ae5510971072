"""The glossary: words of the research stand apart, below those of the work."""

from __future__ import annotations

import re

from tests.book.shop import read_playbook
from tests.check.bakery import Bakery
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages

APART = '<h2 id="words-apart">Words of the research</h2>'


def glossary(bakery: Bakery) -> str:
    playbook = read_playbook(bakery.folder)
    pages = render_pages(playbook, Figures(playbook, bakery.folder / "cache"))
    return next(page.html for page in pages if page.address == "terms/index.html")


def test_words_of_the_research_stand_below_those_of_the_work(bakery: Bakery) -> None:
    work, apart = glossary(bakery).split(APART)
    assert re.findall('<dt id="([^"]+)"', apart) == ["round-of-talks"]
    assert {"crumb", "sauerteig"} == set(re.findall('<dt id="([^"]+)"', work))


def test_letters_of_both_parts_lead_to_where_they_stand(bakery: Bakery) -> None:
    html = glossary(bakery)
    bars = re.findall(r'<nav class="vc-letters" aria-label="([^"]+)">(.*?)</nav>', html, re.DOTALL)
    assert [called for called, _ in bars] == ["Letters", "Words of the research"]
    links = {words: to for _, bar in bars for to, words in re.findall('href="#([^"]+)">([^<]+)<', bar)}
    assert list(links) == ["C", "S", "Words of the research", "R"]
    for words, to in links.items():
        assert re.search(f'id="{to}">{words}</h[23]>', html), to


def test_a_glossary_of_the_work_alone_has_one_part(bakery: Bakery) -> None:
    bakery.change("terms/round-of-talks", "used_in: research", "used_in: work")
    html = glossary(bakery)
    assert html.count('class="vc-letters"') == 1
    assert "words-apart" not in html
