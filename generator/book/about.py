"""What everything printed says of itself: whose it is, for whom, and as of when."""

from __future__ import annotations

import datetime
from typing import Any

from generator.book.finish import PLAIN, Finish
from generator.pages.views import date
from generator.playbook.playbook import Playbook


def about(playbook: Playbook, *, revision: str, day: datetime.date, finish: Finish = PLAIN) -> dict[str, Any]:
    """The title, the edition, its date, and the colours of the pillars.

    Args:
        playbook: what the edition shows.
        revision: which revision of the playbook this is.
        day: the day that it is dated.
        finish: how it is printed.
    """
    settings = playbook.settings
    return {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "organisation": settings.organisation,
        "language": settings.language,
        "edition": settings.edition,
        "audience": playbook.edition.title,
        "imprint": settings.imprint,
        "site": settings.site_address,
        "date": date(day),
        "day": [day.year, day.month, day.day],
        "revision": revision,
        "bleed": finish.bleed,
        "greyscale": finish.greyscale,
        "pillars": {
            part.pillar.reference.id: {"name": part.pillar.name, "colour": part.pillar.colour}
            for part in playbook.framework
        },
        "steps": [step.order for step in playbook.steps],
    }
