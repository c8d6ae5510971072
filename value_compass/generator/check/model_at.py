"""Which model and which fields stand at a place of a file."""

from __future__ import annotations

from typing import Any, get_origin

from value_compass.generator.load.document import Keys
from value_compass.schemas.anatomy import is_markdown
from value_compass.schemas.fields import Model


def model_at(model: type[Model], keys: Keys) -> type[Model] | None:
    """The model of the fields that stand at a place, as far as the annotations tell.

    Args:
        model: the model of the whole file.
        keys: the way to the place.
    """
    current: Any = model
    by_name = False
    for key in keys:
        if isinstance(key, int) or by_name:
            by_name = False
            continue
        found = current.model_fields.get(key)
        current = _model_in(found.annotation) if found else None
        # What a file gives names of its own to has one more key on the way.
        by_name = found is not None and get_origin(found.annotation) is dict
        if current is None:
            return None
    return current if not by_name and isinstance(current, type) and issubclass(current, Model) else None


def takes_markdown(model: type[Model], keys: Keys) -> bool:
    """Whether the text at a place of a file is Markdown of several paragraphs."""
    last = max(place for place, key in enumerate(keys) if isinstance(key, str))
    holder = model_at(model, keys[:last])
    return holder is not None and is_markdown(holder, str(keys[last]))


def fields_of(model: type[Model] | None) -> list[str]:
    """The names that a file may use for the fields of a model."""
    return [name for name in model.model_fields if name != "reference"] if model else []


def required_of(model: type[Model] | None) -> list[str]:
    """The names of the fields that a model cannot do without."""
    if model is None:
        return []
    names = [name for name, field in model.model_fields.items() if field.is_required()]
    # What comes first in a file is what a relation leads to.
    return sorted(names, key=lambda name: name != "to")


def reads_plain_text(model: type[Model] | None) -> bool:
    """Whether a file may write plain text in place of the model's fields."""
    return hasattr(model, "_from_plain_text")


def _model_in(annotation: Any) -> Any:
    if hasattr(annotation, "model_fields"):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None
