"""Documents know what they say and where it stands."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from value_compass.generator.load.document import DEEPEST, LARGEST, Document, parse_document, read_document
from value_compass.generator.load.nodes import UNREAD
from value_compass.generator.load.problem import START, Span

TEXT = """\
name: Rye
summary: "A grain"
when:
  - In spring
  - text: In autumn
    where: page 1
who: [Miller, "Baker", Cook]
empty:
list:
  -
body: |

  First [[terms/wheat]] line,
  second [[terms/wheat]] line.
folded: >-
  one [[terms/oat|oats
  and more]] two
long: starts here
  and ends here
"""


@pytest.fixture
def document() -> Document:
    return parse_document(TEXT.encode(), "content/terms/rye.yml")


def test_data_is_as_yaml_says(document: Document) -> None:
    assert document.problems == ()
    assert document.data["when"] == ["In spring", {"text": "In autumn", "where": "page 1"}]
    assert document.data["body"] == "\nFirst [[terms/wheat]] line,\nsecond [[terms/wheat]] line.\n"
    assert document.data["empty"] is None


@pytest.mark.parametrize(
    ("keys", "span"),
    [
        (("name",), Span(1, 7, 3)),
        (("summary",), Span(2, 10, 9)),
        (("when",), Span(4, 3, 11)),
        (("when", 0), Span(4, 5, 9)),
        (("when", 1), Span(5, 5, 15)),
        (("when", 1, "where"), Span(6, 12, 6)),
        (("who", 1), Span(7, 15, 7)),
        (("empty",), Span(8, 1, 5)),
        (("list", 0), Span(10, 3)),
        (("body",), Span(13, 3, 27)),
        (("long",), Span(18, 7, 11)),
    ],
)
def test_values_have_their_place(document: Document, keys: tuple[str | int, ...], span: Span) -> None:
    assert document.span(keys) == span


def test_keys_have_their_place(document: Document) -> None:
    assert document.span(("when", 1, "where"), of_key=True) == Span(6, 5, 5)


def test_what_is_missing_stands_at_its_nearest_ancestor(document: Document) -> None:
    assert document.span(("when", 1, "basis")) == document.span(("when", 1))
    assert document.span(("when", 7, "basis")) == document.span(("when",), of_key=True)
    assert document.span(("owner",)) == START
    assert document.places(("owner",)) is None
    assert document.places(()) is None


def test_a_part_of_a_text_has_its_place(document: Document) -> None:
    assert document.span_of(("body",), "[[terms/wheat]]") == Span(13, 9, 15)
    assert document.span_of(("body",), "[[terms/wheat]]", 1) == Span(14, 10, 15)


def test_a_part_that_is_folded_is_found_up_to_the_end_of_its_line(document: Document) -> None:
    assert document.span_of(("folded",), "[[terms/oat|oats and more]]") == Span(16, 7, 16)


def test_a_part_that_is_written_otherwise_stands_at_the_whole(document: Document) -> None:
    assert document.span_of(("name",), "Wheat") == document.span(("name",))
    assert document.span_of(("owner",), "Wheat") == START


def test_a_part_of_a_plain_statement_is_found(document: Document) -> None:
    assert document.span_of(("when", 0, "text"), "spring") == Span(4, 8, 6)


def test_the_extent_of_a_value_is_its_text(document: Document) -> None:
    start, end = document.extent(("summary",)) or (0, 0)
    assert document.text[start:end] == '"A grain"'
    assert document.extent(("owner",)) is None


@pytest.mark.parametrize(
    "content",
    [
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
    ],
)
def test_line_ends_and_byte_order_marks_change_nothing(document: Document, content: bytes) -> None:
    other = parse_document(content, document.file)
    assert other.text == document.text
    assert other.data == document.data
    assert other.span(("body",)) == document.span(("body",))


def test_columns_count_characters() -> None:
    document = parse_document("a: {é😀: x, b: y}\n".encode(), "f.yml")
    assert document.span(("a", "b")) == Span(1, 15, 1)


def test_a_file_that_says_the_same_is_not_read_again(document: Document) -> None:
    assert parse_document(TEXT.encode(), document.file) is document
    assert parse_document(TEXT.encode(), "content/terms/oat.yml").file == "content/terms/oat.yml"
    assert parse_document(TEXT.upper().encode(), document.file).text == TEXT.upper()


def test_positions_stay_right_behind_an_invisible_character() -> None:
    document = parse_document("a: x\x85y\nb: z\n".encode(), "f.yml")
    assert [problem.span for problem in document.problems] == [Span(1, 5)]
    assert document.span(("b",)) == Span(2, 4, 1)


def test_scalars_have_their_types() -> None:
    document = parse_document(b"day: 2026-11-22\nyes: yes\nyear: 2026\nnone: ~\nrate: 1.5\n", "f.yml")
    assert document.data == {
        "day": datetime.date(2026, 11, 22),
        "yes": True,
        "year": 2026,
        "none": None,
        "rate": 1.5,
    }


def test_what_could_not_be_read_is_marked_in_the_data() -> None:
    document = parse_document(b"a: 2026-02-30\nb: [1, 012]\nc: fine\n", "f.yml")
    assert document.data == {"a": UNREAD, "b": [1, UNREAD], "c": "fine"}
    assert repr(UNREAD) == "UNREAD"


def test_nesting_is_refused_before_it_exhausts_the_stack() -> None:
    deep = DEEPEST - 1
    assert parse_document(b"a: " + b"[" * deep + b"]" * deep + b"\n", "f.yml").problems == ()
    for text in ("a: " + "[" * 100_000, "- " * 100_000, "? " * 100_000, "{a: " * 50_000):
        assert [p.code for p in parse_document(text.encode(), "f.yml").problems] == ["deep-nesting"]


def test_brackets_in_text_are_no_nesting() -> None:
    assert parse_document(b"a: " + b"([ " * 1000 + b"\n", "f.yml").problems == ()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "large.yml").write_bytes(b"#" * (LARGEST + 1))
    (tmp_path / "full.yml").write_bytes(b"#" * LARGEST)
    codes = {
        name: [problem.code for problem in read_document(tmp_path / name, name).problems]
        for name in ("folder.yml", "large.yml", "full.yml", "missing.yml")
    }
    assert codes == {
        "folder.yml": ["unreadable-file"],
        "large.yml": ["oversized-file"],
        "full.yml": ["empty-file"],
        "missing.yml": ["unreadable-file"],
    }


@pytest.mark.parametrize(
    ("content", "span"),
    [
        ("a: b\nc: dé".encode("latin-1"), Span(2, 5)),
        ("a: b".encode("utf-16"), Span(1, 1)),
        ("a: b".encode("utf-16-le"), Span(1, 1)),
        ("a: b".encode("utf-16-be"), Span(1, 1)),
        (b"a: \xed\xa0\x80", Span(1, 4)),
    ],
)
def test_other_encodings_are_told_where_they_show(content: bytes, span: Span) -> None:
    (problem,) = parse_document(content, "f.yml").problems
    assert (problem.code, problem.span) == ("wrong-encoding", span)
