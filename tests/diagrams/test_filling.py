"""The compass that fills."""

from __future__ import annotations

import math
from xml.etree import ElementTree

from tests.diagrams.examples import COMPASS
from value_compass.generator.diagrams.filling import SIGN, draw_filling, lay_out_filling
from value_compass.generator.diagrams.palette import Palette
from value_compass.schemas.colours import contrast

SVG = "{http://www.w3.org/2000/svg}"


def test_the_half_is_the_inner_half_of_its_group() -> None:
    for filling in lay_out_filling(COMPASS).groups:
        whole, half = filling.part.segment, filling.half
        assert (half.start, half.end, half.inner) == (whole.start, whole.end, whole.inner)
        assert half.outer - half.inner == (whole.outer - whole.inner) / 2


def test_every_group_has_a_sign_outside_the_circle_and_inside_the_drawing() -> None:
    drawing = lay_out_filling(COMPASS)
    assert len(drawing.groups) == 11
    for filling in drawing.groups:
        away = math.hypot(*filling.sign)
        assert away - SIGN > filling.part.segment.outer
        assert away + SIGN <= drawing.radius


def test_signs_do_not_touch() -> None:
    signs = [filling.sign for filling in lay_out_filling(COMPASS).groups]
    for i, one in enumerate(signs):
        assert all(math.dist(one, other) > 2 * SIGN for other in signs[i + 1 :])


def test_names_are_legible_on_the_full_colour() -> None:
    for filling in lay_out_filling(COMPASS).groups:
        assert filling.part.hue
        for line in filling.on_full:
            assert contrast(line.tone.colour, filling.part.hue.strong.colour) >= 4.5


def test_without_a_style_every_group_is_pale() -> None:
    root = ElementTree.fromstring(draw_filling(COMPASS, Palette.for_screen(), "p"))  # noqa: S314 - our own
    states = [group for group in root.iter(f"{SVG}g") if (group.get("class") or "").startswith("vc-when-")]
    assert len(states) == 11 * 3
    assert {group.get("display") for group in states} == {"none"}


def test_a_compass_without_groups_is_drawn() -> None:
    empty = COMPASS.__class__("t", "d", "Loyalty", None, ())
    assert "<svg" in draw_filling(empty, Palette.for_screen(), "p")
