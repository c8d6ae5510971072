"""What a part of the book opens with: its title, its introduction, and all that it holds in a line each."""

from __future__ import annotations

from collections.abc import Sequence

from value_compass.generator.book.blocks import Block, Run, called, heading, paragraph
from value_compass.generator.book.named import is_paged
from value_compass.generator.book.text import line, prose
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.nested import nested, set_within
from value_compass.generator.book.units.pieces import sorted_by_name
from value_compass.language.words import ngettext
from value_compass.schemas.fields import Entry
from value_compass.schemas.settings import Section

_SHORT = 110
"""A part of more entries lists their names alone."""


def opener(
    desk: Desk, section: Section, number: int | None, kinds: Sequence[str], path: Sequence[Block] = ()
) -> Unit:
    """A part's first page, and as many more as its entries take."""
    title = Block(
        {
            "k": "part",
            "title": [section.title],
            "number": str(number) if number else None,
            "lead": line(section.summary, desk.names),
            "lv": 1,
        },
        labels=(f"part:{section.id}",),
    )
    short = (
        sum(len(desk.playbook.of_kind(kind)) for kind in kinds if is_paged(kind, desk.playbook.kinds))
        <= _SHORT
    )
    blocks: list[Block] = []
    registered = desk.playbook.kinds
    for kind in (
        one for one in kinds if nested(registered[one]) not in kinds or not set_within(registered[one])
    ):
        blocks.append(heading(desk.playbook.kinds[kind].plural, level=2))
        entries: Sequence[Entry] = desk.playbook.of_kind(kind)
        if not is_paged(kind, desk.playbook.kinds):
            said = ngettext("{number} entry", "{number} entries", len(entries))
            blocks.append(_line(f"kind:{kind}", [said], "", None))
            continue
        for entry in entries if _ordered(entries) else sorted_by_name(desk.playbook, entries):
            summary = entry.summary if short else ""
            blocks.append(_line(str(entry.reference), called(desk.names.of(entry)), summary, desk))
    text = prose(section.introduction, desk.names)
    columns = 2 if short else 3
    sheet = Sheet(rows(wide([title]), flowing(text), flowing(blocks, columns, above=1.5)))
    return Unit(section.title, (sheet,), Room.PAGE, f"part:{section.id}", planned=True, level=1, whole=True)


def _ordered(entries: Sequence[Entry]) -> bool:
    return any(hasattr(entry, "order") for entry in entries)


def _line(label: str, name: Run, summary: str, desk: Desk | None) -> Block:
    said = line(summary, desk.names) if desk and summary else []
    return paragraph(
        [{"l": label, "t": [{"h": name}], "p": True}, *([" "] if said else []), *said], "small", above=0.15
    )
