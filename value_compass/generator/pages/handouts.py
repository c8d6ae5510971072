"""What readers take along: the files that the build prints beside the pages, each at its address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from value_compass.generator.pages.handout import FOLDER, Handout
from value_compass.generator.pages.reading_paths import packs_of
from value_compass.generator.pages.workshop_handouts import workshop_handouts
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Entry
from value_compass.schemas.settings import Section

CARDS_ON_A_SHEET = 4


def cards_of(kind: str) -> Handout:
    """The cards of a kind."""
    return Handout(_("Card"), f"{FOLDER}/cards-{kind}.pdf", "PDF")


def on_cards(playbook: Playbook, kind: str) -> Sequence[Activity]:
    """What has a card: what one can plan."""
    entries = playbook.of_kind(kind)
    return [one for one in entries if isinstance(one, Activity) and not one.happens_to_us]


def handouts(playbook: Playbook, entry: Entry, made: Mapping[str, bytes]) -> list[Handout]:
    """What there is to take along of an entry.

    Args:
        playbook: what the edition shows.
        entry: any entry.
        made: the files that were made, by their addresses.
    """
    if not made:
        return []
    found = [*workshop_handouts(entry), *(pack.sized(made) for pack in packs_of(entry))]
    kind = entry.reference.kind
    if entry in (listed := on_cards(playbook, kind)):
        sheet = listed.index(entry) // CARDS_ON_A_SHEET
        cards = cards_of(kind)
        found.append(Handout(cards.title, cards.address, cards.sort, 2 * sheet + 1))
    return [one for one in found if one.address in made]


def part_of(section: Section) -> Handout:
    """The part of the book that a section is."""
    return Handout(_("This part of the book"), f"{FOLDER}/part-{section.id}.pdf", "PDF")


def handouts_of_section(section: Section, made: Mapping[str, bytes]) -> list[Handout]:
    """What there is to take along of a section.

    Args:
        section: any section.
        made: the files that were made, by their addresses.
    """
    part = part_of(section)
    return [part.sized(made)] if part.address in made else []
