"""Authors' words for paper on which no link leads anywhere: names take the links' place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from value_compass.generator.pages.parts import title_of
from value_compass.generator.pages.prose import PlainText
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import choice
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Basis, Entry, Reference, Statement

Said = dict[str, Any]
"""A `text`, its `basis` where that is not what the source states, its `pillar` where it names an entry."""

Block = dict[str, Any]
"""A `title`, the `field` of the file that it comes from, its `items`, and whether they are `ordered`."""


def said(text: str, basis: Basis | None = None, pillar: str | None = None) -> Said:
    """A text that a reader can tell from what the source states."""
    return {"text": text, "basis": None if basis in {None, Basis.STATED} else choice(basis), "pillar": pillar}


def statements(items: Iterable[Statement], plainly: PlainText) -> list[Said]:
    """Statements as Typst reads them."""
    return [said(plainly(item.text), item.basis) for item in items]


def block(title: str, field: str, items: list[Said], *, ordered: bool = False) -> Block:
    """Texts with a title over them, numbered or not, and the field in which they can be shortened."""
    return {"title": title, "field": field, "items": items, "ordered": ordered}


def under_title(entry: Entry, field: str, items: list[Said], *, ordered: bool = False) -> Block:
    """Texts of a field of an entry, under what it is called."""
    return block(title_of(entry, field), field, items, ordered=ordered)


def names(playbook: Playbook, references: Iterable[tuple[Reference, Basis | None]]) -> list[Said]:
    """Entries by their names, with the colours of their pillars."""
    named = ((playbook[reference], basis) for reference, basis in references)
    return [said(entry.name, basis, playbook.place(entry).pillar_id) for entry, basis in named]


def needs_of(playbook: Playbook, activity: Activity, plainly: PlainText) -> list[Said]:
    """What must stand first: names, then conditions."""
    named = names(playbook, ((need.to, need.basis) for need in activity.needs if need.to))
    conditions = [said(plainly(n.condition), n.basis) for n in activity.needs if n.condition]
    return named + conditions


def builds_of(playbook: Playbook, activity: Activity) -> list[Said]:
    """The names of what it builds."""
    return names(playbook, ((to.to, to.basis) for to in activity.builds))
