"""The pieces that units are made of: titled lists, relations, names in a line, moments of cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from value_compass.generator.book.blocks import Block, Run, Sign, heading, item, of_field, paragraph
from value_compass.generator.book.text import based, line, prose, said
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.schemas.fields import Entry, Need, Reference, Statement
from value_compass.schemas.fields import Relation as Reasoned


def titled(title: str, blocks: Sequence[Block], *, tone: str | None = None) -> list[Block]:
    """Blocks under a title; nothing where there are none."""
    return [heading(title, tone=tone), *_closer(blocks)] if blocks else []


def _closer(blocks: Sequence[Block]) -> list[Block]:
    first, *rest = blocks
    return [Block(first.atom, 0, first.keep, first.field, first.labels), *rest]


def listed(desk: Desk, entry: Entry, field: str, sign: Sign = Sign.DASH) -> list[Block]:
    """A field of statements under its title."""
    return of_field(field, titled(desk.title(entry, field), statements(desk, getattr(entry, field), sign)))


def statements(desk: Desk, items: Iterable[Statement], sign: Sign = Sign.DASH) -> list[Block]:
    """Statements as the items of a list."""
    return [item(said(one, desk.names), sign, number=n) for n, one in enumerate(items, 1)]


def told(desk: Desk, entry: Entry, field: str) -> list[Block]:
    """A field of one line under its title."""
    text = getattr(entry, field)
    return (
        of_field(field, titled(desk.title(entry, field), [paragraph(line(text, desk.names))])) if text else []
    )


def body(desk: Desk, entry: Entry, field: str = "body") -> list[Block]:
    """A field of several paragraphs, without a title."""
    text = getattr(entry, field)
    return of_field(field, prose(text, desk.names)) if text else []


def related(desk: Desk, entry: Entry, field: str) -> list[Block]:
    """What an entry names with a reason: mark, name, page and reason, under the field's title."""
    relations: Sequence[Reasoned | Need] = getattr(entry, field)
    return of_field(field, titled(desk.title(entry, field), reasons(desk, relations)))


def reasons(desk: Desk, relations: Iterable[Reasoned | Need]) -> list[Block]:
    """Relations with their reasons; plain conditions stand after them."""
    found = list(relations)
    named = [reason(desk, one) for one in found if getattr(one, "to", None)]
    plain = [one for one in found if isinstance(one, Need) and one.condition]
    return [*named, *(item(based(line(one.condition or "", desk.names), one.basis)) for one in plain)]


def reason(desk: Desk, relation: Reasoned | Need) -> Block:
    """One relation: who it is about, and why."""
    to: Reference = getattr(relation, "to")  # noqa: B009 - each relation has it, with a type of its own
    why = line(relation.reason or "", desk.names)
    run = [{"h": [desk.names.link(to)]}, *([" "] if why else []), *why]
    return item(based(run, relation.basis), Sign.DASH, mark=desk.pillar(desk.playbook[to]))


def names_in_line(desk: Desk, references: Iterable[Reference]) -> Run:
    """Names with their pages, with commas between them."""
    run: Run = []
    for number, reference in enumerate(references):
        run += [*([", "] if number else []), desk.names.link(reference)]
    return run


def words_in_line(desk: Desk, words: Iterable[str]) -> Run:
    """Authors' labels with commas between them."""
    run: Run = []
    for number, text in enumerate(words):
        run += [*([", "] if number else []), *line(text, desk.names)]
    return run


def numbered(place: str, numbers: Iterable[int]) -> Run:
    """Numbers in a line, each of which leads to what is numbered so.

    Args:
        place: how the labels of what is numbered begin, such as `cases/one#lesson-`.
        numbers: in their order.
    """
    run: Run = []
    for number in numbers:
        run += [", "] if run else []
        run.append({"l": f"{place}{number}", "t": [str(number)], "p": False})
    return run


def sorted_by_name(playbook: Playbook, entries: Iterable[Entry]) -> list[Entry]:
    """Entries in the order of the alphabet, each once."""
    unique = {entry.reference: entry for entry in entries}
    return sorted(unique.values(), key=lambda entry: (playbook.sort_key(entry.name), entry.reference))


def small(title: str, run: Run) -> list[Block]:
    """A note in small type that begins with its title."""
    return [paragraph([{"h": [f"{title} "]}, *run], "small", above=0.5)] if run else []


def merged(playbook: Playbook, relations: Iterable[Relation]) -> list[Entry]:
    """The entries at the other end of relations, in the order of the alphabet."""
    return sorted_by_name(playbook, (relation.source for relation in relations))


def steps_of(desk: Desk, entry: Entry, field: str) -> Run:
    """The steps that name an entry in a field, by their numbers."""
    naming = {relation.source.reference for relation in desk.playbook.relations_to(entry, field)}
    run: Run = []
    for number, step in enumerate(one for one in desk.playbook.steps if one.reference in naming):
        run += [*([", "] if number else []), {"l": str(step.reference), "t": [str(step.order)], "p": False}]
    return run


def close(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in the type of notes, nearer to one another: what is to be known, beside what is to be done."""
    return [_close(block) for block in run_in(blocks)]


def nearer(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, whose titles stand nearer to what is above them."""
    return [replace(one, above=min(one.above, _NEAR)) if one.atom["k"] == "h" else one for one in blocks]


def run_in(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, where a title over one paragraph stands in its first line."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        if found and _holds_one(blocks, place - 1):
            title = found.pop()
            atom = {**block.atom, "t": [{"h": [*title.atom["t"], " "]}, *block.atom["t"]]}
            labels = (*title.labels, *block.labels)
            found.append(replace(block, atom=atom, above=min(title.above, _NEAR), labels=labels))
        else:
            found.append(block)
    return found


_NEAR = 0.6
"""The room above a title among notes, in lines."""


def _holds_one(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is a title over one paragraph and nothing else."""
    title, *under = blocks[place : place + 3]
    kinds = [block.atom["k"] for block in under]
    return title.atom["k"] == "h" and kinds[:1] == ["p"] and kinds[1:] in ([], ["h"])


def _close(block: Block) -> Block:
    kind = block.atom["k"]
    if kind == "i":
        return replace(block, atom={**block.atom, "sm": True})
    if kind == "p" and block.atom["st"] == "p":
        return replace(block, atom={**block.atom, "st": "small"})
    return replace(block, above=min(block.above, _NEAR)) if kind == "h" else block
