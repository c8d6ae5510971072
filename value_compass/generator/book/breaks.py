"""How much a reader minds that a column, or a page, ends before a block."""

from __future__ import annotations

from collections.abc import Sequence

from value_compass.generator.book.blocks import Block

ALONE = 4.0
"""One line of a list by itself, or a name without anything of what it names."""

_BELOW, _CUT, _TRAILING, _BETWEEN = 5.0, 2.0, 1.5, 1.0
"""Before what is set in under a line; within a list; before a note on what is above; between paragraphs."""

_NOTES = {"p": _BETWEEN, "entry": 0.0}
"""What an end before a paragraph costs by its style; a line of an index has nothing above it."""

_AMONG_NOTES = 0.5
"""So much less a reader minds it in small type."""

_LISTED = frozenset({"i", "row"})


def costs(blocks: Sequence[Block]) -> list[float]:
    """The cost of an end before each block, and of one after the last: none where something new begins."""
    found: list[float] = []
    head = 0
    """How many blocks of a name, its summary and its facts stand directly above."""
    lines = _lines(blocks)
    for block, line in zip(blocks, lines, strict=True):
        found.append(ALONE if head else _before(block, *line))
        kind = block.atom["k"]
        goes_on = head and kind == "p" and (block.keep or (block.atom["st"] != "p" and head < _FACTS))
        head = 1 if kind == "sub" else head + 1 if goes_on else 0
    return [*found, 0.0]


_FACTS = 3
"""A name, its summary, its facts."""


def _before(block: Block, above: int, below: int) -> float:
    kind = block.atom["k"]
    if block.atom.get("d") and not block.above:
        return _BELOW
    if kind in _LISTED and not block.keep:
        cost = _BETWEEN if not above else ALONE if above == 1 or not below else _CUT
        return cost * _AMONG_NOTES if block.atom.get("sm") else cost
    if kind == "p" and not block.keep and not block.labels:
        return _NOTES.get(block.atom["st"], _TRAILING)
    return 0.0


def _lines(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """How many lines of the same list, or rows of the same table, stand above each block and below it."""
    above = [0] * len(blocks)
    for place in range(1, len(blocks)):
        if _goes_on(blocks[place - 1], blocks[place]):
            above[place] = above[place - 1] + 1
    below = [0] * len(blocks)
    for place in range(len(blocks) - 2, -1, -1):
        if above[place + 1]:
            below[place] = below[place + 1] + 1
    return list(zip(above, below, strict=True))


def _goes_on(one: Block, other: Block) -> bool:
    """Whether a block is the next line of a list, or of a table."""
    kind = other.atom["k"]
    if kind not in _LISTED or one.keep or one.atom["k"] != kind or other.above:
        return False
    return kind != "row" or bool(one.atom["w"] == other.atom["w"])
