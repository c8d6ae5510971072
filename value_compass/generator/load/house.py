"""The files of a house style, in a playbook's folder: logo, style sheet, fonts, and templates over ours.

Nothing of them is ever run: templates are rendered in a sandbox, and what could load or run something else is
refused by the check.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from msgspec import Struct, field

from value_compass.generator.load.failure import Failure
from value_compass.schemas.house_style import HouseStyle

TEMPLATES_FOLDER = "theme"
"""Where a playbook keeps templates that take the place of ours of the same name."""

MOST_BYTES = 1_000_000
"""No file of a house style is larger."""

_LOADS_OR_RUNS = (
    r"<script|<foreignObject|<!ENTITY|\son\w+\s*=|javascript:|@import"
    r"|(?:href|src)\s*=\s*[\"']?\s*(?:[a-z]+:)?//|url\(\s*[\"']?\s*(?:[a-z]+:)?//"
)
"""What makes a picture or a style sheet ask for something else, or run something."""


class Unusable(Failure):
    """A file of the house style cannot be used; the message says why, the advice what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


class Picture(Struct, frozen=True):
    """A logo."""

    ending: str
    """`.svg` or `.png`."""
    data: bytes

    @property
    def svg(self) -> str:
        """The picture as SVG, whatever it is."""
        if self.ending == ".svg":
            return self.data.decode("utf-8")
        wide, high = self.size
        encoded = base64.b64encode(self.data).decode("ascii")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
            f'<image width="{wide}" height="{high}" href="data:image/png;base64,{encoded}"/></svg>'
        )

    @property
    def size(self) -> tuple[int, int]:
        """How wide and high a PNG is."""
        return int.from_bytes(self.data[16:20]), int.from_bytes(self.data[20:24])


class House(Struct, frozen=True):
    """What was read of a house style."""

    style: HouseStyle = field(default_factory=HouseStyle)
    logo: Picture | None = None
    logo_dark: Picture | None = None
    style_sheet: str | None = None
    templates: Mapping[str, str] = field(default_factory=dict)
    """Templates over ours by their names, such as `pages/home.html.jinja`."""
    folder: Path | None = None
    """The playbook's folder, which may hold fonts."""


def house_of(folder: Path, style: HouseStyle | None) -> House:
    """Read the files of a house style.

    Args:
        folder: the playbook's folder.
        style: what the settings say.

    Raises:
        Unusable: when a file cannot be used; the check tells so before.
    """
    said = style or HouseStyle()
    return House(
        said,
        picture(folder, said.logo) if said.logo else None,
        picture(folder, said.logo_dark) if said.logo_dark else None,
        style_sheet(folder, said.style_sheet) if said.style_sheet else None,
        {name: read_own(folder, f"{TEMPLATES_FOLDER}/{name}").decode("utf-8") for name in templates(folder)},
        folder,
    )


def picture(folder: Path, name: str) -> Picture:
    """A logo's file.

    Raises:
        Unusable: when it cannot be used.
    """
    data, ending = read_own(folder, name), Path(name).suffix.lower()
    if ending == ".png":
        _refuse_what_is_no_png(name, data)
    elif ending == ".svg":
        if "<svg" not in _text(name, data):
            raise Unusable(f"{name} is no SVG", "save the logo as PNG or SVG")
        _refuse_what_loads(name, _text(name, data))
    else:
        raise Unusable(f"{name} is neither SVG nor PNG", "save the logo as one of these")
    return Picture(ending, data)


def _refuse_what_is_no_png(name: str, data: bytes) -> None:
    from PIL import Image  # noqa: PLC0415 - most playbooks bring no picture

    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as opened:
            opened.verify()
    # A broken PNG is a syntax error to Pillow.
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as failure:
        raise Unusable(f"{name} is no PNG, or a broken one", "save the logo as PNG or SVG") from failure


def style_sheet(folder: Path, name: str) -> str:
    """A style sheet's text.

    Raises:
        Unusable: when it cannot be used.
    """
    if Path(name).suffix.lower() != ".css":
        raise Unusable(f"{name} is no style sheet", "name a file that ends in .css")
    text = _text(name, read_own(folder, name))
    _refuse_what_loads(name, text)
    return text


def templates(folder: Path) -> Iterator[str]:
    """The names of the templates in a playbook's folder."""
    top = folder / TEMPLATES_FOLDER
    for path in sorted(top.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(top).as_posix()


def read_own(folder: Path, name: str) -> bytes:
    """A file of the playbook's folder.

    Raises:
        Unusable: when it is not there, too large, or lies elsewhere.
    """
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise Unusable(
                f"{name} is a link that leads out of the playbook", "put a copy of it in its place"
            )
        if path.stat().st_size > MOST_BYTES:
            raise Unusable(f"{name} has more than {MOST_BYTES // 1000} kB", "make it smaller")
        return path.read_bytes()
    except OSError as failure:
        raise Unusable(
            f"there is no file {name} that can be read in the playbook's folder",
            "put it there, or write its path from the folder of site.yml",
        ) from failure


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as failure:
        raise Unusable(f"{name} is not written in UTF-8", "save it as UTF-8") from failure


def _refuse_what_loads(name: str, text: str) -> None:
    found = re.search(_LOADS_OR_RUNS, text, re.IGNORECASE)
    if found:
        raise Unusable(
            f'{name} asks for something from elsewhere, or runs something: "{found[0].strip()}"',
            "take that out: the site asks no other host for anything",
        )
