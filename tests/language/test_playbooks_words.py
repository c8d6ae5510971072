"""A playbook in its own language and in its own words."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from tests.language.pseudo import shown_texts
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.language.words import speaking

DAY = datetime.date(2026, 11, 27)

WORDS = """
words:
  customer: ward
  customers: wards
  check: ward check
  kinds:
    values: {singular: habit, plural: Habits}
"""


def bakery_playbook(bakery: Bakery) -> Playbook:
    draft = bakery.check().draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0], DAY)


def pages(folder: Path) -> dict[str, str]:
    """What readers see of each page of the site."""
    draft = Bakery(folder).check().draft
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[0], DAY)
    with speaking(playbook.words):
        rendered = render_pages(playbook, Figures(playbook, folder / ".cache"))
        return {page.address: " ".join(" ".join(shown_texts(page.html)).split()) for page in rendered}


def test_the_bakery_speaks_dutch(bakery: Bakery) -> None:
    bakery.change("site", "language: en\n", "language: nl\n")
    assert bakery.check().problems == ()
    found = pages(bakery.folder)
    event = found["events/late-van.html"]
    assert "Bijgehouden door" in event
    assert "laatst nagelezen op 1 maart 2026" in event
    assert "Waar dit vandaan komt" in event
    assert "Kept by" not in event
    assert "Begrippenlijst" in found["terms/index.html"]


def test_the_bakery_speaks_german(bakery: Bakery) -> None:
    bakery.change("site", "language: en\n", "language: de\n")
    found = pages(bakery.folder)
    assert "zuletzt durchgesehen am 1. März 2026" in found["events/late-van.html"]
    assert "Wertegruppe" in found["groups/on-time.html"]


def test_a_catalogue_of_the_playbook_lies_over_ours(bakery: Bakery) -> None:
    bakery.change("site", "language: en\n", "language: nl\n")
    own = bakery.folder / "language" / "nl.po"
    own.parent.mkdir()
    own.write_text(
        'msgid "Something is missing"\nmsgstr "x"\n\nmsgid "Glossary"\nmsgstr "Woorden"\n', "utf-8"
    )
    found = pages(bakery.folder)
    assert "Woorden" in found["terms/index.html"]
    assert "Begrippenlijst" not in found["terms/index.html"]


def test_a_playbook_calls_its_sides_and_kinds_as_it_likes(bakery: Bakery) -> None:
    bakery.write("site", bakery.read("site") + WORDS)
    assert bakery.check().problems == ()
    found = pages(bakery.folder)
    everything = " ".join(found.values())
    assert "Think of one ward." in everything
    assert "Ward check" in everything
    assert "Relationship check" not in everything
    assert "Habits" in found["values/index.html"]
    assert "At the ward and around" in everything
    assert "Initiative: ward." in found["cases/hotel-a.html"]
    assert "Initiative: customer." not in everything
    assert "Habits" in found["groups/on-time.html"]
    assert "Values" not in found["groups/on-time.html"].split()
    assert bakery_playbook(bakery).kinds["values"].counted(2) == "2 habits"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [("  custmer: ward\n", "customer"), ("  kinds:\n    value: {singular: a, plural: As}\n", "values")],
)
def test_a_word_that_nothing_is_called_by_is_told_with_the_nearest(
    bakery: Bakery, wrong: str, said: str
) -> None:
    bakery.write("site", f"{bakery.read('site')}words:\n{wrong}")
    (problem,) = bakery.check().problems
    assert said in f"{problem.message} {problem.advice}"
