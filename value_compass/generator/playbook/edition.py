"""Which edition is asked for, and what it shows: entries for its audiences, and no trace of the others."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from value_compass.generator.load.failure import Failure
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.settings import Edition, Settings
from value_compass.schemas.walk import GONE, mapped

EntryType = TypeVar("EntryType", bound=Entry)


class NoEdition(Failure):
    """The settings know no edition of that name; the message says which there are."""


def edition_named(settings: Settings, name: str | None) -> Edition:
    """The edition of that name, or the first one when none is named.

    Raises:
        NoEdition: when the settings do not know it.
    """
    editions = {one.name: one for one in settings.editions}
    if name is not None and name not in editions:
        raise NoEdition(f"there is no edition {name} in site.yml; there is: {', '.join(editions)}")
    return editions[name] if name else settings.editions[0]


def without(entry: EntryType, hidden: Collection[Reference]) -> EntryType:
    """An entry without anything that names a hidden one.

    A list's item that names a hidden entry goes, with its reason; an optional field that names one
    becomes empty.

    Args:
        entry: an entry that the edition shows.
        hidden: the references that it does not.
    """
    if not hidden:
        return entry
    result = mapped(entry, lambda value: GONE if isinstance(value, Reference) and value in hidden else value)
    if not isinstance(result, type(entry)):
        raise ValueError(  # noqa: TRY004 - the entry is wrong, not its type
            f"{entry.reference} stands on an entry that this edition does not show"
        )
    return result
