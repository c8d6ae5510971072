"""The agenda of a workshop: a bar in proportion, with the clock, which begins again each day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import Box, TextLine, hang, height_of, stack
from value_compass.generator.diagrams.palette import INK, MUTED, PAPER, SOFT, Palette, Tone
from value_compass.generator.diagrams.widths import balance, text_width, whole, wrap
from value_compass.language.words import _


class AgendaPart(Struct, frozen=True):
    """One part of the agenda."""

    title: str
    minutes: int
    day: int = 1
    """The day on which it begins; never a day before that of the part before it."""

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueError(f"a part of an agenda takes at least a minute, not {self.minutes}")


class Agenda(Struct, frozen=True):
    """What the bar shows, in order."""

    title: str
    description: str
    parts: tuple[AgendaPart, ...]

    @property
    def minutes(self) -> int:
        """The whole length."""
        return sum(part.minutes for part in self.parts)

    @property
    def clock(self) -> tuple[str, ...]:
        """When each part begins on its day, and when the last one ends."""
        times, passed, today = [], 0, 0
        for part in self.parts:
            passed = passed if part.day == today else 0
            today = part.day
            times.append(clock(passed))
            passed += part.minutes
        return (*times, clock(passed))

    @property
    def opens_day(self) -> tuple[bool, ...]:
        """Whether each part opens one of several days."""
        days = [part.day for part in self.parts]
        return tuple(days[0] != days[-1] and day not in days[:i] for i, day in enumerate(days))


def clock(minutes: int) -> str:
    """Minutes since the beginning, as hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


class BarPart(Struct, frozen=True):
    """One part of the bar."""

    number: int
    part: AgendaPart
    box: Box
    fill: Tone
    keyed: bool
    """Whether only its number fits, and the title stands in the list below."""
    letters: tuple[TextLine, ...]


class Tick(Struct, frozen=True):
    """A mark of the clock below the bar."""

    x: float
    length: float
    letters: tuple[TextLine, ...]
    opens_day: bool = False
    """Whether a new day begins here; the mark then goes through the bar."""


class AgendaDrawing(Struct, frozen=True):
    """The bar, the clock below it, and the list of what did not fit."""

    width: float
    height: float
    parts: tuple[BarPart, ...]
    ticks: tuple[Tick, ...]
    key: tuple[TextLine, ...]


_EDGE, _BAR, _PAD = 14.0, 68.0, 5.0
_SIZE, _SMALL = 12.0, 11.0
_BETWEEN = 6.0


def lay_out(agenda: Agenda, width: float = 780) -> AgendaDrawing:
    """Place the parts of the bar; 340 is for a phone."""
    edges = list(accumulate((part.minutes for part in agenda.parts), initial=0))
    scale = (width - 2 * _EDGE) / max(1, agenda.minutes)
    parts = []
    for i, part in enumerate(agenda.parts):
        box = Box(_EDGE + edges[i] * scale, 2, part.minutes * scale, _BAR)
        parts.append(_bar_part(i + 1, part, box))
    ticks = tuple(_ticks([_EDGE + edge * scale for edge in edges], agenda))
    foot = max([_BAR, *(line.box.bottom for tick in ticks for line in tick.letters)])
    key = tuple(_key(agenda, parts, width, foot + 12))
    bottom = max([foot, *(line.box.bottom for line in key)])
    return AgendaDrawing(width, bottom + 4, tuple(parts), ticks, key)


def draw_agenda(agenda: Agenda, palette: Palette, prefix: str, width: float = 780) -> str:
    """Draw the bar as SVG."""
    drawing = lay_out(agenda, width)
    return render(
        "agenda",
        palette,
        prefix,
        title=agenda.title,
        description=agenda.description,
        width=drawing.width,
        height=drawing.height,
        linked=False,
        drawing=drawing,
    )


def _bar_part(number: int, part: AgendaPart, box: Box) -> BarPart:
    """A part with its title and minutes inside, or its number, or nothing where not even that fits."""
    fill = SOFT if number % 2 else PAPER
    room = box.width - 2 * _PAD
    minutes = _("{number} min", number=part.minutes)
    title = f"{number}  {part.title}"
    middle = box.middle
    lines = balance(title, room, _SIZE, most=3) if room > 0 else ()
    if whole(lines, title) and text_width(minutes, _SMALL) <= room:
        block = height_of(lines, _SIZE) + 6 + _SMALL
        top = middle[1] - block / 2
        letters = hang(lines, middle[0], top, _SIZE, INK, bold=False, anchor="middle") + hang(
            [minutes], middle[0], top + block - _SMALL, _SMALL, MUTED, anchor="middle"
        )
        return BarPart(number, part, box, fill, keyed=False, letters=letters)
    letters = ()
    for size in (_SIZE, 10.0, 8.0):
        if text_width(str(number), size, bold=True) <= box.width - 2:
            letters = stack([str(number)], *middle, size, INK, bold=True, anchor="middle")
            break
    return BarPart(number, part, box, fill, keyed=True, letters=letters)


def _ticks(places: list[float], agenda: Agenda) -> Iterator[Tick]:
    """The clock at every boundary; one that would touch its neighbour goes lower, or without numbers.

    The end and the days are told before anything else.
    """
    rows: list[list[Box]] = [[], []]
    chosen: dict[int, Tick] = {}
    opens = (*agenda.opens_day, False)
    times = [
        _("day {number}", number=agenda.parts[i].day) if opened else time
        for i, (opened, time) in enumerate(zip(opens, agenda.clock, strict=True))
    ]
    last = len(places) - 1
    for i in sorted(range(len(places)), key=lambda i: (i != last, not opens[i], i)):
        chosen[i] = Tick(places[i], 4, (), opens[i])
        for row, taken in enumerate(rows):
            y = _BAR + 17 + row * 14
            lines = (TextLine(times[i], places[i], y, _SMALL, MUTED, anchor="middle"),)
            box = lines[0].box
            if all(box.x > other.right + _BETWEEN or box.right < other.x - _BETWEEN for other in taken):
                taken.append(box)
                chosen[i] = Tick(places[i], 4 + row * 14, lines, opens[i])
                break
    return (chosen[i] for i in range(len(places)))


def _key(agenda: Agenda, parts: list[BarPart], width: float, top: float) -> Iterator[TextLine]:
    """The titles that did not fit in the bar, with number, time and minutes."""
    y, width = top, min(width, 460.0)
    for part, begins in zip(parts, agenda.clock, strict=False):
        if not part.keyed:
            continue
        number, after = f"{part.number}", _("{number} min", number=part.part.minutes)
        yield from hang([number], _EDGE + 16, y, _SIZE, INK, bold=True, anchor="end")
        yield from hang([begins], _EDGE + 52, y, _SMALL, MUTED, anchor="end")
        left = _EDGE + 62
        right = text_width(after, _SMALL) + 12
        lines = wrap(part.part.title, width - left - right - _EDGE, _SIZE)
        yield from hang(lines, left, y, _SIZE, INK)
        yield from hang([after], width - _EDGE, y, _SMALL, MUTED, anchor="end")
        y += height_of(lines, _SIZE) + _BETWEEN
