"""What draws figures for pages: their colours, and a second drawing for a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from value_compass.generator.diagrams.engines import engine
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.diagrams.pieces import Drawing, draw
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.playbook import Playbook

Model = TypeVar("Model")


class Drawer:
    """A drawer of figures; each family of figures adds its own.

    Args:
        playbook: what the edition shows.
        cache: a folder that keeps drawn graphs between builds.
    """

    def __init__(self, playbook: Playbook, cache: Path) -> None:
        self._playbook = playbook
        self._palette = Palette.for_screen()
        self._engine = engine(cache)
        self._plain = plain_text(playbook)

    @property
    def note(self) -> str | None:
        """What the user should know about how graphs were drawn."""
        return self._engine.note

    def _of_pieces(
        self, model: Model | None, lay_out: Callable[[Model], Drawing], prefix: str, kind: str
    ) -> Markup:
        """A figure that is laid out in pieces; nothing without a model of it."""
        return Markup(draw(lay_out(model), self._palette, prefix, kind)) if model else Markup("")

    def _for_both(self, wide: Callable[[], str], narrow: Callable[[], str]) -> Markup:
        """A drawing for wide windows and one for a phone; the style sheet shows the one that fits."""
        return Markup('<div class="vc-for-wide">{}</div><div class="vc-for-narrow">{}</div>').format(
            Markup(wide()), Markup(narrow())
        )
