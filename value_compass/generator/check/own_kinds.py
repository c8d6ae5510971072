"""The kinds that a playbook's folder brings, beside those that every playbook has."""

from __future__ import annotations

from msgspec import Struct

from value_compass.generator.load.problem import Problem
from value_compass.schemas.kinds import Kinds


class OwnKinds(Struct, frozen=True):
    """Every kind that a playbook can have entries of."""

    kinds: Kinds
    """Ours, with further fields where the playbook has some, then its own."""
    unmade: frozenset[str] = frozenset()
    """Those whose files have mistakes. They are there, so that what names them is not wrong as well."""
    problems: tuple[Problem, ...] = ()
