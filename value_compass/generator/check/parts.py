"""What an entry is made of, gone through once for all rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from value_compass.generator.check.reading import readings
from value_compass.generator.load.document import Keys
from value_compass.schemas.fields import Basis, Entry, Model, Reference
from value_compass.schemas.links import links_in
from value_compass.schemas.practice import LessonReference


class Parts(Struct, frozen=True, dict=True):
    """The parts of an entry, or of the settings, each with the way to it."""

    references: list[tuple[Keys, Reference]] = field(default_factory=list)
    texts: list[tuple[Keys, str]] = field(default_factory=list)
    lists: list[tuple[Keys, tuple[Any, ...]]] = field(default_factory=list)
    """The lists of two or more items."""
    bases: list[tuple[Keys, Basis]] = field(default_factory=list)
    lessons: list[tuple[Keys, LessonReference]] = field(default_factory=list)

    def links(self) -> Iterator[tuple[Keys, Reference]]:
        """The entries that texts link to."""
        for keys, text in self.texts:
            for link in links_in(text):
                if link.target:
                    yield keys, link.target

    @cached_property
    def named(self) -> frozenset[Reference]:
        """The entries that fields name or texts link to."""
        return frozenset(named for _, named in (*self.references, *self.links()))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all texts and of what stands behind their links, in their plainest form."""
        return frozenset(word for _, text in self.texts for words in readings(text) for word in words)


def parts_of(model: Model) -> Parts:
    """Go through everything that a model holds."""
    parts = Parts()
    _collect(model, (), parts)
    return parts


def _collect(value: object, keys: Keys, parts: Parts) -> None:
    kind = type(value)
    if kind is str:
        parts.texts.append((keys, value))  # type: ignore[arg-type]  # mypy does not narrow by type() here
    elif isinstance(value, Model):
        if kind is LessonReference:
            parts.lessons.append((keys, value))  # type: ignore[arg-type]  # the same
        for name, item in vars(value).items():
            # An entry's own reference is where its file lies, not what the file says.
            if item is not None and not (name == "reference" and isinstance(value, Entry)):
                _collect(item, (*keys, name), parts)
    elif isinstance(value, tuple):
        if len(value) > 1:
            parts.lists.append((keys, value))
        for index, item in enumerate(value):
            _collect(item, (*keys, index), parts)
    elif isinstance(value, Reference):
        parts.references.append((keys, value))
    elif kind is Basis:
        parts.bases.append((keys, value))  # type: ignore[arg-type]  # the same
