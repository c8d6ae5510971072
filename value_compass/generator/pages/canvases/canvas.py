"""A canvas for the wall, as one value: what it is called, who uses it, how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from value_compass.generator.diagrams.pieces import Drawing
from value_compass.generator.diagrams.wall import on_wall
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _, translated
from value_compass.schemas.canvases import CANVAS_WORDS, CanvasName
from value_compass.schemas.fields import Entry, Reference

FOLDER = "canvases"
"""Where on the site the files stand."""


class Paper(NamedTuple):
    """A size of paper, as links call it, and how the name of its file ends."""

    name: str
    ending: str


PAPERS = tuple(Paper(name, f"-{name.lower()}.pdf") for name in ("A4", "A3", "A2", "A1"))
"""The paper on which every canvas is printed."""

SVG = Paper("SVG", ".svg")
"""What no paper bounds: a drawing for a screen or for a printer of its own."""


BLANKS = (N_("For"), N_("Filled in by"), N_("On"))
"""What is written in by hand at the head of a canvas unless it says more, as messages."""


@translated("hint")
class Canvas(Struct, frozen=True):
    """An empty canvas that people fill in together."""

    name: CanvasName
    """What the field `canvas` of an entry calls it."""
    hint: str
    """What one does with it, in a sentence."""
    drawn: Callable[[Playbook, Entry | None], Drawing | None]
    """How it is drawn in the room of a sheet, from an entry where there is one; nothing where there is
    nothing to draw."""
    kinds: tuple[str, ...] = ()
    """The kinds whose entries lead to it unasked."""
    of: str | None = None
    """The kind whose entries each have one of their own."""
    blanks: tuple[str, ...] = BLANKS
    """What is written in by hand at its head, as messages."""

    @property
    def title(self) -> str:
        """What readers call it."""
        return _(dict(CANVAS_WORDS)[self.name.value])


class Poster(Struct, frozen=True, eq=False):
    """A canvas as it is printed: the only one of its sort, or the one of an entry."""

    canvas: Canvas
    of: Entry | None = None

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.canvas.name}-{self.of.reference.id}" if self.of else str(self.canvas.name)

    @property
    def title(self) -> str:
        """What stands at its head."""
        return (
            _("{title}: {name}", title=self.canvas.title, name=self.of.name) if self.of else self.canvas.title
        )

    def address(self, ending: str) -> str:
        """Where a file of it stands on the site, such as the one that ends in `-a1.pdf`."""
        return f"{FOLDER}/{self.name}{ending}"

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """What links to its files say, and the address of each."""
        return tuple((paper.name, self.address(paper.ending)) for paper in (*PAPERS, SVG))

    def there(self, playbook: Playbook) -> bool:
        """Whether there is something to draw."""
        return _drawn(self.canvas.drawn, playbook, self.of and self.of.reference) is not None

    def drawing(self, playbook: Playbook) -> Drawing:
        """The whole sheet."""
        drawn = _drawn(self.canvas.drawn, playbook, self.of and self.of.reference)
        if drawn is None:
            raise ValueError(f"there is nothing to draw for {self.name}")
        settings = playbook.settings
        foot = f"{settings.title} · {settings.edition}"
        blanks = tuple(_(blank) for blank in self.canvas.blanks)
        return on_wall(drawn, self.title, self.canvas.hint, blanks, foot)


@lru_cache(maxsize=64)
def _drawn(
    drawn: Callable[[Playbook, Entry | None], Drawing | None], playbook: Playbook, of: Reference | None
) -> Drawing | None:
    """A canvas as it is drawn; every page asks whether there is one."""
    return drawn(playbook, playbook[of] if of else None)
