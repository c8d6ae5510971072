"""Canvases for the wall: who leads to which, and that each fits its sheet."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.diagrams.lettering import Box
from value_compass.generator.diagrams.wall import FOOT, HEAD, HIGH, WIDE
from value_compass.generator.pages.canvases.canvas import Canvas, Poster
from value_compass.generator.pages.canvases.register import CANVASES, files_of_canvases, posters, posters_of
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.schemas.canvases import CANVAS_WORDS, CanvasName
from value_compass.schemas.fields import Reference

SMALLEST = 7 / 0.799
"""Letters of 7 pt on A4, in the units of a drawing."""


@pytest.fixture(scope="module")
def daily_bread() -> Playbook:
    draft = check(BAKERY).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0])


def named(playbook: Playbook, entry: str) -> list[str]:
    reference = Reference.parse(entry)
    assert reference
    return [poster.name for poster in posters_of(playbook, playbook[reference])]


def test_every_name_that_a_file_may_say_has_a_canvas_and_a_title() -> None:
    assert sorted(canvas.name for canvas in CANVASES) == sorted(CanvasName)
    assert [name for name, _ in CANVAS_WORDS] == list(CanvasName)


def test_an_entry_leads_to_the_canvas_that_it_names(daily_bread: Playbook) -> None:
    assert named(daily_bread, "workshops/menu-day") == ["business-model"]
    assert named(daily_bread, "events/late-van") == []


def test_a_canvas_of_a_process_is_that_of_the_process_that_an_entry_stands_below(
    daily_bread: Playbook,
) -> None:
    assert named(daily_bread, "practices/ask-the-chef") == ["process-map-win-a-kitchen-back"]


def test_an_entry_of_some_kinds_leads_to_its_canvas_unasked(daily_bread: Playbook) -> None:
    assert "process-map-win-a-kitchen-back" in named(daily_bread, "processes/win-a-kitchen-back")
    assert named(daily_bread, "propositions/bread-without-worry") == [
        "value-proposition",
        "competing-factors",
    ]


def test_what_no_entry_leads_to_is_not_made(daily_bread: Playbook) -> None:
    names = [poster.name for poster in posters(daily_bread)]
    assert "business-model" in names
    assert "network-map" not in names
    assert set(files_of_canvases(daily_bread)) == {f"canvases/{name}.svg" for name in names}


def test_a_slip_in_the_name_of_a_canvas_is_told_with_the_one_that_was_meant(bakery: Bakery) -> None:
    bakery.change("workshops/menu-day", "[business-model]", "[busines-model]")
    (problem,) = bakery.check().problems
    assert problem.code == "wrong-choice"
    assert problem.advice == "did you mean business-model?"


def every_poster(playbook: Playbook) -> list[Poster]:
    found = [
        Poster(canvas, of) for canvas in CANVASES for of in (playbook.of_kind(canvas.of or "") or [None])
    ]
    return [poster for poster in found if poster.there(playbook)]


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.name)
def test_a_canvas_fits_its_sheet_and_can_be_read_on_a4(playbook: Playbook, canvas: Canvas) -> None:
    for poster in [one for one in every_poster(playbook) if one.canvas is canvas]:
        drawing = poster.drawing(playbook)
        sheet = Box(0, -HEAD, WIDE, HEAD + HIGH + FOOT)
        assert (drawing.width, drawing.height) == pytest.approx((sheet.width, sheet.height))
        for letter in (letter for piece in drawing.pieces for letter in piece.letters):
            assert sheet.holds(letter.box), letter.text
            assert letter.size >= SMALLEST, letter.text


def test_a_process_without_stages_has_no_map(daily_bread: Playbook) -> None:
    without = {
        reference: entry for reference, entry in daily_bread.entries.items() if reference.kind != "stages"
    }
    bare = replace(daily_bread, entries=without)
    assert "process-map-win-a-kitchen-back" not in named(bare, "processes/win-a-kitchen-back")
