"""Where an entry stands in the reading paths of the roles."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from value_compass.generator.pages.handout import FOLDER, Handout
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.fields import Entry
from value_compass.schemas.route import Role

READING_ASSETS = ("assets/reading-path.js",)
"""What a page in a reading path needs beside what every page has."""


class Stop(Struct, frozen=True, eq=False):
    """An entry's place in one reading path."""

    role: Role
    entry: Entry
    place: int
    """From 1."""
    length: int
    next: Entry | None
    """What to read after it; none at the end."""


def stops(playbook: Playbook, entries: Iterable[Entry]) -> list[Stop]:
    """Every place that entries have in a reading path, in the order of the roles."""
    wanted = {entry.reference: entry for entry in entries}
    roles = {
        relation.source.reference
        for entry in wanted.values()
        for relation in playbook.relations_to(entry, "reading_path")
    }
    found = []
    for role in (role for role in playbook.of(Role) if role.reference in roles):
        path = [playbook[relation.to] for relation in role.reading_path]
        for place, (entry, after) in enumerate(zip(path, [*path[1:], None], strict=False), 1):
            if entry.reference in wanted:
                found.append(Stop(role, entry, place, len(path), after))
    return found


def packs_of(entry: Entry) -> list[Handout]:
    """What a role reads, out of the book; none of any other entry."""
    return [pack_of(entry)] if isinstance(entry, Role) else []


def pack_of(role: Role) -> Handout:
    """What a role reads, out of the book."""
    return Handout(_("Reading pack"), f"{FOLDER}/role-{role.reference.id}.pdf", "PDF")
