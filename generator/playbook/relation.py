"""Relations between entries, and what they are called at both ends."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.fields import Basis, Entry


@dataclass(frozen=True, slots=True)
class Wording:
    """What a relation is called at the entry that states it, and at the one that it names."""

    forward: str
    backward: str


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
    def wording(self) -> Wording:
        """What the relation is called at both ends."""
        return _WORDINGS.get(self.field) or Wording(
            self.field.replace("_", " ").capitalize(), f"Named by {self.source.reference.kind}"
        )


_WORDINGS = {
    "influences": Wording("Leads to", "Rests on"),
    "carries": Wording("Carries", "Carried by"),
    "pillar": Wording("Pillar", "Groups"),
    "group": Wording("Group", "Values"),
    "needs": Wording("Needs", "Needed by"),
    "builds": Wording("Builds", "Built by"),
    "establishes": Wording("Establishes", "Established in step"),
    "helps": Wording("What helps", "Helps with"),
    "watch_for": Wording("Watch for", "Sets back"),
    "reading_path": Wording("Reading path", "Read by"),
    "leads": Wording("Leads", "Led by"),
    "ours": Wording("On our side", "Takes part in"),
    "position": Wording("Position", "Cases"),
    "timeline": Wording("Timeline", "Seen in cases"),
    "see": Wording("See also", "Explained in the glossary"),
    "sources": Wording("Sources", "Source of"),
    "literature": Wording("Literature", "Behind"),
}
