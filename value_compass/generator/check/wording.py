"""How messages show values and suggest names."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

LONGEST = 60
"""Values are shown up to this many characters."""


def shown(value: object) -> str:
    """A value on one line, shortened when it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def described(value: object) -> str:
    """What sort of value something is, in plain words."""
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, datetime.datetime):
        return "a day with a time"
    if isinstance(value, datetime.date):
        return "a date"
    if isinstance(value, int | float):
        return f"the number {shown(value)}"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    return f'"{shown(value)}"' if value is not None else "nothing"


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """A suggestion, when a known name is near."""
    if len(name) > 2 * LONGEST:
        return None
    near = get_close_matches(name, known, 1, 0.7)
    return f"did you mean {near[0]}?" if near else None


def listed(words: Sequence[str]) -> str:
    """Several things as one: a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 error, 2 errors."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
