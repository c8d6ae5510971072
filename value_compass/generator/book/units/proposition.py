"""Propositions as a canvas, assessments to fill in, competences as one matrix."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from value_compass.generator.book.blocks import (
    Block,
    Run,
    Sign,
    called,
    item,
    marked,
    of_field,
    paragraph,
    table_rows,
)
from value_compass.generator.book.text import based, line
from value_compass.generator.book.unit import CLOSE, Room, Sheet, Unit, flowing, rows, sided, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.front import titled_top
from value_compass.generator.book.units.generic import head, incoming, leading, tier
from value_compass.generator.book.units.pieces import close, titled
from value_compass.language.words import _, choice
from value_compass.schemas.anatomy import Tier, title_for
from value_compass.schemas.proposition import Assessment, Competence, Offering, Proposition, Sided

_NEEDS, _ANSWERS = ("jobs", "pains", "gains"), ("relievers", "creators")


def proposition_unit(desk: Desk, proposition: Proposition) -> Unit:
    """A spread: the canvas of needs and answers, factors and judgements, then the rest."""
    answers = [block for field in _ANSWERS for block in _sided(desk, proposition, field)]
    needs = [block for field in _NEEDS for block in _sided(desk, proposition, field)]
    first = rows(
        wide([head(desk, proposition)]),
        wide(leading(desk, proposition)),
        sided(answers, needs) if answers or needs else None,
        wide(_fits(desk, proposition)),
    )
    second = rows(
        wide(_factors(desk, proposition)),
        *(wide(_judgement(desk, proposition, place)) for place in range(len(proposition.judgements))),
        flowing([*tier(desk, proposition, Tier.DO), *close(tier(desk, proposition, Tier.KNOW))]),
        wide(incoming(desk, proposition)),
    )
    name = desk.names.of(proposition)
    sheet = Sheet((*first, *second))
    return Unit(name, (sheet,), Room.RUN, str(proposition.reference), scale=CLOSE)


def offering_unit(desk: Desk, offering: Offering) -> Unit:
    """A part of a page: what it holds and who offers it."""
    text = [*leading(desk, offering), *tier(desk, offering, Tier.DO), *tier(desk, offering, Tier.KNOW)]
    top = head(desk, offering, size=15)
    sheet = Sheet(rows(wide([top]), flowing(close(text), 3), wide(incoming(desk, offering), 0.4)))
    return Unit(desk.names.of(offering), (sheet,), Room.RUN, str(offering.reference), scale=CLOSE)


def assessment_unit(desk: Desk, assessment: Assessment) -> Unit:
    """Half a page or more: each question with room for its answer."""
    scale = ", ".join(assessment.scale)
    table = table_rows(
        [[desk.title(assessment, "questions")], [scale or _("Your answer")], [_("Why")]],
        [
            [
                [
                    f"{number}  ",
                    *based(line(question.text, desk.names), question.basis),
                    *([" ", {"g": line(question.good, desk.names)}] if question.good else []),
                ],
                [{"x": True}] * len(assessment.scale),
                [],
            ]
            for number, question in enumerate(assessment.questions, 1)
        ],
        widths=(110, 30, 30),
    )
    text = [*leading(desk, assessment), *tier(desk, assessment, Tier.DO), *tier(desk, assessment, Tier.KNOW)]
    top = head(desk, assessment, size=15)
    sheet = Sheet(
        rows(
            wide([top]),
            wide(of_field("questions", table)),
            flowing(close(text), 3),
            wide(incoming(desk, assessment)),
        )
    )
    return Unit(desk.names.of(assessment), (sheet,), Room.RUN, str(assessment.reference), scale=CLOSE)


def competence_page(desk: Desk) -> Unit:
    """All competences as one table: how strong we are, and how much each matters to each offering."""
    competences, offerings = desk.playbook.of(Competence), desk.playbook.of(Offering)
    used = [
        one
        for one in offerings
        if any(i.offering == one.reference for c in competences for i in c.importance)
    ]
    heads: list[Run] = [
        [_("Competence")],
        [title_for(Competence, "strength")],
        *([desk.names.link(one.reference)] for one in used),
    ]
    blocks: list[Block] = []
    for theme, found in groupby(competences, key=lambda one: one.theme):
        table = list(found)
        blocks.append(paragraph([{"h": [theme]}], above=0.8, keep=True))
        made = table_rows(
            None if blocks[1:] else heads,
            [_competence(desk, one, used) for one in table],
            widths=(100, 25, *([45 / max(len(used), 1)] * len(used))),
            style="small",
            above=0,
        )
        marks = iter(table)
        blocks += [
            block if block.atom["head"] else marked(block, str(next(marks).reference)) for block in made
        ]
    kind = desk.playbook.kinds["competences"]
    top = titled_top(
        kind.plural, _("How strong we are, and how much it matters."), level=2, label="kind:competences"
    )
    return Unit(
        kind.plural, (Sheet(rows(wide([top]), wide(blocks))),), Room.PAGE, "kind:competences", level=2
    )


def _competence(desk: Desk, competence: Competence, offerings: Sequence[Offering]) -> list[Run]:
    given = {one.offering: one.importance for one in competence.importance}
    return [
        [{"h": called(competence.name)}, " ", *line(competence.summary, desk.names)],
        _dots(competence.strength, 5),
        *(_dots(given[one.reference], 3) if one.reference in given else [] for one in offerings),
    ]


def _dots(count: int, most: int) -> Run:
    run: Run = [str(count), " "]
    for place in range(most):
        run += [{"m": "f" if place < count else "o"}, " "]
    return run


def _sided(desk: Desk, proposition: Proposition, field: str) -> list[Block]:
    parts: tuple[Sided, ...] = getattr(proposition, field)
    return of_field(field, titled(desk.title(proposition, field), [_part(desk, part) for part in parts]))


def _part(desk: Desk, part: Sided) -> Block:
    aside = ", ".join(word for word in (part.sort, part.weight) if word)
    run: Run = [*line(part.text, desk.names), *([" ", {"g": [aside]}] if aside else [])]
    return item(based(run, part.basis), Sign.DASH)


def _fits(desk: Desk, proposition: Proposition) -> list[Block]:
    texts = {p.id: p.text for field in (*_NEEDS, *_ANSWERS) for p in getattr(proposition, field)}
    found: list[list[Run]] = [
        [
            line(_in_short(texts.get(fit.need, fit.need)), desk.names),
            based([choice(fit.strength) if fit.strength else ""], None if fit.why else fit.basis),
            line(_in_short(texts.get(fit.answer, fit.answer)), desk.names),
            based(line(fit.why, desk.names), fit.basis) if fit.why else [],
        ]
        for fit in proposition.fits
    ]
    heads: list[Run] = [[_("Need")], [_("Fit")], [_("Answer")], [_("How")]]
    return of_field("fits", _filled(heads, found, (50, 18, 50, 52)))


def _factors(desk: Desk, proposition: Proposition) -> list[Block]:
    texts = {p.id: p.text for field in _NEEDS for p in getattr(proposition, field)}
    found: list[list[Run]] = [
        [
            based([{"h": called(factor.name)}], None if factor.why else factor.basis),
            [choice(factor.type)],
            line(_in_short(texts[factor.need]), desk.names) if factor.need in texts else [],
            based(line(factor.why, desk.names), factor.basis) if factor.why else [],
        ]
        for factor in proposition.factors
    ]
    heads: list[Run] = [
        [desk.title(proposition, "factors")],
        [_("Type")],
        [_("Need that it answers")],
        [_("Why")],
    ]
    return of_field("factors", _filled(heads, found, (45, 25, 48, 52)))


def _filled(heads: Sequence[Run], found: Sequence[Sequence[Run]], widths: Sequence[float]) -> list[Block]:
    """A table of the columns in which something stands; the widest of them takes the room of the others."""
    shown = [place for place in range(len(heads)) if any(row[place] for row in found)]
    if not shown:
        return []
    rest = sum(widths) - sum(widths[place] for place in shown)
    widest = max(shown, key=lambda place: widths[place])
    return table_rows(
        [heads[place] for place in shown],
        [[row[place] for place in shown] for row in found],
        widths=[widths[place] + (rest if place == widest else 0) for place in shown],
        style="small",
    )


_FEW_WORDS = 4
"""A sentence of fewer words is a label: the next one says what it is about."""


def _in_short(text: str) -> str:
    """What stands in full on the canvas, by its first sentence."""
    if "[[" in text:
        return text
    said = ""
    for sentence in re.split(r"(?<=\.) ", text):
        said = f"{said} {sentence}".strip()
        if len(said.split()) >= _FEW_WORDS:
            break
    return said


def _judgement(desk: Desk, proposition: Proposition, place: int) -> list[Block]:
    judgement = proposition.judgements[place]
    assessment = desk.playbook[judgement.assessment]
    questions = assessment.questions if isinstance(assessment, Assessment) else ()
    found: list[list[Run]] = [
        [
            line(questions[a.question - 1].text, desk.names)
            if a.question <= len(questions)
            else [str(a.question)],
            [a.answer],
            based(line(a.reason or "", desk.names), a.basis),
        ]
        for a in judgement.answers
    ]
    heads: list[Run] = [[desk.names.link(judgement.assessment)], [_("Answer")], [_("Why")]]
    table = table_rows(heads, found, widths=(80, 20, 70), style="small")
    said = [paragraph(line(judgement.summary, desk.names), "small", above=0.3)] if judgement.summary else []
    return of_field("judgements", [*table, *said])
