"""What everything printed says of itself: whose it is, for whom, and as of when."""

from __future__ import annotations

from typing import Any

from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.press import TEMPLATES
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.formats import day_in_words
from value_compass.language.scripts import for_typst


def about(playbook: Playbook, imprint: Imprint) -> dict[str, Any]:
    """The title, the edition, its date, and the colours of the pillars.

    Args:
        playbook: what the edition shows.
        imprint: as of when it is printed, and how.
    """
    settings, day, finish = playbook.settings, imprint.day, imprint.finish
    return {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "organisation": settings.organisation,
        "language": settings.language,
        "said": for_typst(TEMPLATES),
        "edition": settings.edition,
        "audience": playbook.edition.title,
        "imprint": settings.imprint,
        "site": settings.site_address,
        "date": day_in_words(day),
        "day": [day.year, day.month, day.day],
        "revision": imprint.revision,
        "bleed": finish.bleed,
        "greyscale": finish.greyscale,
        "pillars": {
            part.pillar.reference.id: {"name": part.pillar.name, "colour": part.pillar.colour}
            for part in playbook.framework
        },
        "steps": [step.order for step in playbook.steps],
    }
