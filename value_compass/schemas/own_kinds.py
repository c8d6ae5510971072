"""What a file in `kinds/` may say: a kind of a playbook's own, or further fields for one that is there."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from value_compass.schemas.anatomy import Tier
from value_compass.schemas.fields import LOOSELY, Identifier, Label, Line, Model
from value_compass.schemas.kinds import ReadOn


class Sort(StrEnum):
    """What a field holds."""

    LINE = "line"
    """Text on one line."""
    PROSE = "prose"
    """Markdown of several paragraphs."""
    STATEMENTS = "statements"
    """A list of things that are said, each with its own basis where that differs."""
    STEPS = "steps"
    """The same, numbered: the order matters."""
    TICKS = "ticks"
    """The same, to tick off."""
    NUMBER = "number"
    """A number, whole or not."""
    DATE = "date"
    """A day."""
    CHOICE = "choice"
    """One of some words."""
    ENTRY = "entry"
    """Another entry."""
    ENTRIES = "entries"
    """Several other entries."""
    RELATIONS = "relations"
    """Several other entries, each with the reason."""
    TABLE = "table"
    """Rows with a cell for each column."""


NAMING = frozenset({Sort.ENTRY, Sort.ENTRIES, Sort.RELATIONS})
"""What names other entries."""

IN_A_CELL = (Sort.LINE, Sort.NUMBER, Sort.DATE, Sort.CHOICE, Sort.ENTRY)
"""What a column of a table can hold."""

SHORT = (*IN_A_CELL, Sort.ENTRIES)
"""What the strip of facts has room for."""

Words = dict[Identifier, Label]
"""Each choice as files write it, with the words that readers see for it."""


class Said(Model):
    """What a file in `kinds/` says, whole or in part; the same words make the same kind."""

    def __hash__(self) -> int:
        return hash(self.model_dump_json())


class Held(Said):
    """What a field or a column holds, and what it is called."""

    type: Annotated[Sort, LOOSELY]
    """What it holds."""
    title: Label
    """What readers see as its heading."""
    about: Line | None = None
    """What belongs in it, for those who write entries: editors and new files show it."""
    required: bool = False
    """Whether every entry must have it."""
    choices: Words = Field(default_factory=dict)
    """For a `choice`: each word that files can say, with the words that readers see for it."""
    to: Annotated[tuple[Identifier, ...], LOOSELY] = ()
    """For an `entry`, `entries` or `relations`: the kinds that it can name."""

    @model_validator(mode="after")
    def _has_what_its_type_needs(self) -> Self:
        _needed(self.type, "choices", self.choices, self.type is Sort.CHOICE)
        _needed(self.type, "to", self.to, self.type in NAMING)
        return self


class OwnColumn(Held):
    """One column of a table."""

    @model_validator(mode="after")
    def _fits_in_a_cell(self) -> Self:
        if self.type not in IN_A_CELL:
            raise PydanticCustomError(
                "kind-form",
                "a column holds no {type}",
                {"type": self.type.value, "advice": f"choose one of: {', '.join(IN_A_CELL)}"},
            )
        return self


class OwnField(Held):
    """One field."""

    tier: Annotated[Tier, LOOSELY] = Tier.KNOW
    """Where on the page it stands: `head`, `fact`, `do`, `know` or `source`."""
    back: Label | None = None
    """For what names other entries: what the relation is called on the pages of these."""
    does: Label | None = None
    """The same as a verb, for the list of changes: "helps", "is held at"."""
    columns: dict[str, OwnColumn] = Field(default_factory=dict)
    """For a `table`: its columns by their names, in order."""

    @model_validator(mode="after")
    def _fits_in_its_place(self) -> Self:
        _needed(self.type, "columns", self.columns, self.type is Sort.TABLE)
        if self.tier is Tier.FACT and self.type not in SHORT:
            raise PydanticCustomError(
                "kind-form",
                "the strip of facts has no room for {type}",
                {"type": self.type.value, "advice": "choose another `tier`: head, do, know or source"},
            )
        return self


def _needed(sort: Sort, field: str, held: object, needed: bool) -> None:
    """Refuse a field without what its type needs, or with what it has no use for."""
    if bool(held) != needed:
        message = '"{type}" needs its `{field}`' if needed else '"{type}" has no use for `{field}`'
        advice = f"add a line `{field}: ...`" if needed else f"take `{field}` out, or choose another type"
        raise PydanticCustomError(
            "kind-form", message, {"type": sort.value, "field": field, "advice": advice, "missing": needed}
        )


class FurtherFields(Said):
    """Further fields for a kind that every playbook has; the file is called like the kind."""

    fields: dict[str, OwnField]
    """The fields by their names, in the order in which readers see them."""


class OwnKind(Said):
    """A kind of entry that only this playbook has; the file is called like its folder under `content/`."""

    singular: Label
    """What one entry is called, such as "tip"."""
    plural: Label
    """What all of them are called, such as "Tips"."""
    about: Line
    """What an entry of it is, in a sentence; editors show it."""
    section: Identifier | None = None
    """The section that it stands in, behind the kinds that `site.yml` names there; leave out when it is named
    in `site.yml`."""
    read_on: Annotated[ReadOn, LOOSELY] = ReadOn.OWN_PAGE
    """Where an entry is read: `own page`, `page of its parent` or `page of its kind`."""
    parent: str | None = None
    """The field, a required `entry`, with what an entry of it stands below."""
    entrance: bool = False
    """Whether readers come in here, so that no other entry needs to lead to one."""
    activity: bool = False
    """Whether it is something to do, which needs and builds groups or values: it has the fields of
    activities then, and stands in the matrix, the relationship check and the coverage."""
    reader_words: str | None = None
    """The field, a `line`, with a reader's own words for it, such as a situation: search finds it by them,
    and the home page lists activities by them."""
    fields: dict[str, OwnField] = Field(default_factory=dict)
    """The fields by their names, in the order in which readers see them."""
