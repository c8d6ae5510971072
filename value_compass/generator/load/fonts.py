"""The fonts of the book, those of a playbook's folder included: which signs they have, how wide words are."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import font_source_sans_pro
import font_source_serif_pro
from msgspec import Struct

if TYPE_CHECKING:
    from uharfbuzz import Face as FontFile
    from uharfbuzz import Font

SERIF, SANS = "Source Serif Pro", "Source Sans Pro"
FAMILIES = (SERIF, SANS)
"""The fonts of the book."""

FONTS_FOLDER = "fonts"
"""Where a playbook keeps fonts of its own, for signs that these lack."""

_FACES = {
    "SourceSerifPro": ("", "It", "Semibold", "SemiboldIt", "Bold"),
    "SourceSansPro": ("", "It", "Light", "Semibold", "SemiboldIt", "Bold"),
}


class Fonts(Struct, frozen=True):
    """The font files that a book may use."""

    files: tuple[Path, ...]
    families: tuple[str, ...]
    """The families of the playbook's own, which stand in for signs that the book's lack."""
    signs: frozenset[int]
    """The code points that at least one of them has."""

    def lacks(self, text: str) -> tuple[str, ...]:
        """The signs of a text that no font has, nor another sign like it, each once, in their order."""
        if text.isascii():
            return ()
        return tuple(
            dict.fromkeys(
                sign for sign in _composed(text) if not self._has(sign) and self._instead(sign)[:1] == "["
            )
        )

    @property
    def state(self) -> tuple[str, ...]:
        """What changes when one of the files does."""
        return tuple(f"{file.name} {file.stat().st_size}" for file in self.files)

    def printable(self, text: str) -> str:
        """A text in which the nearest signs, or a name in brackets, stand for those that no font has."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(sign if self._has(sign) else self._instead(sign) for sign in _composed(text))

    def _has(self, sign: str) -> bool:
        return (
            ord(sign) in self.signs and not unicodedata.category(sign).startswith("C")
        ) or sign in "\u00ad\n"

    def _instead(self, sign: str) -> str:
        if unicodedata.category(sign)[0] in "CZ" or unicodedata.combining(sign) or sign in "\ufe0e\ufe0f":
            return " " if unicodedata.category(sign) in {"Zs", "Cc"} else ""
        nearest = unicodedata.normalize("NFKD", sign)
        # Nothing that means something to a figure's XML comes in by the back door.
        if nearest != sign and all(self._has(one) and one not in "<&>" for one in nearest):
            return nearest
        name = unicodedata.name(sign, "").lower()
        return f"[{name}]" if name and len(name) <= 30 and "ideograph" not in name else f"[U+{ord(sign):04X}]"


class Face(Struct, frozen=True):
    """One font file of a playbook."""

    file: Path
    family: str
    weight: int
    """From 100 to 900, as style sheets say it."""
    italic: bool


def faces_of(folder: Path | None) -> tuple[Face, ...]:
    """The fonts in a playbook's folder `fonts/`."""
    return tuple(map(_face, _own_files(folder / FONTS_FOLDER))) if folder else ()


@cache
def _face(file: Path) -> Face:
    from uharfbuzz import Font, StyleTag  # noqa: PLC0415 - as below

    font = Font(_opened(file))
    weight, italic = (font.get_style_value(tag) for tag in (StyleTag.WEIGHT, StyleTag.ITALIC))
    return Face(file, _family_of(file), round(weight), bool(italic))


def _composed(text: str) -> str:
    """A text whose letters are one with their accents, as fonts have them."""
    return unicodedata.normalize("NFC", text)


def fonts_of(folder: Path | None) -> Fonts:
    """The fonts of the book, and those that a playbook adds in its folder `fonts/`."""
    own = _own_files(folder / FONTS_FOLDER) if folder else ()
    files = (*shipped(), *own)
    signs: set[int] = set()
    for file in files:
        signs |= _signs_of(file)
    return Fonts(files, tuple(dict.fromkeys(map(_family_of, own))), frozenset(signs))


def _own_files(folder: Path) -> tuple[Path, ...]:
    found = sorted(file for ending in ("*.otf", "*.ttf") for file in folder.glob(ending))
    return tuple(file for file in found if _is_font(file))


def _is_font(file: Path) -> bool:
    try:
        return bool(_signs_of(file))
    except OSError:
        return False


@cache
def _opened(file: Path) -> FontFile:
    from uharfbuzz import Blob, Face  # noqa: PLC0415 - a site alone names fonts and opens none

    return Face(Blob(file.read_bytes()))


@cache
def shipped() -> tuple[Path, ...]:
    """The files of the book's own fonts."""
    files = {**font_source_serif_pro.font_files_otf, **font_source_sans_pro.font_files_otf}
    return tuple(Path(files[family + face]) for family, faces in _FACES.items() for face in faces)


@cache
def _signs_of(file: Path) -> frozenset[int]:
    return frozenset(_opened(file).unicodes)


@cache
def _family_of(file: Path) -> str:
    from uharfbuzz import OTNameIdPredefined as Name  # noqa: PLC0415 - as above

    names = map(_opened(file).get_name, (Name.WWS_FAMILY, Name.TYPOGRAPHIC_FAMILY, Name.FONT_FAMILY))
    return next(filter(None, names), file.stem)


@cache
def _font(face: str) -> Font:
    from uharfbuzz import Font  # noqa: PLC0415 - as above

    return Font(_opened(next(path for path in shipped() if path.stem == face)))


def _advances(text: str, face: str) -> list[tuple[int, int]]:
    """The number of each glyph of a text as it is set, 0 where the face lacks one, and how wide it is."""
    from uharfbuzz import Buffer, shape  # noqa: PLC0415 - as above

    line = Buffer()
    line.add_str(str(text))  # HarfBuzz takes no text that says its language
    line.guess_segment_properties()
    shape(_font(face), line)
    return [
        (glyph.codepoint, place.x_advance)
        for glyph, place in zip(line.glyph_infos or (), line.glyph_positions or (), strict=True)
    ]


@lru_cache(maxsize=16384)
def width(text: str, size: float, face: str = "SourceSansPro-Semibold") -> float:
    """How wide a text is in one line, in points; a sign that the face lacks counts as a wide one."""
    em: int = _font(face).face.upem
    return sum(wide if glyph else em for glyph, wide in _advances(text, face)) * size / em


def letters_width(text: str, face: str) -> float | None:
    """How wide a text is in one line, as a part of its size; nothing where the face lacks a sign of it."""
    em: int = _font(face).face.upem
    found = _advances(text, face)
    return sum(wide for _, wide in found) / em if all(glyph for glyph, _ in found) else None
