"""What a code stands for, in the words of the docs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from value_compass.generator.load.problem import Severity


class Meaning(Struct, frozen=True):
    """What a problem's code stands for."""

    title: str
    """What is wrong, in a few words."""
    explanation: str
    """Why it matters and what to do, for someone who edits the file."""
    wrong: str
    """How the file looks when it is wrong."""
    right: str
    """How the file looks when it is right."""
    severity: Severity = Severity.ERROR
    lenient: bool = False
    """Whether a playbook may turn it off or make it weigh less: what it finds can be built."""


Codes: TypeAlias = Mapping[str, Meaning]
"""Codes with what each means."""
