"""A choice of the book's pages, and what becomes of references that leave it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from value_compass.generator.pages.page import Page
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Reference


@dataclass(frozen=True, slots=True)
class Extract:
    """Some pages of the book, bound by themselves."""

    line: str
    """What the cover says of it."""
    pages: tuple[Page, ...]
    """The home page for the cover, then a part with its chapters and entries."""
    entries: frozenset[Reference]
    """The entries that have their place in it."""
    outside: frozenset[str]
    """The labels of what else the playbook has: links to them are no mistake."""
    first: int = 0
    """The number of its first part in the whole book, from 0; the part keeps its colour."""
    numbered: bool = False
    """Whether its part has a number in the whole book."""


def excerpt(playbook: Playbook, extract: Extract | None) -> Playbook:
    """A playbook of the entries that are to be printed, with the relations between them."""
    if extract is None:
        return playbook
    return replace(
        playbook,
        entries=MappingProxyType({r: e for r, e in playbook.entries.items() if r in extract.entries}),
        relations=tuple(
            relation
            for relation in playbook.relations
            if {relation.source.reference, relation.target.reference} <= extract.entries
        ),
    )


def without_outside(said: Any, labels: Collection[str]) -> Any:
    """What Typst reads, where links to what is not printed are names alone.

    Args:
        said: lists, objects and plain values.
        labels: what is printed.
    """
    if isinstance(said, list):
        return [without_outside(inner, labels) for inner in said]
    if not isinstance(said, dict):
        return said
    kept = {key: without_outside(inner, labels) for key, inner in said.items()}
    if kept.get("to", "") not in labels:
        kept.pop("to", None)
    return kept
