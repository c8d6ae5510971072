"""Days, numbers and lists as the language that is spoken writes them, by the rules of Unicode."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Literal

from value_compass.language.words import spoken

Rule = Literal["day", "number", "percent", "listed", "plural_samples"]

ANSWERS: dict[tuple[Rule | str | float, ...], Any] = {}
"""What the rules say to each question: the rule, the language, and what is given; see `load/answers.py`."""


def day_in_words(day: datetime.date) -> str:
    """A day as readers write it: 22 November 2026."""
    return str(_said("day", day.toordinal(), "long"))


def month_in_words(day: datetime.date) -> str:
    """The month of a day: November 2026."""
    return str(_said("day", day.toordinal(), "LLLL y"))


def number_in_words(number: float) -> str:
    """A number with the separators of the language: 1,234.5."""
    return str(_said("number", number or 0))  # -0.0 would be taken for 0, and answer for it


def percent_in_words(share: float, decimals: int = 0) -> str:
    """A share of one in hundredths: 15.3%."""
    return str(_said("percent", share or 0, decimals))  # as above


def listed(items: Iterable[str], last: Literal["and", "or"] = "and") -> str:
    """Things one after another, with a word before the last: bread, rolls and cakes."""
    things = list(items)
    return str(_said("listed", len(things), "standard" if last == "and" else "or")).format(*things)


def plural_samples() -> dict[str, int]:
    """A whole number of every sort that the plurals of the language tell apart: `one`, `few`, `other`."""
    return dict(_said("plural_samples"))


def _said(rule: Rule, *given: str | float) -> Any:
    question = (rule, spoken().language, *given)
    if question not in ANSWERS:
        # Asked for here, since most runs have no question that was not asked before.
        from value_compass.language import rules  # noqa: PLC0415 - see above

        ANSWERS[question] = getattr(rules, rule)(*question[1:])
    return ANSWERS[question]
