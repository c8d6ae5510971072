"""A part of the book as an extract."""

from __future__ import annotations

from value_compass.generator.book.compose import Extract
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.settings import Section


def part(playbook: Playbook, section: Section) -> Extract:
    """The entries of one part of the book."""
    number = playbook.settings.sections.index(section) + 1
    entries = (entry.reference for kind in section.kinds for entry in playbook.of_kind(kind))
    return Extract(
        _("Extract: part {number}, {section}", number=number, section=section.title), tuple(entries), section
    )
