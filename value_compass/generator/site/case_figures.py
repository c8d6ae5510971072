"""The timelines of cases as files: their pages have them as rows."""

from __future__ import annotations

from value_compass.generator.pages.case_moments import figure_address, lanes
from value_compass.generator.pages.figures import Figures
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.figure_files import alone
from value_compass.schemas.cases import Case


def timelines(playbook: Playbook, figures: Figures) -> dict[str, str]:
    """The timeline of every case as a figure for a slide, by its address."""
    return {
        figure_address(case): alone(figures.timeline(case))
        for case in playbook.of(Case)
        if case.timeline and lanes(case)
    }
