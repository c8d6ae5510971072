"""Which entries make an extract: a part of the book, or what a role reads."""

from __future__ import annotations

from value_compass.generator.book.compose import Extract
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.route import Role
from value_compass.schemas.settings import Section


def part(playbook: Playbook, section: Section) -> Extract:
    """The entries of one part of the book."""
    number = playbook.settings.sections.index(section) + 1
    entries = (entry.reference for kind in section.kinds for entry in playbook.of_kind(kind))
    return Extract(
        _("Extract: part {number}, {section}", number=number, section=section.title), tuple(entries), section
    )


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
