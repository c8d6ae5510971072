"""The overviews that a playbook can have, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from value_compass.generator.pages.canvases_page import CANVASES_PAGE
from value_compass.generator.pages.coverage import COVERAGE
from value_compass.generator.pages.matrix import MATRIX
from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.pages.relationship_check import CHECK
from value_compass.generator.pages.research import RESEARCH
from value_compass.generator.pages.reviews import REVIEWS
from value_compass.generator.pages.together import NETWORK
from value_compass.generator.pages.what_changed import CHANGES
from value_compass.generator.playbook.playbook import Playbook

OVERVIEWS: tuple[Overview, ...] = (
    CHECK,
    MATRIX,
    RESEARCH,
    NETWORK,
    CANVASES_PAGE,
    COVERAGE,
    REVIEWS,
    CHANGES,
)
"""All overviews."""


def overviews(playbook: Playbook) -> tuple[Overview, ...]:
    """The overviews that an edition has."""
    hidden = set(playbook.edition.hides)
    return tuple(one for one in OVERVIEWS if one.name not in hidden and one.there(playbook))


def hub_of(overview: Overview, among: Iterable[Overview]) -> Overview | None:
    """The overview whose page gathers another, where the edition has it."""
    return next((one for one in among if one.name == overview.hub), None)


def files_beside(material: Material) -> Mapping[str, str]:
    """The files that belong to the overviews of a site, by their addresses."""
    playbook = material.playbook
    return {
        one.beside_it(playbook, name): text
        for one in overviews(playbook)
        for name, text in one.files(material).items()
    }


def moved(playbook: Playbook) -> Mapping[str, str]:
    """The former addresses of sections and overviews, and where each stands now."""
    sections = {
        f"{old}/index.html": f"{section.id}/index.html"
        for section in playbook.settings.sections
        for old in section.formerly
    }
    return sections | {
        one.before: one.address(playbook)
        for one in overviews(playbook)
        if one.before and one.before != one.address(playbook)
    }
