"""The relationships, partnerships and studies in which it happened."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from value_compass.schemas.activities import Labels, Minutes, OurRoles
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import (
    INITIATIVE_WORDS,
    LOOSELY,
    BasisField,
    HappenedReference,
    InitiativeField,
    Label,
    Line,
    Model,
    Name,
    PositionReference,
    ProcessReference,
    Prose,
    SourcedEntry,
    ValueReference,
)
from value_compass.schemas.framework import Order, Statements


class Moment(Model):
    """One row of a case's timeline."""

    title: Annotated[Name, Anatomy("Title")]
    """A few words for the figure and the list."""
    when: Annotated[Label | None, Anatomy("When it was")] = None
    """When it was, as the source says it ("Start", "2021", "End of 2023"); leave out where it does not."""
    year: Annotated[Annotated[int, Field(ge=1900, le=2200)] | None, Anatomy("Year")] = None
    """The year, where it is known; years run forward."""
    phase: Annotated[Label | None, Anatomy("Phase")] = None
    """The phase of the relationship; leave out where the case has none."""
    event: Annotated[HappenedReference | None, Anatomy("What of the playbook it was")] = None
    """The event, workshop or practice of the playbook that this was."""
    what: Annotated[Line, Anatomy("What happened")]
    """What happened."""
    initiative: Annotated[InitiativeField | None, Anatomy("Initiative", words=INITIATIVE_WORDS)] = None
    """Who took the first step: supplier, customer, both or outside; leave out where nobody says."""
    who: Annotated[Labels, Anatomy("Who was involved")] = ()
    """Who was involved."""
    minutes: Annotated[Minutes | None, Anatomy("Length", shape=Shape.MINUTES)] = None
    """How long it took, in minutes, where that is known."""
    turning_point: Annotated[bool, Anatomy("Turning point")] = False
    """Whether the case took another way from here."""
    result: Annotated[Line | None, Anatomy("Result")] = None
    """What it resulted in."""
    values: Annotated[tuple[ValueReference, ...], LOOSELY, Anatomy("Values")] = ()
    """The groups or values that it touched."""
    basis: Annotated[BasisField | None, Anatomy("Basis")] = None
    """How the moment follows from the source; leave out when it is `stated`."""


class CaseSort(StrEnum):
    """What a case tells of."""

    RELATIONSHIP = "relationship"
    PARTNERSHIP = "partnership"
    STUDY = "study"


class Case(SourcedEntry):
    """One relationship, partnership or study, told without names."""

    order: Order
    sort: Annotated[
        CaseSort,
        Anatomy(
            "What it tells of",
            Tier.FACT,
            words=(
                ("relationship", "a {customer} relationship"),
                ("partnership", "a partnership"),
                ("study", "a study in one company"),
            ),
        ),
        LOOSELY,
    ] = CaseSort.RELATIONSHIP
    """`relationship` (with a customer), `partnership` (between companies) or `study` (in one company)."""
    customer: Annotated[Label | None, Anatomy("{Customer}", Tier.FACT)] = None
    """The customer's stand-in name, such as "Hotel A"; leave out where there is none."""
    sector: Annotated[Line | None, Anatomy("Sector", Tier.FACT)] = None
    """The line of business, wide enough to name nobody."""
    lasted: Annotated[Line | None, Anatomy("How long it had lasted", Tier.FACT)] = None
    """How long it had lasted when it was studied."""
    began: Annotated[Line | None, Anatomy("How it began", Tier.KNOW)] = None
    """How it began."""
    story: Annotated[Prose | None, Anatomy("In short", Tier.HEAD)] = None
    """The story in about five lines."""
    background: Annotated[Prose | None, Anatomy("Background", Tier.KNOW)] = None
    """What one must know of the parties and their market."""
    arrangement: Annotated[Prose | None, Anatomy("How they work together", Tier.KNOW)] = None
    """What they agreed on, and how they work together."""
    process_followed: Annotated[Prose | None, Anatomy("The process that they followed", Tier.KNOW)] = None
    """How they went about it."""
    processes: Annotated[
        tuple[ProcessReference, ...],
        Anatomy("Way of working", Tier.FACT, "Cases", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Ids of the processes that it is an example of."""
    position: Annotated[
        PositionReference | None, Anatomy("How we came in", Tier.FACT, "Cases", does="stands in the position")
    ] = None
    """How we came in."""
    ours: Annotated[
        OurRoles, Anatomy("On our side", Tier.FACT, "Takes part in", Shape.NAMES, does="involves")
    ] = ()
    """Ids of the roles on our side."""
    theirs: Annotated[Labels, Anatomy("On the other side and around", Tier.FACT, shape=Shape.NAMES)] = ()
    """Who took part on the other side, and third parties."""
    timeline: Annotated[
        tuple[Moment, ...],
        Anatomy("What happened", Tier.KNOW, "Seen in cases", Shape.OWN),
        LOOSELY,
    ] = ()
    """What happened, in order; leave out where the source tells no order."""
    led_to: Annotated[Statements, Anatomy("Where it stood", Tier.KNOW)] = ()
    """Where it stood when it was studied."""
    lessons: Annotated[Statements, Anatomy("What to learn from it", Tier.DO, shape=Shape.STEPS)] = ()
    """What to learn from it, numbered: a point of a practice cites a lesson by its number."""

    @property
    def called(self) -> str:
        """What lists and figures call it: the customer's stand-in name, or the case's own."""
        return self.customer or self.name
