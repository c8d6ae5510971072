"""Which unit each kind has; a kind that is not named here gets one from its model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from value_compass.generator.book.unit import Room, Unit
from value_compass.generator.book.units.activities import event_unit, workshop_unit
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.framework import group_unit, outcome_unit, pillar_unit, value_unit
from value_compass.generator.book.units.generic import generic_unit
from value_compass.generator.book.units.practice import metrics_pages, process_unit, stage_unit
from value_compass.generator.book.units.proposition import (
    assessment_unit,
    competence_page,
    offering_unit,
    proposition_unit,
)
from value_compass.generator.book.units.route import ambition_unit, case_unit, role_unit, step_unit
from value_compass.generator.book.units.sources import sources_page
from value_compass.generator.book.units.tables import table_unit
from value_compass.schemas.fields import Entry

Compose = Callable[[Desk, Any], Unit]
"""Takes an entry of its kind."""

UNITS: Mapping[str, Compose] = MappingProxyType(
    {
        "outcomes": outcome_unit,
        "pillars": pillar_unit,
        "groups": group_unit,
        "values": value_unit,
        "steps": step_unit,
        "ambitions": ambition_unit,
        "workshops": workshop_unit,
        "events": event_unit,
        "cases": case_unit,
        "processes": process_unit,
        "stages": stage_unit,
        "propositions": proposition_unit,
        "offerings": offering_unit,
        "assessments": assessment_unit,
        "tables": table_unit,
        "roles": role_unit,
    }
)
"""The kinds that have more than their model asks for."""


def unit_of(desk: Desk, entry: Entry) -> Unit:
    """What an entry is in print."""
    unit = UNITS.get(entry.reference.kind, generic_unit)(desk, entry)
    code = desk.code(entry.reference) if unit.room is not Room.HALF else None
    return replace(unit, short=code.letters) if code else unit


ON_ONE_PAGE: Mapping[str, Callable[[Desk], Unit]] = MappingProxyType(
    {"competences": competence_page, "metrics": metrics_pages, "sources": sources_page}
)
"""The kinds whose entries are one table or list together."""
