"""Whatever a file holds, reading it ends in a document, and its problems point into it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from value_compass.generator.check.register import REGISTER
from value_compass.generator.load.document import LARGEST, Document, parse_document

PIECES = st.sampled_from(
    [
        "name", "a", "-", "- ", ": ", ":", "? ", "[", "]", "{", "}", ",", "[[terms/rye]]", '"', "'",
        "|", ">", "&a ", "*a", "<<: *a", "!", "!!binary ", "!!set ", "!!python/object:os.system ", "%",
        "@", "`", "#", " #", "~", "no", "012", "1:30", "0x1F", "9" * 40, ".inf", "2026-02-30",
        "2026-01-01T00:00:00+99:99", "=",
        "\n", "\n  ", "\n    ", "\r", "\r\n", "\t", "\u00a0", "\u2028", "\x85", "\ufeff", "\0", "\x07", "\\",
        '"\\ud800"', '"\\0"', "---\n", "...\n", "%YAML 1.1\n", "é", "😀", "\u0301", "(",
    ]
)  # fmt: skip


def assert_sound(document: Document) -> None:
    lines = document.text.split("\n")
    for problem in document.problems:
        assert problem.code in REGISTER
        assert 1 <= problem.span.line <= len(lines)
        assert problem.span.column >= 1
        assert problem.span.length >= 1
    assert document.data is not None or document.problems


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300))
@example(b"")
@example(b"\0")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
def test_any_bytes(content: bytes) -> None:
    parse_document(content, "f.yml")


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example("? - ? -")
@example("&a [*a]")
@example("&a a: *a")
@example("? *a\n: &a b")
@example("!!binary aGVsbG8=")
@example("!!set {a, b}")
@example("*a : b")
@example("- \u00a0a: b\n\u00a0 c: d")
def test_any_pieces_of_yaml(text: str) -> None:
    document = parse_document(text.encode("utf-8", "surrogatepass"), "f.yml")
    if document.text:
        assert_sound(document)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    parse_document(text.encode("utf-8", "replace"), "f.yml")


LARGE = [
    "[", "]", "{", "- ", "? ", ": ", "a: ", "a:\n", "-\n", "? a\n", '"', "'", "*a ", "&a ", "! ", "%", "|",
    "\t", " ", "\n", "\r", "\0", "\x85", "\u00a0", "\\", "---\n", "a, ", "{a: 1, ", "&a [*a, ", "1:", "[[",
    "é", "😀",
]  # fmt: skip


@pytest.mark.parametrize("piece", LARGE)
def test_large_files_of_one_piece_come_to_an_end(piece: str) -> None:
    content = (piece.encode() * LARGEST)[:LARGEST]
    parse_document(content, "f.yml")


@pytest.mark.parametrize(
    "text",
    [
        "".join(" " * level + "a:\n" for level in range(700)),
        "".join(" " * level + "-\n" for level in range(700)),
        "".join(" " * level + "- a:\n" for level in range(0, 700, 2)),
        "a: " + "9" * 200_000,
        "a: 0x" + "f" * 200_000,
        "a: " + "1:" * 100_000 + "1",
        "a: " + "1:" * 100_000 + "1.5",
        "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 60)),
        "a: &a x\nb: [" + "*a ," * 50_000 + "]\n",
        "x" * 200_000 + ": 1\n",
        "".join(f"f{i}: 1\n" for i in range(25_000)),
    ],
)
def test_large_files_with_a_catch_come_to_an_end(text: str) -> None:
    assert_sound(parse_document(text.encode(), "f.yml"))
