"""What the figures show, taken from a playbook's entries."""

from __future__ import annotations

from value_compass.generator.diagrams import agenda as agendas
from value_compass.generator.diagrams import positions
from value_compass.generator.diagrams.compass import Compass, CompassGroup, CompassPillar, CompassValue
from value_compass.generator.diagrams.evidence import Evidence, EvidenceRow, EvidenceWords
from value_compass.generator.diagrams.framework import Framework, FrameworkOutcome
from value_compass.generator.diagrams.mark import Mark
from value_compass.generator.diagrams.palette import Hue
from value_compass.generator.diagrams.path import Path, PathStep, StepGroup, Stretch
from value_compass.generator.diagrams.timeline import Initiative, Timeline
from value_compass.generator.diagrams.timeline import Moment as TimelineMoment
from value_compass.generator.pages.case_moments import nature_of
from value_compass.generator.pages.page import entry_link
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import programme
from value_compass.language.words import _
from value_compass.schemas.activities import Workshop
from value_compass.schemas.cases import Case, Moment
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group, Pillar
from value_compass.schemas.route import Position, Step


def hues_of(playbook: Playbook) -> dict[Reference, Hue]:
    """The colours of the pillars, in order."""
    return {p.reference: Hue(p.reference.id, p.colour) for p in playbook.of(Pillar)}


def compass_of(playbook: Playbook) -> Compass:
    """The compass: the highest outcome, the pillars, their groups and values."""
    hues = hues_of(playbook)
    top = playbook.outcomes[0] if playbook.outcomes else None
    return Compass(
        title=playbook.settings.title,
        description=_("Pillars in equal sectors, their groups, and the values around them."),
        centre=top.name if top else playbook.settings.title,
        centre_address=entry_link(top) if top else None,
        pillars=tuple(
            CompassPillar(
                part.pillar.name,
                entry_link(part.pillar),
                hues[part.pillar.reference],
                tuple(
                    CompassGroup(
                        group.group.name,
                        entry_link(group.group),
                        tuple(CompassValue(value.name, entry_link(value)) for value in group.values),
                    )
                    for group in part.groups
                ),
            )
            for part in playbook.framework
        ),
    )


def mark_of(playbook: Playbook, compass: Compass, entry: Entry) -> Mark:
    """The small compass with an entry's own place lit, or the places that it builds."""
    place = playbook.place(entry)
    built = playbook.relations_from(entry, "builds", "establishes")
    lit = {entry_link(entry), *(entry_link(relation.target) for relation in built)}
    if place.group or place.pillar:
        where = ", ".join(part.name for part in (place.group, place.pillar) if part)
    else:
        where = ", ".join(relation.target.name for relation in built) or _("nothing")
    return Mark(_("Small {compass}"), _("Lit: {where}.", where=where), compass, frozenset(lit))


def framework_of(playbook: Playbook, compass: Compass) -> Framework:
    """The framework from loyalty down to the values."""
    sources = (*playbook.outcomes, *playbook.of(Pillar))
    relations = [r for source in sources for r in playbook.relations_from(source, "influences", "carries")]
    return Framework(
        title=_("The value framework"),
        description=_("Values build groups, groups build pillars, and pillars carry the outcomes."),
        outcomes=tuple(FrameworkOutcome(o.reference.id, o.name, entry_link(o)) for o in playbook.outcomes),
        pillars=compass.pillars,
        links=tuple((r.source.reference.id, r.target.reference.id) for r in relations),
    )


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


def agenda_of(workshop: Workshop) -> agendas.Agenda:
    """The parts of a workshop's agenda."""
    return agendas.Agenda(
        title=_("Agenda of {workshop}", workshop=workshop.name),
        description=_("The parts in order, as wide as they are long."),
        parts=tuple(
            agendas.AgendaPart(slot.item.title, slot.item.minutes, day.number)
            for day in programme(workshop)
            for slot in day.slots
        ),
    )


def position_of(position: Position) -> positions.Position:
    """Who brought us in, and with whom we work."""
    return positions.Position(
        title=position.name,
        description=position.summary,
        introduced_by=positions.Department(position.introduced_by.value),
        works_with=tuple(positions.Department(department.value) for department in position.works_with),
    )


def evidence_of(playbook: Playbook, entry: Entry | None) -> Evidence:
    """How often groups were raised: all of them, those of a pillar, or one."""
    hues = hues_of(playbook)
    groups = playbook.of(Group)
    counts = [group.evidence for group in groups if group.evidence]
    return Evidence(
        title=_("How often groups were raised"),
        description=_(
            "The share of each group in all the times that {customers}, or our own people, raised one."
        ),
        rows=tuple(
            EvidenceRow(
                name=group.name,
                address=entry_link(group),
                hue=hues[group.pillar],
                external=group.evidence.external if group.evidence else None,
                internal=group.evidence.internal if group.evidence else None,
            )
            for group in groups
            if entry is None or entry.reference in {group.reference, group.pillar}
        ),
        external_total=sum(count.external for count in counts),
        internal_total=sum(count.internal for count in counts),
        words=EvidenceWords(passages=_("times")),
    )


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
