"""Our own content: the proposition and what it rests on agree with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import mean

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Reference
from value_compass.schemas.proposition import Competence, Proposition
from value_compass.schemas.tables import Table


def test_averages_of_the_themes_are_those_of_the_competences(playbook: Playbook) -> None:
    themes = defaultdict(list)
    for competence in sorted(playbook.of(Competence), key=lambda each: each.order):
        themes[competence.theme].append(
            [competence.strength, *(weighed.importance for weighed in competence.importance)]
        )
    computed = [
        (f"{theme} ({len(scores)} competences)", [mean(column) for column in zip(*scores, strict=True)])
        for theme, scores in themes.items()
    ]
    table = next(table for table in playbook.of(Table) if table.reference.id == "theme-averages")
    told = [(row.name, [cell for cell in row.cells if isinstance(cell, float)]) for row in table.rows]

    assert [name for name, _ in told] == [name for name, _ in computed]
    for (name, cells), (_, averages) in zip(told, computed, strict=True):
        assert all(abs(cell - average) <= 0.005 for cell, average in zip(cells, averages, strict=True)), name


def test_answers_add_up_to_what_is_said_of_them(playbook: Playbook) -> None:
    improved = next(
        each for each in playbook.of(Proposition) if each.reference.id == "managed-service-integrations"
    )
    ten = Reference("assessments", "ten-questions-on-a-proposition")
    answers = next(judged.answers for judged in improved.judgements if judged.assessment == ten)

    assert Counter(answer.answer for answer in answers) == {"yes": 6, "no": 2, "undecided": 2}
    assert Counter(factor.type for factor in improved.factors) == {
        "parity": 4,
        "difference": 2,
        "uniqueness": 2,
    }
    assert sum(factor.need is not None for factor in improved.factors) == 6


def test_curves_that_are_lost_have_no_scores(playbook: Playbook) -> None:
    for proposition in playbook.of(Proposition):
        assert not any(curve.scores for curve in proposition.curves), proposition.reference
        assert proposition.holes, proposition.reference


def test_the_study_has_its_fifteen_sessions(playbook: Playbook) -> None:
    study = next(each for each in playbook.of(Case) if each.reference.id == "integration-service-provider")

    assert len(study.timeline) == 15
    assert sum(moment.minutes or 0 for moment in study.timeline) == 15 * 60 + 15
    assert all(moment.minutes and moment.who and not moment.initiative for moment in study.timeline)
