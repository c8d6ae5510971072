"""Who names whom around what changed, before or after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.check.draft import Draft
from schemas.fields import Entry, Reference


@dataclass(frozen=True, slots=True)
class Ground:
    """The entries of two states of the content, and everything that they name."""

    entries: Mapping[Reference, Entry]
    """Each as it is after the changes; as it was, when it is gone."""
    names: Mapping[Reference, frozenset[Reference]]
    """What an entry names in its fields and texts."""
    named_by: Mapping[Reference, frozenset[Reference]]
    """What names an entry."""

    def around(self, reference: Reference) -> frozenset[Reference]:
        """What an entry names, what names it, and their groups: all that shows it beside itself."""
        direct = self.names.get(reference, frozenset()) | self.named_by.get(reference, frozenset())
        return self.with_groups(direct)

    def with_groups(self, references: Iterable[Reference]) -> frozenset[Reference]:
        """Entries, and the groups of those that are values: a group's page shows what its values do."""
        found = frozenset(references)
        groups = (getattr(self.entries.get(reference), "group", None) for reference in found)
        return found | {group for group in groups if isinstance(group, Reference)}

    def below(self, reference: Reference) -> frozenset[Reference]:
        """The groups of a pillar, the values of these, and the values of a group."""
        found: frozenset[Reference] = frozenset()
        for child in self.named_by.get(reference, ()):
            if self._parent(child) == reference:
                found |= {child} | self.below(child)
        return found

    def above(self, reference: Reference) -> tuple[Reference, ...]:
        """The group of a value and its pillar, the pillar of a group."""
        parent = self._parent(reference)
        return (parent, *self.above(parent)) if parent else ()

    def _parent(self, reference: Reference) -> Reference | None:
        entry = self.entries.get(reference)
        if reference.kind not in {"groups", "values"} or entry is None:
            return None
        parent: Reference | None = getattr(entry, "pillar" if reference.kind == "groups" else "group", None)
        return parent


def ground_of(before: Draft, after: Draft) -> Ground:
    """The ground that two states of the content stand on."""
    names: dict[Reference, set[Reference]] = {}
    named_by: dict[Reference, set[Reference]] = {}
    for draft in (before, after):
        for source, parts in draft.parts.items():
            for _, target in (*parts.references, *parts.links()):
                names.setdefault(source, set()).add(target)
                named_by.setdefault(target, set()).add(source)
    return Ground(
        MappingProxyType({**before.entries, **after.entries}),
        MappingProxyType({source: frozenset(targets) for source, targets in names.items()}),
        MappingProxyType({target: frozenset(sources) for target, sources in named_by.items()}),
    )
