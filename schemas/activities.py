"""What one can do, or what happens to one: events and workshops."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.fields import (
    BasisField,
    InitiativeField,
    Label,
    Line,
    Model,
    Name,
    Need,
    RoleReference,
    SourcedEntry,
    ToValue,
)
from schemas.framework import SomeStatements, Statements

Minutes = Annotated[int, Field(ge=1)]
Needs = Annotated[tuple[Need, ...], Field(strict=False)]
Builds = Annotated[tuple[ToValue, ...], Field(strict=False)]
OurRoles = Annotated[tuple[RoleReference, ...], Field(strict=False)]
Labels = Annotated[tuple[Label, ...], Field(strict=False)]


class Nature(StrEnum):
    """`planned`, or `unplanned`: it happens to us."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"


class Activity(SourcedEntry):
    """What events and workshops share."""

    initiative: InitiativeField
    """Who takes the first step: supplier, customer, both or outside."""
    when: SomeStatements
    """When it has most impact."""
    when_not: Statements = ()
    """When to leave it."""
    needs: Needs = ()
    """What must stand before it has its impact: groups, values, or plain conditions."""
    builds: Builds = ()
    """The groups or values that it builds, each with the reason."""
    ours: OurRoles = ()
    """Ids of the roles on our side."""
    theirs: Labels = ()
    """Who takes part at the customer."""


class Event(Activity):
    """An event, interaction or tool that shapes a relationship."""

    nature: Annotated[Nature, Field(strict=False)]
    """Whether we plan it (`planned`) or it happens to us (`unplanned`)."""
    situation: Line
    """The situation in a reader's words, such as "My contact at the customer is leaving"."""
    goal: Line
    """What it is for."""
    actions: SomeStatements
    """What to do, in order."""
    risks: Statements = ()
    """What usually goes wrong."""
    respond: Statements = ()
    """How to respond to an unplanned event."""


class AgendaItem(Model):
    """One part of a workshop's agenda."""

    title: Name
    """What the part is called."""
    minutes: Minutes
    """How long it takes."""
    what: Line
    """What happens."""
    method: Line | None = None
    """How it is done."""
    day: Annotated[int, Field(ge=1)] | None = None
    """The day of the session on which it begins, where that is another than the day of the part before."""


class Workshop(Activity):
    """A session that is prepared, run by an agenda, and followed up."""

    purpose: Line
    """What it is for."""
    duration: Minutes
    """The whole length in minutes; the agenda adds up to it."""
    agenda: Annotated[tuple[AgendaItem, ...], Field(strict=False, min_length=1)]
    """The parts of the session, in order."""
    agenda_basis: BasisField
    """`stated` when the source gives the times, `editorial` when they are ours."""
    materials: Statements = ()
    """What must lie ready."""
    preparation: Statements = ()
    """What to do beforehand, in order."""
    questions: Statements = ()
    """Questions that the session puts to its participants, in order."""
    outputs: SomeStatements
    """What one goes home with."""
    follow_up: Statements = ()
    """What to do afterwards."""
    pitfalls: Statements = ()
    """What usually goes wrong."""
