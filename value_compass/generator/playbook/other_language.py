"""Entries in another language than their playbook: each of their texts knows its language."""

from __future__ import annotations

from typing import Any, TypeVar

from value_compass.language.texts import InLanguage
from value_compass.schemas.fields import Entry, Model

EntryType = TypeVar("EntryType", bound=Entry)

_NO_TEXTS = frozenset({"reference", "language", "audience", "fingerprint", "owner", "id"})
"""What readers do not see as it is written, and who keeps an entry: a team of the playbook's own."""


def in_its_language(entry: EntryType, language: str) -> EntryType:
    """An entry whose texts say in which language they are, where that is not the playbook's.

    Args:
        entry: the entry.
        language: that of the playbook.
    """
    own = entry.language
    if own is None or own == language:
        return entry
    marked: EntryType = _marked(entry, own)
    return marked


def _marked(value: Any, language: str) -> Any:
    if type(value) is str:
        return InLanguage(value, language)
    if isinstance(value, tuple):
        return tuple(_marked(item, language) for item in value)
    if not isinstance(value, Model):
        return value
    changes = {
        name: after
        for name in type(value).model_fields
        if name not in _NO_TEXTS
        and (after := _marked(before := getattr(value, name), language)) is not before
    }
    return value.model_copy(update=changes) if changes else value
