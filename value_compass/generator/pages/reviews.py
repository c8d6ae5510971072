"""What owners have to read through, and what readers are told of it."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.pages.overview import Overview
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.fields import Entry
from value_compass.schemas.reviews import Standing
from value_compass.schemas.settings import Inside


class ToRead(Struct, frozen=True):
    """An entry to read through, and why."""

    entry: Entry
    overdue: bool
    changed: bool
    suspect: tuple[Entry, ...]
    """The entries that it names and that changed since."""


def to_read(playbook: Playbook) -> list[tuple[str, list[ToRead]]]:
    """What each owner has to read through; owners by name, the longest unread entry first."""
    owners: dict[str, list[ToRead]] = {}
    for reference, standing in playbook.reviews.items():
        entry = playbook[reference]
        suspect = tuple(playbook[target] for target in standing.suspect)
        owners.setdefault(entry.owner, []).append(ToRead(entry, standing.overdue, standing.changed, suspect))
    return [
        (owner, sorted(owners[owner], key=lambda one: one.entry.reviewed))
        for owner in sorted(owners, key=playbook.sort_key)
    ]


def recorded(playbook: Playbook) -> int:
    """How many entries have a review that was recorded with what they said."""
    return sum(entry.fingerprint is not None for entry in playbook.entries.values())


def review_note(standing: Standing) -> str:
    """What the readers of an entry are told of its review."""
    if standing.changed:
        return _("It changed since.")
    if standing.suspect:
        return _("Entries that it names changed since.")
    return _("It is due for its next review.")


REVIEWS = Overview(
    "reviews",
    "Reviews",
    "What owners have to read through again, and why.",
    "sources",
    # It lists what there is to read by owner.
    lambda playbook: playbook.edition.shows(Inside.REVIEWS) and playbook.edition.shows(Inside.OWNERS),
    lambda material: {"owners": to_read(material.playbook), "recorded": recorded(material.playbook)},
    hub="research",
    before="reference/reviews.html",
)
"""The page of what is to be read through."""
