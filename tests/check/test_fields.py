"""What a model refuses is told in plain words, at its place."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery

CHANGES = [
    # file, what stands there, what a slip makes of it, problems
    ("terms/crumb", "name: Crumb", "name: 3.10", ["terms/crumb:1:7 wrong-type"]),
    ("terms/crumb", "name: Crumb", "name: 2026-01-01", ["terms/crumb:1:7 wrong-type"]),
    ("terms/crumb", "name: Crumb", "name: [Crumb]", ["terms/crumb:1:7 wrong-type"]),
    ("terms/crumb", "name: Crumb", "name:\n  text: Crumb", ["terms/crumb:2:3 wrong-type"]),
    ("terms/crumb", "name: Crumb", "name: |\n\n  Crumb\n  and crust", ["terms/crumb:3:3 wrong-form"]),
    ("terms/crumb", "name: Crumb", 'name: "Crumb\\nand crust"', ["terms/crumb:1:7 wrong-form"]),
    ("terms/crumb", "name: Crumb", "name: ''", ["terms/crumb:1:7 empty-text"]),
    ("terms/crumb", "name: Crumb", 'name: "**"', ["terms/crumb:1:7 empty-text"]),
    ("terms/crumb", "name: Crumb", 'name: "\\u200b"', ["terms/crumb:1:7 empty-text"]),
    ("terms/crumb", "name: Crumb", "Name: Crumb", ["terms/crumb:1:1 unknown-field"]),
    ("terms/crumb", "aliases:", "aliases: crumbs\nsee_also:", [
        "terms/crumb:5:10 wrong-type", "terms/crumb:6:1 unknown-field"
    ]),
    ("terms/crumb", "  - Inside of the loaf", "  - 1\n  - yes\n  -", [
        "terms/crumb:6:5 wrong-type", "terms/crumb:7:5 wrong-type", "terms/crumb:8:3 empty-text"
    ]),
    ("terms/crumb", "reviewed: 2026-03-01", "reviewed: 2026-3-1", ["terms/crumb:4:11 wrong-type"]),
    ("terms/crumb", "reviewed: 2026-03-01", "reviewed: 2026", ["terms/crumb:4:11 wrong-type"]),
    ("terms/crumb", "reviewed: 2026-03-01", "reviewed:", ["terms/crumb:4:1 empty-text"]),
    ("terms/crumb", "reviewed: 2026-03-01", "reviewed: 2026-02-30", ["terms/crumb:4:11 wrong-date"]),
    ("terms/crumb", "see: [values/crisp-crust]", "see: values/crisp-crust", ["terms/crumb:7:6 wrong-type"]),
    ("terms/crumb", "see: [values/crisp-crust]", "see: [3, no]", [
        "terms/crumb:7:7 wrong-type", "terms/crumb:7:10 wrong-type"
    ]),
    ("terms/crumb", "see: [values/crisp-crust]", "see:\n  - to: values/crisp-crust", [
        "terms/crumb:8:5 wrong-type"
    ]),
    ("terms/crumb", "  - source: hotel-interviews", "  - Source: hotel-interviews", [
        "terms/crumb:11:5 unknown-field"
    ]),
    ("terms/crumb", "  - source: hotel-interviews\n", "  - chapter: one\n", [
        "terms/crumb:11:5 missing-field", "terms/crumb:11:5 unknown-field"
    ]),
    ("terms/crumb", "    basis: editorial", "    basis:", ["terms/crumb:13:5 empty-text"]),
    ("terms/crumb", "    basis: editorial", "    basis: [editorial]", ["terms/crumb:13:12 wrong-choice"]),
    ("workshops/menu-day", "duration: 90", "duration: 90.0", ["workshops/menu-day:22:11 wrong-type"]),
    ("workshops/menu-day", "duration: 90", "duration: 90 minutes", ["workshops/menu-day:22:11 wrong-type"]),
    ("workshops/menu-day", "duration: 90", "duration: true", ["workshops/menu-day:22:11 wrong-type"]),
    ("workshops/menu-day", "duration: 90", "duration: -90", ["workshops/menu-day:22:11 out-of-range"]),
    ("workshops/menu-day", "duration: 90", "duration:", ["workshops/menu-day:22:1 empty-text"]),
    ("workshops/menu-day", "  - The chef has an afternoon free.", "  - reason: Why not.", [
        "workshops/menu-day:15:5 missing-field"
    ]),
    ("workshops/menu-day", "  - The chef has an afternoon free.", "  - The chef: an afternoon free.", [
        "workshops/menu-day:15:5 unquoted-colon"
    ]),
    ("workshops/menu-day", "  - The chef has an afternoon free.", "  - 12", [
        "workshops/menu-day:15:5 wrong-type"
    ]),
    ("workshops/menu-day", "  - Six loaves and a bread knife.", "  - txt: Six loaves.", [
        "workshops/menu-day:36:5 unknown-field"
    ]),
    ("workshops/menu-day", "    method: Cards on the table, in pairs.", "    method:\n      - Cards", [
        "workshops/menu-day:31:7 wrong-type"
    ]),
    ("workshops/menu-day", "  - title: The list\n", "  - The list\n  - title: The list\n", [
        "workshops/menu-day:31:5 wrong-type"
    ]),
    ("steps/know-the-kitchen", "  basis:\n    text: Two of four chefs said so.\n", "  basis:\n", [
        "steps/know-the-kitchen:20:3 missing-field"
    ]),
    ("positions/through-the-chef", "works_with: [business]", "works_with: [Business, kitchen]", [
        "positions/through-the-chef:7:14 wrong-choice", "positions/through-the-chef:7:24 wrong-choice"
    ]),
    ("cases/hotel-a", "    year: 2018", "    year: '2018'", ["cases/hotel-a:16:11 wrong-type"]),
    ("cases/hotel-a", "    year: 2018", "    year: 20188", ["cases/hotel-a:16:11 out-of-range"]),
    ("site", "language: en", "language: English", ["site:4:11 wrong-form"]),
    ("site", "home:", 'site_address: "https:///"\nhome:', ["site:7:15 wrong-form"]),
    ("site", "home:", 'site_address: "https://[/"\nhome:', ["site:7:15 wrong-form"]),
    ("site", "home:", 'site_address: "https://a b/"\nhome:', ["site:7:15 wrong-form"]),
    ("site", "home:", 'site_address: "https://site.example/x?y/"\nhome:', ["site:7:15 wrong-form"]),
    ("site", "home:", 'site_address: "http://br\u00f6t.example:8080/book/"\nhome:', []),
    ("site", '/{file}"', '"', ["site:6:15 wrong-form"]),
    ("site", "  welcome: ", "  greeting: ", ["site:7:1 missing-field", "site:8:3 unknown-field"]),
    ("site", "audiences: [everyone, partners]\neditions", "audiences: everyone\neditions", [
        "site:28:12 wrong-type"
    ]),
    ("site", "audiences: [everyone, partners]\neditions", "audiences: []\neditions", [
        "site:28:12 missing-field"
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "problems"), CHANGES)
def test_a_slip_is_told_at_its_place(
    bakery: Bakery, file: str, old: str, new: str, problems: list[str]
) -> None:
    bakery.change(file, old, new)

    assert bakery.found() == problems


def test_a_row_of_too_many_cells_is_told_at_the_row(bakery: Bakery) -> None:
    bakery.write(
        "tables/reasons",
        "name: Reasons\nsummary: Why they left.\nowner: The bakers\nreviewed: 2026-03-01\nrows_are: Hotel\n"
        "columns: [{name: Reason}]\nrows:\n  - name: The small one\n    cells: [late van]\n"
        "  - name: The large one\n    cells: [late van, again]\n"
        "sources:\n  - source: hotel-interviews\n    where: page 7\n    basis: derived\n",
    )

    assert "tables/reasons:11:12 wrong-form" in bakery.found()
    assert "row 2 has 2 cells, and the table has 1 columns" in dict(messages(bakery))


def messages(bakery: Bakery) -> list[tuple[str, str | None]]:
    return [(problem.message, problem.advice) for problem in bakery.check().problems]


def test_a_number_in_a_text_is_explained(bakery: Bakery) -> None:
    bakery.change("events/late-van", "- Call the kitchen.", "- 112")

    assert messages(bakery) == [
        (
            'YAML reads this as the number 112, and an item of "actions" is text',
            "put quotation marks around it",
        )
    ]


def test_a_file_that_has_no_fields_is_told_what_it_must_look_like(bakery: Bakery) -> None:
    bakery.write("site", "Daily Bread\n")
    bakery.write("roles/driver", "- name: Driver\n")

    assert messages(bakery) == [
        (
            "a file must consist of lines such as `name: ...` and `summary: ...`, and here stands a list",
            "begin each field on a line of its own, without a dash: "
            "its name, a colon and a space, then the value",
        ),
        (
            "a file must consist of lines such as `title: ...` and `subtitle: ...`, "
            'and here stands "Daily Bread"',
            "begin each field on a line of its own: its name, a colon and a space, then the value",
        ),
    ]


def test_no_message_shows_a_whole_page(bakery: Bakery) -> None:
    bakery.change("events/late-van", "- Call the kitchen.", "- {text: [" + "x, " * 500 + "]}")
    bakery.change("terms/crumb", "[values/crisp-crust]", "[" + "x" * 5000 + "]")
    bakery.change("terms/margin", "audience: partners", "audience: " + "X " * 5000)

    assert len(messages(bakery)) == 3
    assert all(len(message) + len(advice or "") < 400 for message, advice in messages(bakery))


def test_no_message_speaks_of_python(bakery: Bakery) -> None:
    for file, old, new, _ in CHANGES:
        before = bakery.read(file)
        bakery.change(file, old, new)
        for message, advice in messages(bakery):
            told = f"{message} {advice}"
            assert not any(word in told for word in ("dict", "tuple", "None", "Input", "instance", "str"))
        bakery.write(file, before)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Values/Café Olé", "did you mean values/cafe-ole?"),
        ("content/values/Crisp_Crust.yml", "did you mean values/crisp-crust?"),
        ("Ψίχα/Κόρα", "put the folder before it, such as groups/some-id"),
    ],
)
def test_a_reference_is_advised_as_the_id_that_a_new_file_would_get(
    bakery: Bakery, written: str, advice: str
) -> None:
    bakery.change("terms/crumb", "see: [values/crisp-crust]", f"see: [{written}]")
    [problem] = bakery.check().problems
    assert problem.advice == advice
