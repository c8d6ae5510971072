"""What is on a slide, before anything has its place."""

from __future__ import annotations

import datetime

from msgspec import Struct

from value_compass.generator.diagrams.pieces import Drawing


class Words(Struct, frozen=True):
    """A paragraph."""

    text: str
    sign: str = ""
    """What stands before it in a list: a dot, a number, a box to tick."""
    heading: bool = False
    """Whether it is a small heading of those that follow."""


class Row(Struct, frozen=True):
    """A line of an agenda."""

    clock: str
    minutes: str
    title: str


class Slide(Struct, frozen=True):
    """A slide: a title, and words, an agenda or a figure."""

    title: str
    kicker: str = ""
    """A short line over the title."""
    words: tuple[Words, ...] = ()
    rows: tuple[Row, ...] = ()
    figure: Drawing | None = None
    lengths: tuple[int, ...] = ()
    """The lengths of all parts of the day, for a bar at the foot."""
    at: int = 0
    """Which of them is going on, from 0."""
    notes: str = ""
    """What the one who speaks reads, and nobody else."""
    opens: bool = False
    """Whether it is the first one."""


FONT = "Arial"
"""A font that every system has, or one of the same widths."""


class Look(Struct, frozen=True):
    """How slides look: as they come, or as the house style has it."""

    ink: str
    accent: str | None = None
    """What is going on, and the line over a title; without it they are in ink and in a quiet grey."""
    headings: str = FONT
    """What titles, labels and the foot are set in."""
    text: str = FONT
    """What all other words are set in."""
    logo: bytes | None = None
    """The logo on the first slide, as PNG."""


class Deck(Struct, frozen=True):
    """The slides of a workshop, in order."""

    title: str
    summary: str
    author: str
    language: str
    foot: str
    """What stands at the foot of each slide."""
    look: Look
    colours: tuple[str, ...]
    """The colours of the pillars, equal in all."""
    day: datetime.date
    """The day that it is dated."""
    heads: tuple[str, ...]
    """What stands over the columns of an agenda."""
    slides: tuple[Slide, ...]
