"""What an index consists of, and the letters of the index of all names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from value_compass.generator.playbook.alphabet import letter_of, sort_key
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import Kinds


class Line(Struct, frozen=True):
    """A line of an index: words, the place that they lead to, and where else to look."""

    words: str
    label: str
    see: str | None = None
    """The name of the entry, where the words are not its name."""
    kind: str | None = None
    """The kind of the entry, where two share a name."""


class Letter(Struct, frozen=True):
    """Lines that stand under one head."""

    head: str | None
    lines: tuple[Line, ...]


def every_name(playbook: Playbook) -> tuple[Letter, ...]:
    """A line for each entry under its name, and one for each of its other names, by their first letter."""
    names = Counter(entry.name.casefold() for entry in playbook.entries.values())
    lines = [
        line
        for entry in playbook.entries.values()
        for line in _names(entry, playbook.kinds, shared=names[entry.name.casefold()] > 1)
    ]
    language = playbook.settings.language
    lines.sort(key=lambda line: (sort_key(line.words, language), line.see or "", line.label))
    return tuple(
        Letter(head, tuple(found))
        for head, found in groupby(lines, key=lambda line: letter_of(line.words, language))
    )


def _names(entry: Entry, kinds: Kinds, *, shared: bool) -> Iterator[Line]:
    label = str(entry.reference)
    kind = kinds[entry.reference.kind].singular if shared else None
    yield Line(entry.name, label, kind=kind)
    aliases = {alias.casefold(): alias for alias in entry.aliases}
    aliases.pop(entry.name.casefold(), None)
    for alias in aliases.values():
        yield Line(alias, label, see=entry.name, kind=kind)
