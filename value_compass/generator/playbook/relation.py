"""Relations between entries, and what they are called at the entry that is named."""

from __future__ import annotations

from msgspec import Struct

from value_compass.language.words import _, inside
from value_compass.schemas.anatomy import anatomy_of
from value_compass.schemas.fields import Basis, Entry
from value_compass.schemas.kinds import Kind


class Relation(Struct, frozen=True, eq=False):
    """One entry names another, with the reason where it gives one."""

    source: Entry
    field: str
    """The field of the source's file that names the target."""
    target: Entry
    kind: Kind
    """What the source is."""
    reason: str | None = None
    basis: Basis | None = None
    where: str | None = None

    @property
    def backward(self) -> str:
        """What the relation is called at the entry that it names."""
        anatomy = anatomy_of(type(self.source), self.field)
        if anatomy and anatomy.back:
            return anatomy.back
        return _("Named by {entries}", entries=inside(self.kind.plural))
