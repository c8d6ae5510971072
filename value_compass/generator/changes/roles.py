"""The roles that entries concern: those who take part, lead it, or have it on their reading path."""

from __future__ import annotations

from collections.abc import Mapping

from value_compass.generator.check.draft import Draft
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.route import Role


def roles_concerned(*drafts: Draft) -> Mapping[Reference, frozenset[Reference]]:
    """The roles that each entry concerns."""
    found: dict[Reference, set[Reference]] = {}
    for draft in drafts:
        for reference, entry in draft.entries.items():
            found.setdefault(reference, set()).update(_taking_part(entry))
            if isinstance(entry, Role):
                for named in (*(to.to for to in entry.reading_path), *(to.to for to in entry.leads)):
                    found.setdefault(named, set()).add(reference)
    return {reference: frozenset(roles) for reference, roles in found.items()}


def _taking_part(entry: Entry) -> tuple[Reference, ...]:
    ours: tuple[Reference, ...] = getattr(entry, "ours", ())
    return (entry.reference,) if isinstance(entry, Role) else ours
