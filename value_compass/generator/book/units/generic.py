"""The unit of any kind, from what its model says that each field is to a reader."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from value_compass.generator.book.blocks import Block, Run, Sign, item, of_field, paragraph, table_rows
from value_compass.generator.book.named import is_paged
from value_compass.generator.book.text import based, line, prose, said
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, sided, wide
from value_compass.generator.book.units.case_moments import seen_in_cases
from value_compass.generator.book.units.desk import Desk, strip, top
from value_compass.generator.book.units.pieces import (
    merged,
    names_in_line,
    numbered,
    reasons,
    small,
    titled,
)
from value_compass.generator.pages.parts import columns_of
from value_compass.generator.pages.views import minutes
from value_compass.generator.playbook.relation import Relation
from value_compass.language.formats import day_in_words, number_in_words
from value_compass.language.words import _, plural_pieces
from value_compass.schemas.anatomy import Anatomy, Shape, Tier, anatomy_of, is_markdown
from value_compass.schemas.fields import Entry, Model, Need, Reference, Statement
from value_compass.schemas.fields import Relation as Reasoned
from value_compass.schemas.kinds import reader_words
from value_compass.schemas.practice import LessonReference

_SIGNS = {Shape.STEPS: Sign.NUMBER, Shape.TICKS: Sign.BOX}
_PROSE = 400
"""What may be longer than a line may be is prose, with paragraphs of its own."""


def generic_unit(desk: Desk, entry: Entry) -> Unit:
    """Half a page or more: the head, what to do, what to know."""
    told = [block for which in (Tier.DO, Tier.KNOW) for block in tier(desk, entry, which, own=True)]
    flow = flowing([*leading(desk, entry), *told])
    foot = wide(incoming(desk, entry), above=0.5)
    return Unit(
        desk.names.of(entry),
        (Sheet(rows(wide([head(desk, entry, size=15)]), flow, foot)),),
        Room.HALF,
        str(entry.reference),
    )


def page_unit(
    desk: Desk,
    entry: Entry,
    *,
    left: Sequence[Block] = (),
    right: Sequence[Block] = (),
    leave: Sequence[str] = (),
    kicker: Run | None = None,
    foot: Sequence[Block] | None = None,
) -> Unit:
    """A page: what to do on the left, what to know on the right, what names it at the foot.

    Args:
        desk: what composing takes.
        entry: what is composed.
        left: what stands above what to do.
        right: what stands below what to know.
        leave: fields that stand elsewhere.
        kicker: more facts for the strip under the name.
        foot: what stands below both columns; what names the entry unless given.
    """
    do = [*left, *leading(desk, entry, leave), *tier(desk, entry, Tier.DO, leave)]
    know = [*tier(desk, entry, Tier.KNOW, leave), *right]
    foot = incoming(desk, entry) if foot is None else foot
    return Unit(
        desk.names.of(entry),
        (Sheet(rows(wide([head(desk, entry, kicker=kicker, leave=leave)]), sided(do, know), wide(foot))),),
        Room.PAGE,
        str(entry.reference),
        whole=True,
    )


def head(
    desk: Desk,
    entry: Entry,
    *,
    size: int = 20,
    kicker: Run | None = None,
    leave: Sequence[str] = (),
) -> Block:
    """The head of an entry: what it is, the strip of its facts, and a reader's own words for it."""
    kind = desk.playbook.kinds[entry.reference.kind]
    words = reader_words(entry, desk.playbook.kinds)
    name: Run = [{"h": [kind.singular[:1].upper() + kind.singular[1:]]}]
    return top(
        desk,
        entry,
        kicker=strip(name, *chosen(desk, entry, leave), kicker, *facts(desk, entry, leave, titled_only=True)),
        size=size,
        quote=line(words, desk.names) if words else None,
    )


def chosen(desk: Desk, entry: Entry, leave: Sequence[str] = ()) -> Iterator[Run]:
    """The facts that are one of a few words, such as whether we plan it: they come first, without titles."""
    for field, anatomy, value in _fields(entry, Tier.FACT):
        if field not in leave and _is_chosen(anatomy, value):
            yield _in_line(desk, anatomy, value)


def facts(desk: Desk, entry: Entry, leave: Sequence[str] = (), *, titled_only: bool = False) -> Iterator[Run]:
    """The strip of facts: short, and always at the same place."""
    for field, anatomy, value in _fields(entry, Tier.FACT):
        alone = _is_chosen(anatomy, value)
        if field in leave or (alone and titled_only):
            continue
        shown = _in_line(desk, anatomy, value)
        if shown:
            yield shown if alone else [{"h": [f"{anatomy.title} "]}, *shown]


def _is_chosen(anatomy: Anatomy, value: Any) -> bool:
    return bool(anatomy.words) and not isinstance(value, tuple)


def leading(desk: Desk, entry: Entry, leave: Sequence[str] = ()) -> list[Block]:
    """What stands under the name beside summary and the reader's own words: what it is for."""
    own = desk.playbook.kinds[entry.reference.kind].reader_words
    found: list[Block] = []
    for field, anatomy, _value in _fields(entry, Tier.HEAD):
        if field not in {"name", "summary", own, *leave}:
            found += of_field(field, titled(anatomy.title_in(entry), blocks_of(desk, entry, field)))
    return found


def tier(
    desk: Desk, entry: Entry, which: Tier, leave: Sequence[str] = (), *, own: bool = False
) -> list[Block]:
    """All fields of a tier, in the order of the model; `own`: those of a shape of their own too."""
    found: list[Block] = []
    for field, anatomy, _value in _fields(entry, which, own=own):
        if field in leave:
            continue
        blocks = blocks_of(desk, entry, field)
        found += of_field(field, blocks if field == "body" else titled(anatomy.title_in(entry), blocks))
    return found


def incoming(desk: Desk, entry: Entry) -> list[Block]:
    """Who names the entry, in small type: a line a relation, and the moments of the cases."""
    found: dict[str, list[Relation]] = {}
    for relation in desk.playbook.relations_to(entry):
        anatomy = anatomy_of(type(relation.source), relation.field)
        aside = anatomy is None or anatomy.tier is Tier.SOURCE
        if (
            not aside
            and is_paged(relation.source.reference.kind, desk.playbook.kinds)
            and relation.field != "timeline"
        ):
            found.setdefault(relation.backward, []).append(relation)
    blocks = [
        block
        for title, relations in found.items()
        for block in small(
            title, names_in_line(desk, (one.reference for one in merged(desk.playbook, relations)))
        )
    ]
    return [*blocks, *seen_in_cases(desk, entry)]


def field_blocks(desk: Desk, entry: Entry, field: str) -> list[Block]:
    """One field under its title."""
    anatomy, value = anatomy_of(type(entry), field), getattr(entry, field)
    if anatomy is None or not value:
        return []
    return of_field(field, titled(anatomy.title_in(entry), blocks_of(desk, entry, field)))


def blocks_of(desk: Desk, entry: Entry, field: str) -> list[Block]:
    """What a field holds, set as its type and its shape ask."""
    anatomy, value = anatomy_of(type(entry), field), getattr(entry, field)
    if anatomy is None or not value:
        return []
    if isinstance(value, str) and is_markdown(type(entry), field):
        return prose(value, desk.names)
    return _set(desk, anatomy, value)


def _set(desk: Desk, anatomy: Anatomy, value: Any) -> list[Block]:
    if isinstance(value, tuple):
        if not value:
            return []
        if anatomy.shape is Shape.TABLE:
            return _table(desk, value)
        if anatomy.shape is Shape.NAMES or all(isinstance(one, Reference | str | StrEnum) for one in value):
            return [paragraph(_in_line(desk, anatomy, value))]
        if all(isinstance(one, Reasoned | Need) for one in value):
            return reasons(desk, value)
        sign = _SIGNS.get(anatomy.shape, Sign.DASH)
        return [item(_part(desk, one), sign, number=n) for n, one in enumerate(value, 1)]
    if isinstance(value, str) and not isinstance(value, StrEnum) and ("\n" in value or len(value) > _PROSE):
        return prose(value, desk.names)
    if isinstance(value, Model) and any(isinstance(part, tuple) and part for _, part in _parts(value)):
        return _nested(desk, value)
    return [paragraph(_in_line(desk, anatomy, value))]


def _table(desk: Desk, value: tuple[Model, ...]) -> list[Block]:
    """A list of parts in rows, with a column for each of their fields."""
    columns = columns_of(type(value[0]))
    rows_ = [
        [
            based(run, getattr(row, "basis", None)) if not place else run
            for place, run in enumerate(_cell(desk, anatomy, getattr(row, name)) for name, anatomy in columns)
        ]
        for row in value
    ]
    return table_rows([[anatomy.title] for _, anatomy in columns], rows_, style="small", row_heads=None)


def _cell(desk: Desk, anatomy: Anatomy, value: Any) -> Run:
    return [] if value is None else _in_line(desk, anatomy, value)


def _nested(desk: Desk, value: Model) -> list[Block]:
    """A part of an entry that holds lists: its lines, then each list."""
    lines = [p for p in _parts(value) if not isinstance(p[1], tuple)]
    found = [paragraph(_piece(desk, type(value), name, part)) for name, part in lines]
    for _name, part in _parts(value):
        if isinstance(part, tuple):
            found += [item(_part(desk, one)) for one in part]
    return found


def _part(desk: Desk, value: Any) -> Run:
    """One item of a list: a statement, a relation, or the fields of a part of an entry one after another."""
    if isinstance(value, Statement):
        rest = [p for p in _parts(value) if p[0] not in {"text", "basis", "where"}]
        run = said(value, desk.names)
        for name, part in rest:
            run = [*run, " ", {"g": _piece(desk, type(value), name, part)}]
        return run
    if not isinstance(value, Model):
        return _words(desk, value)
    run = []
    basis = getattr(value, "basis", None)
    for number, (name, part) in enumerate(p for p in _parts(value) if p[0] not in {"basis", "where", "id"}):
        said_ = _piece(desk, type(value), name, part)
        anatomy = anatomy_of(type(value), name)
        lead = number == 0 and (isinstance(part, Reference) or name in {"name", "title"})
        run += [" "] if run else []
        if anatomy and anatomy.shape is Shape.ASIDE:
            run += [{"g": [f"{anatomy.title}: ", *said_]}]
        else:
            run += [{"h": said_}] if lead else said_ if number < 2 else [{"g": said_}]
    return based(run, basis)


def _piece(desk: Desk, model: type[Model], field: str, value: Any) -> Run:
    anatomy = anatomy_of(model, field)
    if isinstance(value, tuple) and all(isinstance(one, LessonReference) for one in value):
        return _lessons(desk, value)
    if isinstance(value, tuple):
        return [piece for n, one in enumerate(value) for piece in ([", "] if n else []) + _part(desk, one)]
    if anatomy and anatomy.words:
        return [anatomy.said(value)]
    return _words(desk, value)


def _lessons(desk: Desk, value: Sequence[LessonReference]) -> Run:
    """The lessons of cases by their numbers, each case once."""
    run: Run = []
    for case in dict.fromkeys(one.case for one in value):
        numbers = sorted({one.number for one in value if one.case == case})
        run += [*(["; "] if run else []), desk.names.link(case), ", "]
        shown = numbered(f"{case}#lesson-", numbers)
        run += plural_pieces("lesson {numbers}", "lessons {numbers}", len(numbers), numbers=shown)
    return run


def _in_line(desk: Desk, anatomy: Anatomy, value: Any) -> Run:
    """A value, or all of a list, in one running line."""
    if isinstance(value, tuple):
        run: Run = []
        for one in value:
            run += [", "] if run else []
            run += _in_line(desk, anatomy, one)
        return run
    if anatomy.words and not isinstance(value, Model):
        return [anatomy.said(value)]
    if anatomy.shape is Shape.MINUTES and isinstance(value, int):
        return [minutes(value)]
    return _words(desk, value) if not isinstance(value, Model) else _part(desk, value)


def _words(desk: Desk, value: Any) -> Run:
    if isinstance(value, Reference):
        return [desk.names.link(value)]
    if isinstance(value, bool):
        return [_("yes") if value else _("no")]
    if isinstance(value, datetime.date):
        return [day_in_words(value)]
    if isinstance(value, float):
        return [number_in_words(value)]
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        return [{"u": value, "t": [value]}]
    return line(value if isinstance(value, str) else str(value), desk.names)


def _parts(value: Model) -> Iterator[tuple[str, Any]]:
    """The fields of a part of an entry that hold something."""
    for name in type(value).model_fields:
        part = getattr(value, name)
        if part is not None and part != ():
            yield name, part


def _fields(entry: Entry, which: Tier, *, own: bool = False) -> Iterator[tuple[str, Anatomy, Any]]:
    """The fields of a tier that hold something; those of a shape of their own where these are asked for."""
    for name in type(entry).model_fields:
        anatomy = anatomy_of(type(entry), name)
        if anatomy is None or anatomy.tier is not which or (anatomy.shape is Shape.OWN and not own):
            continue
        value = getattr(entry, name)
        if value is not None and value != ():
            yield name, anatomy, value
