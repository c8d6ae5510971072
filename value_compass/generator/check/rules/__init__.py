"""The rules.

One rule is one module: its docstring is its page of the docs, `CODES` names its problems, and `check`
yields them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import TypeAlias

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.rules import (
    addresses,
    agenda_adds_up,
    audience,
    builds,
    canvas,
    confidential,
    house_style,
    language,
    lessons,
    links,
    markup,
    metrics_placed,
    misprints,
    mixed_levels,
    names,
    needs_before,
    nobody_links,
    outlines,
    path_covers_framework,
    pillars_equal,
    reviews,
    sections,
    stated_sources,
    sums,
    timeline_forward,
    to_be_written,
    ways_through,
)
from value_compass.generator.load.problem import Problem

Rule: TypeAlias = Callable[[Draft], Iterable[Problem]]

MODULES: tuple[ModuleType, ...] = (
    to_be_written,
    links,
    addresses,
    markup,
    outlines,
    misprints,
    names,
    nobody_links,
    language,
    sections,
    path_covers_framework,
    needs_before,
    mixed_levels,
    pillars_equal,
    house_style,
    agenda_adds_up,
    timeline_forward,
    builds,
    ways_through,
    lessons,
    canvas,
    metrics_placed,
    sums,
    stated_sources,
    confidential,
    audience,
    reviews,
)
"""The module of every rule, in the order in which they run and stand in the docs."""

RULES: tuple[Rule, ...] = tuple(module.check for module in MODULES)
"""Every rule, in the order in which they run."""
