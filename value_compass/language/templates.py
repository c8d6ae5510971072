"""What templates of pages, figures and the frame say their words with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from value_compass.language.formats import (
    day_in_words,
    listed,
    month_in_words,
    number_in_words,
    percent_in_words,
)
from value_compass.language.words import capital, choice, in_markup, inside, plural_in_markup

SAYS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "_": in_markup,
        "ngettext": plural_in_markup,
        "capital": capital,
        "inside": inside,
        "choice": choice,
        "date": day_in_words,
        "month": month_in_words,
        "number": number_in_words,
        "percent": percent_in_words,
        "listed": listed,
    }
)
"""The functions of every environment, by the names that templates know them by."""
