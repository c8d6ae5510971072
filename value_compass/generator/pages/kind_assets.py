"""What the pages of single kinds need beside what every page has."""

from __future__ import annotations

from collections.abc import Mapping

from value_compass.generator.pages.assessments import ASSESSMENT_ASSETS
from value_compass.generator.pages.builders import GROUP_ASSETS
from value_compass.generator.pages.case_moments import CASE_ASSETS

KIND_ASSETS: Mapping[str, tuple[str, ...]] = {
    "cases": CASE_ASSETS,
    "assessments": ASSESSMENT_ASSETS,
    "groups": GROUP_ASSETS,
    "terms": ("assets/glossary.js",),
    "workshops": ("assets/address.js", "assets/workshop.js"),
}
"""Scripts and styles, by the folder of the kind."""
