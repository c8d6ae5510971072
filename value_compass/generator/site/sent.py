"""Our styles and scripts as they are sent: without what is there for those who write them."""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from value_compass.generator.load.keeping import made_once
from value_compass.generator.site import parts
from value_compass.generator.site.parts import EVERY_PAGE, OF_THE_FRAME, SOME_PAGES, THEME
from value_compass.language import scripts
from value_compass.language.scripts import Message, messages_of

_BLOCKS = re.compile(r"(?m)^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL)

_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_COMMENTS = re.compile(rf"/\*.*?\*/|({_STRING})", re.DOTALL)
_STRINGS = re.compile(rf"({_STRING})", re.DOTALL)

_CLASS = re.compile(r"\.(vc-[\w-]+)")


class Sent(Struct, frozen=True):
    """All our styles and scripts."""

    files: Mapping[str, str]
    """As they are sent, by their addresses."""
    classes: Mapping[str, frozenset[str]]
    """For the looks of which classes on the screen a page needs a style that not every page has."""
    messages: tuple[Message, ...]
    """What the scripts say."""


@cache
def sent() -> Sent:
    """Our styles and scripts, made ready once."""
    paths = (THEME / "figures.css", *sorted((THEME / "assets").iterdir()))
    written = {path.relative_to(THEME).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    ways = [Path(file).read_bytes() for file in (__file__, parts.__file__, scripts.__file__)]
    return Sent(*made_once("sent", marshal.dumps((written, ways)), lambda: _made(written)))


def _made(written: Mapping[str, str]) -> tuple[Any, ...]:
    """What `Sent` holds, of what is written."""
    styles = {at: text for at, text in written.items() if at.endswith(".css")}
    others = {at: text for at, text in written.items() if at not in styles}
    common = (written[style] for style in (*EVERY_PAGE, *OF_THE_FRAME[:1]) if style in written)
    everywhere = {found for text in common for found in _CLASS.findall(text)}
    return (
        {at: style_as_sent(text) for at, text in styles.items()}
        | {at: script_as_sent(text) for at, text in others.items()},
        {style: _screen_classes(written[style]) - everywhere for style in SOME_PAGES},
        tuple(messages_of(others.values())),
    )


def _screen_classes(style: str) -> frozenset[str]:
    return frozenset(_CLASS.findall(style.partition("@media print")[0]))


def script_as_sent(text: str) -> str:
    """A script without comments on lines of their own, and without indentation and empty lines.

    No text of ours goes over more than one line, so nothing that is read by a machine changes.
    """
    lines = map(str.lstrip, _BLOCKS.sub("", text).splitlines(keepends=True))
    return "".join(line for line in lines if line and not line.startswith("//"))


def style_as_sent(text: str) -> str:
    """A style without comments, and without room around what parts its rules."""
    pieces = _STRINGS.split(_COMMENTS.sub(lambda found: found[1] or "", text))
    pieces[::2] = map(_without_room, pieces[::2])
    return f"{''.join(pieces).strip()}\n"


def _without_room(text: str) -> str:
    """What stands outside of strings; before a colon room says something: `a :hover`."""
    text = " ".join(f".{text}.".split())[1:-1]
    for sign in "{};,":
        text = text.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return text.replace(": ", ":").replace(";}", "}")
