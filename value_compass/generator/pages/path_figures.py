"""The figures of the path: all of its steps, and the ruler above a page."""

from __future__ import annotations

from markupsafe import Markup

from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.path import Path, PathStep, StepGroup, Stretch
from value_compass.generator.diagrams.path_drawing import draw_path
from value_compass.generator.diagrams.ruler import draw_ruler
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.pages.framework_figures import hues_of
from value_compass.generator.pages.page import entry_link
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.framework import Group
from value_compass.schemas.route import Step


def path_of(playbook: Playbook, current: Step | None = None) -> Path:
    """The steps with the groups that they establish, their milestones, and one of them lit."""
    hues = hues_of(playbook)
    groups = {group.reference: group for group in playbook.of(Group)}
    return Path(
        title=_("The path"),
        description=_("The steps in order, with the milestones that they reach."),
        steps=tuple(
            PathStep(
                number=step.order,
                name=step.name,
                address=entry_link(step),
                stretch=_stretch(playbook, step),
                groups=tuple(
                    StepGroup(groups[to.to].name, hues[groups[to.to].pillar]) for to in step.establishes
                ),
                milestone=step.milestone.name if step.milestone else None,
            )
            for step in playbook.steps
        ),
        current=current.order if current else None,
    )


def _stretch(playbook: Playbook, step: Step) -> Stretch:
    """Loyalty as long as groups are still to be established; the last step is the partnership."""
    last_of_loyalty = max((s.order for s in playbook.steps if s.establishes), default=0)
    if step.order <= last_of_loyalty:
        return Stretch.LOYALTY
    return Stretch.PARTNERSHIP if step is playbook.steps[-1] else Stretch.BRIDGE


class PathFigures(Drawer):
    """The figures of the path."""

    def path(self) -> Markup:
        """The whole path with its milestones."""
        model = path_of(self._playbook)
        return self._for_both(
            lambda: draw_path(model, self._palette, "path", Layout.WIDE),
            lambda: draw_path(model, self._palette, "path-small", Layout.NARROW),
        )

    def ruler(self, step: Step | None = None) -> Markup:
        """The path as a short ruler, with one step lit or none."""
        model = path_of(self._playbook, step)
        return Markup(draw_ruler(model, self._palette, "ruler", 340))
