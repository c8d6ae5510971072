"""Competences by strength and importance: gaps, strengths that nothing uses, and averages of themes.

The rules are steps 4 to 6 of the six steps for finding core competences:

- **A gap** is of medium or high importance (2 or 3) for an offering, and weak (1 or 2). The most urgent
  first: what is more important, then what is weaker.
- **A strength that nothing uses** is strong (3 or more), and of low or no importance (0 or 1) for every
  offering.
- **A strength to build on** is strong, and of medium or high importance for an offering.
"""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.proposition import Competence, Offering

WEAK, IMPORTANT = 2, 2
"""Up to this a strength is weak, and from this an importance is medium or high."""


class CompetenceRow(Struct, frozen=True, eq=False):
    """A competence, with its importance for each offering; nothing where no source says it."""

    competence: Competence
    importance: tuple[int | None, ...]

    @property
    def highest(self) -> int:
        """Its importance for the offering that needs it most."""
        return max((value for value in self.importance if value is not None), default=0)

    @property
    def is_gap(self) -> bool:
        """Whether it is important and weak."""
        return self.highest >= IMPORTANT and self.competence.strength <= WEAK

    @property
    def is_unused(self) -> bool:
        """Whether it is strong, and nothing needs it much."""
        return self.highest < IMPORTANT and self.competence.strength > WEAK

    @property
    def is_core(self) -> bool:
        """Whether it is strong and important."""
        return self.highest >= IMPORTANT and self.competence.strength > WEAK


class Theme(Struct, frozen=True, eq=False):
    """Competences of one theme, in order."""

    name: str
    rows: tuple[CompetenceRow, ...]

    @property
    def strength(self) -> float:
        """How strong they are on average."""
        return sum(row.competence.strength for row in self.rows) / len(self.rows)

    def importance(self, place: int) -> float | None:
        """How important they are for an offering on average, by its place from 0."""
        known = [value for row in self.rows if (value := row.importance[place]) is not None]
        return sum(known) / len(known) if known else None


class Competences(Struct, frozen=True, eq=False):
    """All competences against the offerings that they stand behind."""

    offerings: tuple[Offering, ...]
    themes: tuple[Theme, ...]

    @property
    def rows(self) -> tuple[CompetenceRow, ...]:
        """The competences, by theme."""
        return tuple(row for theme in self.themes for row in theme.rows)

    @property
    def gaps(self) -> tuple[CompetenceRow, ...]:
        """What is important and weak, the most urgent first."""
        found = [row for row in self.rows if row.is_gap]
        return tuple(sorted(found, key=lambda row: (-row.highest, row.competence.strength)))

    @property
    def unused(self) -> tuple[CompetenceRow, ...]:
        """What is strong and nothing needs much, the strongest first."""
        found = [row for row in self.rows if row.is_unused]
        return tuple(sorted(found, key=lambda row: -row.competence.strength))

    @property
    def core(self) -> tuple[CompetenceRow, ...]:
        """What is strong and important, the most important and the strongest first."""
        found = [row for row in self.rows if row.is_core]
        return tuple(sorted(found, key=lambda row: (-row.highest, -row.competence.strength)))


def competences_of(playbook: Playbook) -> Competences:
    """The competences of a playbook against its offerings; an offering that needs none is left out."""
    competences = playbook.of(Competence)
    named = {part.offering for competence in competences for part in competence.importance}
    offerings = tuple(offering for offering in playbook.of(Offering) if offering.reference in named)
    themes: dict[str, list[CompetenceRow]] = {}
    for competence in competences:
        known = {part.offering: part.importance for part in competence.importance}
        importance = tuple(known.get(offering.reference) for offering in offerings)
        themes.setdefault(competence.theme, []).append(CompetenceRow(competence, importance))
    return Competences(offerings, tuple(Theme(name, tuple(rows)) for name, rows in themes.items()))
