"""The figures of the framework: the compass, large and small, the framework, and the evidence."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup
from msgspec.structs import replace

from value_compass.generator.diagrams.compass import (
    Compass,
    CompassGroup,
    CompassPillar,
    CompassValue,
    Detail,
)
from value_compass.generator.diagrams.compass_drawing import draw_compass
from value_compass.generator.diagrams.evidence import Evidence, EvidenceRow, EvidenceWords, draw_evidence
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.filling import draw_filling
from value_compass.generator.diagrams.framework import Framework, FrameworkOutcome, draw_framework
from value_compass.generator.diagrams.mark import Mark, draw_mark
from value_compass.generator.diagrams.palette import Hue, Palette
from value_compass.generator.load.fonts import SANS
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.pages.page import entry_link
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group, Pillar


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


def mark_of(playbook: Playbook, compass: Compass, entry: Entry) -> Mark | None:
    """The small compass with an entry's own place lit, or the places that it builds; nothing without any."""
    place = playbook.place(entry)
    built = playbook.relations_from(entry, "builds", "establishes")
    lit = {entry_link(entry), *(entry_link(relation.target) for relation in built)}
    own = [part.name for part in (place.group, place.pillar) if part]
    where = ", ".join(own or [relation.target.name for relation in built])
    if not where:
        return None
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


class FrameworkFigures(Drawer):
    """The figures of the framework."""

    @cached_property
    def _unnamed(self) -> Compass:
        """Made once for the marks of all pages, which show its parts and none of their names."""
        return compass_of(self._playbook)

    @property
    def hues(self) -> tuple[Hue, ...]:
        """The colours of the pillars, in order."""
        return tuple(hues_of(self._playbook).values())

    def compass(self) -> Markup:
        """The compass with all its parts."""
        model = compass_of(self._playbook)
        return self._for_both(
            lambda: draw_compass(model, self._palette, "compass", Detail.VALUES),
            lambda: draw_compass(model, self._palette, "compass-small", Detail.GROUPS),
        )

    def filling(self) -> Markup:
        """The compass whose groups are pale, half or full, as a page marks them."""
        described = replace(
            compass_of(self._playbook),
            title=_("How the groups stand"),
            description=_(
                "A group is pale when it is missing, half full when it grows, full when it is "
                "established; the disc outside it says the same. The list below says it in words."
            ),
        )
        return Markup(draw_filling(described, self._palette, "filling"))

    def logo(self) -> str:
        """The small compass in all its colours, as a file of its own."""
        title = self._playbook.settings.title
        return draw_mark(Mark(title, title, self._unnamed, None), Palette.for_print(SANS), "logo")

    def mark(self, entry: Entry) -> Markup:
        """The small compass with an entry's place lit; nothing where that would be all pale."""
        mark = mark_of(self._playbook, self._unnamed, entry)
        if mark is None:
            return Markup("")
        if mark.looks not in self._marks:
            self._marks[mark.looks] = Markup(draw_mark(mark, self._palette, "mark"))
        return self._marks[mark.looks]

    @cached_property
    def _marks(self) -> dict[object, Markup]:
        """The marks that were drawn, by their looks."""
        return {}

    def framework(self, entry: Entry | None = None) -> Markup:
        """The framework from loyalty down to the values."""
        model = framework_of(self._playbook, compass_of(self._playbook))
        prefix = f"framework-{entry.reference.id}" if entry else "framework"
        return self._for_both(
            lambda: draw_framework(model, self._palette, prefix, Layout.WIDE),
            lambda: draw_framework(model, self._palette, f"{prefix}-small", Layout.NARROW),
        )

    def evidence(self, entry: Entry | None = None) -> Markup:
        """How often groups were raised: all of them, those of a pillar, or one."""
        model = evidence_of(self._playbook, entry)
        prefix = f"evidence-{entry.reference.id}" if entry else "evidence"
        return self._for_both(
            lambda: draw_evidence(model, self._palette, prefix, Layout.WIDE),
            lambda: draw_evidence(model, self._palette, f"{prefix}-small", Layout.NARROW),
        )
