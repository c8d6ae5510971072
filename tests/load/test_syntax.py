"""What YAML mistakes are told as: the cause that an owner can mend, at its own place."""

from __future__ import annotations

import pytest

from value_compass.generator.load.document import parse_document

MISTAKES = [
    ("name: Trust: it matters\nsummary: x\n", "unquoted-colon", 1, 12),
    ("name: x\nlist:\n  - a: b: c\n", "unquoted-colon", 3, 9),
    ("name: x\nsummary: this is a text\n  that goes on: here\nowner: y\n", "unquoted-colon", 3, 15),
    ("name: x\nsummary: this is a text\n owner: y\n", "indentation", 3, 2),
    ("name: x\nwhen:\n\t- a\n", "tab", 3, 1),
    ("name: x\nwhen:\n  - text: a\n\twhere: b\n", "tab", 4, 1),
    ("when:\n  -\ta\n  -\ttext: b\n", "tab", 2, 4),
    ('name: "x\nsummary: y\nowner: z\n', "missing-quote", 1, 7),
    ('name: "x\nsummary: "y"\nowner: z\n', "missing-quote", 1, 7),
    ("name: 'it's good'\nsummary: y\n", "text-after-quote", 1, 10),
    ('name: "x\nsummary: "y: 3"\nowner: z\n', "missing-quote", 1, 7),
    ('a: 1\nname: "x\nsummary: y\nwhen:\n  - "b"\n  - c\n', "missing-quote", 2, 7),
    ('name: "Trust" matters\nsummary: y\n', "text-after-quote", 1, 15),
    ('when:\n  - "Trust" matters\n  - y\n', "text-after-quote", 2, 13),
    ('when:\n  - text: "Trust" matters\n    where: y\n', "text-after-quote", 2, 19),
    ('when: ["a" b, c]\n', "text-after-quote", 1, 12),
    ("a: b\n---\nc: d\n", "two-documents", 2, 1),
    ("a: b\n...\nc: d\n", "two-documents", 2, 1),
    ("a: b\n--- text\n", "two-documents", 2, 1),
    ("---\na: b\n---\n# Body\ntext\n", "two-documents", 3, 1),
    ("---\na: b\n---\n", "two-documents", 3, 1),
    ("name: x\n summary: y\n", "indentation", 2, 2),
    ("  name: x\nsummary: y\n", "indentation", 2, 1),
    ("when:\n  - a\n - b\n", "indentation", 3, 2),
    ("when:\n  - text: a\n   where: b\n", "indentation", 3, 4),
    ("when:\n  - text: a\n     where: b\n", "indentation", 3, 6),
    ("when:\n - a\n  - b\n", "indentation", 3, 3),
    ("body: |\n    text\n  more\nname: x\n", "indentation", 3, 3),
    ("body: |\ntext here\nname: x\n", "indentation", 2, 1),
    ("evidence:\n  external: 1\n   internal: 2\n", "indentation", 3, 4),
    ("evidence:\n  external: 1\n internal: 2\n", "indentation", 3, 2),
    ("when: [a, b\nname: x\n", "unclosed-bracket", 1, 7),
    ("when: [a, b\n", "unclosed-bracket", 1, 7),
    ("a: {b: #1f6f78, c: d}\n", "unclosed-bracket", 1, 8),
    ("a: [b] # {c}\nd: [e\n", "unclosed-bracket", 2, 4),
    ("when: {a: b, c\nname: x\n", "unclosed-bracket", 1, 7),
    ("when: [a, b]]\nname: x\n", "unclosed-bracket", 1, 13),
    ("when: [a b: c d: e]\n", "unquoted-colon", 1, 16),
    ("name: [Draft] Trust\nsummary: x\n", "special-character", 1, 7),
    ("name: {x} y\n", "special-character", 1, 7),
    ("when:\n  - [[groups/x]] is good\n", "special-character", 2, 5),
    ("summary: [[groups/x]] is good\n", "special-character", 1, 10),
    ("name: @home\n", "special-character", 1, 7),
    ("name: `x`\n", "special-character", 1, 7),
    ("name: %x\n", "special-character", 1, 7),
    ("%x\n", "special-character", 1, 1),
    ("name: *x\n", "special-character", 1, 7),
    ("name: **bold** text\n", "special-character", 1, 7),
    ("name: & x\n", "special-character", 1, 7),
    ("name: &x y\n", "special-character", 1, 7),
    ("name: !x y\n", "special-character", 1, 7),
    ("name: ! y\n", "special-character", 1, 7),
    ("name: !!x y\n", "special-character", 1, 7),
    ("name: > x\n", "special-character", 1, 7),
    ("name: | x\n", "special-character", 1, 7),
    ("name: , x\n", "special-character", 1, 7),
    ("name: ] x\n", "special-character", 1, 7),
    ("name: ? x\n", "special-character", 1, 7),
    ("name: - x\n", "special-character", 1, 7),
    ("name: x\nsummary\nowner: y\n", "missing-colon", 2, 1),
    ("name x\nsummary: y\n", "missing-colon", 1, 1),
    ("name: x\nowner\n", "missing-colon", 2, 1),
    ("name: x\nwhen\n  - a\nowner: y\n", "missing-colon", 2, 1),
    ("name:x\nsummary: y\n", "missing-space", 1, 1),
    ("summary: y\nname:x\nowner: z\n", "missing-space", 2, 1),
    ("summary: y\nowner: z\nname:x\n", "missing-space", 3, 1),
    ("when:\n  -a\n  - b\n", "missing-space", 2, 3),
    ("when:\n  -a\n", "missing-space", 2, 3),
    ("when:\n  \u2013 a\n  \u2013 b\n", "special-character", 2, 3),
    ("when:\n  \u2022 a\n  - b\n", "special-character", 2, 3),
    ("body: |\n**A** text\nname: x\n", "indentation", 2, 1),
    ("a:\n  - body: >\n  A text.\n", "indentation", 3, 3),
    ("body: |\nA text\nname: x\n", "indentation", 2, 1),
    ("```yaml\nname: x\n```\n", "special-character", 1, 1),
    ("name: x\n```\n", "special-character", 2, 1),
    ("when:\n  - a\n  -b\n  - c\n", "missing-space", 3, 3),
    ('name: "C:\\path"\n', "wrong-escape", 1, 10),
    ('name: "a \\. b"\n', "wrong-escape", 1, 10),
    ("- a\n- b\nname: x\n", "indentation", 3, 1),
    ("name: x\n- a\n", "indentation", 2, 1),
    ("a: *b\n", "special-character", 1, 4),
    ("a: &x 1\nb: &x 2\n", "special-character", 2, 4),
    ("? [a, b]\n: c\n", "odd-key", 1, 3),
    (": x\n", "odd-key", 1, 1),
    ("body: |x\n text\n", "special-character", 1, 7),
    ("body: |9\n text\n", "indentation", 2, 2),
    ("body: |\n  text\n\tmore\n", "tab", 3, 1),
    ("when:\n  - text: a\n\xa0\xa0\xa0\xa0where: b\n", "odd-space", 3, 1),
    ('"name: x\n', "missing-quote", 1, 1),
    ("name: x\n--- \n", "two-documents", 2, 1),
    ("name: “Hello: world”\n", "unquoted-colon", 1, 13),
    ("name: x\nsummary: a\nb\nowner: c\n", "missing-colon", 3, 1),
    ("name: x\u2028y: z\n", "control-character", 1, 8),
    ("", "empty-file", 1, 1),
    ("# only this\n", "empty-file", 1, 1),
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    ("a: 2026-02-30\n", "wrong-date", 1, 4),
    ("a: 2026-01-01 10:00:00 +99:99\n", "wrong-date", 1, 4),
    ("a: 012\n", "odd-number", 1, 4),
    ("a: 1:30\n", "odd-number", 1, 4),
    ("a: 0x1F\n", "odd-number", 1, 4),
    ("a: 1_000\n", "odd-number", 1, 4),
    ("a: 1:30.5\n", "odd-number", 1, 4),
    ("a: 99999999999999999999\n", "odd-number", 1, 4),
    ("a: The #1 thing\n", "text-cut-off", 1, 8),
    ('a: "x\\0y"\n', "control-character", 1, 4),
    ('a: "\\ud800"\n', "wrong-escape", 1, 5),
    ('a: "x\nb: y"\nc: z\n', "missing-quote", 1, 4),
    ("a: b\n\x07c: d\n", "control-character", 2, 1),
    ("\u00a0a: b\n", "odd-space", 1, 1),
    ("%YAML 9.9\n---\na: b\n", "yaml-syntax", 1, 1),
    ("a: b\rc d\rb: c\r", "indentation", 2, 1),
    ("name: [", "unclosed-bracket", 1, 7),
    ("name: [a, , b]\n", "special-character", 1, 11),
    ("name: {", "unclosed-bracket", 1, 7),
    ('name: "', "missing-quote", 1, 7),
    ("name: x\n  y: [", "indentation", 2, 3),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), MISTAKES)
def test_a_mistake_is_told_once_at_its_cause(text: str, code: str, line: int, column: int) -> None:
    problems = parse_document(text.encode(), "content/terms/rye.yml").problems

    assert [(p.code, p.span.line, p.span.column) for p in problems] == [(code, line, column)]
    assert all(p.advice and p.message for p in problems)


@pytest.mark.parametrize("text", ["a: \u2013 b\n", "a: -b\n", "a:\n  -5\n", "a: |\n  \u2013 b\n"])
def test_a_dash_that_begins_no_item_is_let_be(text: str) -> None:
    assert not parse_document(text.encode(), "content/terms/rye.yml").problems


def test_a_merge_key_is_told_where_it_repeats() -> None:
    document = parse_document(b"a: &x {b: 1}\nc:\n  <<: *x\n", "f.yml")

    assert [(p.code, p.span.line, p.span.column) for p in document.problems] == [
        ("special-character", 1, 4),
        ("yaml-alias", 3, 7),
    ]


def test_a_text_below_its_field_may_become_a_text_of_several_lines() -> None:
    (below,) = parse_document(b"body:\n  **a** b\n", "f.yml").problems
    (beside,) = parse_document(b"body: **a** b\n", "f.yml").problems
    assert below.advice == f"{beside.advice}, or write | after the colon in the line above"


def test_the_advice_knows_an_apostrophe_from_other_text() -> None:
    (apostrophe,) = parse_document(b"name: 'it's good'\n", "f.yml").problems
    (other,) = parse_document(b"name: 'it' good\n", "f.yml").problems

    assert "apostrophe" in apostrophe.message
    assert "apostrophe" not in other.message


def test_curly_quotation_marks_are_named() -> None:
    (problem,) = parse_document("name: “Hello: world”\n".encode(), "f.yml").problems

    assert problem.advice is not None
    assert "curly" in problem.advice


@pytest.mark.parametrize(
    "text",
    [
        "name:\tx\n",
        'name: "x"# c\n',
        "name: x # a comment\n",
        "name: C# and F#\n",
        "name: it's 5 o'clock\n",
        "name: a:b\n",
        "name: http://example.org\n",
        "--- \nname: x\n...\n",
        "name: x\n\n\n",
        'body: |\n  - not: a list\n  a: b # c\n  "x\n',
        "body: >\n  [[terms/rye]] & more\n",
        "order: 0\nyear: -5\n",
        "when: 1e3\nand: 3.10\n",
        "text: |\n  one\n\n    two\n",
        "a: =\nb: <<\n",
    ],
)
def test_what_is_fine_is_not_told(text: str) -> None:
    assert parse_document(text.encode(), "f.yml").problems == ()
