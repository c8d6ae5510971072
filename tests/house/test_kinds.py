"""Generic code names no kind: what holds for one kind stands in a module of that kind, or of its family."""

from __future__ import annotations

from tests.house.source import Module, modules
from value_compass.schemas.kinds import KINDS

OF_KINDS = {
    "a rule of the domain, and what rules ask of the framework": (
        "check/framework.py",
        "check/rules/agenda_adds_up.py",
        "check/rules/builds.py",
        "check/rules/canvas.py",
        "check/rules/lessons.py",
        "check/rules/metrics_placed.py",
        "check/rules/mixed_levels.py",
        "check/rules/needs_before.py",
        "check/rules/path_covers_framework.py",
        "check/rules/pillars_equal.py",
        "check/rules/sums.py",
        "check/rules/timeline_forward.py",
        "check/rules/ways_through.py",
    ),
    "the framework and the path: pillars, groups, values, outcomes, steps": (
        "playbook/framework.py",
        "diagrams/compass.py",
        "pages/framework_figures.py",
        "pages/path_figures.py",
        "book/framework_drawings.py",
        "book/units/framework.py",
        "book/units/path.py",
    ),
    "the advice on one relationship, from how its groups stand": (
        "playbook/situation.py",
        "pages/relationship_check.py",
        "book/extracts/worksheet.py",
    ),
    "an overview of the framework: what builds, raises and names each group": (
        "pages/matrix.py",
        "pages/coverage.py",
        "pages/together.py",
        "book/units/matrix.py",
    ),
    "workshops, and what is printed and shown of them": (
        "playbook/programme.py",
        "pages/workshop_agenda.py",
        "pages/workshop_figures.py",
        "pages/workshop_handouts.py",
        "pages/workshop_letters.py",
        "pages/canvases/question_sheet.py",
        "pages/canvases_page.py",
        "book/extracts/workshop_sheet.py",
        "slides/compose.py",
        "slides/decks.py",
    ),
    "events and workshops, and the cards of them and of values": (
        "book/units/activities.py",
        "book/extracts/card_sides.py",
    ),
    "cases": (
        "pages/case_figures.py",
        "pages/case_lessons.py",
        "pages/case_moments.py",
        "pages/cases_in_common.py",
        "site/case_figures.py",
        "book/units/case_moments.py",
    ),
    "roles, and what they read": (
        "changes/roles.py",
        "pages/reading_paths.py",
        "book/extracts/reading_pack.py",
        "book/units/reading_paths.py",
    ),
    "positions": ("diagrams/positions.py", "pages/position_figures.py"),
    "steps, ambitions, roles and cases in print": ("book/units/route.py",),
    "processes, with their stages, practices and metrics": (
        "playbook/course.py",
        "pages/process_board.py",
        "pages/process_check.py",
        "pages/process_figures.py",
        "pages/process_rows.py",
        "pages/canvases/journey_board.py",
        "pages/canvases/process_map.py",
        "book/process_drawings.py",
        "book/units/practice.py",
    ),
    "propositions, offerings, competences and assessments": (
        "playbook/competences.py",
        "pages/assessments.py",
        "pages/proposition_figures.py",
        "pages/canvases/competence_matrix.py",
        "pages/canvases/competing_factors.py",
        "pages/canvases/value_proposition.py",
        "book/units/proposition.py",
    ),
    "tables": ("pages/table_figures.py", "book/units/tables.py"),
    "the glossary": ("site/definitions.py",),
    "sources": ("pages/research.py", "book/units/sources.py"),
    "a register: a line for each kind that has more than its model says": (
        "pages/kind_assets.py",
        "book/units/registry.py",
    ),
}
"""The modules that are about kinds of their own, by what they are about; no folder, and nothing generic."""

MODELS = {kind.model.__name__ for kind in KINDS.values()}

NAMES = set(KINDS) - {"sources", "tables"}
"""The folders of kinds; what cites a source does so in a field of the same name, and a file has tables."""


def named(module: Module) -> set[str]:
    """The kinds that a module names, by their models or their folders."""
    taken = {name for source, name in module.imports() if source.startswith("value_compass.schemas")}
    return (taken & MODELS) | (set(module.texts()) & NAMES)


def may_name(module: Module) -> bool:
    return any(module.name in places for places in OF_KINDS.values())


def test_generic_code_names_no_kind() -> None:
    generic = [one for one in modules() if one.room not in {"schemas", "language"} and not may_name(one)]
    found = {module.name: named(module) for module in generic}
    assert not {name: kinds for name, kinds in found.items() if kinds}


def test_a_module_is_listed_as_long_as_it_names_a_kind() -> None:
    naming = {module.name for module in modules() if named(module)}
    assert not [place for places in OF_KINDS.values() for place in places if place not in naming]
