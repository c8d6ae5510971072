"""What everything printed says of itself: whose it is, for whom, and as of when."""

from __future__ import annotations

from typing import Any

from value_compass.generator.book.greyscale import grey_drawing
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.press import TEMPLATES
from value_compass.generator.book.text import sign_of
from value_compass.generator.diagrams.palette import INK
from value_compass.generator.load.fonts import SANS, SERIF
from value_compass.generator.load.house import House
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.formats import day_in_words
from value_compass.language.scripts import for_typst
from value_compass.language.words import _
from value_compass.schemas.fields import Basis


def about(playbook: Playbook, imprint: Imprint) -> dict[str, Any]:
    """The title, the edition, its date, the colours of the pillars, and the house style.

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
        "revision": _(imprint.revision),
        "bleed": finish.bleed,
        "greyscale": finish.greyscale,
        "signs": {basis.value: sign_of(basis)["b"] for basis in (Basis.DERIVED, Basis.EDITORIAL)},
        "hues": {
            part.pillar.reference.id: {"name": part.pillar.name, "colour": part.pillar.colour}
            for part in playbook.framework
        },
        **_look(playbook.house, greyscale=finish.greyscale),
    }


def _look(house: House, *, greyscale: bool) -> dict[str, Any]:
    """Ink, accent, fonts and logo: what a house style says, or as books come."""
    colours, fonts = house.style.colours, house.style.fonts
    return {
        "look": {
            "ink": colours.ink if colours else INK.colour,
            "accent": colours.accent if colours else None,
            "text": (fonts and fonts.text) or SERIF,
            "headings": (fonts and fonts.headings) or SANS,
        },
        "logo": _logo(house, greyscale=greyscale),
    }


def _logo(house: House, *, greyscale: bool) -> dict[str, str] | None:
    # A picture of dots has its colours in its bytes: a grey book goes without it.
    if house.logo is None or (greyscale and house.logo.ending != ".svg"):
        return None
    svg = house.logo.svg
    return {"svg": grey_drawing(svg) if greyscale else svg}
