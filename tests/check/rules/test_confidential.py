"""Confidential names are found in whatever spelling, and never told."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.check.confidential_names import ConfidentialNames, hash_name
from value_compass.generator.check.report import REPORTERS
from value_compass.schemas.settings import Confidential

SALT = "5f2b1c9e8a7d60431122334455667788"


def names(*kept: str) -> ConfidentialNames:
    return ConfidentialNames(Confidential(salt=SALT, names=tuple(hash_name(name, SALT) for name in kept)))


def found(text: str, *kept: str) -> list[str]:
    return [text[start:end] for start, end in names(*kept).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Zonnehof Groep",
        "ZONNEHOF GROEP",
        "zonnehofgroep",
        "Zonnehof-Groep",
        "Zonne-hof  Groep",
        "zonnehof_groep",
        "Zonnehof\n  Groep",
        "Zonne\u00adhof Groep",
        "Zonnehof\u200b Groep",
        "Zonnehof** Groep",
        "Zönnehòf Groep",
        "Zo\u0308nnehof Groep",
        "ＺＯＮＮＥＨＯＦ　ＧＲＯＥＰ",  # noqa: RUF001
    ],
)
def test_a_name_is_found_in_every_spelling(text: str) -> None:
    assert found(f"At {text}'s office.", "Zonnehof Groep") == [text]


@pytest.mark.parametrize("text", ["De Zonnehof", "Groep Zonnehof", "azonnehof groep", "Zonnehof groepje", ""])
def test_other_words_are_not_the_name(text: str) -> None:
    assert found(text, "Zonnehof Groep") == []


@pytest.mark.parametrize(
    "text",
    [
        "Zan[[terms/crumb|zibar]]",
        "[Zan](https://e.org/a_(b))zibar",
        "[Zan][r]zibar",
        "Zan<b>zibar</b>",
        "Zan**zi**bar",
        "Z&#97;nzib&aacute;r",
        "Zan&shy;zibar",
        "Zan\\-zibar",
        "\u24cf\u24d0\u24ddzibar",
        "Zanz\u0131bar",
        "Zan\u2060zi\ufe0fbar",
        "Zanzibars",
        "Zanzibarleute",
        "ExZanzibar",
        "Zanzibar2",
        "ZanzibarDeal",
        "zanzibargroup",
    ],
)
def test_a_name_is_found_as_a_reader_sees_it(text: str) -> None:
    (name,) = found(f"At {text} we bake.", "Zanzibar")
    assert text.removeprefix("[").startswith(name)


@pytest.mark.parametrize(
    "text", ["https://zanzibargroup.example/", "[us](https://www.zanzibar.example/)", "[[terms/zanzibar|us]]"]
)
def test_a_name_is_found_behind_a_link(text: str) -> None:
    assert [one.casefold() for one in found(f"At {text} we bake.", "Zanzibar")] in [
        ["zanzibar"],
        ["zanzibargroup"],
    ]


def test_a_name_of_several_words_is_found_in_its_plural() -> None:
    assert found("All Zonnehof Groeps bake.", "Zonnehof Groep") == ["Zonnehof Groeps"]
    assert found("Zonnehofgroepen bake.", "Zonnehof Groep") == ["Zonnehofgroepen"]


@pytest.mark.parametrize("text", ["HP", "hp", "H.P.", "H&P", "h-p"])
def test_a_name_of_two_letters_is_found_where_it_stands_as_a_word(text: str) -> None:
    assert found(f"At {text} we bake for php and whp.", "HP") == [text.rstrip(".")]


@pytest.mark.parametrize("name", ["Bread", "Loaf", "Oven"])
def test_a_short_name_is_not_found_inside_other_words(name: str) -> None:
    assert found("Loafers baked breadcrumbs in ovens: gingerbread.", name) == []


def test_what_was_found_before_is_found_again_and_what_was_not_stays_so() -> None:
    for _ in range(2):
        looked = names("Zanzibar")
        assert looked.find("We bake at Zanzibar.")
        assert not looked.find("We bake at home.")
        looked.remember()
    assert names("Home bakery", "At home").find("We bake at home.")


def test_several_names_and_places() -> None:
    text = "Abc met Def Ghi, and Abc left. Def-ghi stayed."
    assert found(text, "ABC", "def ghi", "other") == ["Abc", "Def Ghi", "Abc", "Def-ghi"]


def test_a_name_with_letters_of_other_scripts() -> None:
    assert found("Wir besuchten die STRASSE 面包房.", "Straße", "面包房") == ["STRASSE", "面包房"]


def test_hashes_depend_on_salt_and_not_on_spelling() -> None:
    assert hash_name("Zonnehof Groep", SALT) == hash_name("zonnehof-GROEP", SALT)
    assert hash_name("Zonnehof Groep", SALT).startswith("13:")
    assert hash_name("Zonnehof Groep", SALT) != hash_name("Zonnehof Groep", SALT[::-1])


@pytest.mark.parametrize("name", ["", "  ", "A.", "x", "!!!"])
def test_a_name_with_too_few_letters_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="at least 2 letters"):
        hash_name(name, SALT)


NAME = "Grand Hotel Duinzicht"


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("cases/hotel-a", "customer: Hotel A", f"customer: {NAME}", "cases/hotel-a:6:11"),
        ("cases/hotel-a", "order: 1", f"order: 1 # {NAME}", "cases/hotel-a:5:12"),
        ("cases/hotel-a", "theirs: [Chef, Buyer]", f"theirs: [Chef, {NAME}]", "cases/hotel-a:12:16"),
        ("terms/crumb", "An even crumb", f'A "{NAME}" crumb', "terms/crumb:9:6"),
        ("terms/crumb", "[[groups/good-bread]]", f"[{NAME}](https://x.nl)", "terms/crumb:9:52"),
        ("terms/crumb", "[[groups/good-bread]]", "x.nl/gr%61nd%20hotel%2Dduinzicht", "terms/crumb:9:3"),
        ("sources/bakers-handbook", "used_for:", "address: https://grandhotel-duinzicht.nl\nused_for:",
         "sources/bakers-handbook:8:18"),
        ("site", "title: Daily Bread", f"title: {NAME}", "site:1:8"),
        ("site", "  - id: season", "  - id: grand-hotel-duinzicht", "site:18:9"),
    ],
)  # fmt: skip
def test_every_text_is_looked_at(bakery: Bakery, file: str, old: str, new: str, place: str) -> None:
    bakery.change(file, old, new)

    assert f"{place} confidential-name" in bakery.found()


def test_keys_and_file_names_are_looked_at(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "see: [", "grand_hotel_duinzicht: x\nsee: [")
    bakery.write(
        "terms/grand-hotel-duinzicht", bakery.read("terms/margin").replace("Margin per", "Profit of a")
    )
    bakery.path("terms/x").with_name("GrandHotelDuinzicht.txt").write_text("x")
    problems = bakery.check().problems

    assert [problem.file for problem in problems if problem.code == "confidential-name"] == [
        "content/terms/GrandHotelDuinzicht.txt",
        "content/terms/crumb.yml",
        "content/terms/grand-hotel-duinzicht.yml",
    ]


def test_the_organisation_may_be_named_in_its_own_field_alone(bakery: Bakery) -> None:
    bakery.change("site", "organisation: Zonneveld Bakery", "organisation: >\n  Grand Hotel\n  Duinzicht")
    assert bakery.found() == []

    bakery.change("site", "title: Daily Bread", "title: Bread of Grand Hotel Duinzicht")
    assert bakery.found() == ["site:1:17 confidential-name"]


def test_a_name_in_plain_words_among_the_hashes_is_told_and_covered(bakery: Bakery) -> None:
    bakery.change("site", "  names:\n", "  names:\n    - Hotel Zeezicht\n")

    assert bakery.found() == ["site:39:7 confidential-form"]
    for reporter in REPORTERS.values():
        assert "Zeezicht" not in reporter(bakery.check())


@pytest.mark.parametrize(
    "spelling", [NAME, NAME.upper(), "grand-hotel-duinzicht", "Gr&aacute;nd Hotel Duinzicht"]
)
def test_no_report_tells_the_name(bakery: Bakery, spelling: str) -> None:
    bakery.change("cases/hotel-a", "sector: A hotel by the sea", f"sector: {spelling}")
    bakery.change("cases/hotel-a", "  - title: Ten rolls", f"  - title: {spelling} {spelling}")
    bakery.change("events/late-van", "values/early-warning", "values/grand-hotel-duinzicht")
    for reporter in REPORTERS.values():
        report = reporter(bakery.check()).casefold()
        assert "confidential-name" in report
        assert "duinzicht" not in report


def test_names_are_covered_while_something_else_in_the_settings_is_wrong(bakery: Bakery) -> None:
    bakery.change("site", "language: en", "language: English")
    bakery.change("cases/hotel-a", "customer: Hotel A", f"customer: {NAME}")

    assert bakery.found() == ["cases/hotel-a:6:11 confidential-name", "site:4:11 wrong-form"]
    for reporter in REPORTERS.values():
        assert "Duinzicht" not in reporter(bakery.check())
