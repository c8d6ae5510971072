"""What a field is to a reader: its title, its tier on the page, and the words of a relation at both ends."""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from msgspec import Struct
from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from value_compass.language.words import _, choice, inside, translated

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


class Tier(StrEnum):
    """How near to a reader's hand a field stands: in the order of a page."""

    HEAD = "head"
    """Under the name: the one line that says what the entry is about."""
    FACT = "fact"
    """In the strip of facts: short, and always at the same place."""
    DO = "do"
    """What one acts on, in the order of acting."""
    KNOW = "know"
    """Why, when, when not, what it needs and builds, where it stands."""
    SOURCE = "source"
    """Where it comes from, and what the research says about itself."""


class Shape(StrEnum):
    """How a field is set, where its type alone does not say it."""

    PLAIN = "plain"
    """As its type suggests: a line, prose, a list, a list of relations."""
    STEPS = "steps"
    """A numbered list: its order matters."""
    TICKS = "ticks"
    """A list to tick off, with boxes in print."""
    NAMES = "names"
    """Names in one running line."""
    MINUTES = "minutes"
    """A length of time in minutes, in words."""
    TABLE = "table"
    """A list of parts in rows, with a column for each of their fields."""
    ASIDE = "aside"
    """Beside what its part says, under its title: no sentence that goes on from it."""
    OWN = "own"
    """Set by the template of its kind; the generic page leaves it out."""


class Markdown(Struct, frozen=True):
    """Annotation of a text: it is Markdown of several paragraphs."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        # It limits no field; pydantic would look in each what it does.
        return handler(source)


@translated("title", "back", "does")
class Anatomy(Struct, frozen=True):
    """What a field of an entry, or of a part of one, is to a reader; stands in the field's annotation.

    The order of a model's fields is their order within a tier.
    """

    title: str
    """Its heading, on the page, in the book, on a card and in a list of changes: "How it shows"."""
    tier: Tier = Tier.KNOW
    """Where on the page of an entry it stands; of no meaning in a part of an entry."""
    back: str | None = None
    """What the relation is called at the entry that it names: "Built by"."""
    shape: Shape = Shape.PLAIN
    words: tuple[tuple[str, str], ...] = ()
    """For a choice: each value with the words that a reader sees for it."""
    does: str | None = None
    """What the entry does to the one that it names, as a verb: "builds", "is helped by"."""
    beside: tuple[str, str] | None = None
    """Another field, and its heading where that field is filled, as a message."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        # As above.
        return handler(source)

    def title_in(self, holder: BaseModel) -> str:
        """Its heading in an entry."""
        other, title = self.beside or ("", "")
        return _(title) if other and getattr(holder, other, None) else self.title

    @property
    def inside(self) -> str:
        """The title within a sentence."""
        return inside(self.title)

    def said(self, value: object) -> str:
        """A choice in the words that a reader sees for it."""
        word = dict(self.words).get(str(value))
        if word:
            return _(word)
        if isinstance(value, StrEnum):
            return choice(value)
        return value if isinstance(value, str) else str(value)


@cache
def anatomy_of(model: type[BaseModel], field: str) -> Anatomy | None:
    """What a field of a model is to a reader.

    Args:
        model: the model of an entry or of a part of one.
        field: the name of one of its fields.

    Returns:
        Its anatomy; nothing for a field that readers do not see.
    """
    info = model.model_fields.get(field)
    return next((mark for mark in info.metadata if isinstance(mark, Anatomy)), None) if info else None


def title_for(model: type[BaseModel], field: str) -> str:
    """What a field of a model is called, whoever holds it."""
    anatomy = anatomy_of(model, field)
    return anatomy.title if anatomy else field


def back_for(model: type[BaseModel], field: str) -> str:
    """What a relation is called at the entry that it names."""
    anatomy = anatomy_of(model, field)
    return (anatomy.back if anatomy else None) or field


def choice_words(holder: BaseModel, field: str) -> str:
    """The choice that a field holds, in the words that a reader sees for it."""
    anatomy, value = anatomy_of(type(holder), field), getattr(holder, field)
    return anatomy.said(value) if anatomy else str(value)


@cache
def is_markdown(model: type[BaseModel], field: str) -> bool:
    """Whether a field holds Markdown of several paragraphs."""
    info = model.model_fields[field]
    marks = (*info.metadata, *(mark for inner in get_args(info.annotation) for mark in get_args(inner)))
    return any(isinstance(mark, Markdown) for mark in marks)


@cache
def part_of(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    """The model of what a field holds, alone or in a list; nothing for a plain value."""
    info = model.model_fields.get(field)
    return next(_models(info.annotation), None) if info else None


@cache
def names_one(model: type[BaseModel], field: str) -> bool:
    """Whether a field holds one value and no list."""
    info: FieldInfo | None = model.model_fields.get(field)
    return info is not None and not any(kind is tuple for kind in _origins(info.annotation))


def _models(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _origins(annotation: Any) -> Any:
    yield getattr(annotation, "__origin__", annotation)
    for inner in get_args(annotation):
        yield from _origins(inner)
