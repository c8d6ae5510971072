"""How we came in at a customer: we, its IT department and its business department."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from value_compass.generator.diagrams.figure import render
from value_compass.generator.diagrams.lettering import Box, TextLine, height_of, stack
from value_compass.generator.diagrams.palette import INK, MUTED, PAPER, Palette, Tone
from value_compass.generator.diagrams.widths import balance, wrap
from value_compass.language.words import N_, translated


class Department(StrEnum):
    """A side of the customer's organisation."""

    IT = "it"
    BUSINESS = "business"


@translated("ours", "customer", "it", "business", "introduces", "works")
class PositionWords(Struct, frozen=True):
    """What stands in the boxes and at the arrows."""

    ours: str = N_("We")
    customer: str = N_("{Customer}")
    it: str = N_("{IT_department}")
    business: str = N_("{Business_department}")
    introduces: str = N_("brings us in")
    works: str = N_("works with us; the thicker, the closer")


class Position(Struct, frozen=True):
    """Who brought us in, and with whom we work."""

    title: str
    description: str
    introduced_by: Department
    works_with: tuple[Department, ...]
    """The closest first."""
    words: PositionWords = PositionWords()

    def rank(self, department: Department) -> int | None:
        """How close a department is: 0 is the closest; nothing when we do not work with it."""
        return self.works_with.index(department) if department in self.works_with else None


class PositionBox(Struct, frozen=True):
    """A box with its name."""

    name: str
    box: Box
    letters: tuple[TextLine, ...]
    fill: Tone
    active: bool


class PositionArrow(Struct, frozen=True):
    """An arrow with what it says."""

    kind: str
    """`introduces` or `works`."""
    department: Department
    path: str
    weight: float
    letters: tuple[TextLine, ...]


class PositionDrawing(Struct, frozen=True):
    """The figure with everything in its place."""

    width: float
    height: float
    customer: PositionBox
    boxes: tuple[PositionBox, ...]
    arrows: tuple[PositionArrow, ...]
    legend: tuple[TextLine, ...]


_WIDTH, _HEIGHT = 360.0, 230.0
_OURS = Box(4, 76, 72, 64)
_CUSTOMER = Box(188, 4, 168, 198)
_BOXES = {Department.IT: Box(200, 36, 144, 64), Department.BUSINESS: Box(200, 126, 144, 64)}
_SIZE, _SMALL = 13.0, 11.5


def lay_out(position: Position) -> PositionDrawing:
    """Place boxes and arrows."""
    words = position.words
    names = {Department.IT: words.it, Department.BUSINESS: words.business}
    involved = {*position.works_with, position.introduced_by}
    boxes = (
        _box(words.ours, _OURS, INK, PAPER, active=True),
        *(
            _box(names[d], _BOXES[d], PAPER, INK if d in involved else MUTED, active=d in involved)
            for d in Department
        ),
    )
    name = wrap(words.customer, 140, _SMALL, most=1)
    heading = stack(name, _CUSTOMER.middle[0], 20, _SMALL, MUTED, anchor="middle")
    frame = PositionBox(words.customer, _CUSTOMER, heading, PAPER, active=True)
    arrows = (*(_arrow(position, d) for d in position.works_with), _introduction(position))
    legend = stack(wrap(words.works, _WIDTH - 60, _SMALL, most=1), 50, _HEIGHT - 12, _SMALL, MUTED)
    return PositionDrawing(_WIDTH, _HEIGHT, frame, boxes, arrows, legend)


def draw_position(position: Position, palette: Palette, prefix: str) -> str:
    """Draw the figure as SVG."""
    drawing = lay_out(position)
    return render(
        "positions",
        palette,
        prefix,
        title=position.title,
        description=position.description,
        width=drawing.width,
        height=drawing.height,
        linked=False,
        drawing=drawing,
    )


def _box(name: str, box: Box, fill: Tone, ink: Tone, *, active: bool) -> PositionBox:
    size = _SIZE
    lines = balance(name, box.width - 14, size, bold=True, most=3)
    while height_of(lines, size) > box.height - 10:
        size -= 1
        lines = balance(name, box.width - 14, size, bold=True, most=3)
    letters = stack(lines, *box.middle, size, ink, bold=True, anchor="middle")
    return PositionBox(name, box, letters, fill, active)


def _arrow(position: Position, department: Department) -> PositionArrow:
    """The line of work, thicker the closer: to our box's middle, where the way in bends around it."""
    rank = position.rank(department) or 0
    target = _BOXES[department]
    up = -1 if department is Department.IT else 1
    start = _OURS.middle[1] + up * 12
    path = f"M{_OURS.right + 3:.1f} {start:.1f}L{target.x - 3:.1f} {target.middle[1] + -up * 12:.1f}"
    return PositionArrow("works", department, path, 3.2 if rank == 0 else 1.6, ())


def _introduction(position: Position) -> PositionArrow:
    """The dashed way in, from the department that opened the door to us."""
    box = _BOXES[position.introduced_by]
    up = -1 if position.introduced_by is Department.IT else 1
    y = box.middle[1] + up * 14
    edge = _OURS.y if up < 0 else _OURS.bottom
    x = _OURS.middle[0]
    path = f"M{box.x:.1f} {y:.1f}H{x + 14:.1f}Q{x:.1f} {y:.1f} {x:.1f} {y - up * 14:.1f}V{edge + up * 2:.1f}"
    label = position.words.introduces
    x = (_OURS.right + _CUSTOMER.x) / 2 - 6
    letters = stack(balance(label, 104, _SMALL, most=2), x, y + up * 11, _SMALL, INK, anchor="middle")
    return PositionArrow("introduces", position.introduced_by, path, 1.6, letters)
