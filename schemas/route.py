"""Where a relationship goes: the path, the ways in, the ambition, and the roles that read about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.activities import Builds, Needs
from schemas.fields import (
    Line,
    Model,
    Name,
    Prose,
    SourcedEntry,
    Statement,
    Summary,
    ToActivity,
    ToAny,
    ToEvent,
    ToGroup,
)
from schemas.framework import Order, SomeStatements, Statements

Helps = Annotated[tuple[ToActivity, ...], Field(strict=False)]


class Milestone(Model):
    """What stands when a step is done."""

    name: Name
    """What it is called."""
    summary: Summary
    """What stands now, in one sentence."""
    basis: Statement | None = None
    """How we know that it is one."""


class Step(SourcedEntry):
    """One step of the path to a business outcome-driven partnership."""

    order: Order
    question: Line
    """The question that the step answers."""
    why_here: SomeStatements
    """Why the step stands at this place, and on what basis."""
    establishes: Annotated[tuple[ToGroup, ...], Field(strict=False)] = ()
    """The groups that it establishes; over all steps, every group once."""
    helps: Helps = ()
    """Planned events and workshops that help here."""
    watch_for: Annotated[tuple[ToEvent, ...], Field(strict=False)] = ()
    """Unplanned events that set the step back."""
    done_when: SomeStatements
    """The signs that it is done."""
    pitfalls: Statements = ()
    """What usually goes wrong."""
    opens: Line
    """What becomes possible next."""
    milestone: Milestone | None = None
    """What is reached with this step, where that is a milestone."""


class Department(StrEnum):
    """A side of the customer's organisation."""

    IT = "it"
    BUSINESS = "business"


DepartmentField = Annotated[Department, Field(strict=False)]


class Position(SourcedEntry):
    """How the supplier came in at the customer."""

    order: Order
    introduced_by: DepartmentField
    """The department that brought us in."""
    works_with: Annotated[tuple[DepartmentField, ...], Field(strict=False, min_length=1)]
    """The departments that we work with, the closest first."""
    focus: Line
    """What the work is about."""
    signs: SomeStatements
    """How one knows that this is the position."""
    grows: SomeStatements
    """How one moves on from here."""


class Nuance(Model):
    """One way to look at an ambition."""

    name: Name
    """What to call it."""
    says: Line
    """How it sees the ambition."""
    asks: Line
    """What it asks of us."""


class Ambition(SourcedEntry):
    """Where the path leads to, and the bridge towards it."""

    order: Order
    meaning: Prose
    """What it means."""
    marks: SomeStatements
    """What it is known by."""
    nuances: Annotated[tuple[Nuance, ...], Field(strict=False)] = ()
    """The ways in which people see it."""
    needs: Needs = ()
    """What must stand first."""
    builds: Builds = ()
    """The groups or values that it builds."""
    helps: Helps = ()
    """Events and workshops that lead there."""
    pitfalls: Statements = ()
    """What usually goes wrong."""


class Role(SourcedEntry):
    """Who reads the playbook and acts on it."""

    order: Order
    who: Line
    """Who they are."""
    gains: SomeStatements
    """What the playbook does for them."""
    reading_path: Annotated[tuple[ToAny, ...], Field(strict=False)] = ()
    """What to read, in order, each with the reason."""
    leads: Helps = ()
    """The events and workshops that they lead."""
