"""A book in grey: every colour by its luminance, the pillars far enough apart to be told from one another."""

from __future__ import annotations

import re
from types import MappingProxyType

from msgspec.structs import replace

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.colours import luminance

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b(?=[\"';\s])")
_ALMOST_BLACK = 0.025
"""The luminance up to which a colour becomes black: a screen of dots would fray the letters."""
_DARKEST, _LIGHTEST = 48, 118
"""Between these the pillars are spread: all of them carry white words, and are legible on paper."""


def grey(colour: str) -> str:
    """The grey that is as light as a colour; what is almost black becomes black."""
    light = luminance(colour)
    if light <= _ALMOST_BLACK:
        return _level(0)
    level = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return _level(level * 255)


def grey_drawing(svg: str) -> str:
    """An SVG with a grey for each of its colours."""
    return _COLOUR.sub(lambda found: grey(found[0]), svg)


def with_grey_pillars(playbook: Playbook) -> Playbook:
    """A playbook whose pillars have greys instead of colours, in the order of their luminance.

    Colours of a like luminance would become one grey; so the pillars' greys are spread evenly.
    """
    pillars = [part.pillar for part in playbook.framework]
    pillars.sort(key=lambda pillar: luminance(pillar.colour))
    step = (_LIGHTEST - _DARKEST) / max(len(pillars) - 1, 1)
    changed = {
        pillar.reference: pillar.model_copy(update={"colour": _level(_DARKEST + step * place)})
        for place, pillar in enumerate(pillars)
    }
    entries = {reference: changed.get(reference, entry) for reference, entry in playbook.entries.items()}
    return replace(playbook, entries=MappingProxyType(entries))


def _level(of: float) -> str:
    """The grey of a level from 0 to 255."""
    return "#" + f"{round(of):02x}" * 3
