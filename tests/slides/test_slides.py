"""The slides of a workshop, read back from the file."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.diagrams.lettering import Box
from value_compass.generator.diagrams.pieces import disc, rectangle
from value_compass.generator.diagrams.widths import text_width
from value_compass.generator.load.house import House, Picture
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.slides.compose import compose_deck
from value_compass.generator.slides.deck import Deck, Words
from value_compass.generator.slides.drawing import outlines
from value_compass.generator.slides.fitting import BODY, SIZES, fitted, height_of_all
from value_compass.generator.slides.write import write_deck
from value_compass.schemas.activities import AgendaItem, Workshop
from value_compass.schemas.house_style import HouseColours, HouseFonts, HouseStyle

DAY = datetime.date(2026, 11, 27)


@pytest.fixture(scope="module")
def bakery() -> Playbook:
    draft = check(BAKERY).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0])


@pytest.fixture(scope="module")
def deck(bakery: Playbook) -> Deck:
    (workshop,) = bakery.of(Workshop)
    return compose_deck(bakery, workshop, DAY, datetime.time(13, 30))


@pytest.fixture(scope="module")
def show(deck: Deck) -> Any:
    return Presentation(BytesIO(write_deck(deck)))


def texts(page: Any) -> list[str]:
    return [shape.text_frame.text for shape in page.shapes if shape.has_text_frame and shape.text_frame.text]


def test_every_slide_has_a_title_that_is_read_first(deck: Deck, show: Any) -> None:
    assert [page.shapes.title.text_frame.text for page in show.slides] == [
        "Menu day",
        "What it is for",
        "Agenda",
        "Tasting",
        "Matching",
        "The list",
        "Business model canvas",
        "What you go home with",
        "Follow-up",
    ]
    for page in show.slides:
        assert next(iter(page.shapes)).shape_id == page.shapes.title.shape_id


def test_the_agenda_is_a_table_with_clock_times(show: Any) -> None:
    (frame,) = (shape for shape in show.slides[2].shapes if shape.has_table)
    rows = [[cell.text_frame.text for cell in row.cells] for row in frame.table.rows]
    assert rows == [
        ["Starts", "Minutes", "Part"],
        ["13:30", "30", "Tasting"],
        ["14:00", "45", "Matching"],
        ["14:45", "15", "The list"],
        ["15:00", "", "End"],
    ]
    assert frame.table.first_row
    assert "13:30 Tasting" in frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "Starts at 13:30" in texts(show.slides[2])


def test_a_part_has_its_time_its_words_and_how_it_is_done_for_the_speaker(show: Any) -> None:
    page = show.slides[4]
    assert "14:00 to 14:45, 45 minutes" in texts(page)
    assert "Each dish gets a bread, or none." in texts(page)
    assert page.notes_slide.notes_text_frame.text == "Cards on the table, in pairs."
    assert "To agree which bread goes with which dish." in show.slides[0].notes_slide.notes_text_frame.text


def test_the_canvas_is_one_group_of_shapes_with_words_for_those_who_do_not_see_it(show: Any) -> None:
    (group,) = (shape for shape in show.slides[6].shapes if shape.shape_type == 6)
    assert group._element.nvGrpSpPr.cNvPr.get("descr").startswith("Business model canvas. ")
    assert {"Partners", "Customers"} <= {shape.text_frame.text for shape in group.shapes}


def test_what_is_only_to_look_at_is_marked_so(show: Any) -> None:
    for page in show.slides:
        for shape in page.shapes:
            silent = not (shape.has_text_frame and shape.text_frame.text) and not shape.has_table
            if silent and shape.shape_type != 6:
                assert "decorative" in "".join(child.tag for child in shape._element.iter())


def inside(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield from inside(shape.shapes) if shape.shape_type == 6 else [shape]


def test_nothing_leaves_its_slide_and_letters_can_be_read(show: Any) -> None:
    for page in show.slides:
        for shape in inside(page.shapes):
            assert shape.left >= -1
            assert shape.top >= -1
            assert shape.left + shape.width <= show.slide_width + Pt(1)
            assert shape.top + shape.height <= show.slide_height + Pt(1)
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                for run in paragraph.runs:
                    assert run.font.size >= Pt(6.5), run.text
                    if not shape.text_frame.word_wrap:
                        wide = text_width(run.text, run.font.size.pt, bold=bool(run.font.bold))
                        assert Pt(wide) <= shape.width * 1.06, run.text


def test_all_our_words_fit_on_their_slides(playbook: Playbook) -> None:
    for workshop in playbook.of(Workshop):
        for slide in compose_deck(playbook, workshop, DAY).slides:
            assert height_of_all(slide.words, BODY.width, SIZES[-1]) <= BODY.height, workshop.name
            if not slide.opens:
                assert text_width(slide.title, 20, bold=True) < 2 * BODY.width


@given(st.lists(st.builds(Words, st.text(max_size=400), st.sampled_from(["", "•", "1."])), max_size=30))
def test_no_words_are_lost_and_all_fit_unless_one_alone_is_too_long(words: list[Words]) -> None:
    held = list(fitted(words))
    assert [one for part in held for one in part.words] == words
    for part in held:
        assert len(part.words) == 1 or height_of_all(part.words, BODY.width, part.size) <= BODY.height


def test_a_long_day_takes_several_slides(bakery: Playbook) -> None:
    (workshop,) = bakery.of(Workshop)
    item = AgendaItem(title="Talk", minutes=10, what="We talk.")
    long = workshop.model_copy(update={"agenda": (item,) * 23, "duration": 230})
    rows = [len(slide.rows) for slide in compose_deck(bakery, long, DAY).slides if slide.rows]
    assert rows == [9, 9, 6]


def test_the_same_slides_give_the_same_bytes(deck: Deck) -> None:
    made = write_deck(deck)
    assert made == write_deck(deck)
    with ZipFile(BytesIO(made)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        theme = parts.read("ppt/theme/theme1.xml").decode()
    for colour in deck.colours:
        assert colour.lstrip("#").upper() in theme


def test_it_says_what_it_is_and_in_which_language(deck: Deck, show: Any) -> None:
    about = show.core_properties
    assert (about.title, about.author, about.language) == ("Menu day", deck.author, "en")
    assert about.created.date() == DAY
    languages = {
        run._r.rPr.get("lang")
        for page in show.slides
        for shape in page.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert languages == {"en"}


def logo(wide: int, high: int) -> bytes:
    """A picture of one colour, as PNG."""
    made = BytesIO()
    Image.new("RGB", (wide, high), "#7a4a12").save(made, "PNG")
    return made.getvalue()


HOUSE = House(
    HouseStyle(
        colours=HouseColours(accent="#7a4a12", ink="#2a1c10"),
        fonts=HouseFonts(headings="Fira Sans", text='Bread & "Butter"'),
    ),
    Picture(".png", logo(400, 80)),
)


def test_slides_have_the_fonts_the_colours_and_the_logo_of_the_house(bakery: Playbook) -> None:
    (workshop,) = bakery.of(Workshop)
    made = write_deck(compose_deck(replace(bakery, house=HOUSE), workshop, DAY))
    show = Presentation(BytesIO(made))
    for page in show.slides:
        for shape in page.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                fonts = {run.font.name for part in shape.text_frame.paragraphs for run in part.runs}
                assert fonts <= {"Fira Sans", 'Bread & "Butter"'}, shape.text_frame.text
        (title,) = page.shapes.title.text_frame.paragraphs[0].runs
        assert (title.font.name, str(title.font.color.rgb)) == ("Fira Sans", "2A1C10")
    (kicker,) = (shape for shape in show.slides[0].shapes if shape.has_text_frame and "09:00" in shape.text)
    assert str(kicker.text_frame.paragraphs[0].runs[0].font.color.rgb) == "7A4A12"
    words = show.slides[3].shapes
    assert 'Bread & "Butter"' in {
        run.font.name
        for one in words
        if one.has_text_frame
        for part in one.text_frame.paragraphs
        for run in part.runs
    }
    pictures = [shape for page in show.slides for shape in page.shapes if hasattr(shape, "image")]
    assert [one.part.slide for one in pictures] == [show.slides[0]]
    assert HOUSE.logo
    assert pictures[0].image.blob == HOUSE.logo.data
    assert pictures[0].width == pytest.approx(5 * pictures[0].height, rel=0.01)
    assert pictures[0].top + pictures[0].height <= kicker.top
    assert pictures[0]._element.nvPicPr.cNvPr.get("descr") == bakery.settings.organisation
    with ZipFile(BytesIO(made)) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
    for said in ('<a:dk1><a:srgbClr val="2A1C10"/>', '<a:hlink><a:srgbClr val="7A4A12"/>', "Bread &amp;"):
        assert said in theme


def test_a_logo_in_svg_is_left_out_of_slides(bakery: Playbook) -> None:
    (workshop,) = bakery.of(Workshop)
    svg = House(HouseStyle(), Picture(".svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    show = Presentation(BytesIO(write_deck(compose_deck(replace(bakery, house=svg), workshop, DAY))))
    assert not [shape for page in show.slides for shape in page.shapes if hasattr(shape, "image")]


def test_arcs_of_figures_become_lines_that_stay_on_the_circle() -> None:
    ((points, closed),) = outlines(disc(10, 10, 4))
    assert closed
    assert all(math.dist(point, (10, 10)) == pytest.approx(4, abs=0.01) for point in points)
    ((corners, _),) = outlines(rectangle(Box(0, 0, 30, 20), 5))
    assert all(-0.01 <= x <= 30.01 and -0.01 <= y <= 20.01 for x, y in corners)
