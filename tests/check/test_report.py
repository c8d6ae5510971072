"""Reports: their form, and that nothing in a file can upset them."""

from __future__ import annotations

import json

import pytest

from tests.check.bakery import Bakery
from value_compass.generator.check.report import REPORTERS, json_report, summary, text_report


def test_a_problem_reads_as_the_design_says(bakery: Bakery) -> None:
    bakery.change("events/late-van", "values/early-warning", "values/erly-warning")

    assert text_report(bakery.check()) == (
        'content/events/late-van.yml:12:9: error[unknown-reference] there is no value "erly-warning"\n'
        "   12 |   - to: values/erly-warning\n"
        "      |         ^^^^^^^^^^^^^^^^^^^\n"
        "   did you mean values/early-warning?\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_everything_is_told_at_once_by_file_and_line(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "name: Crumb", "name:")
    bakery.change("events/late-van", "initiative: outside", "initiative: nobody")
    bakery.change("cases/hotel-a", "order: 1", "order: one")
    bakery.write("values/rye", bakery.read("values/crisp-crust"))

    assert bakery.found() == [
        "cases/hotel-a:5:8 wrong-type",
        "events/late-van:5:13 wrong-choice",
        "terms/crumb:1:1 empty-text",
        "values/crisp-crust:1:7 same-name",
        "values/crisp-crust:6:8 same-order",
        "values/rye:1:7 same-name",
        "values/rye:6:8 same-order",
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ([], "no problems in 51 files"),
        ([("terms/crumb", "The inside", "The #1 inside")], "1 warning in 1 file"),
        (
            [("terms/crumb", "The inside", "The #1 inside"), ("terms/margin", "name: ", "nam: ")],
            "1 error and 1 warning in 2 files",
        ),
        (
            [("terms/margin", "name: ", "nam: "), ("terms/crumb", "name: ", "nam: ")],
            "2 errors in 2 files",
        ),
    ],
)
def test_the_closing_line_counts(bakery: Bakery, changes: list[tuple[str, str, str]], line: str) -> None:
    for change in changes:
        bakery.change(*change)
    checked = bakery.check()

    assert summary(checked) == line
    assert text_report(checked).endswith(line + "\n")


def test_colour_only_when_asked(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "name: ", "nam: ")
    checked = bakery.check()

    assert "\x1b" not in text_report(checked)
    assert "\x1b[1;31merror[unknown-field]\x1b[0m" in text_report(checked, color=True)
    plain = text_report(checked, color=True)
    for code in ("\x1b[1;31m", "\x1b[31m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == text_report(checked)


def test_json_holds_everything(bakery: Bakery) -> None:
    bakery.change("events/late-van", "values/early-warning", "values/erly-warning")

    assert json.loads(json_report(bakery.check())) == {
        "problems": [
            {
                "file": "content/events/late-van.yml",
                "line": 12,
                "column": 9,
                "length": 19,
                "severity": "error",
                "code": "unknown-reference",
                "message": 'there is no value "erly-warning"',
                "advice": "did you mean values/early-warning?",
            }
        ],
        "files": 51,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
    }


def test_carets_stand_under_wide_letters_and_tabs(bakery: Bakery) -> None:
    bakery.change("events/late-van", "- Call the kitchen.", "- {text: 面包,\tbasis: own}")
    lines = text_report(bakery.check()).splitlines()

    assert lines[1] == "   16 |   - {text: 面包,→basis: own}"
    # Each of the two letters takes two columns on a screen.
    assert lines[2] == "      | " + " " * len("  - {text: xxxx,.basis: ") + "^^^"


def test_a_long_line_is_shown_around_the_place(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "see: [", "see: [" + "groups/good-bread, " * 20 + "values/rye, ")
    report = text_report(bakery.check())

    assert max(map(len, report.splitlines())) < 200
    assert "values/rye" in report


def test_nothing_in_a_file_reaches_the_screen_unseen(bakery: Bakery) -> None:
    bakery.write("terms/\udcff\x1b[2J", "name: x")
    bakery.change("terms/crumb", "owner: The bakers", 'owner: "\\e[2J"\n"\\e[31m\u202eevil": x')
    for name, reporter in REPORTERS.items():
        report = reporter(bakery.check())
        report.encode("utf-8")
        assert "\x1b" not in report, name
        assert "\u202e" not in report, name


def test_a_confidential_name_is_covered_wherever_it_would_be_told(bakery: Bakery) -> None:
    bakery.change("cases/hotel-a", "position: through-the-chef", "position: grand-hotel-duinzicht")
    for reporter in REPORTERS.values():
        report = reporter(bakery.check()).casefold()
        assert "unknown-reference" in report
        assert "duinzicht" not in report
