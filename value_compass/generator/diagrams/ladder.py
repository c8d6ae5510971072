"""A ladder of metrics: rungs that rise towards money, each with the metrics that stand on it."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box, hang, height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, rectangle
from value_compass.generator.diagrams.widths import wrap
from value_compass.language.words import N_, translated


class Rung(Struct, frozen=True):
    """A level of metrics: the metrics by name and address."""

    name: str
    metrics: tuple[tuple[str, str | None], ...]


@translated("empty")
class Ladder(Struct, frozen=True):
    """What the figure shows, the lowest rung first."""

    title: str
    description: str
    rungs: tuple[Rung, ...]
    empty: str = N_("no metric is named")
    """What stands on a rung without metrics."""


_SIZE, _HEAD, _PAD, _RISE, _GAP = 11.5, 13.0, 10.0, 30.0, 8.0


def lay_out_ladder(ladder: Ladder, width: float = 680) -> Drawing:
    """Place each rung to the right of the one below it, and higher."""
    each = (width - _GAP * (len(ladder.rungs) - 1)) / max(1, len(ladder.rungs))
    room = each - 2 * _PAD
    texts = [[wrap(name, room, _SIZE) for name, _ in rung.metrics] for rung in ladder.rungs]
    needed = [
        sum(height_of(lines, _SIZE) + 7 for lines in found) or height_of([ladder.empty], _SIZE) + 7
        for found in texts
    ]
    high = max([_HEAD + 3 * _PAD + each_needed - place * _RISE for place, each_needed in enumerate(needed)])
    bottom = high + _RISE * (len(ladder.rungs) - 1)
    pieces: list[Piece] = []
    for place, (rung, found) in enumerate(zip(ladder.rungs, texts, strict=True)):
        top = bottom - high - place * _RISE
        box = Box(place * (each + _GAP), top, each, bottom - top)
        hole = not rung.metrics
        head = hang([rung.name], box.x + _PAD, top + _PAD, _HEAD, INK, bold=True)
        frame = Shape(rectangle(box, 6), PAPER if hole else SOFT, INK if hole else LINE, dashed=hole)
        pieces.append(Piece((frame,), head))
        y = top + _HEAD + 2 * _PAD
        if hole:
            pieces.append(Piece((), hang([ladder.empty], box.x + _PAD, y, _SIZE, MUTED)))
        for (name, address), lines in zip(rung.metrics, found, strict=True):
            surface = Shape(
                rectangle(Box(box.x + _PAD, y - 2, room, height_of(lines, _SIZE) + 4)), SOFT, share=0
            )
            pieces.append(Piece((surface,), hang(lines, box.x + _PAD, y, _SIZE, INK), name, address))
            y += height_of(lines, _SIZE) + 7
    return Drawing(ladder.title, ladder.description, width, bottom, tuple(pieces))
