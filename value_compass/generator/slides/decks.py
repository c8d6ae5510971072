"""The slides of all workshops, as files."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from value_compass.generator.book.keeping import keep, kept, key_of
from value_compass.generator.pages.workshop_handouts import slides_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.slides.compose import compose_deck
from value_compass.generator.slides.write import write_deck
from value_compass.schemas.activities import Workshop


def all_decks(playbook: Playbook, day: datetime.date) -> Iterator[tuple[str, bytes]]:
    """The slides of every workshop, at their address on the site; the same ones are not made twice."""
    ways = [file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))]
    for workshop in playbook.of(Workshop):
        deck = compose_deck(playbook, workshop, day)
        key = key_of(*ways, repr(deck))
        made = kept("slides", key)
        if made is None:
            made = write_deck(deck)
            keep("slides", key, made)
        yield slides_of(workshop).address, made
