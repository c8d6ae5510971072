"""Markdown that looks otherwise than it was meant is told at its line."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery

BODY = 9
"""The first line of the text."""


def told(bakery: Bakery, text: str) -> list[tuple[int, str]]:
    """The lines of a text that are told, from 1, with what is said."""
    begun, _, rest = bakery.read("terms/crumb").partition("body: |\n")
    kept = rest.partition("sources:")[2]
    body = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    bakery.write("terms/crumb", f"{begun}body: |\n{body}sources:{kept}")
    assert begun.count("\n") == BODY - 2
    return [
        (problem.span.line - BODY + 1, problem.message)
        for problem in bakery.check().problems
        if problem.code == "odd-outline"
    ]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Two:\n\n- # of loaves", 3, "a heading inside a list"),
        ("1. one\n   # two", 2, "a heading inside a list"),
        ("> # Heading", 1, "a heading inside a list"),
        ("- a\n  > ## b", 2, "a heading inside a list"),
        ("#", 1, "no words"),
        ("Before\n\n## ##", 3, "no words"),
        ("```\n```", 1, "has no lines"),
        ("~~~\n\n~~~\n\nAfter", 1, "has no lines"),
        ("- a\n\n  ```\n  ```", 3, "has no lines"),
        ("Before\n\n```", 3, "has no lines"),
        ("```\ncode\n\nand more", 1, "never closed"),
        ("> > > > > deep", 1, "more lists and quotations than 4"),
        ("- - - - - deep", 1, "more lists and quotations than 4"),
        ("- 1\n  - 2\n    - 3\n      - 4\n        - 5\n        - 6", 5, "more lists and quotations than 4"),
        ("> - 1\n>   - 2\n\n- a\n  # b", 5, "a heading inside a list"),
    ],
)
def test_it_is_told_once_at_its_line(bakery: Bakery, text: str, line: int, said: str) -> None:
    ((at, message),) = told(bakery, text)
    assert at == line
    assert said in message


@pytest.mark.parametrize(
    "text",
    [
        "# Heading\n\nand words",
        "- one\n- \\# of loaves\n- number #3",
        "- one\n\n# Heading after a list",
        "```\n# no heading\n- - - - - - no list\n```",
        "    # code that is set in",
        "#hashtag",
        "- - -",
        "* * * * * *",
        "- 1\n  - 2\n    - 3\n      - 4\n- 1\n  - 2",
        "- one\n- two\n  - three\n\nThen words.\n\n- one\n  - two",
        "> a\n> > b",
        "Use `#` and ``` in words ```.",
    ],
)
def test_what_looks_as_it_was_meant_is_not_told(bakery: Bakery, text: str) -> None:
    assert told(bakery, text) == []


def test_a_line_takes_no_outline(bakery: Bakery) -> None:
    bakery.change("terms/crumb", "summary: The inside", 'summary: "# The inside')
    bakery.change("terms/crumb", "its crust.", 'its crust."')
    assert "odd-outline" not in " ".join(bakery.found())
