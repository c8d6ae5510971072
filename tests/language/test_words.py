"""Messages, days, numbers and lists in the language that is spoken."""

from __future__ import annotations

import datetime
from gettext import NullTranslations
from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec import Struct

from value_compass.language.catalogue import words_of
from value_compass.language.formats import (
    day_in_words,
    listed,
    month_in_words,
    number_in_words,
    percent_in_words,
)
from value_compass.language.words import Words, _, in_markup, inside, ngettext, speaking, translated

DUTCH = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "At the {customer}, {name}"
msgstr "{name}, bij de {customer}"

msgid "{number} page"
msgid_plural "{number} pages"
msgstr[0] "{number} bladzijde"
msgstr[1] "{number} bladzijden"
"""


@pytest.fixture
def dutch(tmp_path: Path) -> Words:
    """How a playbook speaks that has a few words of its own."""
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "nl.po").write_text(DUTCH, encoding="utf-8")
    return words_of("nl", tmp_path, {"customer": "huurder"})


def test_a_message_stays_english_unless_another_language_is_spoken() -> None:
    assert _("Step {number}, {name}", number=2, name="Trust") == "Step 2, Trust"
    assert _("{Customers} raised it") == "Customers raised it"
    assert ngettext("{number} page", "{number} pages", 1) == "1 page"


def test_a_message_is_said_in_the_words_of_the_playbook(dutch: Words) -> None:
    with speaking(dutch):
        assert _("At the {customer}, {name}", name="balie") == "balie, bij de huurder"
        assert ngettext("{number} page", "{number} pages", 3) == "3 bladzijden"
        assert _("Nobody translated {this}", this="it") == "Nobody translated it"
        assert _("") == ""
    assert _("At the {customer}, {name}", name="desk") == "At the customer, desk"


def test_markup_stands_in_the_places_of_a_message_alone() -> None:
    shown = in_markup("It's <{name}> & {link}", name="<b>", link=Markup("<a>x</a>"))
    assert shown == "It's &lt;&lt;b&gt;&gt; &amp; <a>x</a>"


def test_a_place_that_nothing_is_known_for_stays_as_it_is() -> None:
    assert _("{what} of {name.__class__}", name="x") == "{what} of {name.__class__}"


def test_a_registered_title_is_read_in_the_language_that_is_spoken() -> None:
    @translated("title")
    class Titled(Struct, frozen=True):
        title: str
        other: str | None = None

    class German(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"<{message}>"

    titled = Titled("Value")
    with speaking(Words("de", German())):
        assert titled.title == "<Value>"
        assert inside("Wert") == "Wert"
    assert titled.title == "Value"
    assert titled == Titled("Value")
    assert inside("Wert") == "wert"


def test_days_numbers_and_lists_follow_the_language() -> None:
    day = datetime.date(2026, 9, 3)
    assert (day_in_words(day), month_in_words(day)) == ("3 September 2026", "September 2026")
    assert (number_in_words(1234.5), percent_in_words(0.153, 1)) == ("1,234.5", "15.3%")
    assert listed(["bread", "rolls", "cakes"]) == "bread, rolls and cakes"
    with speaking(Words("de")):
        assert (day_in_words(day), month_in_words(day)) == ("3. September 2026", "September 2026")
        assert (number_in_words(1234.5), percent_in_words(0.153, 1)) == ("1.234,5", "15,3\N{NO-BREAK SPACE}%")
        assert listed(["Brot", "Kuchen"], "or") == "Brot oder Kuchen"
    with speaking(Words("nl")):
        assert day_in_words(day) == "3 september 2026"
