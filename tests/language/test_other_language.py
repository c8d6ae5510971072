"""An entry in another language than its playbook."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.check.bakery import Bakery
from value_compass.generator.pages.facts import changed_facts
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.search import records
from value_compass.generator.slides.compose import compose_deck
from value_compass.language.texts import InLanguage, language_of
from value_compass.schemas.activities import Workshop
from value_compass.schemas.fields import Reference
from value_compass.schemas.walk import walk

DAY = datetime.date(2026, 11, 27)

VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "path", "use"))


class Outside(HTMLParser):
    """The text of a page that is not said to be in a language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            # Figures are pictures; letters and the words of marks are ours with a text within.
            ours = {"vc-letter-text", "vc-mark-words"} & set((dict(attrs).get("class") or "").split())
            self._open.append("lang" in dict(attrs) or tag in {"svg", "script"} or bool(ours))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.found.append(data)


def sealed(bakery: Bakery) -> Playbook:
    draft = bakery.check().draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0], DAY)


def pages(playbook: Playbook, folder: Path) -> tuple[Page, ...]:
    return render_pages(playbook, Figures(playbook, folder / ".cache"))


def sentences(playbook: Playbook) -> Iterator[str]:
    """What entries in another language say, in whole sentences."""
    for entry in playbook.entries.values():
        for _, value in walk(entry):
            if isinstance(value, InLanguage) and value.endswith(".") and "[[" not in value:
                yield str(value)


def test_texts_of_an_entry_say_their_language_wherever_they_stand(bakery: Bakery) -> None:
    for file in bakery.folder.glob("content/*/*.yml"):
        if "language:" not in file.read_text("utf-8"):
            file.write_text(f"language: de\n{file.read_text('utf-8')}", "utf-8")
    assert bakery.check().problems == ()
    playbook = sealed(bakery)
    said = set(sentences(playbook))
    assert len(said) > 100
    for page in pages(playbook, bakery.folder):
        outside = " ".join(" ".join(Outside(page.html).found).split())
        assert [text for text in said if text in outside] == [], page.address


def test_the_name_and_prose_of_an_entry_say_their_language_and_headings_do_not(bakery: Bakery) -> None:
    bakery.change("events/late-van", "name: A late van\n", "name: Der Wagen\nlanguage: de\n")
    (page,) = (p for p in pages(sealed(bakery), bakery.folder) if p.address == "events/late-van.html")
    assert '<h1><span lang="de">Der Wagen</span></h1>' in page.html
    assert page.title == "Der Wagen"
    assert '<h2 id="respond">' in page.html
    (terms,) = (p for p in pages(sealed(bakery), bakery.folder) if p.address == "terms/index.html")
    assert '<p lang="de">Der Bäcker sagt' in terms.html


def test_an_entry_in_the_language_of_its_playbook_says_nothing_of_it(bakery: Bakery) -> None:
    bakery.change("terms/sauerteig", "language: de", "language: en")
    assert not any(" lang=" in page.html for page in pages(sealed(bakery), bakery.folder))


def test_search_knows_the_language_of_what_it_finds(bakery: Bakery) -> None:
    playbook = sealed(bakery)
    found = records(playbook, pages(playbook, bakery.folder))
    assert {record.name: record.language for record in found if record.language} == {"Sauerteig": "de"}


def test_a_change_of_language_is_seen_in_every_text(bakery: Bakery) -> None:
    before = sealed(bakery)
    bakery.change("terms/sauerteig", "language: de", "language: nl")
    term = Reference("terms", "sauerteig")
    assert {(term, "name"), (term, "summary"), (term, "body")} <= changed_facts(before, sealed(bakery))


def test_slides_are_in_the_language_of_their_workshop(bakery: Bakery) -> None:
    playbook = sealed(bakery)
    workshop = playbook.of(Workshop)[0]
    assert compose_deck(playbook, workshop, DAY).language == "en"
    german = workshop.model_copy(update={"language": "de"})
    assert compose_deck(playbook, german, DAY).language == "de"


def test_a_text_keeps_its_language_when_it_is_kept() -> None:
    kept = pickle.loads(pickle.dumps(InLanguage("Brot", "de")))  # noqa: S301  # our own
    assert (kept, language_of(kept)) == ("Brot", "de")
