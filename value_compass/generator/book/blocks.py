"""What a page is made of: blocks that are never divided, each with the space above it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from value_compass.language.texts import language_of

Run = list[Any]
"""Words as Typst reads them; see `generator/book/text.py`."""

Atom = dict[str, Any]
"""What Typst sets: `k` says which of its functions does."""


class Sign(StrEnum):
    """What stands before an item."""

    DASH = "dash"
    NUMBER = "number"
    BOX = "box"
    NONE = "none"


_CODE_ACROSS = 88
"""Code goes on in a new line after as many signs; a column holds half of them in a line."""

_LABEL = 4
"""The level of the headings inside an entry."""


class Block(Struct, frozen=True):
    """Something that stands on one page, whole."""

    atom: Atom
    above: float = 0.0
    """The room above it in lines; none where it opens a column."""
    keep: bool = False
    """Whether it never ends a column: a heading stays with what it heads."""
    field: str | None = None
    """The field of the entry's file that it comes from."""
    labels: tuple[str, ...] = ()
    """The places that begin with it."""


def in_language(run: Run, language: str | None) -> Run:
    """A run in another language than the playbook's, for hyphens, quotation marks and who listens."""
    return [{"o": language, "t": run}] if language and run else run


def called(name: str) -> Run:
    """A name as a run, in its language."""
    return in_language([str(name)], language_of(name))


def paragraph(run: Run, style: str = "p", *, depth: int = 0, above: float = 0.5, keep: bool = False) -> Block:
    """Words in lines; `style` is how they are set: `p` text, `small` notes."""
    return Block({"k": "p", "t": run, "st": style, "d": depth}, above, keep)


def heading(run: Run | str, *, level: int = 4, tone: str | None = None, above: float = 1.0) -> Block:
    """A label over what follows."""
    words = [run] if isinstance(run, str) else run
    return Block({"k": "h", "t": words, "lv": level, "big": level < _LABEL, "tone": tone}, above, keep=True)


def item(
    run: Run,
    sign: Sign = Sign.DASH,
    *,
    number: int | None = None,
    depth: int = 0,
    above: float = 0.0,
    mark: str | None = None,
    small: bool = False,
) -> Block:
    """One line of a list, with a sign or the mark of a pillar before it."""
    atom = {"k": "i", "t": run, "sg": str(sign), "no": number, "d": depth, "mk": mark, "sm": small}
    return Block(atom, above)


def code(lines: Sequence[str], depth: int = 0) -> list[Block]:
    """Lines of code, as many in a block as a column has room for."""
    short = [
        line[at : at + _CODE_ACROSS] for line in lines for at in range(0, max(len(line), 1), _CODE_ACROSS)
    ]
    most = 20 if any(len(line) > _CODE_ACROSS / 2 for line in short) else 40
    parts = [short[start : start + most] for start in range(0, len(short), most)]
    return [Block({"k": "code", "t": "\n".join(part), "d": depth}, 0.5) for part in parts]


def rule() -> Block:
    """A thin line across a column."""
    return Block({"k": "rule"}, 0.5)


def table_rows(
    head: Sequence[Run] | None,
    rows: Sequence[Sequence[Run]],
    *,
    widths: Sequence[float] | None = None,
    style: str = "plain",
    above: float = 0.5,
    row_heads: int | None = 0,
) -> list[Block]:
    """A table as a block a row; the head comes again where it goes on in another column.

    Args:
        head: what stands over the columns.
        rows: the cells of each row; missing ones are empty.
        widths: the share of each column; nothing to make it of what the cells hold.
        style: `plain`, `agenda`, `matrix`: how cells are set.
        above: the room above the first row, in lines.
        row_heads: the column whose cells name their rows, from 0; nothing where none does.
    """
    count = max((len(row) for row in (head or [], *rows)), default=0)
    if not count:
        return []
    wide = list(widths) if widths else shares([*([head] if head else []), *rows], count)
    common = {
        "k": "row",
        "w": [round(share / sum(wide), 4) for share in wide],
        "st": style,
        "rh": row_heads,
    }
    found = []
    if head and any(head):
        cells = [*head, *([[]] * (count - len(head)))]
        found.append(Block({**common, "cells": cells, "head": True}, above, keep=True))
    for row in rows:
        cells = [*row, *([[]] * (count - len(row)))]
        found.append(Block({**common, "cells": cells, "head": False}, 0 if found else above))
    return found


def shares(rows: Sequence[Sequence[Run]], count: int) -> list[float]:
    """How wide columns are in relation: by what they hold, and no narrower than their longest word."""
    wide, word = [1.0] * count, [4.0] * count
    for row in rows:
        for place, run in enumerate(row):
            text = plain(run)
            wide[place] = max(wide[place], min(len(text), 60))
            word[place] = max(word[place], *(len(part) for part in text.split()), 1)
    return [max(w, 1.0) ** 0.7 + long for w, long in zip(wide, word, strict=True)]


def plain(run: Any) -> str:
    """The words of a run without what they are set in."""
    if isinstance(run, str):
        return run
    if isinstance(run, dict):
        return plain(next((run[key] for key in ("t", "e", "s", "c", "h", "g") if key in run), ""))
    return "".join(plain(piece) for piece in run)


def marked(block: Block, *labels: str) -> Block:
    """A block at which places begin."""
    return replace(block, labels=(*block.labels, *labels))


def of_field(field: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks that come from a field of a file."""
    return [replace(block, field=block.field or field) for block in blocks]
