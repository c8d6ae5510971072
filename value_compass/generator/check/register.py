"""The register of every code that a problem can have, and what it means."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType

from value_compass.generator.check.codes.fields import FIELDS
from value_compass.generator.check.codes.files import FILES
from value_compass.generator.check.codes.kinds import KINDS
from value_compass.generator.check.codes.weights import WEIGHTS
from value_compass.generator.check.codes.writing import WRITING
from value_compass.generator.check.meaning import Codes
from value_compass.generator.check.rules import MODULES

REGISTER: Codes = MappingProxyType(
    dict(
        chain.from_iterable(
            codes.items()
            for codes in (FILES, WRITING, FIELDS, KINDS, WEIGHTS, *(module.CODES for module in MODULES))
        )
    )
)
"""Every code. Its name never changes once it has been published."""
