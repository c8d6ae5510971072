"""The entry that a wrong reference was probably meant for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from value_compass.generator.check.misnamed import way_out
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import Kinds

PATIENCE = 200
"""So many names are compared with all others; it takes long, and more slips are rarely typed by hand."""


class Nearest:
    """A finder of near names, which remembers what it was asked."""

    def __init__(self, known: Collection[Reference], kinds: Kinds, meant: Mapping[str, Reference]) -> None:
        """A finder among the entries that are there, and the files that are `meant` to be others."""
        self._kinds = kinds
        self._files = {reference: file for file, reference in meant.items()}
        self._by_kind: dict[str, list[str]] = {}
        self._by_id: dict[str, list[Reference]] = {}
        for reference in known:
            self._by_kind.setdefault(reference.kind, []).append(reference.id)
            self._by_id.setdefault(reference.id, []).append(reference)
        self._told: dict[Reference, str] = {}

    def advice(self, target: Reference) -> str:
        """The way out of an unknown reference: the nearest name, or where the id does exist."""
        if target not in self._told:
            patient = len(self._told) < PATIENCE and len(target.id) < 100
            self._told[target] = self._advice(target, patient)
        return self._told[target]

    def _advice(self, target: Reference, patient: bool) -> str:
        if target in self._files:
            return way_out(self._files[target], target, shown(self._files[target]))
        elsewhere = sorted(map(str, self._by_id.get(target.id, ())))
        if elsewhere:
            return f"did you mean {elsewhere[0]}?"
        if target.kind not in self._kinds:
            return did_you_mean(target.kind, self._kinds) or f"name one of: {', '.join(self._kinds)}"
        near = get_close_matches(target.id, self._by_kind.get(target.kind, ()), 1) if patient else []
        if near:
            return f"did you mean {target.kind}/{near[0]}?"
        return f"correct it, or make the file content/{target.kind}/{shown(target.id)}.yml"
