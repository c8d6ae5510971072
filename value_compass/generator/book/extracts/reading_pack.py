"""What a role reads, as an extract of the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from value_compass.generator.book.compose import Extract
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.route import Role


def readers(playbook: Playbook) -> Mapping[str, Role]:
    """The roles, by the ids by which they are asked for."""
    return {role.reference.id: role for role in playbook.of(Role)}


def pack(playbook: Playbook, role: Role) -> Extract:
    """A role's own page, then the entries of its reading path in their order.

    Raises:
        BookFailure: when it reads nothing.
    """
    read = dict.fromkeys(to.to for to in role.reading_path if to.to != role.reference)
    if not read:
        raise BookFailure(
            f'"{role.name}" ({role.reference}) has nothing to read in this edition; give it a '
            f"reading_path in {role.reference.file}"
        )
    return Extract(_("Reading pack: {role}", role=role.name), (role.reference, *read))


def packs(playbook: Playbook) -> Iterator[tuple[Role, Extract]]:
    """The roles that read something in this edition, each with its pack."""
    for role in playbook.of(Role):
        with suppress(BookFailure):
            yield role, pack(playbook, role)
