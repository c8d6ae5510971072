"""Relations between entries, and what they are called at the entry that is named."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.fields import Basis, Entry


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """One entry names another, with the reason where it gives one."""

    source: Entry
    field: str
    """The field of the source's file that names the target."""
    target: Entry
    reason: str | None = None
    basis: Basis | None = None
    where: str | None = None

    @property
    def backward(self) -> str:
        """What the relation is called at the entry that it names."""
        return _BACKWARD.get(self.field) or f"Named by {self.source.reference.kind}"


_BACKWARD = {
    "influences": "Rests on",
    "carries": "Carried by",
    "pillar": "Groups",
    "group": "Values",
    "needs": "Needed by",
    "builds": "Built by",
    "establishes": "Established in step",
    "helps": "Helps with",
    "watch_for": "Sets back",
    "reading_path": "Read by",
    "leads": "Led by",
    "ours": "Takes part in",
    "position": "Cases",
    "timeline": "Seen in cases",
    "see": "Explained in the glossary",
    "sources": "Source of",
    "literature": "Behind",
}
