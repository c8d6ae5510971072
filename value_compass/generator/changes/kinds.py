"""What changed in the kinds that a playbook brings itself: the kinds, and their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from value_compass.generator.changes.change import Change
from value_compass.generator.changes.told import Named, Told, phrase, quoted
from value_compass.schemas.anatomy import anatomy_of
from value_compass.schemas.fields import UNFILED
from value_compass.schemas.kinds import Kind, Kinds
from value_compass.schemas.walk import kinds_named


class KindChanged(Change, frozen=True):
    """A kind came, went, or is called otherwise."""

    before: str | None
    after: str | None

    def _told(self) -> Told:
        if self.before is None:
            return phrase("there is a new kind of entry, {kind}.", kind=quoted(self.after or ""))
        if self.after is None:
            return phrase("the kind of entry {kind} is gone.", kind=quoted(self.before))
        before, after = quoted(self.before), quoted(self.after)
        return phrase("the kind of entry {before} is now called {after}.", before=before, after=after)


class KindFieldChanged(Change, frozen=True):
    """A field of a kind came, went, is called otherwise, or holds something else."""

    kind: str
    before: str | None
    """Its title, as readers saw it."""
    after: str | None
    written_before: str | None
    """Its name in files."""
    written_after: str | None

    def _told(self) -> Told:
        kind, before, after = quoted(self.kind), quoted(self.before or ""), quoted(self.after or "")
        if self.before is None:
            return phrase("entries of {kind} have a new field, {field}.", kind=kind, field=after)
        if self.after is None:
            return phrase("entries of {kind} no longer have the field {field}.", kind=kind, field=before)
        if self.before != self.after:
            return phrase(
                "the field {before} of {kind} is now called {after}.", before=before, kind=kind, after=after
            )
        if self.written_before != self.written_after:
            return phrase(
                "files of {kind} now write {after} for the field {field}, instead of {before}.",
                kind=kind,
                field=after,
                before=quoted(self.written_before or ""),
                after=quoted(self.written_after or ""),
            )
        return phrase("the field {field} of {kind} holds something else.", field=after, kind=kind)


def kind_changes(before: Kinds, after: Kinds) -> Iterator[Change]:
    """What changed in the kinds of a playbook, in reading order.

    Args:
        before: the kinds of the older state.
        after: those of the newer state.
    """
    subject = Named(UNFILED, "Settings")
    for folder, kind in {**before, **after}.items():
        old, new = before.get(folder), after.get(folder)
        if old is None or new is None:
            names = (old.plural if old else None, new.plural if new else None)
            yield KindChanged(subject, *names)
        elif old is not new:
            if old.plural != new.plural:
                yield KindChanged(subject, old.plural, new.plural)
            yield from _field_changes(subject, old, kind)


def _field_changes(subject: Named, old: Kind, new: Kind) -> Iterator[Change]:
    before, after = _titles(old), _titles(new)
    gone = {title: name for name, title in before.items() if name not in after}
    come = {title: name for name, title in after.items() if name not in before}
    for title, name in gone.items():
        to = come.pop(title, None)
        yield KindFieldChanged(subject, new.plural, title, title if to else None, name, to)
    for title, name in come.items():
        yield KindFieldChanged(subject, new.plural, None, title, None, name)
    for name in (one for one in before if one in after):
        if before[name] != after[name] or _held(old, name) != _held(new, name):
            yield KindFieldChanged(subject, new.plural, before[name], after[name], name, name)


def _titles(kind: Kind) -> Mapping[str, str]:
    """The fields of a kind that readers see, and what these are called."""
    found = ((name, anatomy_of(kind.model, name)) for name in kind.model.model_fields)
    return {name: anatomy.title for name, anatomy in found if anatomy}


def _held(kind: Kind, field: str) -> tuple[Any, ...]:
    """What a field holds, and where it stands."""
    info, anatomy = kind.model.model_fields[field], anatomy_of(kind.model, field)
    stands = (anatomy.tier, anatomy.shape, anatomy.words, anatomy.back, anatomy.does) if anatomy else ()
    schema = TypeAdapter[Any](info.annotation or object).json_schema()
    return (*stands, info.is_required(), kinds_named(kind.model, field), schema)
