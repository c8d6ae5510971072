"""Days, numbers and lists by the rules of Unicode, as Babel knows them.

To read the rules of a language takes as long as to render a dozen pages, so that `formats.py` asks here only
what it was not told before.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import Literal

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from value_compass.language.words import ENGLISH


def day(language: str, ordinal: int, form: str) -> str:
    """A day in a form.

    Args:
        language: in two letters.
        ordinal: the day, counted as `datetime.date` counts.
        form: a name of Unicode for it, such as `long`, or a pattern of Unicode's.
    """
    return format_date(datetime.date.fromordinal(ordinal), form, _locale(language))


def number(language: str, value: float) -> str:
    """A number with the separators of the language."""
    return format_decimal(value, locale=_locale(language))


def percent(language: str, share: float, decimals: int) -> str:
    """A share of one in hundredths."""
    pattern = _locale(language).percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("0", f"0.{'0' * decimals}")
    return format_percent(share, pattern, _locale(language))


def listed(language: str, count: int, style: Literal["standard", "or"]) -> str:
    """So many things one after another, as a format with a place for each.

    Args:
        language: in two letters.
        count: how many there are.
        style: `standard` for "and", `or`.
    """
    return format_list([f"{{{place}}}" for place in range(count)], style, _locale(language))


def plural_samples(language: str) -> dict[str, int]:
    """A whole number of every sort that the plurals of the language tell apart: `one`, `few`, `other`."""
    form, samples = _locale(language).plural_form, dict[str, int]()
    for whole in range(_MOST_SAMPLES):
        samples.setdefault(form(whole), whole)
        if samples.keys() >= {*form.tags, "other"}:
            break
    return {"other": _MOST_SAMPLES, **samples}


_MOST_SAMPLES = 201
"""No language tells whole numbers apart that are alike up to here."""


@cache
def _locale(language: str) -> Locale:
    """Whose rules hold; English is that of Britain, as the messages are."""
    try:
        return Locale.parse("en_GB" if language == ENGLISH else language)
    except UnknownLocaleError:  # Unicode has not described every language
        return Locale.parse("en_GB")
