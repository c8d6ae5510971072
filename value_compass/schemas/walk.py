"""Going through everything that a model holds, and making another of it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

from value_compass.schemas.fields import Entry, Model, Reference, ReferenceTo, Relation

Keys: TypeAlias = tuple[str | int, ...]


_WITH_PARTS = (Model, tuple)


def walk(value: object) -> list[tuple[Keys, object]]:
    """Every model, reference and plain value in a model, each with the way to it from the top.

    The entry's own `reference` is left out: it is where the file lies, not what it says.
    """
    found: list[tuple[Keys, object]] = []
    _gather(value, (), found)
    return found


def _gather(value: object, keys: Keys, found: list[tuple[Keys, object]]) -> None:
    if isinstance(value, Model):
        found.append((keys, value))
        inside: Iterable[tuple[str | int, object]] = vars(value).items()
    elif isinstance(value, tuple):
        inside = enumerate(value)
    else:
        if value is not None:
            found.append((keys, value))
        return
    for key, item in inside:
        if type(item) is not str and isinstance(item, _WITH_PARTS):
            _gather(item, (*keys, key), found)
        elif item is not None and not (key == "reference" and isinstance(value, Entry)):
            # Most of what there is ends here; to go in and out again would take twice as long.
            found.append(((*keys, key), item))


GONE: Any = object()
"""What `mapped` takes out: an item of a list, or what holds it where it must be there."""


def mapped(value: Any, change: Callable[[Any], Any], leave: Collection[str] = ()) -> Any:
    """A model with something else in the place of its references and plain values.

    What is `GONE` goes: from a list the item, from a model the field where it may be left out, else the whole
    model; a relation goes with its `to`. What does not change stays the same object.

    Args:
        value: the model, or a part of one.
        change: takes a reference or a plain value, and gives what is to stand there.
        leave: fields that stay as they are, beside an entry's own `reference`.
    """
    if isinstance(value, tuple):
        items = tuple(now for item in value if (now := mapped(item, change, leave)) is not GONE)
        same = len(items) == len(value) and all(now is old for now, old in zip(items, value, strict=True))
        return value if same else items
    if not isinstance(value, Model):
        return change(value)
    changes: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        before = getattr(value, name)
        if before is None or name in leave or (name == "reference" and isinstance(value, Entry)):
            continue
        after = mapped(before, change, leave)
        if after is GONE:
            if field.is_required() or name == "to":
                return GONE
            after = None
        if after is not before:
            changes[name] = after
    return value.model_copy(update=changes) if changes else value


def references(entry: Entry) -> Iterator[tuple[Keys, Reference, Relation | None]]:
    """Every reference in an entry's fields.

    Yields:
        The way to it, the reference, and the relation that gives its reason, where there is one.
    """
    holder: tuple[Keys, object] = ((), None)
    for keys, value in walk(entry):
        if isinstance(value, Model):
            holder = (keys, value)
        elif isinstance(value, Reference):
            relation = holder[1] if keys[:-1] == holder[0] else None
            yield keys, value, relation if isinstance(relation, Relation) else None


@cache
def kinds_named(model: type[Model], field: str) -> frozenset[str]:
    """The kinds of entries that a field can name, in itself or in a part of it; none when it can name any."""
    info = model.model_fields.get(field)
    return frozenset(_kinds_in(info.annotation, info.metadata)) if info else frozenset()


def _kinds_in(annotation: Any, marks: Iterable[object] = ()) -> Iterator[str]:
    for mark in (*marks, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, ReferenceTo):
            yield from mark.kinds
    if isinstance(annotation, type) and issubclass(annotation, Model):
        for info in annotation.model_fields.values():
            yield from _kinds_in(info.annotation, info.metadata)
    for inner in getattr(annotation, "__args__", ()):
        yield from _kinds_in(inner)
