"""Kinds made from what a playbook's own files say of them: registered in the same way as ours."""

import datetime
import math
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, Any

from msgspec.structs import replace
from pydantic import Field, PlainValidator, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from value_compass.language.words import IN_ENGLISH, AsWritten, speaking
from value_compass.schemas.activities import Activity
from value_compass.schemas.anatomy import Anatomy, Shape
from value_compass.schemas.fields import (
    LOOSELY,
    BasisField,
    Entry,
    Line,
    Model,
    Prose,
    Reference,
    ReferenceTo,
    Relation,
    SourcedEntry,
    Statement,
)
from value_compass.schemas.kinds import Kind
from value_compass.schemas.own_kinds import FurtherFields, Held, OwnColumn, OwnField, OwnKind, Sort


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PydanticCustomError("number_type", "this must be a number")
    return value


Number = Annotated[int | float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
"""A number, whole or not."""


class Row(Model):
    """One row of a table in an entry of a playbook's own."""

    basis: Annotated[BasisField | None, Anatomy("Basis")] = None
    """How the row follows from the source; leave out when it is as the entry's sources say."""

    def __eq__(self, other: object) -> bool:
        # Two states of a playbook each make their own model of the same rows.
        return isinstance(other, Row) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))


_SHAPES = {Sort.STEPS: Shape.STEPS, Sort.TICKS: Shape.TICKS, Sort.TABLE: Shape.TABLE}


@lru_cache(maxsize=100)
def own_kind(folder: str, said: OwnKind) -> Kind:
    """A kind that only one playbook has.

    Args:
        folder: its folder under `content/`.
        said: what its file says.
    """
    return Kind(
        folder,
        _model(folder, Activity if said.activity else SourcedEntry, said.about, said.fields),
        AsWritten(said.singular),
        AsWritten(said.plural),
        said.read_on,
        said.parent,
        said.entrance,
        said.reader_words,
        own=True,
        section=said.section,
    )


@lru_cache(maxsize=100)
def extended(kind: Kind, said: FurtherFields) -> Kind:
    """A kind that every playbook has, with further fields."""
    name, about = kind.model.__name__, kind.model.__doc__ or ""
    with speaking(IN_ENGLISH):  # what ours is called stays a message
        return replace(kind, model=_model(name, kind.model, about, said.fields))


def unmade(folder: str) -> Kind:
    """What stands for a kind whose own file has mistakes: its entries cannot be read meanwhile."""
    return Kind(folder, SourcedEntry, folder, folder.capitalize(), entrance=True, own=True)


def base_of(said: OwnKind) -> type[Entry]:
    """The model whose fields the entries of a kind have beside those that its file names."""
    return Activity if said.activity else SourcedEntry


def _model(name: str, base: type[Entry], about: str, fields: Mapping[str, OwnField]) -> type[Entry]:
    made: dict[str, Any] = {field: _field(f"{name}_{field}", said) for field, said in fields.items()}
    model: type[Entry] = create_model(name, __base__=base, __doc__=about, **made)
    return model


def _field(name: str, said: OwnField) -> tuple[Any, Any]:
    anatomy = Anatomy(
        AsWritten(said.title),
        said.tier,
        said.back and AsWritten(said.back),
        _SHAPES.get(said.type, Shape.PLAIN),
        _words(said),
        said.does and AsWritten(said.does),
    )
    return _annotated(name, said, anatomy)


def _column(name: str, said: OwnColumn) -> tuple[Any, Any]:
    return _annotated(name, said, Anatomy(AsWritten(said.title), words=_words(said)))


def _words(said: Held) -> tuple[tuple[str, str], ...]:
    return tuple((choice, AsWritten(words)) for choice, words in said.choices.items())


def _annotated(name: str, said: Held, anatomy: Anatomy) -> tuple[Any, Any]:
    """The annotation of a field and its default, as pydantic takes them."""
    item, several = _type(name, said)
    about = said.about or said.title
    if several:
        least = 1 if said.required else 0
        info: Any = Field(strict=False, min_length=least, description=about)
        whole = Annotated[tuple[item, ...], info, anatomy]  # type: ignore[valid-type]  # made from what a file says
        return (whole, ...) if said.required else (whole, ())
    info = Field(description=about)
    if said.required:
        return Annotated[item, info, anatomy], ...
    return Annotated[item | None, info, anatomy], None


def _type(name: str, said: Held) -> tuple[Any, bool]:
    """What a field holds, and whether it is a list of it."""
    match said.type:
        case Sort.LINE:
            return Line, False
        case Sort.PROSE:
            return Prose, False
        case Sort.STATEMENTS | Sort.STEPS | Sort.TICKS:
            return Statement, True
        case Sort.NUMBER:
            return Number, False
        case Sort.DATE:
            return datetime.date, False
        case Sort.CHOICE:
            choices = StrEnum(name, [(f"choice_{n}", word) for n, word in enumerate(said.choices)])  # type: ignore[misc]  # made from what a file says
            return Annotated[choices, LOOSELY], False
        case Sort.ENTRY | Sort.ENTRIES:
            return Annotated[Reference, ReferenceTo(*said.to)], said.type is Sort.ENTRIES
        case Sort.RELATIONS:
            return _relation_to(said.to), True
        case Sort.TABLE:
            return _row(name, said), True
    raise ValueError(f"{said.type} is no type of field")


@cache
def _relation_to(kinds: tuple[str, ...]) -> type[Relation]:
    """A relation to one of some kinds, the same for all fields that name these."""
    to: Any = Annotated[Reference, ReferenceTo(*kinds), Field(description="The entry.")]
    fields: dict[str, Any] = {"to": (to, ...)}
    return create_model(
        f"to_{'_or_'.join(kinds)}",
        __base__=Relation,
        __doc__="An entry, with the reason.",
        **fields,
    )


def _row(name: str, said: Held) -> type[Row]:
    columns: dict[str, Any] = {
        column: _column(f"{name}_{column}", held)
        for column, held in (said.columns if isinstance(said, OwnField) else {}).items()
    }
    return create_model(
        name,
        __base__=Row,
        __doc__="One row.",
        **columns,
    )
