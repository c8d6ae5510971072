"""The register of every code that a problem can have, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.check.codes.domain import AUDIENCES, DOMAIN
from generator.check.codes.fields import FIELDS
from generator.check.codes.files import FILES
from generator.check.codes.meaning import Meaning
from generator.check.codes.references import REFERENCES
from generator.check.codes.reviews import REVIEWS
from generator.check.codes.writing import WRITING

REGISTER: Mapping[str, Meaning] = MappingProxyType(
    {**FILES, **WRITING, **FIELDS, **REFERENCES, **DOMAIN, **AUDIENCES, **REVIEWS}
)
"""Every code. Its name never changes once it has been published."""

__all__ = ["REGISTER", "Meaning"]
