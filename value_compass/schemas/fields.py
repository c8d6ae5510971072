"""The building blocks of every entry: names, prose, statements, references and relations."""

import datetime
import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Self

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from value_compass.language.words import N_
from value_compass.schemas.anatomy import Anatomy, Markdown, Shape, Tier

IDENTIFIER = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form of an entry's id: lower-case words and digits joined by hyphens."""


class Model(BaseModel):
    """The base of everything a file may say: frozen, exact types, no unknown fields."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    if not TYPE_CHECKING:  # else every name would be taken for an attribute

        def __getattr__(self, name: str) -> Any:
            """Nothing: pydantic looks for what is private, of which there is none, at ten times the price."""
            raise AttributeError(f"{type(self).__name__} has no {name}")


class Basis(StrEnum):
    """How a statement follows from its source."""

    STATED = "stated"
    DERIVED = "derived"
    EDITORIAL = "editorial"


class Initiative(StrEnum):
    """Who takes the first step."""

    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    BOTH = "both"
    OUTSIDE = "outside"


INITIATIVE_WORDS = (
    (Initiative.SUPPLIER.value, N_("we take the initiative")),
    (Initiative.CUSTOMER.value, N_("the {customer} takes the initiative")),
    (Initiative.BOTH.value, N_("either side takes the initiative")),
    (Initiative.OUTSIDE.value, N_("it comes from outside")),
)
"""What readers see for an initiative."""


LOOSELY = Strict(strict=False)
"""Strict mode would not take it: YAML knows lists and texts, and no tuples and members of an enumeration."""

BasisField = Annotated[Basis, LOOSELY]
InitiativeField = Annotated[Initiative, LOOSELY]


def _one_line(text: str) -> str:
    if "\n" in text.strip("\n"):
        raise PydanticCustomError("one-line", "this text must stay on one line")
    if not text.strip():
        raise PydanticCustomError("empty-text", "this text is empty")
    return text.strip()


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty-text", "this text is empty")
    return text.strip()


LONGEST_NAME = 90
"""A name has as many characters at most."""


def can_be_read(name: str) -> bool:
    """Whether a name has a letter, a digit or a symbol, beside spaces, punctuation and unseen characters."""
    return any(unicodedata.category(sign)[0] in "LNS" for sign in name)


def _named(name: str) -> str:
    if not can_be_read(name):
        raise PydanticCustomError("empty-text", "this name has nothing to read")
    return name


class TextThat:
    """Annotation of a text: what is asked of it is worked out once, for all fields that hold such a text.

    Args:
        asked: what pydantic knows for it, in order.
    """

    def __init__(self, *asked: Any) -> None:
        self.asked = asked
        self._made: CoreSchema | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        self._made = self._made or handler.generate_schema(Annotated[(str, *self.asked)])
        return {**self._made}


Line = Annotated[str, TextThat(AfterValidator(_one_line), Field(max_length=400))]
"""Plain text on one line, at most 400 characters; `[[links]]` allowed."""

Name = Annotated[
    str, TextThat(AfterValidator(_one_line), AfterValidator(_named), Field(max_length=LONGEST_NAME))
]
"""What an entry is called, at most 90 characters, a letter, a digit or a symbol among them."""

Label = Annotated[str, TextThat(AfterValidator(_one_line), Field(max_length=60))]
"""A few words, at most 60 characters: a phase, a moment in time, a participant."""

Summary = Annotated[str, TextThat(AfterValidator(_one_line), Field(max_length=160))]
"""One sentence, at most 160 characters: what lists, search and cards show."""

Prose = Annotated[str, TextThat(AfterValidator(_not_blank), Field(max_length=6000)), Markdown()]
"""Markdown without raw HTML; `[[kind/id]]` and `[[kind/id|words]]` link to entries."""

Colour = Annotated[str, TextThat(Field(pattern=r"^#[0-9a-fA-F]{6}$", examples=["#1f6f78"]))]
"""A colour in six digits, such as `#1f6f78`."""

Fingerprint = Annotated[str, TextThat(Field(pattern=r"^[0-9a-f]{8}(?: [0-9a-f]{4})*$"))]
"""A short hash of what an entry said, then one of each entry that it named; see `schemas/reviews.py`."""

Language = Annotated[str, TextThat(Field(pattern=r"^[a-z]{2}$", examples=["de"]))]
"""A language in two letters (ISO 639-1)."""

Identifier = Annotated[str, TextThat(Field(pattern=rf"^{IDENTIFIER}$"))]
"""Lower-case words and digits joined by hyphens."""


class Reference(Struct, frozen=True, order=True):
    """Another entry, named by the folder it lies in and its file's name without the ending."""

    kind: str
    id: str

    # Hundreds of thousands are compared in a build: most with themselves, the rest by their ids first.
    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Reference) and self.id == other.id and self.kind == other.kind

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"

    @property
    def file(self) -> str:
        """The file of the entry, from the playbook's folder."""
        return f"content/{self}.yml"

    @staticmethod
    @lru_cache(maxsize=10_000)
    def parse(text: str) -> "Reference | None":
        """Read `kind/id`.

        Returns:
            The reference, or nothing when the text has another form.
        """
        found = re.fullmatch(rf"({IDENTIFIER})/({IDENTIFIER})", text)
        return Reference(*found.groups()) if found else None


UNFILED = Reference("", "")
"""The reference of an entry that was not read from a file."""


class ReferenceTo:
    """Field annotation: a reference to an entry of one of these kinds.

    With one kind the file holds the bare id, with several it holds `kind/id`;
    with none every kind is allowed.
    """

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    def parse(self, value: object) -> Reference:
        """Read the text of a field.

        Raises:
            PydanticCustomError: with type `reference-form` or `wrong-kind`.
        """
        if isinstance(value, Reference):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "a reference is text", {"expected": self.form})
        if len(self.kinds) == 1:
            if re.fullmatch(IDENTIFIER, value):
                return Reference(self.kinds[0], value)
            raise PydanticCustomError(
                "reference-form",
                'this field takes an id of {kind} alone, such as "some-id", not "{text}"',
                {"kind": self.kinds[0], "text": value},
            )
        reference = Reference.parse(value)
        if reference is None:
            raise PydanticCustomError(
                "reference-form",
                'a reference is written kind/id, such as "{form}", not "{text}"',
                {"form": self.form, "text": value},
            )
        if self.kinds and reference.kind not in self.kinds:
            raise PydanticCustomError(
                "wrong-kind",
                'this field takes {kinds}, and "{text}" is one of {kind}',
                {"kinds": " or ".join(self.kinds), "text": value, "kind": reference.kind},
            )
        return reference

    @property
    def form(self) -> str:
        """An example of what the field takes."""
        return "some-id" if len(self.kinds) == 1 else f"{(self.kinds or ('groups',))[0]}/some-id"

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.parse, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        one = len(self.kinds) == 1
        kinds = "|".join(self.kinds) if self.kinds else IDENTIFIER
        pattern = f"^{IDENTIFIER}$" if one else f"^({kinds})/{IDENTIFIER}$"
        return {"type": "string", "pattern": pattern, "x-kinds": list(self.kinds)}


AnyReference = Annotated[Reference, ReferenceTo()]
OutcomeReference = Annotated[Reference, ReferenceTo("outcomes")]
PillarReference = Annotated[Reference, ReferenceTo("pillars")]
GroupReference = Annotated[Reference, ReferenceTo("groups")]
ValueReference = Annotated[Reference, ReferenceTo("groups", "values")]
ActivityReference = Annotated[Reference, ReferenceTo("events", "workshops")]
HappenedReference = Annotated[Reference, ReferenceTo("events", "workshops", "practices")]
EventReference = Annotated[Reference, ReferenceTo("events")]
PositionReference = Annotated[Reference, ReferenceTo("positions")]
RoleReference = Annotated[Reference, ReferenceTo("roles")]
SourceReference = Annotated[Reference, ReferenceTo("sources")]
StepReference = Annotated[Reference, ReferenceTo("steps")]
CaseReference = Annotated[Reference, ReferenceTo("cases")]
ProcessReference = Annotated[Reference, ReferenceTo("processes")]
StageReference = Annotated[Reference, ReferenceTo("stages")]
TurnReference = Annotated[Reference, ReferenceTo("practices", "stages")]
OfferingReference = Annotated[Reference, ReferenceTo("offerings")]
AssessmentReference = Annotated[Reference, ReferenceTo("assessments")]


class Statement(Model):
    """One thing that is said, with its own basis where that differs from the entry's.

    In a file it is plain text, or `text:` with `basis:` and `where:` beside it.
    """

    text: Annotated[Line, Anatomy("Text")]
    """What is said, in one or two short sentences."""
    basis: Annotated[BasisField | None, Anatomy("Basis")] = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Annotated[Label | None, Anatomy("Place in the source")] = None
    """Where in the source it stands, such as "chapter 5.3"."""

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class Relation(Model):
    """A reference with the reason for it."""

    reason: Annotated[Line, Anatomy("Reason")]
    """Why: one or two short sentences that make sense at both ends."""
    basis: Annotated[BasisField | None, Anatomy("Basis")] = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Annotated[Label | None, Anatomy("Place in the source")] = None
    """Where in the source it stands."""


class ToValue(Relation):
    """A group or a value, with the reason."""

    to: ValueReference
    """The group or the value."""


class ToOutcome(Relation):
    """An outcome, with the reason."""

    to: OutcomeReference
    """The outcome."""


class ToGroup(Relation):
    """A group, with the reason."""

    to: GroupReference
    """The group."""


class ToActivity(Relation):
    """An event or a workshop, with the reason."""

    to: ActivityReference
    """The event or the workshop."""


class ToStep(Relation):
    """A step of the path, with the reason."""

    to: StepReference
    """The step."""


class ToEvent(Relation):
    """An event, with the reason."""

    to: EventReference
    """The event."""


class ToAny(Relation):
    """An entry of any kind, with the reason."""

    to: AnyReference
    """The entry."""


class Need(Model):
    """What must stand first: a group or value with the reason, or a plain condition.

    In a file a plain condition is just text.
    """

    to: ValueReference | None = None
    """The group or value that must stand."""
    reason: Annotated[Line | None, Anatomy("Reason")] = None
    """Why it must stand first."""
    condition: Annotated[Line | None, Anatomy("Condition")] = None
    """A plain condition, when it is not a group or a value."""
    basis: Annotated[BasisField | None, Anatomy("Basis")] = None
    """How it follows from the source; leave out when it is as the entry's sources say."""
    where: Annotated[Label | None, Anatomy("Place in the source")] = None
    """Where in the source it stands."""

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        return {"condition": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.to is None) == (self.condition is None):
            raise PydanticCustomError(
                "need-form", "a need is either `to` with a `reason`, or a plain condition"
            )
        if self.to is not None and self.reason is None:
            raise PydanticCustomError("need-form", "a need that names a value says its `reason`")
        return self


class Citation(Model):
    """Where an entry comes from."""

    source: Annotated[SourceReference, Anatomy("Source")]
    """The id of a file in `sources/`."""
    where: Annotated[Line, Anatomy("Place in the source")]
    """Chapter, section, table or appendix."""
    basis: Annotated[BasisField, Anatomy("Basis")]
    """`stated` (it says so), `derived` (worked out from it) or `editorial` (ours)."""
    covers: Annotated[Line | None, Anatomy("Scope")] = None
    """Which part of the entry this is about, when it is not all of it."""


class Entry(Model):
    """What every entry has."""

    # Most of what entries have in common is never read by itself, nor is each kind in each playbook.
    model_config = ConfigDict(defer_build=True)

    reference: SkipJsonSchema[Annotated[Reference, ReferenceTo()]] = UNFILED
    """Folder and file name; comes from where the file lies, never from its text."""
    name: Annotated[Name, Anatomy("Name", Tier.HEAD)]
    """What it is called."""
    summary: Annotated[Summary, Anatomy("Summary", Tier.HEAD)]
    """One sentence, at most 160 characters; lists, search and cards show it."""
    body: Annotated[Prose | None, Anatomy("Explanation")] = None
    """Anything more, in Markdown."""
    aliases: Annotated[tuple[Label, ...], Anatomy("Other names", Tier.SOURCE, shape=Shape.NAMES)] = Field(
        default=(), strict=False
    )
    """Other names; search finds the entry by them, and old addresses redirect."""
    owner: Annotated[Label, Anatomy("Owner", Tier.HEAD, shape=Shape.OWN)]
    """The role or team that keeps the entry."""
    reviewed: Annotated[datetime.date, Anatomy("Last review", Tier.HEAD, shape=Shape.OWN)]
    """The day on which the owner last read it through, such as 2026-11-22."""
    fingerprint: Fingerprint | None = None
    """What it said on that day, and the entries that it names; `compass review` writes it."""
    language: Language | None = None
    """The language of its texts where that is not the playbook's, in two letters, such as `de`."""
    audience: Identifier = "everyone"
    """Who may see it: a name from `audiences` in `site.yml`."""

    @property
    def apart(self) -> str:
        """The heading below which it stands apart from the rest of its kind; empty for the rest."""
        return ""


class SourcedEntry(Entry):
    """An entry that states facts, and says where they come from."""

    sources: Annotated[
        tuple[Citation, ...],
        LOOSELY,
        Anatomy("Where this comes from", Tier.SOURCE, back="Source of", shape=Shape.OWN, does="cites"),
    ] = ()
    """Which document, where in it, and on what basis; leave out what is ours alone."""
    research: Annotated[Prose | None, Anatomy("What the research says about itself", Tier.SOURCE)] = None
    """What to know about the source itself: holes, misprints, who said it; stands last on the page."""
