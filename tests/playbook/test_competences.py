"""Gaps and strengths that nothing uses, by strength and importance."""

from __future__ import annotations

import pytest

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.playbook.competences import CompetenceRow, Competences, competences_of
from value_compass.generator.playbook.playbook import seal
from value_compass.schemas.proposition import Competence


@pytest.fixture(scope="module")
def competences() -> Competences:
    draft = check(BAKERY).draft
    assert draft.settings
    return competences_of(seal(draft, draft.settings.editions[0]))


def names(rows: tuple[CompetenceRow, ...]) -> list[str]:
    return [row.competence.name for row in rows]


def test_the_bakery_bakes_well_and_reads_menus_badly(competences: Competences) -> None:
    assert names(competences.gaps) == ["Reading a menu"]
    assert names(competences.core) == ["Baking at night"]
    assert names(competences.unused) == []


def test_themes_have_averages(competences: Competences) -> None:
    baking = competences.themes[0]
    assert (baking.strength, baking.importance(0), baking.importance(1)) == (5, 3, 0)


@pytest.mark.parametrize(
    ("strength", "importance", "wanted"),
    [
        (2, (2, 0), "gap"),
        (2, (1, 1), None),
        (3, (1, 1), "unused"),
        (3, (0, 2), "core"),
        (5, (None, 0), "unused"),
        (1, (3, None), "gap"),
    ],
)
def test_each_competence_is_one_of_three_or_none(
    strength: int, importance: tuple[int | None, ...], wanted: str | None
) -> None:
    row = CompetenceRow(Competence.model_construct(strength=strength), importance)
    found = {"gap": row.is_gap, "unused": row.is_unused, "core": row.is_core}
    assert [name for name, holds in found.items() if holds] == ([wanted] if wanted else [])
