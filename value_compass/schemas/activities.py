"""What one can do, or what happens to one: events and workshops."""

from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from value_compass.language.words import N_
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.canvases import Canvases
from value_compass.schemas.fields import (
    INITIATIVE_WORDS,
    LOOSELY,
    BasisField,
    InitiativeField,
    Label,
    Line,
    Model,
    Name,
    Need,
    RoleReference,
    SourcedEntry,
    Statement,
    ToValue,
)
from value_compass.schemas.framework import SomeStatements, Statements

Minutes = Annotated[int, Field(ge=1)]
Needs = Annotated[tuple[Need, ...], LOOSELY]
Builds = Annotated[tuple[ToValue, ...], LOOSELY]
OurRoles = Annotated[tuple[RoleReference, ...], LOOSELY]
Labels = Annotated[tuple[Label, ...], LOOSELY]


class Nature(StrEnum):
    """`planned`, or `unplanned`: it happens to us."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"


NATURE_WORDS = ((Nature.PLANNED.value, N_("we plan it")), (Nature.UNPLANNED.value, N_("it happens to us")))
"""What readers see for a nature."""


class Activity(SourcedEntry):
    """What events and workshops share."""

    initiative: Annotated[InitiativeField, Anatomy("Who starts", Tier.FACT, words=INITIATIVE_WORDS)]
    """Who takes the first step: supplier, customer, both or outside."""
    when: Annotated[SomeStatements, Anatomy("When it has most impact")]
    """When it has most impact."""
    when_not: Annotated[Statements, Anatomy("When to leave it")] = ()
    """When to leave it."""
    needs: Annotated[Needs, Anatomy("What it needs first", back="Needed by", does="needs")] = ()
    """What must stand before it has its impact: groups, values, or plain conditions."""
    builds: Annotated[Builds, Anatomy("What it builds", back="Built by", does="builds")] = ()
    """The groups or values that it builds, each with the reason."""
    ours: Annotated[OurRoles, Anatomy("On our side", Tier.FACT, back="Takes part in", does="involves")] = ()
    """Ids of the roles on our side."""
    theirs: Annotated[Labels, Anatomy("At the {customer} and around", Tier.FACT)] = ()
    """Who takes part at the customer."""
    canvas: Canvases = ()
    """Empty canvases for the wall that it uses, such as `value-proposition`."""

    @property
    def happens_to_us(self) -> bool:
        """Whether nobody plans it."""
        return False

    @property
    def dangers(self) -> Statements:
        """What usually goes wrong."""
        return ()


class Event(Activity):
    """An event, interaction or tool that shapes a relationship."""

    nature: Annotated[Nature, LOOSELY, Anatomy("Planned or not", Tier.FACT, words=NATURE_WORDS)]
    """Whether we plan it (`planned`) or it happens to us (`unplanned`)."""
    situation: Annotated[Line, Anatomy("Situation", Tier.HEAD)]
    """The situation in a reader's words, such as "My contact at the customer is leaving"."""
    goal: Annotated[Line, Anatomy("Goal", Tier.HEAD)]
    """What it is for."""
    respond: Annotated[Statements, Anatomy("How to respond", Tier.DO, shape=Shape.STEPS)] = ()
    """How to respond to an unplanned event."""
    actions: Annotated[
        SomeStatements,
        Anatomy("What to do", Tier.DO, shape=Shape.STEPS, beside=("respond", N_("Before it happens"))),
    ]
    """What to do, in order."""
    risks: Annotated[Statements, Anatomy("What usually goes wrong")] = ()
    """What usually goes wrong."""

    @property
    def happens_to_us(self) -> bool:
        """Whether nobody plans it."""
        return self.nature is Nature.UNPLANNED

    @property
    def dangers(self) -> Statements:
        """What usually goes wrong."""
        return self.risks


class AgendaItem(Model):
    """One part of a workshop's agenda."""

    title: Annotated[Name, Anatomy("Title")]
    """What the part is called."""
    minutes: Annotated[Minutes, Anatomy("Minutes", shape=Shape.MINUTES)]
    """How long it takes."""
    what: Annotated[Line, Anatomy("What happens")]
    """What happens."""
    method: Annotated[Line | None, Anatomy("How it is done")] = None
    """How it is done."""
    day: Annotated[Annotated[int, Field(ge=1)] | None, Anatomy("Day")] = None
    """The day of the session on which it begins, where that is another than the day of the part before."""


class Workshop(Activity):
    """A session that is prepared, run by an agenda, and followed up."""

    when_not: Annotated[Statements, Anatomy("When not to hold it")] = ()
    """When not to hold it."""
    purpose: Annotated[Line, Anatomy("Purpose", Tier.HEAD)]
    """What it is for."""
    duration: Annotated[Minutes, Anatomy("Length", Tier.FACT, shape=Shape.MINUTES)]
    """The whole length in minutes; the agenda adds up to it."""
    invitation: Annotated[Statement | None, Anatomy("Invitation", Tier.DO, shape=Shape.OWN)] = None
    """What it is for, in words to those who are invited; the invitation says the purpose unless given."""
    bring: Annotated[Statements, Anatomy("What to bring", Tier.DO, shape=Shape.OWN)] = ()
    """What the invitation asks participants to bring, or to think about beforehand."""
    opening: Annotated[Statement | None, Anatomy("Opening words", Tier.DO, shape=Shape.OWN)] = None
    """What one can say to open the session."""
    preparation: Annotated[Statements, Anatomy("Preparation", Tier.DO, shape=Shape.TICKS)] = ()
    """What to do beforehand, in order."""
    materials: Annotated[Statements, Anatomy("Materials", Tier.DO, shape=Shape.TICKS)] = ()
    """What must lie ready."""
    agenda: Annotated[tuple[AgendaItem, ...], LOOSELY, MinLen(1), Anatomy("Agenda", Tier.DO, shape=Shape.OWN)]
    """The parts of the session, in order."""
    agenda_basis: Annotated[BasisField, Anatomy("Basis of the agenda", Tier.SOURCE, shape=Shape.OWN)]
    """`stated` when the source gives the times, `editorial` when they are ours."""
    questions: Annotated[Statements, Anatomy("Questions to ask", Tier.DO, shape=Shape.STEPS)] = ()
    """Questions that the session puts to its participants, in order."""
    outputs: Annotated[SomeStatements, Anatomy("What you go home with", Tier.DO)]
    """What one goes home with."""
    follow_up: Annotated[Statements, Anatomy("Follow-up", Tier.DO, shape=Shape.TICKS)] = ()
    """What to do afterwards."""
    pitfalls: Annotated[Statements, Anatomy("Pitfalls")] = ()
    """What usually goes wrong."""

    @property
    def dangers(self) -> Statements:
        """What usually goes wrong."""
        return self.pitfalls
