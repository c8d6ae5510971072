"""The house style on the site: its colours, light and dark, its fonts, its logo and its style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from value_compass.generator.diagrams.palette import lighten, mix
from value_compass.generator.load.fonts import Face, faces_of
from value_compass.generator.load.house import House
from value_compass.schemas.colours import contrast, luminance

STYLES = "assets/house.css"
"""Where the site keeps the styles that are made from the house style, and the playbook's own after them."""

_FONTS = "assets/fonts"
_NIGHT = 0.011
"""How light a dark page is: as dark as ours, so that pillars' colours can be read on it as well."""


def house_files(house: House) -> dict[str, str | bytes]:
    """The files of the house style by their addresses on the site; none when nothing is said."""
    text = "\n".join(_styles(house))
    files: dict[str, str | bytes] = {STYLES: text} if text else {}
    for name, logo in (("logo", house.logo), ("logo-dark", house.logo_dark)):
        if logo:
            files[f"assets/{name}{logo.ending}"] = logo.data
    return files | {_address(face): face.file.read_bytes() for face in _faces(house)}


class Logo(Struct, frozen=True):
    """A logo in the bar of the site."""

    address: str
    shown: str
    """`light` or `dark` for the pages that show it; `always` where there is one for both."""


def logos(house: House) -> tuple[Logo, ...]:
    """What the bar of the site shows; nothing when the playbook has no logo."""
    if house.logo is None:
        return ()
    light = Logo(f"assets/logo{house.logo.ending}", "light" if house.logo_dark else "always")
    return (light, Logo(f"assets/logo-dark{house.logo_dark.ending}", "dark")) if house.logo_dark else (light,)


def _styles(house: House) -> Iterator[str]:
    style = house.style
    for face in _faces(house):
        yield (
            f'@font-face {{ font-family: "{_quoted(face.family)}"; font-weight: {face.weight}; '
            f"font-style: {'italic' if face.italic else 'normal'}; font-display: swap; "
            f'src: url("{_address(face).removeprefix("assets/")}"); }}'
        )
    if style.fonts:
        yield ":root {"
        for name, family in (("sans", style.fonts.text), ("serif", style.fonts.headings)):
            if family:
                yield f'  --vc-{name}: "{_quoted(family)}", sans-serif;'
        yield "}"
    if style.colours:
        yield ":root {"
        for name, (light, dark) in tones_of_house(house).items():
            yield f"  --vc-{name}: light-dark({light}, {dark});"
        yield "}"
    if house.style_sheet:
        yield house.style_sheet


def tones_of_house(house: House) -> Mapping[str, tuple[str, str]]:
    """Every neutral tone of the site, light and dark, made from three colours; none when nothing is said."""
    colours = house.style.colours
    if colours is None:
        return {}
    ink, paper = colours.ink, colours.paper
    night, chalk = night_of(ink), mix(paper, mix(ink, paper, 0.2), 0.5)
    return {
        "paper": (paper, night),
        "ink": (ink, chalk),
        "muted": (_legible(ink, paper, 0.72), _legible(chalk, night, 0.68)),
        "line": (mix(ink, paper, 0.4), mix(chalk, night, 0.42)),
        "soft": (mix(ink, paper, 0.07), mix(chalk, night, 0.12)),
        "raised": (mix(ink, paper, 0.04), mix(chalk, night, 0.06)),
        "rule": (mix(ink, paper, 0.18), mix(chalk, night, 0.2)),
        "edge": (mix(ink, paper, 0.58), mix(chalk, night, 0.55)),
        "link": (_darker(colours.accent, paper), lighten(colours.accent, night, 7)),
        "accent": (colours.accent, lighten(colours.accent, night, 5.2)),
    }


def night_of(ink: str) -> str:
    """A dark page of an ink's hue."""
    for part in range(100, 0, -2):
        dark = mix(ink, "#000000", part / 100)
        if luminance(dark) <= _NIGHT:
            return dark
    return "#000000"


def _legible(colour: str, ground: str, part: float) -> str:
    """A part of a colour on a ground that small text can have, also on a raised surface."""
    while contrast(mixed := mix(colour, ground, part), ground) < 5.4 and part < 1:
        part += 0.04
    return mixed


def _darker(colour: str, paper: str) -> str:
    """A colour that stands out from paper and from raised surfaces, as links do."""
    part = 1.0
    while contrast(mixed := mix(colour, "#000000", part), paper) < 5.4 and part > 0:
        part -= 0.05
    return mixed


def _faces(house: House) -> tuple[Face, ...]:
    fonts = house.style.fonts
    families = {fonts.text, fonts.headings} if fonts else set()
    return tuple(face for face in faces_of(house.folder) if face.family in families)


def _address(face: Face) -> str:
    return f"{_FONTS}/{re.sub('[^A-Za-z0-9._-]', '-', face.file.name)}"


def _quoted(family: str) -> str:
    return re.sub(r'["\\<>{};\n]', "", family)
