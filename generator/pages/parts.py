"""What the page of an entry shows, read from its model: the parts of each tier, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.pages.views import minutes
from generator.playbook.playbook import Playbook
from generator.playbook.relation import Relation
from schemas.anatomy import Anatomy, Shape, Tier, anatomy_of, is_markdown
from schemas.fields import Basis, Citation, Entry, Model, Need, Reference, Statement
from schemas.fields import Relation as RelationField
from schemas.kinds import KINDS, ReadOn, parent_of
from schemas.walk import kinds_named, walk


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One thing that a part lists."""

    name: str | None = None
    """What it is called, where it has a name."""
    to: Entry | None = None
    """The entry that it is about."""
    texts: tuple[str, ...] = ()
    """What it says, in authors' words."""
    facts: tuple[tuple[str, str], ...] = ()
    """Short things to know of it, each with its title."""
    links: tuple[tuple[str, tuple[Entry, ...]], ...] = ()
    """The entries that it names beside, each list with its title."""
    rests: bool = False
    """Whether it can rest on another basis than the rest of its entry."""
    basis: Basis | None = None
    where: str | None = None
    inner: tuple[Part, ...] = ()
    """What else it holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What one field of an entry shows."""

    field: str
    title: str
    look: str
    """How it is set: `line`, `prose`, `names`, `list`, `steps`, `ticks` or `relations`."""
    own: bool
    """Whether the template of the kind sets it."""
    text: str = ""
    items: tuple[Item, ...] = ()

    @property
    def id(self) -> str:
        """Where on the page it stands."""
        return self.field.replace("_", "-")

    @property
    def listed(self) -> bool:
        """Whether it names several things."""
        return len(self.items) > 1


def parts(playbook: Playbook, entry: Entry, tier: str) -> tuple[Part, ...]:
    """What an entry shows in a tier, in the order of its model's fields; what is empty is left out.

    Args:
        playbook: what the edition shows.
        entry: the entry.
        tier: such as `do`.
    """
    return tuple(
        part
        for field, anatomy in _fields(type(entry), Tier(tier))
        if (part := _part(playbook, entry, field, anatomy))
    )


@cache
def _fields(model: type[Model], tier: Tier) -> tuple[tuple[str, Anatomy], ...]:
    found = ((field, anatomy_of(model, field)) for field in model.model_fields)
    return tuple((field, anatomy) for field, anatomy in found if anatomy and anatomy.tier is tier)


def _part(playbook: Playbook, holder: Model, field: str, anatomy: Anatomy) -> Part | None:
    value = getattr(holder, field)
    if value is None or value in ((), ""):
        return None
    own = anatomy.shape is Shape.OWN
    if isinstance(value, tuple):
        items = tuple(_item(playbook, item, anatomy) for item in value)
        return Part(field, anatomy.title, _look(value, anatomy), own, items=items)
    if isinstance(value, Model):
        return Part(field, anatomy.title, "list", own, items=(_item(playbook, value, anatomy),))
    if isinstance(value, Reference):
        return Part(field, anatomy.title, "names", own, items=(Item(to=playbook[value]),))
    look = "prose" if is_markdown(type(holder), field) else "line"
    return Part(field, anatomy.title, look, own, _words(value, anatomy))


def _look(value: tuple[Any, ...], anatomy: Anatomy) -> str:
    if anatomy.shape in (Shape.STEPS, Shape.TICKS, Shape.NAMES):
        return str(anatomy.shape)
    if all(isinstance(item, Reference) or not isinstance(item, Model) for item in value):
        return "names"
    return "relations" if any(_target(item) for item in value) else "list"


def _words(value: object, anatomy: Anatomy) -> str:
    if anatomy.shape is Shape.MINUTES and isinstance(value, int):
        return minutes(value)
    return anatomy.said(value)


def _item(playbook: Playbook, value: Any, anatomy: Anatomy) -> Item:
    if isinstance(value, Reference):
        return Item(to=playbook[value])
    if not isinstance(value, Model):
        return Item(texts=(_words(value, anatomy),))
    to = _target(value)
    named: list[str] = []
    texts: list[str] = []
    facts: list[tuple[str, str]] = []
    links: list[tuple[str, tuple[Entry, ...]]] = []
    inner: list[Part] = []
    for field in type(value).model_fields:
        held = getattr(value, field)
        if held is None or held in ((), "", False) or field in _ASIDE or (held is to and held):
            continue
        told = anatomy_of(type(value), field) or Anatomy(field.replace("_", " ").capitalize())
        if isinstance(held, Reference):
            links.append((told.title, (playbook[held],)))
        elif isinstance(held, tuple) and all(isinstance(one, Reference) for one in held):
            links.append((told.title, tuple(playbook[one] for one in held)))
        elif isinstance(held, tuple | Model) and (part := _part(playbook, value, field, told)):
            inner.append(part)
        elif field in _NAMES and not named:
            named.append(str(held))
        elif isinstance(held, str) and not told.words and type(held) is str:
            texts.append(held)
        else:
            facts.append((told.title, _words(held, told) if held is not True else ""))
    return Item(
        named[0] if named else None,
        playbook[to] if to else None,
        tuple(texts),
        tuple(facts),
        tuple(links),
        "basis" in type(value).model_fields,
        getattr(value, "basis", None) if isinstance(getattr(value, "basis", None), Basis) else None,
        getattr(value, "where", None),
        tuple(inner),
    )


_ASIDE = frozenset({"basis", "where", "id"})
"""Fields of a part that say where it comes from, or what files call it."""

_NAMES = ("name", "title")
"""Fields of a part that name it."""


def _target(item: Any) -> Reference | None:
    to = getattr(item, "to", None) if isinstance(item, Model) else None
    return to if isinstance(to, Reference) else None


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What another entry says of this one, or of one that stands below it."""

    source: Entry
    relations: tuple[Relation, ...]
    through: tuple[Entry, ...]
    """The entries below this one that it names instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Incoming:
    """What other entries say of one, under one heading."""

    id: str
    """Where on the page it stands."""
    field: str
    title: str
    told: tuple[Told, ...]


def incoming(playbook: Playbook, entry: Entry) -> tuple[Incoming, ...]:
    """What others say of an entry, merged by who says it; citations are left out.

    What names an entry below this one stands here too, when it could have named this one in its place.
    """
    below = [child for child in children(playbook, entry) if child.reference != entry.reference]
    found: dict[str, dict[Reference, list[Relation]]] = {}
    for target in (entry, *below):
        for relation in playbook.relations_to(target):
            tier = getattr(anatomy_of(type(relation.source), relation.field), "tier", None)
            if tier is Tier.SOURCE or _stands_below(relation):
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
        result[id_] = Incoming(id_, first.field, title, tuple(told))
    return tuple(sorted(result.values(), key=lambda one: (_aside(one), one.title)))


def _aside(incoming: Incoming) -> bool:
    """Whether it is only said by entries that one looks up, such as the words of the glossary."""
    kinds = {one.source.reference.kind for one in incoming.told}
    return all(KINDS[kind].read_on is ReadOn.KINDS_PAGE for kind in kinds)


def _stands_below(relation: Relation) -> bool:
    """Whether a relation only says what stands below what, which the page shows in its own place."""
    kind = KINDS.get(relation.source.reference.kind)
    return kind is not None and kind.parent == relation.field


def _told(entry: Entry, relations: list[Relation]) -> Told:
    through = {r.target.reference: r.target for r in relations if r.target.reference != entry.reference}
    return Told(relations[0].source, tuple(relations), tuple(through.values()))


def _order(playbook: Playbook, told: Told) -> tuple[object, ...]:
    """By kind, then by the step of the path, then by name."""
    step = playbook.place(told.source).step
    kind = list(KINDS).index(told.source.reference.kind)
    own = getattr(told.source, "order", 0) if KINDS[told.source.reference.kind].parent is None else 0
    return (kind, step.order if step else 99, own, told.source.name.casefold())


def children(playbook: Playbook, entry: Entry) -> tuple[Entry, ...]:
    """What stands right below an entry, in reading order."""
    found = (relation.source for relation in playbook.relations_to(entry))
    below = {c.reference: c for c in found if parent_of(c) == entry.reference}
    return tuple(below.values())


def read_here(playbook: Playbook, entry: Entry) -> tuple[Entry, ...]:
    """The entries that are read on the page of one, in reading order."""
    return tuple(
        child
        for child in children(playbook, entry)
        if KINDS[child.reference.kind].read_on is ReadOn.PARENTS_PAGE
    )


def below_by_kind(playbook: Playbook, entry: Entry) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """What stands right below an entry on pages of its own, by kind, each list with its title."""
    found: dict[str, list[Entry]] = {}
    for child in children(playbook, entry):
        if KINDS[child.reference.kind].read_on is not ReadOn.PARENTS_PAGE:
            found.setdefault(child.reference.kind, []).append(child)
    return tuple((_title_below(folder), tuple(entries)) for folder, entries in found.items())


def _title_below(folder: str) -> str:
    kind = KINDS[folder]
    anatomy = anatomy_of(kind.model, kind.parent or "")
    return (anatomy.back if anatomy else None) or kind.plural


def beside(playbook: Playbook, entry: Entry) -> tuple[Entry | None, tuple[Entry, ...]]:
    """What an entry stands below, and what of its kind stands there too."""
    above = parent_of(entry)
    if above is None:
        return None, ()
    near = children(playbook, playbook[above])
    others = (one for one in near if one.reference.kind == entry.reference.kind)
    return playbook[above], tuple(one for one in others if one.reference != entry.reference)


def kicker(playbook: Playbook, entry: Entry) -> str:
    """What an entry is, and below what it stands: Value of Personal bond, Trust."""
    above = parent_of(entry)
    names: list[str] = []
    while above is not None:
        names.append(playbook[above].name)
        above = parent_of(playbook[above])
    word = KINDS[entry.reference.kind].singular.capitalize()
    return f"{word} of {', '.join(names)}" if names else word


def title_of(entry: Entry, field: str) -> str:
    """What a field of an entry is called."""
    anatomy = anatomy_of(type(entry), field)
    return anatomy.title if anatomy else field


class Bases:
    """On what basis the entries of a page rest; each is looked over once a page."""

    def __init__(self) -> None:
        self._known: dict[Reference, tuple[Basis, Basis] | None] = {}

    def forget(self) -> None:
        """Begin another page, which is made from what it reads itself."""
        self._known.clear()

    def usual(self, entry: Entry) -> Basis | None:
        """The basis of most of what an entry says; nothing for one that cites nothing."""
        bases = self._of(entry)
        return bases[1] if bases else None

    def exception(self, page: Entry, holder: Entry, basis: Basis | None) -> Basis | None:
        """The basis of a statement where it is another than the usual one of the page.

        Args:
            page: the entry whose page it is.
            holder: the entry that makes the statement.
            basis: what the statement says of its basis.
        """
        bases = self._of(holder)
        own = basis or (bases[0] if bases else None)
        return own if own is not self.usual(page) else None

    def _of(self, entry: Entry) -> tuple[Basis, Basis] | None:
        if entry.reference not in self._known:
            self._known[entry.reference] = _bases(entry)
        return self._known[entry.reference]


def _bases(entry: Entry) -> tuple[Basis, Basis] | None:
    """The basis of what an entry says without a word on it, and the one of most of what it says."""
    citations: Iterable[Citation] = getattr(entry, "sources", ())
    own = sorted(citations, key=lambda citation: citation.covers is not None)
    if not own:
        return None
    default = own[0].basis
    said = [value for _, value in walk(entry) if isinstance(value, Statement | RelationField | Need)]
    counted = Counter(value.basis or default for value in said)
    return default, counted.most_common(1)[0][0] if counted else default
