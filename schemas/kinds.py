"""The register of kinds: one line makes a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from schemas.activities import Event, Workshop
from schemas.cases import Case
from schemas.fields import Entry
from schemas.framework import Group, Outcome, Pillar, Value
from schemas.practice import Metric, Practice, Process, Stage
from schemas.proposition import Assessment, Competence, Offering, Proposition
from schemas.reading import Source, Term
from schemas.route import Ambition, Position, Role, Step
from schemas.tables import Table


@dataclass(frozen=True, slots=True)
class Kind:
    """What an entry is; its folder says it."""

    folder: str
    """The folder under `content/`, and the first part of every reference."""
    model: type[Entry]
    singular: str
    plural: str
    own_pages: bool = True
    """Whether each entry has a page, or all share one."""


_REGISTER = (
    Kind("outcomes", Outcome, "outcome", "Outcomes"),
    Kind("pillars", Pillar, "pillar", "Pillars"),
    Kind("groups", Group, "value group", "Value groups"),
    Kind("values", Value, "value", "Values"),
    Kind("steps", Step, "step", "Steps"),
    Kind("ambitions", Ambition, "ambition", "Ambition"),
    Kind("positions", Position, "position", "Positions"),
    Kind("workshops", Workshop, "workshop", "Workshops"),
    Kind("events", Event, "event", "Events"),
    Kind("cases", Case, "case", "Cases"),
    Kind("processes", Process, "process", "Ways of working"),
    Kind("stages", Stage, "stage", "Stages"),
    Kind("practices", Practice, "practice", "Practices"),
    Kind("metrics", Metric, "metric", "Metrics"),
    Kind("propositions", Proposition, "proposition", "Propositions"),
    Kind("offerings", Offering, "offering", "Offerings"),
    Kind("competences", Competence, "competence", "Competences", own_pages=False),
    Kind("assessments", Assessment, "assessment", "Assessments"),
    Kind("tables", Table, "table", "Tables"),
    Kind("roles", Role, "role", "Roles"),
    Kind("terms", Term, "term", "Glossary", own_pages=False),
    Kind("sources", Source, "source", "Sources", own_pages=False),
)

_KINDS = {kind.folder: kind for kind in _REGISTER}

KINDS: Mapping[str, Kind] = MappingProxyType(_KINDS)
"""Every kind by its folder, in reading order."""
