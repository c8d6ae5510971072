"""The figure of a case: its timeline."""

from __future__ import annotations

from markupsafe import Markup

from value_compass.generator.diagrams.timeline import Initiative, Timeline
from value_compass.generator.diagrams.timeline import Moment as TimelineMoment
from value_compass.generator.diagrams.timeline_drawing import draw_timeline
from value_compass.generator.pages.case_moments import nature_of
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.pages.page import entry_link
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.cases import Case, Moment


def timeline_of(playbook: Playbook, case: Case) -> Timeline:
    """The moments of a case, by who took the initiative."""
    return Timeline(
        title=_("What happened at {case}", case=case.called),
        description=_("Each moment in order, in the lane of the side that took the initiative."),
        moments=tuple(_moment(playbook, case, number, m) for number, m in enumerate(case.timeline, 1)),
    )


def _moment(playbook: Playbook, case: Case, number: int, moment: Moment) -> TimelineMoment:
    return TimelineMoment(
        title=moment.title,
        address=f"{entry_link(case)}#moment-{number}",
        phase=moment.phase,
        initiative=Initiative(moment.initiative.value) if moment.initiative else Initiative.BOTH,
        nature=nature_of(playbook, moment),
        year=moment.year,
        when=None if moment.year and moment.when == str(moment.year) else moment.when,
    )


class CaseFigures(Drawer):
    """The figure of a case."""

    def timeline(self, case: Case) -> Markup:
        """The moments of a case, by who took the initiative."""
        model = timeline_of(self._playbook, case)
        prefix = f"timeline-{case.reference.id}"
        return Markup(draw_timeline(model, self._palette, prefix))
