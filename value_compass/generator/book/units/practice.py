"""A process on a spread with its map, a stage with its practices to tick off, metrics one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from value_compass.generator.book.blocks import Block, Run, Sign, called, item, marked, paragraph
from value_compass.generator.book.figures import figure
from value_compass.generator.book.text import based, line
from value_compass.generator.book.unit import CLOSE, Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.desk import Desk, strip
from value_compass.generator.book.units.front import titled_top
from value_compass.generator.book.units.generic import facts, field_blocks, head, incoming, leading, tier
from value_compass.generator.book.units.pieces import close, nearer, run_in, titled
from value_compass.generator.pages.process_rows import placed_rows
from value_compass.generator.playbook.course import CourseStage, Way, course_of
from value_compass.language.words import _
from value_compass.schemas.anatomy import Tier
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.practice import Metric, Practice, Process, Stage

_FIRST = ("when", "when_not", "principles", "holds", "steps")
"""What is said of a process before the rest."""

_FEW_COLUMNS, _MOST_COLUMNS = 3, 4
"""So many columns the stages take on their page, and so many where they are too long for these."""


_TO_MARK = 0.4
"""The room before a box on the map, in lines: people mark it with a pen."""


def process_unit(desk: Desk, process: Process) -> Unit:
    """A spread: what it is for on the left, and on the right its map, with a box to mark at each practice."""
    course = course_of(desk.playbook, process)
    say = _("How far are we? Leave a box empty, fill half of it, or all of it: not yet, partly, done.")
    columns = min(max(len(course.stages), 2), _MOST_COLUMNS)
    stages = [_column(desk, stage, number) for number, stage in enumerate(course.stages, 1)]
    text = [block for field in _FIRST for block in field_blocks(desk, process, field)]
    text += [*tier(desk, process, Tier.DO), *tier(desk, process, Tier.KNOW, _FIRST)]
    measured = _measured(desk, process)
    left = rows(wide([head(desk, process)]), wide(leading(desk, process)), flowing(close(text), 3))
    right = rows(
        wide([paragraph([{"h": [say]}], "small")]),
        flowing([block for stage in stages for block in stage], columns, least=min(columns, _FEW_COLUMNS)),
    )
    sheets = (Sheet(left), *([Sheet(right)] if stages else []))
    return Unit(
        desk.names.of(process),
        sheets,
        Room.SPREAD,
        str(process.reference),
        foot=wide(titled(*measured), above=1.5) if measured else None,
        facing=_measured_page(process, measured[1]) if measured else None,
    )


def _measured(desk: Desk, process: Process) -> tuple[str, list[Block]] | None:
    """What is measured in a process, by its name: its board, or its metrics by how near they are to money."""
    board = desk.figures("board", process)
    if board is None:
        ladder = desk.figures("ladder", process)
        return (_("How near to money"), [figure(ladder)]) if ladder else None
    key = _(
        "A triangle points ahead, a square says that something was reached, of a disc the source does not "
        "say which. Full: in use. Hollow: proposed. Grey: the source does not say. A dashed frame is a hole."
    )
    return _("What is measured where"), [figure(board), paragraph([key], "small", above=0.75)]


def _measured_page(process: Process, shown: Sequence[Block]) -> Unit:
    """A page that shows what is measured in a process."""
    title = _("What is measured: {process}", process=process.name)
    sheet = Sheet(rows(wide([titled_top(title, level=4)]), wide(shown)))
    return Unit(title, (sheet,), Room.PAGE, planned=True, level=4)


def _column(desk: Desk, stage: CourseStage, number: int) -> tuple[Block, ...]:
    """A stage of the map: its practices to mark, its decisions, its ways on and back."""
    name: Run = [{"h": [f"{number} ", *_linked(desk, stage.entry)]}]
    found = [Block({"k": "sub", "t": name, "lv": 5, "tone": None}, 1.4, keep=True)]
    if stage.gap is not None:
        held = desk.playbook[_reference(stage.entry)]
        words = (
            _("A hole: see what is missing")
            if getattr(held, "held_by", None)
            else _("A hole: no owner is named")
        )
        found.append(paragraph([{"g": [words]}], "small", above=0))
    for practice in stage.practices:
        found.append(item(_linked(desk, practice.entry), Sign.BOX, above=_TO_MARK))
        if practice.decision:
            found.append(
                paragraph([{"e": line(practice.decision.question, desk.names)}], "small", depth=1, above=0)
            )
            found += _ways(desk, practice.decision.ways)
        found += _ways(desk, practice.ways)
    return (*found, *_ways(desk, stage.ways))


def _ways(desk: Desk, ways: Sequence[Way]) -> Iterator[Block]:
    for way in ways:
        condition = line(way.condition, desk.names)
        yield item([*condition, " \u2192 ", *_linked(desk, way.to)], Sign.DASH, depth=1, small=True)


def _reference(entry: str) -> Reference:
    reference = Reference.parse(entry)
    if reference is None:
        raise ValueError(f"{entry} is not a reference")
    return reference


def _linked(desk: Desk, entry: str) -> Run:
    return [desk.names.link(_reference(entry))]


def metrics_pages(desk: Desk) -> Unit:
    """All metrics, those of each process in columns under its name."""
    metrics = desk.playbook.of(Metric)
    kind = desk.playbook.kinds["metrics"]
    label = "kind:metrics"
    parts = [rows(wide([titled_top(kind.plural, kind.about, level=2, label=label)]))]
    processes = {process.reference: process for process in desk.playbook.of(Process)}
    for reference, found in groupby(
        sorted(metrics, key=lambda one: list(processes).index(one.process)), key=lambda one: one.process
    ):
        name = desk.names.link(reference)
        title = Block({"k": "band", "t": [name], "lv": 4}, 0, keep=True)
        blocks = [block for metric in found for block in _metric(desk, metric)]
        parts.append(rows(wide([title]), flowing(blocks, 3, above=0.5)))
    inner = tuple((desk.names.of(metric), str(metric.reference)) for metric in metrics)
    sheet = Sheet(tuple(row for part in parts for row in part))
    return Unit(kind.plural, (sheet,), Room.RUN, label, scale=CLOSE, level=2, inner=inner)


def _metric(desk: Desk, metric: Metric) -> list[Block]:
    """A metric in a column."""
    return [
        *_named(desk, metric, (*facts(desk, metric, leave=("process",)),)),
        *close(leading(desk, metric)),
        *close([*tier(desk, metric, Tier.DO), *_placed(desk, metric), *tier(desk, metric, Tier.KNOW)]),
        *incoming(desk, metric),
    ]


def _placed(desk: Desk, metric: Metric) -> list[Block]:
    """Where it stands on the board of its process."""
    places = [
        item(
            based(
                [
                    {"h": [desk.names.link(row.stage.reference)]},
                    *([" ", {"g": [row.side]}] if row.side else []),
                ],
                row.placing.basis,
            )
        )
        for row in placed_rows(desk.playbook, metric)
    ]
    return titled(desk.title(metric, "placed"), places)


def stage_unit(desk: Desk, stage: Stage) -> Unit:
    """A stage, then its practices one after the other, in columns."""
    practices = _practices(desk, stage)
    blocks = [
        *leading(desk, stage),
        *tier(desk, stage, Tier.DO, _ASIDE),
        *close(_aside(desk, stage)),
        *(block for practice in practices for block in _practice(desk, practice)),
    ]
    foot = [] if practices else incoming(desk, stage)
    return Unit(
        desk.names.of(stage),
        (Sheet(rows(wide([head(desk, stage)]), flowing(blocks), wide(foot))),),
        Room.RUN,
        str(stage.reference),
        scale=CLOSE,
        inner=tuple((desk.names.of(practice), str(practice.reference)) for practice in practices),
    )


_ASIDE = ("same_as", "leads_to", "canvas")
"""What leads away from what is to be done: in small type, after it."""


def _aside(desk: Desk, entry: Entry) -> list[Block]:
    """What leads away from an entry, and what is to be known of it."""
    found = [
        block for field in _ASIDE[:2] for block in field_blocks(desk, entry, field) if hasattr(entry, field)
    ]
    return [*found, *tier(desk, entry, Tier.KNOW)]


def _practices(desk: Desk, stage: Stage) -> list[Practice]:
    return [practice for practice in desk.playbook.of(Practice) if practice.stage == stage.reference]


def _practice(desk: Desk, practice: Practice) -> list[Block]:
    """A practice in a column: name, summary, a reader's words, then what to consider."""
    return [
        *_named(desk, practice, (*facts(desk, practice, leave=("stage",)),), practice.situation),
        *run_in(leading(desk, practice)),
        *nearer(tier(desk, practice, Tier.DO, _ASIDE)),
        *close(_aside(desk, practice)),
        *incoming(desk, practice),
    ]


def _named(desk: Desk, entry: Entry, told: Sequence[Run], words: str | None = None) -> list[Block]:
    """The head of an entry in a column: its name, its summary, a reader's own words, its facts."""
    title = Block(
        {"k": "sub", "t": called(desk.names.of(entry)), "lv": 4, "tone": desk.pillar(entry)}, 1.4, keep=True
    )
    lead: Run = [{"e": line(entry.summary, desk.names)}]
    if words:
        lead += [" ", {"g": ['"', *line(words, desk.names), '"']}]
    found = [marked(title, str(entry.reference)), paragraph(lead, above=0, keep=True)]
    return [*found, paragraph(strip(*told), "small", above=0.3)] if told else found
