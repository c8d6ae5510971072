"""The figures that the book can have, by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from value_compass.generator.book import framework_drawings, process_drawings
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry

DRAWINGS: Mapping[str, Callable[[Playbook, Entry | None], str | None]] = MappingProxyType(
    {
        "board": process_drawings.board,
        "ladder": process_drawings.ladder,
        "compass": framework_drawings.compass,
        "framework": framework_drawings.framework,
        "evidence": framework_drawings.evidence,
    }
)
"""Each takes the entry that it is about, or none where it is about the whole."""
