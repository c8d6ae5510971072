"""The value framework, from loyalty down to a single value."""

from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import (
    LOOSELY,
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

Order = Annotated[
    int,
    Field(ge=1, description="Its place among its siblings, from 1."),
    Anatomy("Place in the order", Tier.HEAD, shape=Shape.OWN),
]
Statements = Annotated[tuple[Statement, ...], LOOSELY]
SomeStatements = Annotated[tuple[Statement, ...], LOOSELY, MinLen(1)]


class FrameworkEntry(SourcedEntry):
    """An entry of the framework, which may rest on literature."""

    literature: Annotated[
        tuple[SourceReference, ...],
        Anatomy("Literature behind it", Tier.SOURCE, back="Behind", shape=Shape.NAMES, does="rests on"),
    ] = Field(default=(), strict=False)
    """Ids of the publications behind it."""


class Outcome(FrameworkEntry):
    """What a relationship comes to, or what leads there."""

    order: Order
    influences: Annotated[
        tuple[ToOutcome, ...], Anatomy("What it leads to", back="Rests on", does="leads to")
    ] = Field(default=(), strict=False)
    """The outcomes that this one leads to."""


class Pillar(FrameworkEntry):
    """What carries the outcomes."""

    order: Order
    colour: Annotated[Colour, Anatomy("Colour", Tier.HEAD, shape=Shape.OWN)]
    """In six digits; it marks the pillar in every figure, and must read well on paper."""
    carries: Annotated[
        tuple[ToOutcome, ...],
        LOOSELY,
        MinLen(1),
        Anatomy("What it carries", back="Carried by", does="carries"),
    ]
    """The outcomes that rest on it."""
    lost: Annotated[Statements, Anatomy("How it is lost")] = ()
    """What damages it."""


class Evidence(Model):
    """How often interviewees raised a group."""

    external: Annotated[int, Field(ge=0), Anatomy("Times that {customers} raised it")]
    """Times that customers raised it."""
    internal: Annotated[int, Field(ge=0), Anatomy("Times that our own people raised it")]
    """Times that our own people raised it."""
    where: Annotated[Line, Anatomy("Place in the source")]
    """Where the counts stand."""


class Group(FrameworkEntry):
    """A group of values under one pillar."""

    pillar: Annotated[PillarReference, Anatomy("Pillar", Tier.FACT, back="Groups", does="belongs to")]
    """The id of the pillar that it belongs to."""
    order: Order
    established: Annotated[SomeStatements, Anatomy("How you know that it stands", Tier.DO)]
    """How one knows that it is there."""
    missing: Annotated[SomeStatements, Anatomy("How you know that it is missing", Tier.DO)]
    """How one knows that it is not."""
    evidence: Annotated[Evidence | None, Anatomy("How often it was raised", Tier.SOURCE, shape=Shape.OWN)] = (
        None
    )
    """How often it was raised; leave out where the source has no count."""
    evidence_note: Annotated[
        Line | None, Anatomy("Note on how often it was raised", Tier.SOURCE, shape=Shape.OWN)
    ] = None
    """What a reader must know about the count, or about its absence."""


class Value(FrameworkEntry):
    """One value of a group."""

    group: Annotated[GroupReference, Anatomy("Group", Tier.FACT, back="Values", does="belongs to")]
    """The id of the group that it belongs to."""
    order: Order
    meaning: Annotated[Prose, Anatomy("What it means")]
    """What it means in this kind of relationship."""
    shows: Annotated[SomeStatements, Anatomy("How it shows", Tier.DO)]
    """How it shows."""
    lost: Annotated[SomeStatements, Anatomy("How it is lost", Tier.DO)]
    """How it is lost."""
