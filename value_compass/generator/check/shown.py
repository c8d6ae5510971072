"""What is left of an entry in an edition that hides others.

This follows `generator/playbook/edition.py`, which takes the rest away: an item of a list that names a
hidden entry goes, with its reason, and an optional field that names one becomes empty.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from annotated_types import MinLen
from msgspec import Struct, field

from value_compass.generator.load.document import Keys
from value_compass.schemas.fields import Entry, Model, Reference


class Shown(Struct):
    """What an edition shows of an entry, and what it cannot do without."""

    texts: list[tuple[Keys, str]] = field(default_factory=list)
    """The texts that are left, each with the way to it."""
    hole: Keys | None = None
    """The way to a field that must be there and would not."""


def shown_of(entry: Entry, hidden: Collection[Reference]) -> Shown:
    """What is left of an entry without anything that names a hidden one."""
    shown = Shown()
    _keep(entry, (), hidden, shown)
    return shown


def _keep(value: Any, keys: Keys, hidden: Collection[Reference], shown: Shown) -> bool:
    """Collect the texts of a value that stays.

    Returns:
        Whether it stays.
    """
    if isinstance(value, Reference):
        return value not in hidden
    if isinstance(value, tuple):
        # Every item is gone through, also when the first already stays.
        staying = [_keep(item, (*keys, index), hidden, shown) for index, item in enumerate(value)]
        return any(staying) or not value
    if isinstance(value, Model):
        return _keep_model(value, keys, hidden, shown)
    if type(value) is str:
        shown.texts.append((keys, value))
    return True


def _keep_model(model: Model, keys: Keys, hidden: Collection[Reference], shown: Shown) -> bool:
    before = len(shown.texts)
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value is None or (name == "reference" and isinstance(model, Entry)):
            continue
        place = (*keys, name)
        if _keep(value, place, hidden, shown):
            continue
        if isinstance(value, tuple):
            # Without any of its sources an entry would pass for ours.
            needed = name == "sources" or any(isinstance(limit, MinLen) for limit in info.metadata)
        else:
            needed = info.is_required() or name == "to"
        if needed:
            if isinstance(model, Entry):
                shown.hole = shown.hole or place
                continue
            del shown.texts[before:]
            return False
    return True
