"""Fields and items put into a file and taken out of it, in every way that YAML can be written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from value_compass.generator.edit.change import changed
from value_compass.generator.edit.nodes import emptied, field_added, items_added, removed, replaced, written
from value_compass.generator.load.document import Document, parse_document


def document(text: str) -> Document:
    return parse_document(text.encode(), "content/terms/rye.yml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nb: 2\n", "a: 1\nnew: 3\nb: 2\n"),
        ("a: 1  # why\n# about b\nb: 2\n", "a: 1  # why\nnew: 3\n# about b\nb: 2\n"),
        ("a: |\n  two\n  lines\n\nb: 2\n", "a: |\n  two\n  lines\nnew: 3\n\nb: 2\n"),
        ("a: one\n  text\nb: 2\n", "a: one\n  text\nnew: 3\nb: 2\n"),
        ("b: 2\na: 1", "b: 2\na: 1\nnew: 3"),
        ("{a: 1, b: 2}\n", "{a: 1, new: 3, b: 2}\n"),
    ],
)
def test_a_field_comes_after_another(before: str, after: str) -> None:
    assert changed(before, [field_added(document(before), ("a",), "new", "3")]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("n: x\n", "n: x\na: [y, z]\n"),
        ("n: x\na: [b]  # c\n", "n: x\na: [b, y, z]  # c\n"),
        ("n: x\na: [b, ]\n", "n: x\na: [b, y, z, ]\n"),
        ("n: x\na: []\n", "n: x\na: [y, z]\n"),
        ("n: x\na:   # none yet\nb: 1\n", "n: x\na: [y, z]   # none yet\nb: 1\n"),
        ("n: x\na:\n  - b  # c\n  # d\n\ne: 1\n", "n: x\na:\n  - b  # c\n  - y\n  - z\n  # d\n\ne: 1\n"),
        ("n: x\na:\n- b\n", "n: x\na:\n- b\n- y\n- z\n"),
        ("n: x\na:\n- b", "n: x\na:\n- b\n- y\n- z"),
    ],
)
def test_items_come_last(before: str, after: str) -> None:
    assert changed(before, [items_added(document(before), ("a",), ["y", "z"], after="n")]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n    b: 1  # c\nd: 2\n", "a:\n    b: 1  # c\n    new:\n      x: 3\nd: 2\n"),
        ("  a:\n    b: 1", "  a:\n    b: 1\n    new:\n      x: 3"),
    ],
)
def test_a_field_of_several_lines_is_indented_like_its_neighbour(before: str, after: str) -> None:
    assert changed(before, [field_added(document(before), ("a", "b"), "new", "\n  x: 3")]) == after


@pytest.mark.parametrize(
    ("before", "holder", "gone", "after"),
    [
        ("a: [x, y, z]\n", ("a",), [1], "a: [x, z]\n"),
        ("a: [x, y, z]\n", ("a",), [1, 2], "a: [x]\n"),
        ("a: [x, y, z]\n", ("a",), [0, 1], "a: [z]\n"),
        ("a: [x, y, z, w]\n", ("a",), [1, 3], "a: [x, z]\n"),
        (
            "a:\n  # of x\n  - x\n  - y  # of y\n  # of z\n  - z\n",
            ("a",),
            [1],
            "a:\n  # of x\n  - x\n  # of z\n  - z\n",
        ),
        ("a:\n  - to: x\n    reason: |\n      long\n\n  - y\n", ("a",), [0], "a:\n\n  - y\n"),
        ("a:\n  - # why\n    to: x\n  - y\n", ("a",), [0], "a:\n  - y\n"),
        ("a:\n- x\n- y", ("a",), [1], "a:\n- x\n"),
        ("a: 1\nb: [x]\nc: 2\n", (), ["b"], "a: 1\nc: 2\n"),
        ("a: 1\nb:\n  - x\n  - y\nc: 2\n", (), ["b"], "a: 1\nc: 2\n"),
        ("l:\n  - a: 1\n    b: 2\n", ("l", 0), ["a"], "l:\n  - b: 2\n"),
        ("l:\n  - a: 1\n    b: 2\n    c: 3\n", ("l", 0), ["a", "b"], "l:\n  - c: 3\n"),
        ("l:\n  - a: 1\n    b: 2\n    c: 3\n", ("l", 0), ["a", "c"], "l:\n  - b: 2\n"),
        ("l: [{a: 1, b: 2}]\n", ("l", 0), ["b"], "l: [{a: 1}]\n"),
    ],
)
def test_what_goes_takes_its_lines_or_its_comma_along(
    before: str, holder: tuple[str | int, ...], gone: list[str | int], after: str
) -> None:
    assert changed(before, removed(document(before), holder, gone)) == after


def test_a_list_is_emptied() -> None:
    for before in ("a:\n  - x\n  - y\nb: 1\n", "a: [x]\nb: 1\n"):
        assert changed(before, [emptied(document(before), ("a",))]) == "a: []\nb: 1\n"


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    before = "a: >-\n  long\n  text\n\nb: 'x'  # y\n"
    changes = [replaced(document(before), ("a",), "short"), replaced(document(before), ("b",), "z")]
    assert changed(before, changes) == "a: short\n\nb: z  # y\n"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20))
def test_a_text_is_written_so_that_it_is_read_as_itself(text: str) -> None:
    assert yaml.safe_load(f"a: {written(text)}") == {"a": text}
    assert yaml.safe_load(f"[{written(text)}, b]") == [text, "b"]


@st.composite
def lists_and_gone(draw: st.DrawFn) -> tuple[list[Any], list[int]]:
    item = st.one_of(
        st.sampled_from(["x", "- y", "a # b", "two\n\nlines\n"]),
        st.builds(lambda: {"to": "x", "reason": "y"}),
    )
    items = draw(st.lists(item, min_size=2, max_size=6))
    gone = draw(st.lists(st.integers(0, len(items) - 1), min_size=1, max_size=len(items) - 1, unique=True))
    return items, gone


@settings(deadline=None)
@given(lists_and_gone(), st.booleans(), st.integers(2, 4))
def test_what_stays_says_what_it_said(given_: tuple[list[Any], list[int]], flow: bool, indent: int) -> None:
    items, gone = given_
    text = yaml.safe_dump({"a": items, "b": 1}, default_flow_style=flow, indent=indent, sort_keys=False)
    left = changed(text, removed(document(text), ("a",), gone))
    assert yaml.safe_load(left) == {"a": [x for i, x in enumerate(items) if i not in gone], "b": 1}
