"""Two places that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from value_compass.generator.check.draft import Draft
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference

Spot: TypeAlias = tuple[Reference, Keys]
"""An entry, and the way to a value in its file."""


def at_both(
    draft: Draft, code: str, one: Spot, other: Spot, says: Callable[[Reference], tuple[str, str]]
) -> Iterator[Problem]:
    """A problem at each of two places that clash, since either may be the one that somebody changed.

    Args:
        draft: what could be read of the playbook.
        code: a code of the register.
        one: the first place.
        other: the second place.
        says: the message and the way out, by the entry at the other place.
    """
    for (here, keys), (there, _) in ((one, other), (other, one)):
        message, advice = says(there)
        yield draft.problem(code, message, here, keys, advice)
