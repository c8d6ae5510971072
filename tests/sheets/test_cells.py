"""What a field says survives the way into a cell and back, whatever it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.edit.playbooks import the_bakery
from value_compass.generator.check.check import check
from value_compass.generator.sheets.cells import WrongCell, cell_of, data_of
from value_compass.schemas.activities import Event, Workshop
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Basis, Need, Reference, Statement, ToValue
from value_compass.schemas.framework import Group
from value_compass.schemas.reading import Term


def through_cells(entry: Any) -> Any:
    """An entry with each field written into a cell and read again."""
    model = type(entry)
    cells = {
        field: cell_of(model, field, getattr(entry, field))
        for field in model.model_fields
        if field != "reference"
    }
    data = {field: data_of(model, field, cell) for field, cell in cells.items() if cell.strip()}
    return model.model_validate({**data, "reference": entry.reference})


@pytest.mark.parametrize("reference", sorted(the_bakery().draft.entries), ids=str)
def test_an_entry_of_the_bakery_is_the_same_again(reference: Reference) -> None:
    entry = the_bakery().draft.entries[reference]
    assert through_cells(entry) == entry


def test_every_entry_of_the_real_playbook_is_the_same_again(real: Path) -> None:
    entries = check(real).draft.entries.values()
    assert [entry.reference for entry in entries if through_cells(entry) != entry] == []


LINES = st.text(
    st.one_of(
        st.sampled_from(" ;:,{}[]()'\"#-=+@|&*!%?\\/"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()))
ENDINGS = st.sampled_from(["", " (derived)", " (stated)", ": because", "values/early-van: because"])
TEXTS = st.builds(str.__add__, LINES, ENDINGS)
BASES = st.none() | st.sampled_from(Basis)
STATEMENTS = st.builds(Statement, text=TEXTS, basis=BASES, where=st.none() | LINES)
VALUES = st.sampled_from([Reference("values", "early-van"), Reference("groups", "on-time")])
RELATIONS = st.builds(ToValue, to=VALUES, reason=TEXTS, basis=BASES, where=st.none() | LINES)
NEEDS = st.builds(lambda text, basis: Need(condition=text, basis=basis), TEXTS, BASES) | st.builds(
    lambda to, text, basis: Need(to=to, reason=text, basis=basis), VALUES, TEXTS, BASES
)


def again(model: Any, field: str, value: object) -> object:
    """A field's value through a cell."""
    cell = cell_of(model, field, value)
    data = data_of(model, field, cell) if cell.strip() else ()
    return TypeAdapter(model.model_fields[field].annotation).validate_python(data, strict=False)


@settings(deadline=None)
@given(st.lists(STATEMENTS, max_size=4).map(tuple))
def test_statements_are_the_same_again(statements: tuple[Statement, ...]) -> None:
    assert again(Event, "risks", statements) == statements


@settings(deadline=None)
@given(st.lists(RELATIONS, max_size=4).map(tuple))
def test_relations_are_the_same_again(relations: tuple[ToValue, ...]) -> None:
    assert again(Event, "builds", relations) == relations


@settings(deadline=None)
@given(st.lists(NEEDS, max_size=4).map(tuple))
def test_needs_are_the_same_again(needs: tuple[Need, ...]) -> None:
    assert again(Event, "needs", needs) == needs


@settings(deadline=None)
@given(st.lists(LINES.map(str.strip), max_size=4).map(tuple))
def test_names_are_the_same_again(names: tuple[str, ...]) -> None:
    assert again(Term, "aliases", names) == names


@pytest.mark.parametrize(
    ("model", "field", "cell", "data"),
    [
        (Term, "aliases", "one; two;three", ["one", "two", "three"]),
        (Term, "aliases", "one; two\nthree\n", ["one; two", "three"]),
        (Term, "aliases", "one\r\ntwo", ["one", "two"]),
        (Group, "pillar", "pillars/craft", "craft"),
        (Event, "ours", "driver; roles/account-baker", ["driver", "account-baker"]),
        (Event, "nature", "It happens to us", "unplanned"),
        (
            Event,
            "builds",
            "values/early-van: We come early: always.",
            [{"to": "values/early-van", "reason": "We come early: always."}],
        ),
        (
            Event,
            "sources",
            "hotel-interviews: page 2 (stated)",
            [{"source": "hotel-interviews", "where": "page 2", "basis": "stated"}],
        ),
        (Event, "needs", "The chef has time: an hour", ["The chef has time: an hour"]),
        (Event, "risks", "Flour. (derived)", [{"text": "Flour.", "basis": "derived"}]),
        (Event, "risks", "Flour (on a coat)", ["Flour (on a coat)"]),
        (
            Workshop,
            "agenda",
            "{title: Tasting, minutes: 30, what: Bread.}",
            [{"title": "Tasting", "minutes": 30, "what": "Bread."}],
        ),
        (Workshop, "duration", "90", 90),
        (Case, "order", "first", "first"),
    ],
)
def test_people_write_cells_in_short(model: Any, field: str, cell: str, data: object) -> None:
    assert data_of(model, field, cell) == data


@pytest.mark.parametrize(
    ("field", "cell", "advice"),
    [
        ("builds", "they like it", "groups/some-id: reason"),
        ("sources", "page 2", r"some-id: where \(stated/derived/editorial\)"),
        ("agenda", "Tasting", r"\{title: \.\.\., minutes: \.\.\., what: \.\.\.\}"),
        ("agenda", "{title: Tasting", "quotation marks"),
    ],
)
def test_an_item_in_a_wrong_form_is_told_with_the_right_one(field: str, cell: str, advice: str) -> None:
    with pytest.raises(WrongCell) as failure:
        data_of(Workshop, field, cell)
    assert re.search(advice, failure.value.advice)
