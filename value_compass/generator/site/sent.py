"""Our styles and scripts as they are sent: without what is there for those who write them."""

from __future__ import annotations

import re

_BLOCKS = re.compile(r"(?m)^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL)

_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_COMMENTS = re.compile(rf"/\*.*?\*/|({_STRING})", re.DOTALL)
_STRINGS = re.compile(rf"({_STRING})", re.DOTALL)


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
