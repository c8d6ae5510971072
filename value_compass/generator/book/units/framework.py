"""Outcomes and pillars, groups on a spread, values on half a page."""

from __future__ import annotations

from value_compass.generator.book.blocks import Block, Run, called, item, of_field, paragraph, table_rows
from value_compass.generator.book.text import line, said
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.case_moments import seen_in_cases
from value_compass.generator.book.units.desk import Desk, strip
from value_compass.generator.book.units.generic import field_blocks, head, incoming, leading, tier
from value_compass.generator.book.units.pieces import (
    body,
    listed,
    sorted_by_name,
    steps_of,
    titled,
)
from value_compass.generator.playbook.relation import Relation
from value_compass.language.formats import number_in_words
from value_compass.language.words import _, pieces
from value_compass.schemas.anatomy import Tier, back_for
from value_compass.schemas.fields import Entry
from value_compass.schemas.framework import Group, Pillar, Value
from value_compass.schemas.route import Step

_ROOMY = 50
"""A table of more rows is set closer, so that it stays on its page."""


_IN_A_PANEL = 7
"""Signs of a group beside one another in a block: as many texts of full length have room on a page."""


def pillar_unit(desk: Desk, pillar: Pillar) -> Unit:
    """A page: what it is, its groups in a line each, and how it is lost."""
    groups = [
        item(
            [{"h": [desk.names.link(group.reference)]}, " ", *line(group.summary, desk.names)],
            mark=pillar.reference.id,
        )
        for group in desk.playbook.of(Group)
        if group.pillar == pillar.reference
    ]
    text = [
        *leading(desk, pillar),
        *body(desk, pillar),
        *titled(_("Its groups"), groups),
        *field_blocks(desk, pillar, "carries"),
        *listed(desk, pillar, "lost"),
    ]
    return Unit(
        desk.names.of(pillar),
        (Sheet(rows(wide([head(desk, pillar)]), flowing(text))),),
        Room.PAGE,
        str(pillar.reference),
    )


def _panel(desk: Desk, group: Group, start: int) -> Block:
    """How one knows that a group stands or is missing, beside one another: some of it from a place on."""
    signs = {"established": group.established, "missing": group.missing}
    columns = [
        {
            "title": [desk.title(group, field)],
            "items": [
                item(said(one, desk.names)).atom | {"sg": "box"} for one in found[start : start + _IN_A_PANEL]
            ],
        }
        for field, found in signs.items()
        if found[start:]
    ]
    return Block({"k": "panel", "lv": 4, "tone": desk.pillar(group), "columns": columns}, 0.5 if start else 0)


def group_unit(desk: Desk, group: Group) -> Unit:
    """A spread: what it is on the left; on the right one table of what builds and needs it."""
    steps = steps_of(desk, group, "establishes")
    kicker = strip([{"h": [back_for(Step, "establishes"), " "]}, *steps] if steps else None)
    values = [
        item(
            [{"h": [desk.names.link(value.reference)]}, " ", *line(value.summary, desk.names)],
            mark=desk.pillar(value),
        )
        for value in _values(desk, group)
    ]
    most = max(len(group.established), len(group.missing))
    panels = [_panel(desk, group, start) for start in range(0, most, _IN_A_PANEL)]
    text = [*body(desk, group), *titled(_("Its values"), values)]
    verso = rows(
        wide([head(desk, group, kicker=kicker)]), flowing(text), wide(panels), wide(_evidence(desk, group))
    )
    recto = rows(wide(_table(desk, group)), wide(seen_in_cases(desk, group)))
    return Unit(
        desk.names.of(group),
        (Sheet(verso), Sheet(recto)) if recto else (Sheet(verso),),
        Room.SPREAD,
        str(group.reference),
    )


def value_unit(desk: Desk, value: Value) -> Unit:
    """Half a page: meaning, how it shows, how it is lost."""
    text = [*body(desk, value, "meaning"), *body(desk, value), *tier(desk, value, Tier.DO)]
    foot = seen_in_cases(desk, value)
    return Unit(
        desk.names.of(value),
        (Sheet(rows(wide([head(desk, value, size=15)]), flowing(text), wide(foot, above=0.4))),),
        Room.HALF,
        str(value.reference),
    )


def outcome_unit(desk: Desk, outcome: Entry) -> Unit:
    """Half a page, with what carries it."""
    text = [*leading(desk, outcome), *tier(desk, outcome, Tier.DO), *tier(desk, outcome, Tier.KNOW)]
    return Unit(
        desk.names.of(outcome),
        (
            Sheet(
                rows(wide([head(desk, outcome, size=15)]), flowing(text), wide(incoming(desk, outcome), 0.4))
            ),
        ),
        Room.HALF,
        str(outcome.reference),
    )


def _values(desk: Desk, group: Group) -> list[Value]:
    """The values of a group, in order."""
    return [value for value in desk.playbook.of(Value) if value.group == group.reference]


def _evidence(desk: Desk, group: Group) -> list[Block]:
    """How often it was raised: two bars with their numbers, and what to know of the count."""
    found: list[Block] = []
    if group.evidence:
        most = max(
            1, *(max(g.evidence.external, g.evidence.internal) for g in desk.playbook.of(Group) if g.evidence)
        )
        shown = (
            (_("{Customers}"), group.evidence.external, False),
            (_("Our own people"), group.evidence.internal, True),
        )
        bars = [
            {"name": [name], "value": number_in_words(count), "share": round(count / most, 3), "pale": pale}
            for name, count, pale in shown
        ]
        found += titled(
            _("How often interviewees raised it"),
            [Block({"k": "bars", "tone": desk.pillar(group), "rows": bars})],
        )
    if group.evidence_note:
        found.append(paragraph(line(group.evidence_note, desk.names), "small", above=0.3))
    return of_field("evidence", found)


def _table(desk: Desk, group: Group) -> list[Block]:
    """What builds or needs the group or one of its values: a row each, a mark for each of them."""
    columns: list[Entry] = [group, *_values(desk, group)]
    ties: dict[str, list[Relation]] = {}
    for column in columns:
        for relation in desk.playbook.relations_to(column, "builds", "needs"):
            ties.setdefault(str(relation.source.reference), []).append(relation)
    sources = sorted_by_name(desk.playbook, (relations[0].source for relations in ties.values()))
    if not sources:
        return []
    table = [
        [
            [desk.names.link(source.reference)],
            *(_marks(ties[str(source.reference)], column) for column in columns),
            _step_numbers(desk, source),
        ]
        for source in sources
    ]
    title: Run = pieces(
        "What builds it {full} and what needs it {hollow}", full={"m": "f"}, hollow={"m": "o"}
    )
    heads: list[Run] = [title, *(called(desk.names.of(one)) for one in columns), [_("Step")]]
    narrow = min(14.0, 96 / (len(columns) + 1))
    widths = [170 - narrow * (len(columns) + 1), *([narrow] * (len(columns) + 1))]
    return table_rows(heads, table, widths=widths, style="matrix" if len(table) <= _ROOMY else "dense")


def _marks(relations: list[Relation], target: Entry) -> Run:
    fields = {one.field for one in relations if one.target.reference == target.reference}
    return [{"m": sign} for field, sign in (("builds", "f"), ("needs", "o")) if field in fields]


def _step_numbers(desk: Desk, source: Entry) -> Run:
    if isinstance(source, Step):
        return [str(source.order)]
    return steps_of(desk, source, "helps")
