"""The map of a process to mark by hand: a column for each stage, a line to write on for each practice."""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.diagrams.lettering import Box, hang, height_of
from value_compass.generator.diagrams.palette import INK, LINE, MUTED, PAPER, SOFT
from value_compass.generator.diagrams.pieces import Drawing, Piece, Shape, diamond, disc, line, rectangle
from value_compass.generator.diagrams.process_map import MapPractice, MapStage, ProcessMap
from value_compass.generator.diagrams.widths import wrap

_HEAD, _SIZE, _SMALL, _PAD, _SIGN = 12.5, 10.5, 9.5, 9.0, 5.5


def lay_out_columns(process: ProcessMap, foot: tuple[str, ...], width: float, height: float) -> Drawing:
    """Place the stages beside each other, with their practices to mark below.

    Args:
        process: what is shown.
        foot: what is written in by hand under every stage, such as who holds it.
        width: how wide it is.
        height: how high it is.
    """
    each = width / max(1, len(process.stages))
    notes = [tuple(filter(None, (stage.beside, stage.hole))) for stage in process.stages]
    heads = [
        wrap(f"{stage.number} {stage.name}", each - 2 * _PAD, _HEAD, bold=True) for stage in process.stages
    ]
    smalls = [
        tuple(words for note in told for words in wrap(note, each - 2 * _PAD, _SMALL)) for told in notes
    ]
    top = max(
        height_of(head, _HEAD) + height_of(small, _SMALL) + 6 + 2 * _PAD
        for head, small in zip(heads, smalls, strict=True)
    )
    low = height - 34.0 * len(foot)
    pieces: list[Piece] = []
    for place, (stage, head, small) in enumerate(zip(process.stages, heads, smalls, strict=True)):
        box = Box(place * each, 0, each, top)
        pieces.append(
            Piece(
                (Shape(rectangle(box), SOFT, INK if stage.hole else LINE, dashed=stage.hole is not None),),
                (
                    *hang(head, box.x + _PAD, _PAD, _HEAD, INK, bold=True),
                    *hang(small, box.x + _PAD, _PAD + height_of(head, _HEAD) + 6, _SMALL, MUTED),
                ),
            )
        )
        pieces += _practices(stage, Box(box.x, top, each, low - top))
        for row, words in enumerate(foot):
            cell = Box(box.x, low + 34.0 * row, each, 34.0)
            pieces.append(
                Piece(
                    (Shape(rectangle(cell), PAPER, LINE),),
                    hang([words], cell.x + _PAD, cell.y + 5, _SMALL, MUTED),
                )
            )
    return Drawing(process.title, process.description, width, height, tuple(pieces))


def _practices(stage: MapStage, box: Box) -> Iterator[Piece]:
    yield Piece((Shape(rectangle(box), PAPER, LINE),))
    texts = [wrap(practice.name, _room(box, practice), _SIZE) for practice in stage.practices]
    needed = sum(height_of(lines, _SIZE) for lines in texts)
    gap = min(60.0, (box.height - needed - _PAD) / max(1, len(texts)))
    y = box.y + _PAD
    for practice, lines in zip(stage.practices, texts, strict=True):
        yield _practice(practice, lines, box, y, gap)
        y += height_of(lines, _SIZE) + gap


def _room(box: Box, practice: MapPractice) -> float:
    return box.width - 2 * _PAD - 2 * _SIGN - 6 - (16 if practice.decides else 0)


def _practice(practice: MapPractice, lines: tuple[str, ...], box: Box, y: float, gap: float) -> Piece:
    x = box.x + _PAD
    middle = y + _SIZE / 2
    shapes = [Shape(disc(x + _SIGN, middle, _SIGN), PAPER, INK)]
    if practice.decides:
        shapes.append(Shape(diamond(box.right - _PAD - 5, middle, 5.5), PAPER, INK))
    below = y + height_of(lines, _SIZE) + gap * 0.68
    if gap > 24:
        shapes.append(Shape(line([(x + 2 * _SIGN + 6, below), (box.right - _PAD, below)]), None, LINE, 0.6))
    return Piece(tuple(shapes), hang(lines, x + 2 * _SIGN + 6, y, _SIZE, INK))
