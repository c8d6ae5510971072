"""Entries in another language than their playbook: each of their texts knows its language."""

from __future__ import annotations

from typing import TypeVar

from value_compass.language.texts import InLanguage
from value_compass.schemas.fields import Entry
from value_compass.schemas.walk import mapped

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
    marked: EntryType = mapped(
        entry, lambda value: InLanguage(value, own) if type(value) is str else value, _NO_TEXTS
    )
    return marked
