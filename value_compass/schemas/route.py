"""Where a relationship goes: the path, the ways in, the ambition, and the roles that read about it."""

from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen

from value_compass.language.words import N_
from value_compass.schemas.activities import Builds, Needs
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import (
    LOOSELY,
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
from value_compass.schemas.framework import Order, SomeStatements, Statements

Helps = Annotated[tuple[ToActivity, ...], LOOSELY]


class Milestone(Model):
    """What stands when a step is done."""

    name: Annotated[Name, Anatomy("Name")]
    """What it is called."""
    summary: Annotated[Summary, Anatomy("Summary")]
    """What stands now, in one sentence."""
    basis: Annotated[Statement | None, Anatomy("Basis")] = None
    """How we know that it is one."""


class Step(SourcedEntry):
    """One step of the path."""

    order: Order
    question: Annotated[Line, Anatomy("Question that it answers", Tier.HEAD)]
    """The question that the step answers."""
    establishes: Annotated[
        tuple[ToGroup, ...],
        LOOSELY,
        Anatomy("What it establishes", Tier.DO, back="Established in step", does="establishes"),
    ] = ()
    """The groups that it establishes; over all steps, every group once."""
    helps: Annotated[Helps, Anatomy("What helps", Tier.DO, back="Helps with", does="is helped by")] = ()
    """Planned events and workshops that help here."""
    done_when: Annotated[SomeStatements, Anatomy("Done when", Tier.DO, shape=Shape.TICKS)]
    """The signs that it is done."""
    watch_for: Annotated[
        tuple[ToEvent, ...],
        LOOSELY,
        Anatomy("What sets it back", back="Sets back", does="warns of"),
    ] = ()
    """Unplanned events that set the step back."""
    pitfalls: Annotated[Statements, Anatomy("Pitfalls")] = ()
    """What usually goes wrong."""
    opens: Annotated[Line, Anatomy("What it opens")]
    """What becomes possible next."""
    milestone: Annotated[Milestone | None, Anatomy("Milestone", shape=Shape.OWN)] = None
    """What is reached with this step, where that is a milestone."""
    why_here: Annotated[SomeStatements, Anatomy("Why it stands here")]
    """Why the step stands at this place, and on what basis."""


class Department(StrEnum):
    """A side of the customer's organisation."""

    IT = "it"
    BUSINESS = "business"


DEPARTMENT_WORDS = ((Department.IT.value, N_("{IT}")), (Department.BUSINESS.value, N_("the {business}")))
"""What readers see for a department."""


DepartmentField = Annotated[Department, LOOSELY]


class Position(SourcedEntry):
    """How we came in, and with whom we work."""

    order: Order
    introduced_by: Annotated[
        DepartmentField, Anatomy("Department that brought us in", Tier.FACT, words=DEPARTMENT_WORDS)
    ]
    """The department that brought us in."""
    works_with: Annotated[
        tuple[DepartmentField, ...],
        LOOSELY,
        MinLen(1),
        Anatomy("Departments that we work with", Tier.FACT, words=DEPARTMENT_WORDS),
    ]
    """The departments that we work with, the closest first."""
    focus: Annotated[Line, Anatomy("What the work is about", Tier.HEAD)]
    """What the work is about."""
    signs: Annotated[SomeStatements, Anatomy("How you know that this is the position", Tier.DO)]
    """How one knows that this is the position."""
    grows: Annotated[SomeStatements, Anatomy("How to grow from here", Tier.DO)]
    """How one moves on from here."""


class Nuance(Model):
    """One way to look at an ambition."""

    name: Annotated[Name, Anatomy("Name")]
    """What to call it."""
    says: Annotated[Line, Anatomy("How it sees the ambition")]
    """How it sees the ambition."""
    asks: Annotated[Line, Anatomy("What it asks of us")]
    """What it asks of us."""


class Ambition(SourcedEntry):
    """Where the path leads to, and the bridge towards it."""

    order: Order
    meaning: Annotated[Prose, Anatomy("What it means")]
    """What it means."""
    marks: Annotated[SomeStatements, Anatomy("What it is known by")]
    """What it is known by."""
    nuances: Annotated[tuple[Nuance, ...], LOOSELY, Anatomy("Ways to look at it", shape=Shape.OWN)] = ()
    """The ways in which people see it."""
    needs: Annotated[Needs, Anatomy("What it needs first", back="Needed by", does="needs")] = ()
    """What must stand first."""
    builds: Annotated[Builds, Anatomy("What it builds", back="Built by", does="builds")] = ()
    """The groups or values that it builds."""
    helps: Annotated[Helps, Anatomy("What leads there", Tier.DO, back="Helps with", does="is helped by")] = ()
    """Events and workshops that lead there."""
    pitfalls: Annotated[Statements, Anatomy("Pitfalls")] = ()
    """What usually goes wrong."""


class Role(SourcedEntry):
    """Who reads the playbook and acts on it."""

    order: Order
    who: Annotated[Line, Anatomy("Who they are", Tier.HEAD)]
    """Who they are."""
    gains: Annotated[SomeStatements, Anatomy("What the playbook does for you")]
    """What the playbook does for them."""
    reading_path: Annotated[
        tuple[ToAny, ...],
        LOOSELY,
        Anatomy(
            "What to read, in order", Tier.DO, back="Read by", shape=Shape.OWN, does="recommends reading"
        ),
    ] = ()
    """What to read, in order, each with the reason."""
    leads: Annotated[Helps, Anatomy("What you lead", Tier.DO, back="Led by", does="leads")] = ()
    """The events and workshops that they lead."""
