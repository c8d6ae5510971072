"""What readers take along: the files that the build prints beside the pages, each at its address."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.activities import Activity, Event, Nature, Workshop
from value_compass.schemas.fields import Entry

FOLDER = "prints"
"""Where on the site they stand."""

CARDS_ON_A_SHEET = 4


@dataclass(frozen=True, slots=True)
class Handout:
    """A file to take along."""

    title: str
    address: str
    """Where on the site it stands."""
    sort: str
    """What opens it: `PDF`, `PowerPoint`."""
    page: int | None = None
    """On which of its pages an entry stands, where it holds more."""

    @property
    def link(self) -> str:
        """What a link leads to."""
        return f"{self.address}#page={self.page}" if self.page else self.address


def sheet_of(workshop: Workshop) -> Handout:
    """The facilitator's sheet."""
    return Handout(_("Facilitator's sheet"), f"{FOLDER}/sheet-{workshop.reference.id}.pdf", "PDF")


def slides_of(workshop: Workshop) -> Handout:
    """The slides to show while it is run."""
    return Handout(_("Slides"), f"{FOLDER}/slides-{workshop.reference.id}.pptx", "PowerPoint")


def cards_of(kind: str) -> Handout:
    """The cards of a kind."""
    return Handout(_("Card"), f"{FOLDER}/cards-{kind}.pdf", "PDF")


def on_cards(playbook: Playbook, kind: str) -> Sequence[Activity]:
    """What has a card: what one can plan."""
    return [
        entry
        for entry in playbook.of_kind(kind)
        if isinstance(entry, Activity) and not (isinstance(entry, Event) and entry.nature is Nature.UNPLANNED)
    ]


CARD_KINDS = ("events", "workshops")
"""The kinds of which cards are made."""


def handouts(playbook: Playbook, entry: Entry, made: Collection[str]) -> list[Handout]:
    """What there is to take along of an entry.

    Args:
        playbook: what the edition shows.
        entry: any entry.
        made: the addresses of the files that were made.
    """
    if not made:
        return []
    found = [sheet_of(entry), slides_of(entry)] if isinstance(entry, Workshop) else []
    kind = entry.reference.kind
    if kind in CARD_KINDS and entry in (listed := on_cards(playbook, kind)):
        sheet = listed.index(entry) // CARDS_ON_A_SHEET
        cards = cards_of(kind)
        found.append(Handout(cards.title, cards.address, cards.sort, 2 * sheet + 1))
    return [one for one in found if one.address in made]
