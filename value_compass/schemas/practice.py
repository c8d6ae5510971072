"""How the work is done on the way: processes, their stages and practices, and what is measured."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from value_compass.language.words import _
from value_compass.schemas.activities import Builds, Labels, Needs, OurRoles
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.canvases import Canvases
from value_compass.schemas.fields import (
    IDENTIFIER,
    LOOSELY,
    ActivityReference,
    BasisField,
    CaseReference,
    Identifier,
    Label,
    Line,
    Model,
    Name,
    ProcessReference,
    Prose,
    SourcedEntry,
    StageReference,
    Statement,
    Summary,
    ToActivity,
    ToStep,
    TurnReference,
)
from value_compass.schemas.framework import Order, SomeStatements, Statements


class Perspective(Model):
    """One side from which a process is looked at."""

    id: Identifier
    """What metrics call it."""
    name: Name
    """What readers call it."""
    summary: Summary
    """Whose side it is, and what it asks."""


class Process(SourcedEntry):
    """A way of working in stages, from a reason to begin to something that one holds in the end."""

    order: Order
    purpose: Annotated[Line, Anatomy("What it is for", Tier.HEAD)]
    """What it is for."""
    when: Annotated[SomeStatements, Anatomy("When to use it", Tier.KNOW)]
    """When to use it."""
    when_not: Annotated[Statements, Anatomy("When not to use it", Tier.KNOW)] = ()
    """When not to use it."""
    holds: Annotated[SomeStatements, Anatomy("What you hold at its end", Tier.KNOW)]
    """What one holds at its end."""
    principles: Annotated[Statements, Anatomy("What to keep in mind", Tier.KNOW)] = ()
    """What holds in every stage."""
    ours: Annotated[
        OurRoles, Anatomy("Who takes part on our side", Tier.FACT, "Takes part in", Shape.NAMES)
    ] = ()
    """Ids of the roles on our side."""
    theirs: Annotated[Labels, Anatomy("Who else takes part", Tier.FACT, shape=Shape.NAMES)] = ()
    """Who takes part on the other side, and third parties."""
    perspectives: Annotated[tuple[Perspective, ...], Anatomy("Seen from", Tier.KNOW), LOOSELY] = ()
    """The sides from which its metrics look at it, in order."""
    steps: Annotated[
        tuple[ToStep, ...],
        Anatomy("Steps of the path that it helps", Tier.KNOW, "Ways of working that help here"),
        LOOSELY,
    ] = ()
    """The steps of the path that the process helps as a whole."""


class LessonReference(Model):
    """A lesson of a case, by its number; in a file it is `case-id#3`."""

    case: CaseReference
    """The case."""
    number: Annotated[int, Field(ge=1)]
    """The place of the lesson in the case's `lessons`, from 1."""

    @property
    def place(self) -> tuple[str, str]:
        """Where on the case's page the lesson stands, and what it is called there."""
        return f"lessons-{self.number}", _("lesson {number}", number=self.number)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        case, sign, number = value.partition("#")
        if not sign or not number.isascii() or not number.isdigit() or len(number) > 3:
            raise PydanticCustomError(
                "lesson-form",
                'a lesson is written case-id#number, such as "hotel-a#3", not "{text}"',
                {"text": value},
            )
        return {"case": case, "number": int(number)}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{IDENTIFIER}#[0-9]{{1,3}}$", "description": cls.__doc__}


class Point(Statement):
    """Something to consider; in a file it is plain text, or `text:` with more beside it."""

    lessons: Annotated[
        tuple[LessonReference, ...], Anatomy("Learned in", Tier.KNOW, "Cited by"), LOOSELY
    ] = ()
    """Lessons of cases that it rests on, such as `partnership-one#5`."""


Points = Annotated[tuple[Point, ...], LOOSELY]


class Turn(Model):
    """A way on, or back, to another practice or stage."""

    to: TurnReference
    """The practice or the stage that one comes to."""
    condition: Line
    """When one goes there, in a few words: "The answer is no"."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""


Turns = Annotated[tuple[Turn, ...], LOOSELY]


class Stage(SourcedEntry):
    """One stage of a process."""

    process: Annotated[ProcessReference, Anatomy("Process", Tier.FACT, "Its stages")]
    """The id of the process that it belongs to."""
    order: Order
    purpose: Annotated[Line, Anatomy("What it is for", Tier.HEAD)]
    """What it is for."""
    held_by: Annotated[Line | None, Anatomy("Who holds it", Tier.FACT)] = None
    """Who answers for the stage; leave out where nobody does, and say so in `gap`."""
    gap: Annotated[Statement | None, Anatomy("What is missing here", Tier.KNOW)] = None
    """That nobody answers for the stage, or what else is missing, and what that causes."""
    functions: Annotated[Labels, Anatomy("Functions engaged", Tier.FACT, shape=Shape.NAMES)] = ()
    """The functions and teams that work in it."""
    goals: Annotated[Statements, Anatomy("Goals", Tier.DO)] = ()
    """What is to be reached."""
    points: Annotated[Points, Anatomy("Points to consider", Tier.DO, shape=Shape.TICKS)] = ()
    """What to consider in the stage as a whole."""
    done_when: Annotated[Statements, Anatomy("What must stand at its end", Tier.DO, shape=Shape.TICKS)] = ()
    """What must stand at its end."""
    beside: Annotated[
        tuple[StageReference, ...],
        Anatomy("Runs beside", Tier.FACT, "Runs beside", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Ids of the stages that it runs beside instead of following them."""
    canvas: Canvases = ()
    """Empty canvases for the wall that it uses, such as `value-proposition`."""
    leads_to: Annotated[Turns, Anatomy("Ways on and back", Tier.DO, "Comes from")] = ()
    """Where one goes from here beside the next stage, each with its condition."""
    steps: Annotated[
        tuple[ToStep, ...],
        Anatomy("Steps of the path that it helps", Tier.KNOW, "Ways of working that help here"),
        LOOSELY,
    ] = ()
    """The steps of the path that it helps, each with the reason."""
    same_as: Annotated[
        tuple[ToActivity, ...],
        Anatomy("Events and workshops for it", Tier.DO, "Part of this way of working"),
        LOOSELY,
    ] = ()
    """Events and workshops of the playbook that do this, or help to do it."""


class Way(Model):
    """One way of doing a practice."""

    text: Line
    """What is done."""
    by: Annotated[Line | None, Anatomy("Seen at", shape=Shape.ASIDE)] = None
    """What kind of company or person does it so, naming nobody."""
    basis: BasisField | None = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Label | None = None
    """Where in the source it stands."""

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class Gate(Model):
    """A decision that must be made before one goes on."""

    question: Line
    """What is to be decided."""
    turns: Turns
    """The ways on, each with the answer that leads there; at least two."""

    @model_validator(mode="after")
    def _at_least_two(self) -> Self:
        if len(self.turns) < 2:
            raise PydanticCustomError(
                "gate-turns", "a gate has at least two ways on: with one there is nothing to decide"
            )
        return self


class Practice(SourcedEntry):
    """Something that one does in a stage."""

    stage: Annotated[StageReference, Anatomy("Stage", Tier.FACT, "Its practices")]
    """The id of the stage that it belongs to."""
    order: Order
    situation: Annotated[Line | None, Anatomy("The situation", Tier.HEAD)] = None
    """The situation in a reader's words, such as "The partner wants out"."""
    meaning: Annotated[Prose | None, Anatomy("What it is", Tier.HEAD)] = None
    """What it is, where the summary does not say it all."""
    points: Annotated[Points, Anatomy("Points to consider", Tier.DO, shape=Shape.TICKS)] = ()
    """What to consider."""
    ways: Annotated[tuple[Way, ...], Anatomy("Ways of doing it", Tier.DO), LOOSELY] = ()
    """Ways of doing it, each with who does it so."""
    gate: Annotated[Gate | None, Anatomy("Decide before you go on", Tier.DO, "Comes from")] = None
    """The decision that it ends in, where it ends in one."""
    leads_to: Annotated[Turns, Anatomy("Ways on and back", Tier.DO, "Comes from")] = ()
    """Where one goes from here beside the next practice, each with its condition."""
    ends: Annotated[Line | None, Anatomy("What ends here", Tier.FACT)] = None
    """What ends with it, where nothing follows in order: "The partnership"; leave out elsewhere."""
    driven_by: Annotated[Line | None, Anatomy("Driven by", Tier.FACT)] = None
    """Who drives it: one side, or all."""
    ours: Annotated[
        OurRoles, Anatomy("Who takes part on our side", Tier.FACT, "Takes part in", Shape.NAMES)
    ] = ()
    """Ids of the roles on our side."""
    theirs: Annotated[Labels, Anatomy("Who else takes part", Tier.FACT, shape=Shape.NAMES)] = ()
    """Who takes part on the other side, and third parties."""
    canvas: Canvases = ()
    """Empty canvases for the wall that it uses, such as `value-proposition`."""
    needs: Annotated[Needs, Anatomy("What it needs first", Tier.KNOW, "Needed by")] = ()
    """What must stand before it works: groups, values, or plain conditions."""
    builds: Annotated[Builds, Anatomy("What it builds", Tier.KNOW, "Built by")] = ()
    """The groups or values that it builds, each with the reason."""
    same_as: Annotated[
        tuple[ToActivity, ...],
        Anatomy("Events and workshops for it", Tier.DO, "Part of this way of working"),
        LOOSELY,
    ] = ()
    """Events and workshops of the playbook that do this, or help to do it."""


class Level(StrEnum):
    """How near a metric is to money."""

    ECONOMIC = "economic"
    DIRECT = "direct"
    INDIRECT = "indirect"


class MetricType(StrEnum):
    """What sort of thing a metric counts."""

    PROCESS = "process"
    OUTCOME = "outcome"
    OUTPUT = "output"
    LEADING = "leading"
    QUALITATIVE = "qualitative"


class MetricUse(StrEnum):
    """Whether a metric is looked at where it was studied."""

    IN_USE = "in-use"
    PROPOSED = "proposed"


class MetricSort(StrEnum):
    """Whether a metric points ahead, or says that something was reached."""

    INDICATOR = "indicator"
    SUCCESS = "success"


class Placing(Model):
    """Where on a board a metric stands."""

    stage: StageReference
    """The id of the stage that it is looked at in."""
    perspective: Identifier | None = None
    """The perspective of the process, by its id; leave out where the process has none."""
    sort: Annotated[MetricSort, LOOSELY] | None = None
    """`indicator` or `success`, where the source says which."""
    basis: BasisField | None = None
    """How the place follows from the source; `derived` where the source names no phase."""
    where: Label | None = None
    """Where in the source it stands."""


class Metric(SourcedEntry):
    """Something that is counted or asked, to know how a process does."""

    process: Annotated[ProcessReference, Anatomy("Process", Tier.FACT, "Its metrics")]
    """The id of the process that it tells about."""
    tells: Annotated[Line, Anatomy("What it tells", Tier.HEAD)]
    """What it tells."""
    placed: Annotated[
        tuple[Placing, ...],
        Anatomy("Where on the board", Tier.KNOW, "Metrics", Shape.OWN),
        LOOSELY,
    ] = ()
    """The stages and perspectives that it belongs to."""
    practices: Annotated[
        tuple[TurnReference, ...],
        Anatomy("Used in", Tier.KNOW, "Metrics", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Practices or stages that use it, as `practices/id` or `stages/id`."""
    level: Annotated[
        Level | None,
        Anatomy(
            "Level",
            Tier.FACT,
            words=(
                ("economic", "economic value"),
                ("direct", "direct effect"),
                ("indirect", "indirect effect"),
            ),
        ),
        LOOSELY,
    ] = None
    """How near it is to money: `economic`, `direct` or `indirect`; leave out where no source says so."""
    type: Annotated[
        MetricType | None,
        Anatomy(
            "Type",
            Tier.FACT,
            words=(
                ("process", "process"),
                ("outcome", "outcome"),
                ("output", "output"),
                ("leading", "leading"),
                ("qualitative", "qualitative"),
            ),
        ),
        LOOSELY,
    ] = None
    """`process`, `outcome`, `output`, `leading` or `qualitative`; leave out where the source says nothing."""
    use: Annotated[
        MetricUse | None,
        Anatomy("In use or proposed", Tier.FACT, words=(("in-use", "in use"), ("proposed", "proposed"))),
        LOOSELY,
    ] = None
    """`in-use` where it was studied, or `proposed` there."""
    counted: Annotated[Statement | None, Anatomy("How it is counted", Tier.DO)] = None
    """How it is counted or asked."""
    how_often: Annotated[Statement | None, Anatomy("How often to look at it", Tier.FACT)] = None
    """How often it is looked at."""
    answers: Annotated[Statement | None, Anatomy("Who answers for it", Tier.FACT)] = None
    """Who answers for it."""
    uses: Annotated[Statements, Anatomy("What to do with it", Tier.DO)] = ()
    """What one can do with it."""
    limits: Annotated[Statements, Anatomy("What it does not tell", Tier.KNOW)] = ()
    """What it does not tell, and where it misleads."""
    same_as: Annotated[
        tuple[ActivityReference, ...],
        Anatomy("Events and workshops that ask for it", Tier.KNOW, "Metrics", Shape.NAMES),
        LOOSELY,
    ] = ()
    """Events and workshops of the playbook that use it."""
