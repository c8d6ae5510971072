"""What the playbook rests on, for those who ask: the overviews of the research in one place."""

from __future__ import annotations

from value_compass.generator.pages.overview import Overview
from value_compass.language.words import N_
from value_compass.schemas.reading import Source

RESEARCH = Overview(
    "research",
    N_("About the research"),
    N_("What the playbook rests on, how well it is covered, and what is to be read through again."),
    "sources",
    lambda playbook: bool(playbook.of(Source)),
    lambda material: {"sources": material.playbook.of(Source)},
)
"""The page that gathers what is said about the research."""
