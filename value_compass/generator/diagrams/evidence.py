"""How often interviewees raised a group: customers against our own people, as shares of what each said."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from value_compass.generator.diagrams.figure import Layout, render
from value_compass.generator.diagrams.lettering import Box, TextLine, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, MUTED, Hue, Palette
from value_compass.generator.diagrams.widths import shorten, text_width, wrap
from value_compass.language.formats import number_in_words, percent_in_words
from value_compass.language.words import N_, translated


class Voice(StrEnum):
    """Who raised it."""

    EXTERNAL = "external"
    INTERNAL = "internal"


class EvidenceRow(Struct, frozen=True):
    """A group with its counts; none where the source has no count."""

    name: str
    address: str | None
    hue: Hue
    external: int | None
    internal: int | None

    def count(self, voice: Voice) -> int | None:
        """The count of one side."""
        return self.external if voice is Voice.EXTERNAL else self.internal


@translated("external", "internal", "passages", "no_count")
class EvidenceWords(Struct, frozen=True):
    """What the figure says."""

    external: str = N_("{Customers}")
    internal: str = N_("Our own people")
    passages: str = N_("passages")
    no_count: str = N_("not counted")


class Evidence(Struct, frozen=True):
    """What the bars show."""

    title: str
    description: str
    rows: tuple[EvidenceRow, ...]
    external_total: int | None = None
    """All passages of the customers; without it, the sum of the rows."""
    internal_total: int | None = None
    """All passages of our own people; without it, the sum of the rows."""
    words: EvidenceWords = EvidenceWords()

    def total(self, voice: Voice) -> int:
        """All passages of one side."""
        given = self.external_total if voice is Voice.EXTERNAL else self.internal_total
        return sum(row.count(voice) or 0 for row in self.rows) if given is None else given

    def share(self, row: EvidenceRow, voice: Voice) -> float | None:
        """A group's part in all passages of one side, from 0 to 1; nothing where there is no count."""
        count, total = row.count(voice), self.total(voice)
        return count / total if count is not None and total else None


class Bar(Struct, frozen=True):
    """One bar with its share behind it; no box where there is no count."""

    voice: Voice
    share: float | None
    box: Box | None
    letters: tuple[TextLine, ...]


class BarRow(Struct, frozen=True):
    """A group with its two bars."""

    row: EvidenceRow
    letters: tuple[TextLine, ...]
    bars: tuple[Bar, ...]


class Swatch(Struct, frozen=True):
    """One line of the legend."""

    voice: Voice
    box: Box
    letters: tuple[TextLine, ...]


class EvidenceDrawing(Struct, frozen=True):
    """The bars with everything in its place."""

    width: float
    height: float
    axis: tuple[float, float] | None
    """Where the bars begin: across, and from which height; nothing where names stand above the bars."""
    legend: tuple[Swatch, ...]
    rows: tuple[BarRow, ...]
    hues: tuple[Hue, ...]


_WIDTHS = {Layout.WIDE: 640.0, Layout.NARROW: 360.0}
_NAMES = {Layout.WIDE: 160.0, Layout.NARROW: 0.0}
_BAR, _GAP, _BETWEEN = 13.0, 3.0, 12.0
_FIGURES = 82.0
_SIZE, _SMALL = 12.5, 11.0
_EDGE = 4.0


def lay_out(evidence: Evidence, layout: Layout = Layout.WIDE) -> EvidenceDrawing:
    """Place the bars: names beside them, or above them on a phone."""
    width, names = _WIDTHS[layout], _NAMES[layout]
    start = _EDGE + names
    most = max((evidence.share(row, voice) or 0.0 for row in evidence.rows for voice in Voice), default=0.0)
    scale = (width - start - _FIGURES - _EDGE) / (most or 1.0)
    legend = tuple(_legend(evidence, layout))
    top = max(swatch.box.bottom for swatch in legend) + 14
    y, rows = top, []
    for row in evidence.rows:
        rows.append(_row(evidence, row, start, y, scale, names))
        y = _bottom(rows[-1]) + _BETWEEN
    hues = tuple(dict.fromkeys(row.hue for row in evidence.rows))
    axis = (start, top - 4) if names else None
    return EvidenceDrawing(width, y - _BETWEEN + _EDGE, axis, legend, tuple(rows), hues)


def draw_evidence(evidence: Evidence, palette: Palette, prefix: str, layout: Layout = Layout.WIDE) -> str:
    """Draw the bars as SVG."""
    drawing = lay_out(evidence, layout)
    return render(
        "evidence",
        palette,
        prefix,
        title=evidence.title,
        description=evidence.description,
        width=drawing.width,
        height=drawing.height,
        linked=any(row.address for row in evidence.rows),
        drawing=drawing,
    )


def _legend(evidence: Evidence, layout: Layout) -> Iterator[Swatch]:
    words = {Voice.EXTERNAL: evidence.words.external, Voice.INTERNAL: evidence.words.internal}
    x, y = _EDGE, _EDGE
    for voice in Voice:
        total = number_in_words(evidence.total(voice))
        text = f"{words[voice]} ({total} {evidence.words.passages})"
        text = shorten(text, _WIDTHS[layout] - x - 40, _SMALL)
        box = Box(x, y, 22, _BAR)
        yield Swatch(voice, box, stack([text], box.right + 7, box.middle[1], _SMALL, INK))
        if layout is Layout.NARROW:
            y += _BAR + 6
        else:
            x = box.right + 7 + text_width(text, _SMALL) + 26


def _row(evidence: Evidence, row: EvidenceRow, start: float, y: float, scale: float, names: float) -> BarRow:
    room = names - 12 if names else _WIDTHS[Layout.NARROW] - 2 * _EDGE
    lines = wrap(row.name, room, _SIZE, bold=True, most=2)
    tall = height_of(lines, _SIZE)
    bars_tall = 2 * _BAR + _GAP
    if names:
        middle = y + max(tall, bars_tall) / 2
        letters = stack(lines, start - 12, middle, _SIZE, INK, bold=True, anchor="end")
        top = middle - bars_tall / 2
    else:
        letters = hang(lines, _EDGE, y, _SIZE, INK, bold=True)
        top = y + tall + 5
    places = {voice: top + i * (_BAR + _GAP) for i, voice in enumerate(Voice)}
    if row.external is None and row.internal is None:
        unknown = _unknown(evidence, start, top + bars_tall / 2)
        silent = (Bar(Voice.EXTERNAL, None, None, unknown), Bar(Voice.INTERNAL, None, None, ()))
        return BarRow(row, letters, silent)
    bars = tuple(_bar(evidence, row, voice, start, places[voice], scale) for voice in Voice)
    return BarRow(row, letters, bars)


def _unknown(evidence: Evidence, x: float, middle: float) -> tuple[TextLine, ...]:
    text = shorten(evidence.words.no_count, 180, _SMALL)
    return stack([text], x + 6, middle, _SMALL, MUTED)


def _bar(evidence: Evidence, row: EvidenceRow, voice: Voice, x: float, y: float, scale: float) -> Bar:
    share = evidence.share(row, voice)
    if share is None:
        return Bar(voice, None, None, _unknown(evidence, x, y + _BAR / 2))
    box = Box(x, y, share * scale, _BAR)
    text = f"{percent_in_words(share, 1)} ({number_in_words(row.count(voice) or 0)})"
    return Bar(voice, share, box, stack([text], box.right + 6, box.middle[1], _SMALL, INK))


def _bottom(row: BarRow) -> float:
    lines = [*row.letters, *(line for bar in row.bars for line in bar.letters)]
    return max([*(line.box.bottom for line in lines), *(bar.box.bottom for bar in row.bars if bar.box)])
