"""Events and workshops against groups: what each builds, and what it needs first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from msgspec import Struct

from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.pages.spreadsheet import csv_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.language.formats import listed
from value_compass.language.words import N_, _, capital, choice
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import INITIATIVE_WORDS
from value_compass.schemas.framework import Group, Pillar
from value_compass.schemas.route import Role, Step

MATRIX_CSV = "matrix.csv"
"""What its table for a spreadsheet is called."""

MARKS_ASSETS = ("assets/marks.css", "assets/marks.js")
"""What a page with a table of marks needs."""


class MatrixSign(Struct, frozen=True):
    """One mark in a cell, with its reasons."""

    field: str
    """`builds` or `needs`."""
    sign: str
    title: str
    """What it says in words: group or values, reasons."""


class Row(Struct, frozen=True):
    """An activity and its cells, one a group."""

    activity: Activity
    cells: tuple[tuple[MatrixSign, ...], ...]
    traits: Mapping[str, tuple[str, ...]]
    """What the filters look at: values by the filter's name."""


class Filter(Struct, frozen=True):
    """A choice of rows."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    """Values that at least one row has, each with its words."""


SIGNS = (("builds", "●", N_("builds {entry}")), ("needs", "○", N_("needs {entry}")))
"""The fields that make a mark: with its sign, and what it says."""


def rows(playbook: Playbook) -> tuple[Row, ...]:
    """Every activity with its marks, in reading order."""
    groups = playbook.of(Group)
    return tuple(_row(playbook, activity, groups) for activity in playbook.of(Activity))


def filters(playbook: Playbook, matrix: Iterable[Row]) -> tuple[Filter, ...]:
    """How rows can be chosen, in the order of the form."""
    used: dict[str, set[str]] = {}
    for row in matrix:
        for name, values in row.traits.items():
            used.setdefault(name, set()).update(values)
    natures = dict.fromkeys(
        (row.traits["nature"][0], _nature_words(playbook, row.activity)) for row in matrix
    )
    initiatives = ((i, capital(_(words))) for i, words in INITIATIVE_WORDS)
    every = (
        Filter("group", _("Group"), tuple((e.reference.id, e.name) for e in playbook.of(Group))),
        Filter("role", _("On our side"), tuple((e.reference.id, e.name) for e in playbook.of(Role))),
        Filter("moment", _("Step"), tuple((e.reference.id, e.name) for e in playbook.of(Step))),
        Filter("initiative", _("Initiative"), tuple(initiatives)),
        Filter("nature", _("Nature"), tuple(natures)),
        Filter("pillar", _("Pillar"), tuple((e.reference.id, e.name) for e in playbook.of(Pillar))),
    )
    return tuple(
        Filter(f.name, f.label, tuple(choice for choice in f.choices if choice[0] in used.get(f.name, ())))
        for f in every
    )


def matrix_csv(playbook: Playbook) -> str:
    """The matrix as comma-separated values, for a spreadsheet."""
    matrix = rows(playbook)
    traits = filters(playbook, matrix)
    names = (group.name for group in playbook.of(Group))
    table: list[Iterable[str]] = [(_("Activity"), *(trait.label for trait in traits), *names)]
    for row in matrix:
        words = ("; ".join(w for v, w in trait.choices if v in row.traits[trait.name]) for trait in traits)
        marks = (listed(_(mark.field) for mark in cell) for cell in row.cells)
        table.append((row.activity.name, *words, *marks))
    return csv_of(table, playbook.settings.language)


def _row(playbook: Playbook, activity: Activity, groups: Collection[Group]) -> Row:
    cells = tuple(_cell(playbook, activity, group) for group in groups)
    marked = [group for group, cell in zip(groups, cells, strict=True) if cell]
    steps = (r.source for r in playbook.relations_to(activity, "helps") if isinstance(r.source, Step))
    nature = getattr(activity, "nature", playbook.kinds[activity.reference.kind].singular)
    traits = {
        "role": tuple(role.id for role in activity.ours),
        "moment": tuple(step.reference.id for step in steps),
        "initiative": (activity.initiative.value,),
        "nature": (str(nature),),
        "pillar": tuple(dict.fromkeys(group.pillar.id for group in marked)),
        "group": tuple(group.reference.id for group in marked),
    }
    return Row(activity, cells, traits)


def _nature_words(playbook: Playbook, activity: Activity) -> str:
    """What an activity is, and whether it is planned where that is said of its kind."""
    nature, kind = getattr(activity, "nature", None), playbook.kinds[activity.reference.kind].singular
    return capital(_("{nature} {kind}", nature=choice(nature), kind=kind) if nature else kind)


def _cell(playbook: Playbook, activity: Activity, group: Group) -> tuple[MatrixSign, ...]:
    plainly = plain_text(playbook)
    marks = []
    for field, sign, verb in SIGNS:
        found = [
            relation
            for relation in playbook.relations_from(activity, field)
            if playbook.place(relation.target).group is group
        ]
        if found:
            reasons = " ".join(plainly(_reason(relation, group)) for relation in found)
            marks.append(MatrixSign(field, sign, f"{_(verb, entry=group.name)}: {reasons}"))
    return tuple(marks)


def _reason(relation: Relation, group: Group) -> str:
    named = "" if relation.target is group else f"{relation.target.name}: "
    return f"{named}{relation.reason or ''}".strip()


def _shown(material: Material) -> Mapping[str, Any]:
    playbook = material.playbook
    matrix = rows(playbook)
    return {"rows": matrix, "columns": playbook.of(Group), "filters": filters(playbook, matrix)}


MATRIX = Overview(
    "matrix",
    "Matrix",
    "Which event or workshop builds which group of values, and which it needs first.",
    "events",
    lambda playbook: bool(playbook.of(Group)),
    _shown,
    assets=(*MARKS_ASSETS, "assets/matrix.css", "assets/matrix.js"),
    # A spreadsheet knows by the first character that a text is Unicode.
    files=lambda material: {MATRIX_CSV: f"\ufeff{matrix_csv(material.playbook)}"},
    before="reference/matrix.html",
)
"""The page of what builds which group."""
