"""Which kinds stand with the entry that they are below, instead of in a chapter of their own."""

from __future__ import annotations

from types import MappingProxyType

_BELOW = MappingProxyType({"stages": "processes", "practices": "stages"})

SET_WITHIN = frozenset({"practices"})
"""Kinds whose entries stand within the unit of their parent."""


def nested(kind: str) -> str | None:
    """The kind whose entries those of this kind follow; nothing where they have a chapter of their own."""
    return _BELOW.get(kind)
