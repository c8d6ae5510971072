"""The figures of the framework in print."""

from __future__ import annotations

from value_compass.generator.diagrams.compass import Detail
from value_compass.generator.diagrams.compass_drawing import draw_compass
from value_compass.generator.diagrams.evidence import draw_evidence
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.framework import draw_framework
from value_compass.generator.diagrams.palette import Palette
from value_compass.generator.load.fonts import SANS
from value_compass.generator.pages.framework_figures import compass_of, evidence_of, framework_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry
from value_compass.schemas.framework import Group


def compass(playbook: Playbook, _: Entry | None) -> str | None:
    """The compass with all its parts; nothing without groups."""
    if not any(part.groups for part in playbook.framework):
        return None
    return draw_compass(compass_of(playbook), Palette.for_print(SANS), "compass", Detail.VALUES)


def framework(playbook: Playbook, _: Entry | None) -> str | None:
    """The framework from loyalty down to the values; nothing without pillars or outcomes."""
    if not playbook.framework or not playbook.outcomes:
        return None
    model = framework_of(playbook, compass_of(playbook))
    return draw_framework(model, Palette.for_print(SANS), "framework", Layout.WIDE)


def evidence(playbook: Playbook, entry: Entry | None) -> str | None:
    """How often groups were raised; nothing where that is known of none."""
    if not any(group.evidence for group in playbook.of(Group)):
        return None
    return draw_evidence(evidence_of(playbook, entry), Palette.for_print(SANS), "evidence", Layout.WIDE)
