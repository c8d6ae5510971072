from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diagrams.examples import HUES
from value_compass.generator.diagrams.palette import INK, MUTED, PAPER, SOFT, Hue, Palette, dark
from value_compass.generator.diagrams.styles import pillar_styles, tones_of
from value_compass.schemas.colours import contrast

COLOUR = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(COLOUR)
def test_whatever_the_pillars_colour_text_on_it_is_legible(colour: str) -> None:
    hue = Hue("any", colour)
    strong, soft, tint, on = (tone.colour for tone in tones_of(hue))
    assert contrast(on, strong) >= 4.5
    assert min(contrast(INK.colour, ground) for ground in (soft, tint)) >= 4.5
    slate = hue.dark
    assert contrast(slate["any-on"], slate["any"]) >= 4.5
    assert contrast(slate["any"], dark(PAPER)) >= 4.5
    assert min(contrast(dark(INK), slate[name]) for name in ("any-soft", "any-tint")) >= 4.5


def test_neutral_text_is_legible() -> None:
    for ink in (INK, MUTED):
        for ground in (PAPER, SOFT):
            assert contrast(ink.colour, ground.colour) >= 4.5
            assert contrast(dark(ink), dark(ground)) >= 4.5


def test_a_tone_is_written_for_screen_and_for_print() -> None:
    tone = HUES[0].strong
    assert Palette.for_screen().paint(tone, INK, "extra") == (
        'fill="#1f5f8b" stroke="#1c2430" class="vc-fill-trust vc-stroke-ink extra"'
    )
    assert Palette.for_print("Any").paint(None, tone, "extra") == 'fill="none" stroke="#1f5f8b"'


def test_a_pillar_that_is_called_like_a_neutral_tone_keeps_its_own_name() -> None:
    assert Hue("ink", "#123456").strong.name == "ink-pillar"


@pytest.mark.parametrize(("key", "colour"), [("trust", "red"), ("trust", "#fff"), ("Trust me", "#123456")])
def test_a_hue_takes_six_digits_and_an_id(key: str, colour: str) -> None:
    with pytest.raises(ValueError, match="not '"):
        Hue(key, colour)


def test_the_style_sheet_has_every_tone_light_and_dark() -> None:
    css = pillar_styles(HUES)
    for hue in HUES:
        for tone in tones_of(hue):
            assert f"--vc-{tone.name}: light-dark({tone.colour}, {hue.dark[tone.name]});" in css
            assert f".vc-fill-{tone.name} {{ fill: var(--vc-{tone.name}); }}" in css
    assert css.count("{") == css.count("}")
