"""Texts that are too long for a sentence: what they no longer say, and what they say now."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from value_compass.generator.changes.change import (
    AgendaChanged,
    Change,
    ReasonChanged,
    TextChanged,
    TimelineChanged,
)
from value_compass.generator.changes.told import LONGEST, visible

WIDTH = 96
"""Lines are at most so long."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\s*\n\s*")


def rewording(change: Change) -> list[str]:
    """What a change took out of texts and put into them, as lines that begin with `-` and `+`.

    Nothing, when the change's own sentence holds both.
    """
    lines: list[str] = []
    for before, after in _texts(change):
        old, new = _sentences(before), _sentences(after)
        for sign, said, others in (("-", old, set(new)), ("+", new, set(old))):
            for sentence in said:
                if sentence not in others:
                    lines += textwrap.wrap(
                        sentence,
                        WIDTH,
                        initial_indent=f"{sign} ",
                        subsequent_indent=f"{sign}   ",
                        break_on_hyphens=False,
                    )
    return lines


def _texts(change: Change) -> Iterator[tuple[str, str]]:
    match change:
        case TextChanged(before=str() as before, after=str() as after) if _long(before, after):
            yield before, after
        case TextChanged(before=before, after=after) if _long(before or "", after or ""):
            yield before or "", after or ""
        case ReasonChanged(before=old, after=new) if _long(old.reason or "", new.reason or ""):
            yield old.reason or "", new.reason or ""
        case AgendaChanged(before=old, after=new) if old and new:
            yield old.what, new.what
            yield old.method or "", new.method or ""
        case TimelineChanged(before=old, after=new) if old and new:
            yield old.what, new.what
            yield old.result or "", new.result or ""


def _long(*texts: str) -> bool:
    return any("\n" in text or len(text) > LONGEST for text in texts)


def _sentences(text: str) -> list[str]:
    return [line for line in map(visible, _SENTENCE_END.split(text)) if line]
