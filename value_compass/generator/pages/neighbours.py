"""What stands around an entry: what others say of it, what stands above, below and beside it."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.language.words import _, capital
from value_compass.schemas.anatomy import Tier, anatomy_of
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import ReadOn, parent_of
from value_compass.schemas.walk import kinds_named


class Told(Struct, frozen=True, eq=False):
    """What another entry says of this one, or of one that stands below it."""

    source: Entry
    relations: tuple[Relation, ...]
    through: tuple[Entry, ...]
    """The entries below this one that it names instead."""


class Incoming(Struct, frozen=True, eq=False):
    """What other entries say of one, under one heading."""

    id: str
    """Where on the page it stands."""
    field: str
    title: str
    told: tuple[Told, ...]
    aside: bool
    """Whether it is only said by entries that one looks up, such as the words of the glossary."""


def incoming(playbook: Playbook, entry: Entry) -> tuple[Incoming, ...]:
    """What others say of an entry, merged by who says it; citations are left out.

    What names an entry below this one stands here too, when it could have named this one in its place.
    """
    below = [child for child in children(playbook, entry) if child.reference != entry.reference]
    found: dict[str, dict[Reference, list[Relation]]] = {}
    for target in (entry, *below):
        for relation in playbook.relations_to(target):
            tier = getattr(anatomy_of(type(relation.source), relation.field), "tier", None)
            if tier is Tier.SOURCE or _stands_below(playbook, relation):
                continue
            nameable = kinds_named(type(relation.source), relation.field)
            if target is not entry and entry.reference.kind not in nameable:
                continue
            by_source = found.setdefault(relation.backward, {})
            by_source.setdefault(relation.source.reference, []).append(relation)
    result: dict[str, Incoming] = {}
    for title, by_source in found.items():
        first = next(iter(by_source.values()))[0]
        id_ = f"from-{first.field.replace('_', '-')}"
        id_ = f"{id_}-{first.source.reference.kind}" if id_ in result else id_
        told = sorted((_told(entry, r) for r in by_source.values()), key=lambda t: _order(playbook, t))
        kinds = {playbook.kinds[one.source.reference.kind] for one in told}
        aside = all(kind.read_on is ReadOn.KINDS_PAGE for kind in kinds)
        result[id_] = Incoming(id_, first.field, title, tuple(told), aside)
    return tuple(sorted(result.values(), key=lambda one: (one.aside, one.title)))


def _stands_below(playbook: Playbook, relation: Relation) -> bool:
    """Whether a relation only says what stands below what, which the page shows in its own place."""
    kind = playbook.kinds.get(relation.source.reference.kind)
    return kind is not None and kind.parent == relation.field


def _told(entry: Entry, relations: list[Relation]) -> Told:
    through = {r.target.reference: r.target for r in relations if r.target.reference != entry.reference}
    return Told(relations[0].source, tuple(relations), tuple(through.values()))


def _order(playbook: Playbook, told: Told) -> tuple[object, ...]:
    """By kind, then by the step of the path, then by name."""
    step = playbook.place(told.source).step
    kind = list(playbook.kinds).index(told.source.reference.kind)
    own = getattr(told.source, "order", 0) if playbook.kinds[told.source.reference.kind].parent is None else 0
    return (kind, step.order if step else 99, own, playbook.sort_key(told.source.name))


def children(playbook: Playbook, entry: Entry) -> tuple[Entry, ...]:
    """What stands right below an entry, in reading order."""
    found = (relation.source for relation in playbook.relations_to(entry))
    below = {c.reference: c for c in found if parent_of(c, playbook.kinds) == entry.reference}
    return tuple(below.values())


def read_here(playbook: Playbook, entry: Entry) -> tuple[Entry, ...]:
    """The entries that are read on the page of one, in reading order."""
    return tuple(
        child
        for child in children(playbook, entry)
        if playbook.kinds[child.reference.kind].read_on is ReadOn.PARENTS_PAGE
    )


def below_by_kind(playbook: Playbook, entry: Entry) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """What stands right below an entry on pages of its own, by kind, each list with its title."""
    found: dict[str, list[Entry]] = {}
    for child in children(playbook, entry):
        if playbook.kinds[child.reference.kind].read_on is not ReadOn.PARENTS_PAGE:
            found.setdefault(child.reference.kind, []).append(child)
    return tuple((_title_below(playbook, folder), tuple(entries)) for folder, entries in found.items())


def _title_below(playbook: Playbook, folder: str) -> str:
    kind = playbook.kinds[folder]
    anatomy = anatomy_of(kind.model, kind.parent or "")
    return (anatomy.back if anatomy else None) or kind.plural


def beside(playbook: Playbook, entry: Entry) -> tuple[Entry | None, tuple[Entry, ...]]:
    """What an entry stands below, and what of its kind stands there too."""
    above = parent_of(entry, playbook.kinds)
    if above is None:
        return None, ()
    near = children(playbook, playbook[above])
    others = (one for one in near if one.reference.kind == entry.reference.kind)
    return playbook[above], tuple(one for one in others if one.reference != entry.reference)


def above(playbook: Playbook, entry: Entry) -> tuple[Entry, ...]:
    """What an entry stands below, the nearest first: a group, then its pillar."""
    parent = parent_of(entry, playbook.kinds)
    return (playbook[parent], *above(playbook, playbook[parent])) if parent else ()


def kicker(playbook: Playbook, entry: Entry) -> str:
    """What an entry is, and below what it stands: Value of Good bread, Craft."""
    word = capital(playbook.kinds[entry.reference.kind].singular)
    names = ", ".join(one.name for one in above(playbook, entry))
    return _("{kind} of {entries}", kind=word, entries=names) if names else word
