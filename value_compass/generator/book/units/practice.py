"""A process on a page with its stages, a stage with its practices as lists to tick off."""

from __future__ import annotations

from value_compass.generator.book.blocks import Block, Run, marked, paragraph, table_rows
from value_compass.generator.book.text import line
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.desk import Desk, strip
from value_compass.generator.book.units.generic import facts, head, incoming, leading, tier
from value_compass.generator.book.units.pieces import names_in_line
from value_compass.language.words import _
from value_compass.schemas.anatomy import Tier
from value_compass.schemas.practice import Metric, Practice, Process, Stage

_CLOSE = 0.94
"""The scale of what is longest in the book."""


def process_unit(desk: Desk, process: Process) -> Unit:
    """A page or more: what it is for, and its stages with their practices across."""
    stages = [stage for stage in desk.playbook.of(Stage) if stage.process == process.reference]
    table = table_rows(
        [[_("Stage")], [_("What it is for")], [_("Its practices")]],
        [
            [
                [{"h": [desk.names.link(stage.reference)]}],
                line(stage.purpose, desk.names),
                names_in_line(desk, [one.reference for one in _practices(desk, stage)]),
            ]
            for stage in stages
        ],
        widths=(40, 60, 70),
    )
    text = [*leading(desk, process), *tier(desk, process, Tier.DO), *tier(desk, process, Tier.KNOW)]
    sheet = Sheet(rows(wide([head(desk, process)]), wide(table) if stages else None, flowing(text)))
    return Unit(desk.names.of(process), (sheet,), Room.PAGE, str(process.reference))


def metric_unit(desk: Desk, metric: Metric) -> Unit:
    """A few lines over the whole width, under the metric before it."""
    flow = [*leading(desk, metric), *tier(desk, metric, Tier.DO), *tier(desk, metric, Tier.KNOW)]
    top = head(desk, metric, size=15)
    sheet = Sheet(rows(wide([top]), flowing(flow), wide(incoming(desk, metric), 0.4)))
    return Unit(desk.names.of(metric), (sheet,), Room.HALF, str(metric.reference), scale=_CLOSE)


def stage_unit(desk: Desk, stage: Stage) -> Unit:
    """A stage, then its practices one after the other, in columns."""
    practices = _practices(desk, stage)
    blocks = [
        *leading(desk, stage),
        *tier(desk, stage, Tier.DO),
        *tier(desk, stage, Tier.KNOW),
        *(block for practice in practices for block in _practice(desk, practice)),
    ]
    foot = [] if practices else incoming(desk, stage)
    return Unit(
        desk.names.of(stage),
        (Sheet(rows(wide([head(desk, stage)]), flowing(blocks), wide(foot))),),
        Room.RUN,
        str(stage.reference),
        scale=_CLOSE,
        inner=tuple((desk.names.of(practice), str(practice.reference)) for practice in practices),
    )


def _practices(desk: Desk, stage: Stage) -> list[Practice]:
    return [practice for practice in desk.playbook.of(Practice) if practice.stage == stage.reference]


def _practice(desk: Desk, practice: Practice) -> list[Block]:
    """A practice in a column: name, summary, a reader's words, then what to consider."""
    title = Block(
        {"k": "sub", "t": [desk.names.of(practice)], "lv": 4, "tone": desk.pillar(practice)}, 1.6, keep=True
    )
    lead: Run = [{"e": line(practice.summary, desk.names)}]
    if practice.situation:
        lead += [" ", {"g": ["\u201c", *line(practice.situation, desk.names), "\u201d"]}]
    aside = strip(*facts(desk, practice, leave=("stage",)))
    found = [marked(title, str(practice.reference)), paragraph(lead, above=0)]
    if aside:
        found.append(paragraph(aside, "small", above=0.3))
    found += [*leading(desk, practice), *tier(desk, practice, Tier.DO), *tier(desk, practice, Tier.KNOW)]
    return [*found, *incoming(desk, practice)]
