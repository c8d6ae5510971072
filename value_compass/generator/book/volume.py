"""What a book holds before it has pages: parts, their chapters, and the units of these."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from value_compass.generator.book.unit import Unit


class Chapter(Struct, frozen=True):
    """Units that belong together, under one word at the inner head and perhaps a tab."""

    title: str
    units: tuple[Unit, ...]
    tab: str | None = None
    """The word of its tab; nothing where it has none."""
    label: str | None = None


class Part(Struct, frozen=True):
    """A section of the playbook."""

    title: str
    chapters: tuple[Chapter, ...]
    label: str | None = None
    tabbed: bool = True


class Volume(Struct, frozen=True):
    """A book or an extract of it."""

    name: str
    parts: tuple[Part, ...]
    blank: Unit
    """What stands on a page that stays free before a spread."""
    fillers: tuple[Unit, ...] = ()
    """What stands on the first such pages instead."""

    @property
    def units(self) -> Sequence[Unit]:
        """All units in order."""
        return [unit for part in self.parts for chapter in part.chapters for unit in chapter.units]
