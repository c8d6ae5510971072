"""Generic code names no kind: what holds for one kind stands in a module of that kind, or of its family."""

from __future__ import annotations

import pytest

from tests.house.source import Module, modules
from value_compass.schemas.kinds import KINDS

OF_KINDS = {
    "what a rule of the domain says": ("check/rules/", "check/order.py", "check/draft.py"),
    "the framework and the path": (
        "playbook/playbook.py",
        "playbook/situation.py",
        "pages/facts.py",
        "pages/figure_models.py",
        "pages/figures.py",
        "pages/lists.py",
        "pages/views.py",
        "pages/builders.py",
        "diagrams/compass.py",
        "diagrams/positions.py",
        "site/search.py",
    ),
    "workshops and events": (
        "playbook/programme.py",
        "pages/handouts.py",
        "pages/letters.py",
        "slides/compose.py",
        "cli/handing_out.py",
    ),
    "the glossary": ("site/definitions.py",),
    "roles and what they read": ("pages/reading_paths.py", "changes/history.py"),
    "cases": ("pages/case_moments.py", "pages/cases_in_common.py", "site/case_figures.py"),
    "ways of working": (
        "playbook/course.py",
        "playbook/competences.py",
        "pages/process_board.py",
        "pages/process_check.py",
        "pages/process_figures.py",
        "pages/proposition_figures.py",
        "pages/working.py",
        "pages/table_figures.py",
    ),
    "canvases, each of the kind that it is filled in for": ("pages/canvases/", "pages/canvases_page.py"),
    "overviews, each in the section of a kind": (
        "pages/matrix.py",
        "pages/together.py",
        "pages/coverage.py",
        "pages/research.py",
        "pages/relationship_check.py",
        "pages/what_changed.py",
    ),
    "assets of the pages of single kinds": ("pages/kind_assets.py",),
    "what a kind is in print": (
        "book/units/",
        "book/extracts/",
        "book/about.py",
        "book/book.py",
        "book/greyscale.py",
    ),
    "what the command line asks for by name": ("cli/extracting.py",),
}
"""Modules and folders that may name kinds, by the reason."""

MODELS = {kind.model.__name__ for kind in KINDS.values()}

NAMES = set(KINDS) - {"sources", "tables"}
"""The folders of kinds; what cites a source does so in a field of the same name, and a file has tables."""


def named(module: Module) -> set[str]:
    """The kinds that a module names, by their models or their folders."""
    taken = {name for source, name in module.imports() if source.startswith("value_compass.schemas")}
    return (taken & MODELS) | (set(module.texts()) & NAMES)


def may_name(module: Module) -> bool:
    return any(module.name.startswith(place) for places in OF_KINDS.values() for place in places)


@pytest.mark.parametrize(
    "module", [one for one in modules() if one.room not in {"schemas", "language"}], ids=lambda one: one.name
)
def test_generic_code_names_no_kind(module: Module) -> None:
    assert may_name(module) or named(module) == set()


@pytest.mark.parametrize("place", [place for places in OF_KINDS.values() for place in places])
def test_a_module_is_listed_as_long_as_it_names_a_kind(place: str) -> None:
    assert any(named(module) for module in modules() if module.name.startswith(place))
