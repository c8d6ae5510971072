"""What fields and relations are called when one tells of their changes."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct
from pydantic import BaseModel

from value_compass.generator.changes.told import Named
from value_compass.language.words import _
from value_compass.schemas.anatomy import anatomy_of, names_one
from value_compass.schemas.fields import UNFILED, Model
from value_compass.schemas.settings import Settings

FieldPath: TypeAlias = tuple[str, ...]
"""The way to a field from the top of a file: its name, or the list, the item's own words, and its name."""


class Verb(Struct, frozen=True):
    """What an entry does to the one that it names."""

    does: str
    """Such as "builds"."""
    begins: str
    """Such as "now also builds"."""
    stops: str
    """Such as "no longer builds"."""


def model_of(named: Named) -> type[Model] | None:
    """The model of what changed: of an entry's kind, or of the settings; nothing for a kind that is gone."""
    if named.reference == UNFILED:
        return Settings
    return named.registered.model if named.registered else None


def field_words(model: type[BaseModel] | None, field: str) -> str:
    """A field in words, within a sentence."""
    anatomy = anatomy_of(model, field) if model else None
    return anatomy.inside if anatomy else field.replace("_", " ")


def relation_words(model: type[BaseModel] | None, field: str) -> Verb:
    """What an entry does that names another one in a field."""
    anatomy = anatomy_of(model, field) if model else None
    does = (anatomy.does if anatomy else None) or _('names under "{field}"', field=field_words(model, field))
    if model and names_one(model, field):
        return Verb(does, _("now {does}", does=does), _("no longer {does}", does=does))
    if does.startswith("is "):
        rest = does.removeprefix("is ")
        return Verb(does, _("is now also {what}", what=rest), _("is no longer {what}", what=rest))
    return Verb(does, _("now also {does}", does=does), _("no longer {does}", does=does))
