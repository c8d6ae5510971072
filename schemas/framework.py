"""The value framework, from loyalty down to a single value."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.fields import (
    Colour,
    GroupReference,
    Line,
    Model,
    PillarReference,
    Prose,
    SourcedEntry,
    SourceReference,
    Statement,
    ToOutcome,
)

Order = Annotated[int, Field(ge=1, description="Its place among its siblings, from 1.")]
Statements = Annotated[tuple[Statement, ...], Field(strict=False)]
SomeStatements = Annotated[tuple[Statement, ...], Field(strict=False, min_length=1)]


class FrameworkEntry(SourcedEntry):
    """An entry of the framework, which may rest on literature."""

    literature: tuple[SourceReference, ...] = Field(default=(), strict=False)
    """Ids of the publications behind it."""


class Outcome(FrameworkEntry):
    """What a relationship comes to: loyalty, and what leads there."""

    order: Order
    influences: tuple[ToOutcome, ...] = Field(default=(), strict=False)
    """The outcomes that this one leads to."""


class Pillar(FrameworkEntry):
    """Trust, commitment, satisfaction: what carries the outcomes."""

    order: Order
    colour: Colour
    """In six digits; it marks the pillar in every figure, and must read well on paper."""
    carries: Annotated[tuple[ToOutcome, ...], Field(strict=False, min_length=1)]
    """The outcomes that rest on it."""
    lost: Statements = ()
    """What damages it."""


class Evidence(Model):
    """How often interviewees raised a group."""

    external: Annotated[int, Field(ge=0)]
    """Times that customers raised it."""
    internal: Annotated[int, Field(ge=0)]
    """Times that our own people raised it."""
    where: Line
    """Where the counts stand."""


class Group(FrameworkEntry):
    """A group of values under one pillar."""

    pillar: PillarReference
    """The id of the pillar that it belongs to."""
    order: Order
    established: SomeStatements
    """How one knows that it is there."""
    missing: SomeStatements
    """How one knows that it is not."""
    evidence: Evidence | None = None
    """How often it was raised; leave out where the source has no count."""
    evidence_note: Line | None = None
    """What a reader must know about the count, or about its absence."""


class Value(FrameworkEntry):
    """One value of a group."""

    group: GroupReference
    """The id of the group that it belongs to."""
    order: Order
    meaning: Prose
    """What it means in this kind of relationship."""
    shows: SomeStatements
    """How it shows."""
    lost: SomeStatements
    """How it is lost."""
