"""The relationships in which it happened."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.activities import Labels, OurRoles
from schemas.fields import (
    ActivityReference,
    BasisField,
    InitiativeField,
    Label,
    Line,
    Model,
    Name,
    PositionReference,
    SourcedEntry,
    ValueReference,
)
from schemas.framework import Order, SomeStatements


class Moment(Model):
    """One row of a case's timeline."""

    title: Name
    """A few words for the figure and the list."""
    when: Label | None = None
    """When it was, as the source says it ("Start", "2021", "End of 2023"); leave out where it does not."""
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    """The year, where it is known; years run forward."""
    phase: Label
    """The phase of the relationship."""
    event: ActivityReference | None = None
    """The event or workshop of the playbook that this was."""
    what: Line
    """What happened."""
    initiative: InitiativeField
    """Who took the first step: supplier, customer, both or outside."""
    who: Labels
    """Who was involved."""
    result: Line | None = None
    """What it resulted in."""
    values: Annotated[tuple[ValueReference, ...], Field(strict=False)] = ()
    """The groups or values that it touched."""
    basis: BasisField | None = None
    """How the moment follows from the source; leave out when it is `stated`."""


class Case(SourcedEntry):
    """One customer relationship, told without names."""

    order: Order
    customer: Label
    """The customer's stand-in name, such as "Customer A"."""
    sector: Line
    """The customer's line of business, wide enough to name nobody."""
    lasted: Line
    """How long the relationship had lasted when it was studied."""
    began: Line
    """How it began."""
    position: PositionReference
    """How we came in."""
    ours: OurRoles
    """Ids of the roles on our side."""
    theirs: Labels
    """Who took part at the customer, and third parties."""
    timeline: Annotated[tuple[Moment, ...], Field(strict=False, min_length=1)]
    """What happened, in order."""
    led_to: SomeStatements
    """Where the relationship stood when it was studied."""
    lessons: SomeStatements
    """What to learn from it."""
