"""Days, numbers and lists as the language that is spoken writes them, by the rules of Unicode in Babel."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from value_compass.language.words import ENGLISH, spoken


def day_in_words(day: datetime.date) -> str:
    """A day as readers write it: 22 November 2026."""
    return _in_words(day, "long", _locale())


def month_in_words(day: datetime.date) -> str:
    """The month of a day: November 2026."""
    return _in_words(day, "LLLL y", _locale())


@lru_cache(maxsize=1000)
def _in_words(day: datetime.date, form: str, locale: Locale) -> str:
    """A day in a form; most pages show some of the same few days."""
    return format_date(day, form, locale)


def number_in_words(number: float) -> str:
    """A number with the separators of the language: 1,234.5."""
    return format_decimal(number, locale=_locale())


def percent_in_words(share: float, decimals: int = 0) -> str:
    """A share of one in hundredths: 15.3%."""
    pattern = _locale().percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("0", f"0.{'0' * decimals}")
    return format_percent(share, pattern, _locale())


def listed(items: Iterable[str], last: Literal["and", "or"] = "and") -> str:
    """Things one after another, with a word before the last: bread, rolls and cakes."""
    return format_list(list(items), "standard" if last == "and" else "or", _locale())


def plural_samples() -> dict[str, int]:
    """A whole number of every sort that the plurals of the language tell apart: `one`, `few`, `other`."""
    return dict(_samples(_locale()))


@cache
def _samples(locale: Locale) -> Mapping[str, int]:
    form, samples = locale.plural_form, dict[str, int]()
    for number in range(_MOST_SAMPLES):
        samples.setdefault(form(number), number)
        if samples.keys() >= {*form.tags, "other"}:
            break
    return {"other": _MOST_SAMPLES, **samples}


_MOST_SAMPLES = 201
"""No language tells whole numbers apart that are alike up to here."""


def _locale() -> Locale:
    """Whose rules hold; English is that of Britain, as the messages are."""
    return _locale_of(spoken().language)


@cache
def _locale_of(language: str) -> Locale:
    try:
        return Locale.parse("en_GB" if language == ENGLISH else language)
    except UnknownLocaleError:  # Unicode has not described every language
        return Locale.parse("en_GB")
