"""A new kind is one model, one line in the register and one in site.yml; it needs no template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from tests.check.bakery import Bakery
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.check.check import check
from value_compass.generator.pages.coverage import kind_coverage
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.matrix import rows
from value_compass.generator.pages.page import Medium, Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.playbook.situation import situation_of
from value_compass.generator.site.build import build_site
from value_compass.generator.site.search import records
from value_compass.schemas.activities import Activity
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import (
    GroupReference,
    Line,
    Model,
    Name,
    Reference,
    ReferenceTo,
    SourcedEntry,
)
from value_compass.schemas.framework import SomeStatements
from value_compass.schemas.kinds import KINDS, Kind, ReadOn


class Leg(Model):
    """One leg of a round."""

    name: Annotated[Name, Anatomy("Name")]
    """Where it leads."""
    what: Annotated[Line, Anatomy("What happens")]
    """What happens there."""


class Round(Activity):
    """A round: something to do, with a field `group` that is no parent and `signs` that are its own."""

    group: Annotated[GroupReference, Anatomy("Done for", Tier.FACT, back="Rounds for it")]
    """The group that it is done for."""
    signs: Annotated[SomeStatements, Anatomy("How you see that it went well", Tier.DO, shape=Shape.TICKS)]
    """What one sees afterwards."""
    legs: Annotated[tuple[Leg, ...], Field(strict=False), Anatomy("Legs", shape=Shape.OWN)] = ()
    """A shape that no template knows."""


class Tip(SourcedEntry):
    """A tip, read on the page of its round."""

    round: Annotated[Reference, ReferenceTo("rounds"), Anatomy("Round", Tier.FACT, back="Tips")]
    """The id of its round."""
    trick: Annotated[Line, Anatomy("The trick", Tier.DO)]
    """What to do."""


ROUND = """\
name: Sunday round
summary: Nobody else delivers on Sunday.
owner: Baker
reviewed: 2026-11-22
initiative: supplier
when: [In the season.]
group: on-time
signs: [The crates are empty.]
legs:
  - {name: The harbour, what: We unload.}
builds:
  - {to: groups/on-time, reason: A Sunday round shows that we keep time.}
sources:
  - {source: bakers-handbook, where: page 3, basis: editorial}
"""

TIP = """\
name: Ring first
summary: A short call saves a long wait.
owner: Baker
reviewed: 2026-11-22
round: sunday-round
trick: Ring the kitchen at six.
sources:
  - {source: bakers-handbook, where: page 4, basis: stated}
"""


KINDS_HERE = {
    **KINDS,
    "rounds": Kind("rounds", Round, "round", "Rounds", entrance=True),
    "tips": Kind("tips", Tip, "tip", "Tips", ReadOn.PARENTS_PAGE, parent="round", entrance=True),
}


@pytest.fixture
def extended(bakery: Bakery) -> Bakery:
    """The bakery without events, with two kinds of its own."""
    for kind, id_, text in (("rounds", "sunday-round", ROUND), ("tips", "ring-first", TIP)):
        (bakery.folder / f"content/{kind}").mkdir()
        (bakery.folder / f"content/{kind}/{id_}.yml").write_text(text, encoding="utf-8")
    settings = bakery.folder / "site.yml"
    said = settings.read_text(encoding="utf-8").replace(
        "[workshops, events,", "[rounds, tips, workshops, events,"
    )
    settings.write_text(said, encoding="utf-8")
    return bakery


def sealed(folder: Path) -> Playbook:
    checked = check(folder, KINDS_HERE)
    assert not checked.errors
    assert checked.draft.settings
    return seal(checked.draft, checked.draft.settings.editions[0])


def pages_of(playbook: Playbook, cache: Path, medium: Medium = Medium.SCREEN) -> dict[str, Page]:
    pages = render_pages(playbook, medium, Figures(playbook, medium, cache))
    return {page.address: page for page in pages}


def test_its_page_is_made_from_its_model(extended: Bakery, tmp_path: Path) -> None:
    page = pages_of(sealed(extended.folder), tmp_path)["rounds/sunday-round.html"].html
    for said in (
        "Nobody else delivers on Sunday.",
        "we take the initiative",
        "How you see that it went well",
        "The crates are empty.",
        "Legs",
        "The harbour",
        "We unload.",
        "What it builds",
        "A Sunday round shows that we keep time.",
        "Most of this page is editorial: ours.",
    ):
        assert said in page


def test_an_entry_that_is_read_on_its_parents_page_has_its_place_there(
    extended: Bakery, tmp_path: Path
) -> None:
    playbook = sealed(extended.folder)
    pages = pages_of(playbook, tmp_path / "cache")
    assert "tips/ring-first.html" not in pages
    page = pages["rounds/sunday-round.html"]
    assert Reference("tips", "ring-first") in page.entries
    assert 'id="tips-ring-first"' in page.html
    assert "Ring the kitchen at six." in page.html
    site = tmp_path / "site"
    build_site(playbook, tuple(pages.values()), site, Figures(playbook, Medium.SCREEN, tmp_path / "cache"))
    listed = (site / "tips/index.html").read_text(encoding="utf-8")
    assert 'href="../rounds/sunday-round.html#tips-ring-first"' in listed


def test_the_other_end_says_what_the_model_calls_it(extended: Bakery, tmp_path: Path) -> None:
    group = pages_of(sealed(extended.folder), tmp_path)["groups/on-time.html"].html
    assert "Rounds for it" in group
    assert "A Sunday round shows that we keep time." in group


def test_what_one_can_do_is_in_the_matrix_the_advice_and_the_coverage(extended: Bakery) -> None:
    playbook = sealed(extended.folder)
    own = "rounds/sunday-round"
    assert own in {str(row.activity.reference) for row in rows(playbook)}
    assert own in {plan.entry for plan in situation_of(playbook).plans}
    assert "rounds" in {row.kind.folder for row in kind_coverage(playbook)}


def test_search_finds_both(extended: Bakery, tmp_path: Path) -> None:
    playbook = sealed(extended.folder)
    found = {
        record.name: record.address for record in records(playbook, pages_of(playbook, tmp_path).values())
    }
    assert found["Sunday round"] == "rounds/sunday-round.html"
    assert found["Ring first"] == "rounds/sunday-round.html#tips-ring-first"


def test_a_change_of_a_field_has_the_words_of_its_own_model(extended: Bakery) -> None:
    before = check(extended.folder, KINDS_HERE).draft
    file = extended.folder / "content/rounds/sunday-round.yml"
    file.write_text(ROUND.replace("The crates are empty.", "The chef laughs."), encoding="utf-8")
    changes = changes_between(before, check(extended.folder, KINDS_HERE).draft)
    assert changes
    assert all('under "how you see that it went well"' in change.sentence for change in changes)


def test_no_sentence_of_the_pages_is_empty(extended: Bakery, tmp_path: Path) -> None:
    for medium in Medium:
        for page in pages_of(sealed(extended.folder), tmp_path, medium).values():
            assert not re.search(r"<(h2|h3|dt)[^>]*>\s*</", page.html), page.address
