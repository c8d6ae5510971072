"""Colours: the tones of a figure, and how they are written on screen and in print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Self

from markupsafe import Markup, escape
from msgspec import Struct

from value_compass.schemas.colours import contrast, parts_of

SCREEN_FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"


class Tone(Struct, frozen=True):
    """A colour with the name by which a style sheet can change it."""

    name: str
    colour: str


PAPER = Tone("paper", "#ffffff")
INK = Tone("ink", "#1c2430")
MUTED = Tone("muted", "#5b6673")
LINE = Tone("line", "#9aa5b1")
SOFT = Tone("soft", "#eef1f4")
NEUTRAL = (PAPER, INK, MUTED, LINE, SOFT)
"""The tones that belong to no pillar."""

_DARK = {"paper": "#1e2129", "ink": "#e6e9ef", "muted": "#a9b3c0", "line": "#66707f", "soft": "#2a2f3a"}


def dark(tone: Tone) -> str:
    """What a neutral tone becomes on a dark page."""
    return _DARK[tone.name]


class Hue(Struct, frozen=True):
    """A pillar's colour, under the pillar's id, and the tones made from it."""

    key: str
    colour: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise ValueError(f"a colour has six digits, such as #1f5f8b, not {self.colour!r}")
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.key):
            raise ValueError(f"an id is lower-case words and digits joined by hyphens, not {self.key!r}")

    @property
    def name(self) -> str:
        """The name under which style sheets know it: its id, unless a neutral tone has that name."""
        return f"{self.key}-pillar" if self.key in _DARK else self.key

    @property
    def strong(self) -> Tone:
        """The colour itself."""
        return Tone(self.name, self.colour.lower())

    @property
    def soft(self) -> Tone:
        """A third of it on paper: a surface that carries ink."""
        return Tone(f"{self.name}-soft", mix(self.colour, PAPER.colour, 0.30))

    @property
    def tint(self) -> Tone:
        """A breath of it on paper."""
        return Tone(f"{self.name}-tint", mix(self.colour, PAPER.colour, 0.12))

    @property
    def on(self) -> Tone:
        """What is legible on the strong tone."""
        return Tone(f"{self.name}-on", legible_on(self.colour))

    @property
    def dark(self) -> dict[str, str]:
        """Its tones on a dark page, by their names."""
        strong = lighten(self.colour, dark(PAPER))
        return {
            self.strong.name: strong,
            self.soft.name: _surface(strong, 0.38),
            self.tint.name: _surface(strong, 0.16),
            self.on.name: legible_on(strong),
        }


class Palette(Struct, frozen=True):
    """How the tones of a figure are written, and whether its parts are links."""

    font: str
    on_screen: bool

    @classmethod
    def for_screen(cls) -> Self:
        """Colours with classes, which style sheets override; links; system fonts."""
        return cls(SCREEN_FONT, on_screen=True)

    @classmethod
    def for_print(cls, font: str) -> Self:
        """Plain colours, no classes, no links, the book's own font."""
        return cls(font, on_screen=False)

    def paint(self, fill: Tone | None = None, stroke: Tone | None = None, *classes: str) -> Markup:
        """The attributes that give a shape its colours."""
        return _painted(self.on_screen, fill, stroke, classes)


@lru_cache(maxsize=1000)
def _painted(on_screen: bool, fill: Tone | None, stroke: Tone | None, classes: tuple[str, ...]) -> Markup:
    attributes = [f'fill="{fill.colour if fill else "none"}"']
    names = [f"vc-fill-{fill.name}"] if fill else []
    if stroke:
        attributes.append(f'stroke="{stroke.colour}"')
        names.append(f"vc-stroke-{stroke.name}")
    if on_screen and (names or classes):
        attributes.append(f'class="{escape(" ".join([*names, *classes]))}"')
    return Markup(" ".join(attributes))  # noqa: S704  # colours and ids that were checked


def mix(colour: str, ground: str, part: float) -> str:
    """A part of one colour on another."""
    return _hex(g + (c - g) * part for c, g in zip(parts_of(colour), parts_of(ground), strict=True))


def legible_on(ground: str) -> str:
    """Ink or paper, whichever reads better on a colour; black where neither does."""
    best = max((PAPER.colour, INK.colour), key=lambda colour: contrast(colour, ground))
    return best if contrast(best, ground) >= 4.5 else "#000000"


def lighten(colour: str, ground: str, enough: float = 5.2) -> str:
    """Lighten a colour step by step until it stands out from a dark ground."""
    for step in range(20):
        light = mix("#ffffff", colour, step / 20)
        if contrast(light, ground) >= enough:
            return light
    return "#ffffff"


def _surface(colour: str, part: float) -> str:
    """A part of a colour on a dark page, or less of it, so that ink stays legible on it."""
    while contrast(mixed := mix(colour, dark(PAPER), part), dark(INK)) < 4.5:
        part -= 0.02
    return mixed


def _hex(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)
