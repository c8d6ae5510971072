"""The rules. One rule is one module: its docstring is its page of the docs, `CODES` names its
problems, and `check` yields them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from generator.check.draft import Draft
from generator.check.rules import links
from generator.load.problem import Problem

Rule: TypeAlias = Callable[[Draft], Iterable[Problem]]

RULES: tuple[Rule, ...] = (links.check,)
"""Every rule, in the order in which they run."""
