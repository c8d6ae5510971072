"""What readers take along: the files that the build prints beside the pages, each at its address."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from value_compass.generator.pages.handout import FOLDER, Handout
from value_compass.generator.pages.workshop_handouts import workshop_handouts
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Entry

CARDS_ON_A_SHEET = 4


def cards_of(kind: str) -> Handout:
    """The cards of a kind."""
    return Handout(_("Card"), f"{FOLDER}/cards-{kind}.pdf", "PDF")


def on_cards(playbook: Playbook, kind: str) -> Sequence[Activity]:
    """What has a card: what one can plan."""
    entries = playbook.of_kind(kind)
    return [one for one in entries if isinstance(one, Activity) and not one.happens_to_us]


def handouts(playbook: Playbook, entry: Entry, made: Collection[str]) -> list[Handout]:
    """What there is to take along of an entry.

    Args:
        playbook: what the edition shows.
        entry: any entry.
        made: the addresses of the files that were made.
    """
    if not made:
        return []
    found = workshop_handouts(entry)
    kind = entry.reference.kind
    if entry in (listed := on_cards(playbook, kind)):
        sheet = listed.index(entry) // CARDS_ON_A_SHEET
        cards = cards_of(kind)
        found.append(Handout(cards.title, cards.address, cards.sort, 2 * sheet + 1))
    return [one for one in found if one.address in made]
