"""The matrix for a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.pages.matrix import filters, matrix_csv, rows
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.schemas.activities import Event
from value_compass.schemas.framework import Group


def table(playbook: Playbook) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(matrix_csv(playbook), newline="")))


def test_it_says_what_the_matrix_says(playbook: Playbook) -> None:
    groups = playbook.of(Group)
    for row, line in zip(rows(playbook), table(playbook), strict=True):
        assert line["Activity"] == row.activity.name
        for group, cell in zip(groups, row.cells, strict=True):
            words = line[group.name].split(" and ") if line[group.name] else []
            assert words == [mark.field for mark in cell]


def test_it_says_what_the_filters_choose_by(playbook: Playbook) -> None:
    line = next(line for line in table(playbook) if line["Activity"] == "Inspiration day")
    assert line["Nature"] == "Workshop"
    assert line["Initiative"] == "We take the initiative"
    assert "Agree where to go" in line["Step"].split("; ")
    assert "Sales director" in line["On our side"].split("; ")


@pytest.mark.parametrize(
    "name", ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'a "quoted", name', "two\nlines"]
)
def test_no_name_becomes_a_formula_or_breaks_the_table(playbook: Playbook, name: str) -> None:
    groups, events = playbook.of(Group), playbook.of(Event)
    renamed = {entry.reference: entry.model_copy(update={"name": name}) for entry in (groups[0], events[0])}
    wild = Playbook(playbook.settings, playbook.edition, {**playbook.entries, **renamed}, playbook.relations)
    lines = list(csv.reader(io.StringIO(matrix_csv(wild), newline="")))
    assert len({len(line) for line in lines}) == 1
    assert len(lines) == len(rows(playbook)) + 1
    cells = [cell for line in lines for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.removeprefix("'") == name for cell in cells)


def test_every_choice_of_a_filter_has_a_row_and_every_trait_a_choice(playbook: Playbook) -> None:
    matrix = rows(playbook)
    for one in filters(playbook, matrix):
        assert one.choices
        used = {value for row in matrix for value in row.traits[one.name]}
        assert used == {value for value, _ in one.choices}


@pytest.mark.parametrize(("language", "sign"), [("en", ","), ("nl", ";"), ("de", ";"), ("ja", ",")])
def test_cells_are_parted_as_spreadsheets_of_the_language_do(
    bakery: Bakery, language: str, sign: str
) -> None:
    bakery.change("site", "language: en", f"language: {language}")
    draft = bakery.check().draft
    assert draft.settings
    head = matrix_csv(seal(draft, draft.settings.editions[0])).partition("\r\n")[0]
    assert head.startswith(f"Activity{sign}")
