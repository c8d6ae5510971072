"""Steps and roles on a page, cases as long as they are."""

from __future__ import annotations

from value_compass.generator.book.blocks import (
    Block,
    Run,
    called,
    heading,
    item,
    marked,
    of_field,
    paragraph,
    table_rows,
)
from value_compass.generator.book.text import based, line, said
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.generic import field_blocks, head, incoming, leading, page_unit
from value_compass.generator.book.units.pieces import (
    body,
    listed,
    names_in_line,
    reasons,
    titled,
    words_in_line,
)
from value_compass.generator.diagrams.timeline import LANE_NAMES, Initiative
from value_compass.generator.pages.case_moments import nature_of, phases
from value_compass.language.words import _, choice
from value_compass.schemas.anatomy import title_for
from value_compass.schemas.cases import Case, Moment
from value_compass.schemas.route import Ambition, Nuance, Role, Step


def step_unit(desk: Desk, step: Step) -> Unit:
    """A page: when it is done and what helps on the left, why it stands here on the right."""
    milestone: list[Block] = []
    if step.milestone:
        words: Run = [{"h": [f"{step.milestone.name}. "]}, *line(step.milestone.summary, desk.names)]
        basis = [paragraph(said(step.milestone.basis, desk.names), above=0)] if step.milestone.basis else []
        milestone = of_field("milestone", titled(desk.title(step, "milestone"), [paragraph(words), *basis]))
    return page_unit(
        desk,
        step,
        right=[*milestone, *field_blocks(desk, step, "body")],
        leave=("body",),
        kicker=[_("{number} of {last}", number=step.order, last=len(desk.playbook.steps))],
        foot=(),
    )


def ambition_unit(desk: Desk, ambition: Ambition) -> Unit:
    """A page or more, with the ways to look at it as a table."""
    nuances = table_rows(
        [[_("Way to look at it")], [title_for(Nuance, "says")], [title_for(Nuance, "asks")]],
        [
            [[{"h": called(one.name)}], line(one.says, desk.names), line(one.asks, desk.names)]
            for one in ambition.nuances
        ],
        widths=(40, 65, 65),
    )
    text = [
        *leading(desk, ambition),
        *body(desk, ambition, "meaning"),
        *body(desk, ambition),
        *listed(desk, ambition, "marks"),
        *(
            one
            for field in ("needs", "builds", "helps", "pitfalls")
            for one in field_blocks(desk, ambition, field)
        ),
    ]
    sheet = Sheet(
        rows(
            wide([head(desk, ambition)]),
            flowing(text),
            wide(of_field("nuances", nuances)) if ambition.nuances else None,
            wide(incoming(desk, ambition)),
        )
    )
    return Unit(desk.names.of(ambition), (sheet,), Room.PAGE, str(ambition.reference), whole=True)


def role_unit(desk: Desk, role: Role) -> Unit:
    """Half a page: what the playbook does for them, what to read and what they lead."""
    reading = [
        item(based([{"h": [desk.names.link(to.to)]}, " ", *line(to.reason, desk.names)], to.basis))
        for to in role.reading_path
    ]
    text = [
        *leading(desk, role),
        *body(desk, role),
        *listed(desk, role, "gains"),
        *of_field("reading_path", titled(desk.title(role, "reading_path"), reading)),
        *of_field("leads", titled(desk.title(role, "leads"), reasons(desk, role.leads))),
    ]
    return Unit(
        desk.names.of(role),
        (Sheet(rows(wide([head(desk, role)]), flowing(text))),),
        Room.PAGE,
        str(role.reference),
    )


def case_unit(desk: Desk, case: Case) -> Unit:
    """As long as it is: the story, then the moments under the bands of their phases."""
    text = [
        *_people(desk, case),
        *leading(desk, case),
        *(
            block
            for field in ("began", "background", "arrangement", "process_followed")
            for block in field_blocks(desk, case, field)
        ),
        *body(desk, case),
        *listed(desk, case, "led_to"),
        *_lessons(desk, case),
        *_moments(desk, case),
    ]
    return Unit(
        desk.names.of(case),
        (
            Sheet(
                rows(
                    wide([head(desk, case, leave=("ours", "theirs"))]),
                    flowing(text),
                    wide(incoming(desk, case)),
                )
            ),
        ),
        Room.PAGE,
        str(case.reference),
    )


def _people(desk: Desk, case: Case) -> list[Block]:
    found: list[Block] = []
    for field, run in (
        ("ours", names_in_line(desk, case.ours)),
        ("theirs", words_in_line(desk, case.theirs)),
    ):
        if run:
            found += of_field(field, titled(desk.title(case, field), [paragraph(run)]))
    return found


def _lessons(desk: Desk, case: Case) -> list[Block]:
    blocks = field_blocks(desk, case, "lessons")
    return [
        marked(block, f"{case.reference}#lesson-{number}") if number else block
        for number, block in enumerate(blocks)
    ]


def _moments(desk: Desk, case: Case) -> list[Block]:
    found: list[Block] = []
    if case.timeline:
        found.append(heading(desk.title(case, "timeline")))
    for phase, numbered in phases(case):
        if phase:
            found.append(Block({"k": "band", "t": [phase], "lv": 4}, 0.75, keep=True))
        for number, moment in numbered:
            found += [
                marked(block, f"{case.reference}#moment-{number}") if place == 0 else block
                for place, block in enumerate(_moment(desk, number, moment))
            ]
    return of_field("timeline", found)


def _moment(desk: Desk, number: int, moment: Moment) -> list[Block]:
    """A moment: number, title, when and whose initiative; what happened and came of it; what it touched."""
    nature = choice(nature_of(desk.playbook, moment)) if moment.event else None
    lane = _(LANE_NAMES[Initiative(moment.initiative.value)]) if moment.initiative else None
    aside = " \u00b7 ".join(part for part in (moment.when, lane, nature) if part)
    title: Run = [{"h": [moment.title]}, *([{"n": True}, {"g": [aside]}] if aside else [])]
    what: Run = [*line(moment.what, desk.names)]
    if moment.result:
        what += [" ", {"e": line(moment.result, desk.names)}]
    touched = [*([moment.event] if moment.event else []), *moment.values]
    notes: Run = names_in_line(desk, touched)
    if moment.who:
        notes += [*([". "] if notes else []), ", ".join(moment.who)]
    if moment.turning_point:
        title = [*title[:1], f" ({_('turning point')})", *title[1:]]
    first = Block(
        {"k": "i", "t": title, "sg": "number", "no": number, "d": 0, "mk": None, "sm": False}, 0.5, keep=True
    )
    blocks = [first, paragraph(based(what, moment.basis), depth=1, above=0)]
    if notes:
        blocks[-1] = Block(blocks[-1].atom, 0, keep=True)
        blocks.append(paragraph(notes, "small", depth=1, above=0))
    return blocks
