"""The ways of working in print: a process on a spread with its map to mark, metrics together."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from value_compass.generator.book.leaves import Bound


@pytest.fixture(scope="module")
def printed(bakery_book: tuple[Path, Bound]) -> tuple[pypdfium2.PdfDocument, Bound]:
    """The bakery's book, and what stands where."""
    file, bound = bakery_book
    return pypdfium2.PdfDocument(file), bound


def text_of(document: pypdfium2.PdfDocument, page: int) -> str:
    return re.sub(r"\s+", " ", document[page - 1].get_textpage().get_text_range())


def test_a_process_is_a_spread_with_its_map_to_mark(
    printed: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = printed
    left = bound.pages["processes/win-a-kitchen-back"]
    assert left % 2 == 0
    spread = f"{text_of(document, left)} {text_of(document, left + 1)}"
    assert "How far are we?" in spread
    for said in (
        "1 Listen",
        "Ask the chef",
        "Is it something that we can change?",
        "part well → Part as friends",
    ):
        assert said in spread, said


def test_what_is_measured_stands_at_the_foot_of_the_left_page_of_its_process(
    printed: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = printed
    left = text_of(document, bound.pages["processes/win-a-kitchen-back"])
    assert "What is measured where" in left
    assert "Bread left over" in left


def test_metrics_stand_together_each_at_its_place(printed: tuple[pypdfium2.PdfDocument, Bound]) -> None:
    document, bound = printed
    page = bound.pages["metrics/bread-left-over"]
    assert page == bound.pages["kind:metrics"]
    assert "Win a kitchen back" in text_of(document, page)


def test_a_point_names_the_lesson_that_it_rests_on(printed: tuple[pypdfium2.PdfDocument, Bound]) -> None:
    document, bound = printed
    case = bound.pages["cases/hotel-a"]
    assert f"Hotel A {case}, lesson 1" in text_of(document, bound.pages["practices/ask-the-chef"]).replace(
        "\xa0", " "
    )


def test_an_assessment_has_boxes_to_mark_and_room_for_a_reason(
    printed: tuple[pypdfium2.PdfDocument, Bound],
) -> None:
    document, bound = printed
    text = text_of(document, bound.pages["assessments/is-it-a-promise"])
    assert "yes, partly, no" in text
    assert "Why" in text
