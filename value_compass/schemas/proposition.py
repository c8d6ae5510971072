"""What we promise and can do: propositions, offerings, competences, and questions to judge them by."""

from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field, model_validator

from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.canvases import Canvases
from value_compass.schemas.fields import (
    LOOSELY,
    AssessmentReference,
    BasisField,
    Identifier,
    Label,
    Line,
    Model,
    Name,
    OfferingReference,
    ProcessReference,
    SourcedEntry,
    ToActivity,
    TurnReference,
)
from value_compass.schemas.framework import Order, Statements


class Sided(Model):
    """A part of a canvas that others can point at by its id."""

    id: Identifier
    """What fits and factors of the same proposition call it."""
    text: Line
    """What it is, in a sentence."""
    sort: Label | None = None
    """Its sort, such as "functional" or "unexpected"."""
    weight: Label | None = None
    """How much it weighs for the customer, such as "severe" or "nice to have"."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""


class Strength(StrEnum):
    """How well an answer meets a need."""

    STRONG = "strong"
    PARTLY = "partly"
    WEAK = "weak"


class Fit(Model):
    """Which answer meets which need of the customer."""

    need: Identifier
    """The id of a job, a pain or a gain."""
    answer: Identifier
    """The id of a reliever or a creator."""
    strength: Annotated[Strength, LOOSELY] | None = None
    """`strong`, `partly` or `weak`, where the source says how well."""
    why: Line | None = None
    """How it meets the need."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""


class FactorType(StrEnum):
    """How a factor tells us apart from others."""

    PARITY = "parity"
    DIFFERENCE = "difference"
    UNIQUENESS = "uniqueness"


class Factor(Model):
    """Something in which suppliers compete."""

    name: Name
    """What it is called."""
    type: Annotated[FactorType, LOOSELY]
    """`parity` (others are as good), `difference` (we are better) or `uniqueness` (we alone)."""
    need: Identifier | None = None
    """The id of the job, pain or gain that it answers."""
    why: Line | None = None
    """What makes it so."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""


class Curve(Model):
    """How one supplier scores on the factors."""

    name: Name
    """The supplier, by a stand-in name such as "Competitor 1"; ours is "We"."""
    scores: Annotated[tuple[Annotated[int, Field(ge=0, le=10)], ...], LOOSELY] = ()
    """A score from 0 to 10 for each factor, in their order; leave out where no scores are known."""


class Answered(Model):
    """The answer to one question of an assessment."""

    question: Annotated[int, Field(ge=1)]
    """The number of the question, from 1."""
    answer: Label
    """One of the assessment's answers, such as "yes"."""
    reason: Line | None = None
    """Why."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""


class Judgement(Model):
    """How a proposition did in an assessment."""

    assessment: AssessmentReference
    """The id of the assessment."""
    answers: Annotated[tuple[Answered, ...], LOOSELY, MinLen(1)]
    """The answers, by the numbers of the questions."""
    summary: Line | None = None
    """What it comes to, in the source's words put into ours."""


SidedList = Annotated[tuple[Sided, ...], LOOSELY]


class Proposition(SourcedEntry):
    """What we promise to whom, and why it answers what they need."""

    process: Annotated[ProcessReference | None, Anatomy("Made by", Tier.FACT, "Propositions")] = None
    """The id of the process that made it."""
    segment: Annotated[Line, Anatomy("For whom", Tier.FACT)]
    """The kind of customer that it is for."""
    roles: Annotated[Statements, Anatomy("Roles at the {customer}", Tier.KNOW)] = ()
    """The people at the customer that it speaks to, and what each decides."""
    ecosystem: Annotated[Statements, Anatomy("Place in the ecosystem", Tier.KNOW)] = ()
    """Who stands around us, and which place is ours."""
    tagline: Annotated[Line, Anatomy("The promise", Tier.HEAD)]
    """The promise in one line."""
    tagline_before: Annotated[Line | None, Anatomy("The promise before", Tier.KNOW)] = None
    """What it was before."""
    offers: Annotated[
        tuple[OfferingReference, ...],
        Anatomy("What we offer", Tier.FACT, "Propositions", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Ids of the offerings."""
    jobs: Annotated[SidedList, Anatomy("Jobs", Tier.DO, shape=Shape.OWN)] = ()
    """What the customer has to get done."""
    pains: Annotated[SidedList, Anatomy("Pains", Tier.DO, shape=Shape.OWN)] = ()
    """What stands in the customer's way."""
    gains: Annotated[SidedList, Anatomy("Gains", Tier.DO, shape=Shape.OWN)] = ()
    """What the customer wants to win."""
    relievers: Annotated[SidedList, Anatomy("Pain relievers", Tier.DO, shape=Shape.OWN)] = ()
    """What of ours takes pains away."""
    creators: Annotated[SidedList, Anatomy("Gain creators", Tier.DO, shape=Shape.OWN)] = ()
    """What of ours brings gains."""
    fits: Annotated[tuple[Fit, ...], Anatomy("What answers what", Tier.DO, shape=Shape.OWN), LOOSELY] = ()
    """Which answer meets which need."""
    factors: Annotated[
        tuple[Factor, ...], Anatomy("Competing factors", Tier.DO, shape=Shape.OWN), LOOSELY
    ] = ()
    """In what suppliers compete, and how we stand."""
    curves: Annotated[
        tuple[Curve, ...], Anatomy("How others score", Tier.KNOW, shape=Shape.OWN), LOOSELY
    ] = ()
    """The suppliers that were compared."""
    strengths: Annotated[Statements, Anatomy("Strengths", Tier.KNOW)] = ()
    """What is strong in it."""
    weaknesses: Annotated[Statements, Anatomy("Weaknesses", Tier.KNOW)] = ()
    """What is weak in it."""
    next: Annotated[Statements, Anatomy("What to do next", Tier.DO, shape=Shape.TICKS)] = ()
    """What to do next."""
    judgements: Annotated[
        tuple[Judgement, ...],
        Anatomy("How it was judged", Tier.KNOW, "Used on", Shape.OWN),
        LOOSELY,
    ] = ()
    """The assessments that it went through, with the answers."""
    holes: Annotated[Statements, Anatomy("What is not known", Tier.SOURCE)] = ()
    """What the source had and no longer shows, such as a canvas that is lost; each is drawn as a hole."""


class Promise(StrEnum):
    """What a supplier promises: that it does something, or that something comes of it."""

    DEED = "deed"
    RESULT = "result"


class Served(StrEnum):
    """What an offering is directed at."""

    PRODUCT = "product"
    PROCESS = "process"


class Offering(SourcedEntry):
    """Something that is sold, or a type of it."""

    order: Order
    promises: Annotated[
        Promise | None,
        Anatomy("It promises", Tier.FACT, words=(("deed", "a deed"), ("result", "a result"))),
        LOOSELY,
    ] = None
    """Whether it promises that something is done (`deed`) or that something comes of it (`result`)."""
    serves: Annotated[
        Served | None,
        Anatomy(
            "It serves",
            Tier.FACT,
            words=(("product", "the {supplier}'s product"), ("process", "the {customer}'s process")),
        ),
        LOOSELY,
    ] = None
    """Whether it is directed at the supplier's `product` or at the customer's `process`."""
    process: Annotated[ProcessReference | None, Anatomy("Seen in", Tier.FACT, "Offerings")] = None
    """The id of the process in which it was studied."""
    canvas: Canvases = ()
    """Empty canvases for the wall that it uses, such as `value-proposition`."""
    offers: Annotated[Statements, Anatomy("What it holds", Tier.KNOW)] = ()
    """What it holds, and what it is worth to a customer."""
    examples: Annotated[Statements, Anatomy("Who offers it", Tier.KNOW)] = ()
    """Kinds of companies that offer it, naming none."""


class Importance(Model):
    """How much a competence matters to one offering."""

    offering: OfferingReference
    """The id of the offering."""
    importance: Annotated[int, Field(ge=0, le=3)]
    """From 0, of no importance, to 3, it cannot do without."""


class Competence(SourcedEntry):
    """Something that we can do, how well, and what for."""

    order: Order
    theme: Annotated[Label, Anatomy("Theme", Tier.FACT)]
    """What it is counted under."""
    strength: Annotated[int, Anatomy("Strength", Tier.FACT), Field(ge=1, le=5)]
    """How strong we are in it, from 1 to 5."""
    importance: Annotated[
        tuple[Importance, ...],
        Anatomy("Importance for each offering", Tier.KNOW, "Competences behind it", Shape.OWN),
        LOOSELY,
        MinLen(1),
    ]
    """How much it matters to each offering, from 0 to 3."""


class Question(Model):
    """One question of an assessment; in a file it is plain text, or `text:` with more beside it."""

    text: Line
    """The question."""
    theme: Label | None = None
    """What it is asked under."""
    good: Line | None = None
    """What a good answer shows."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class Assessment(SourcedEntry):
    """Questions to judge something by, to fill in on the screen or on paper."""

    order: Order
    judges: Annotated[Line, Anatomy("What it judges", Tier.HEAD)]
    """What is judged with it, and when."""
    scale: Annotated[
        Annotated[tuple[Label, ...], LOOSELY],
        Anatomy("Answers", Tier.FACT, shape=Shape.NAMES),
    ] = ()
    """The answers that can be given, the best first; leave out where one answers in one's own words."""
    canvas: Canvases = ()
    """Empty canvases for the wall that it uses, such as `value-proposition`."""
    questions: Annotated[
        tuple[Question, ...],
        Anatomy("Questions", Tier.DO, shape=Shape.OWN),
        LOOSELY,
        MinLen(1),
    ]
    """The questions, in order."""
    used_in: Annotated[
        tuple[TurnReference, ...],
        Anatomy("Used in", Tier.KNOW, "Assessments", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Practices or stages that use it, as `practices/id` or `stages/id`."""
    same_as: Annotated[
        tuple[ToActivity, ...],
        Anatomy("Events and workshops for it", Tier.KNOW, "Assessments"),
        LOOSELY,
    ] = ()
    """Events and workshops of the playbook in which it helps."""
    reading: Annotated[Statements, Anatomy("How to read the result", Tier.DO)] = ()
    """How to read the answers."""
