"""Whatever happens to the files of a playbook, the check ends in a report."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import Checked, check, check_folder
from value_compass.generator.check.register import REGISTER
from value_compass.generator.check.report import REPORTERS
from value_compass.generator.load.document import parse_document
from value_compass.generator.load.folder import Folder, NoPlaybook, read_folder

FOLDER = read_folder(BAKERY)
FILES = FOLDER.documents
TEXTS = [document.text for document in FILES]
SNIPPETS = [
    "", " ", "  ", "\n", "\n  ", "\t", ": ", "- ", "[", "]", "{", "}", '"', "'", "#",
    " #x", "&a ", "*a", "!", "|", ">",
    "~", "[[", "]]", "[[terms/crumb]]", "012", "1:30", "yes", "2026-02-30", "9" * 30, "-1",
    "\u00a0", "\u2028", "\0", "basis: stated", "audience: partners",
    "values/crisp-crust", "groups/good-bread", "x" * 500, "é", "---\n",
    "Grand Hotel Duinzicht", "margin per crate", "order: 1\n", "to: [rounds]", "parent: group", "type: table",
]  # fmt: skip


def with_text(index: int, text: str) -> Folder:
    document = parse_document(text.encode("utf-8", "surrogatepass"), FILES[index].file)
    first, *others = (*FILES[:index], document, *FILES[index + 1 :])
    last = len(FOLDER.entries)
    return replace(FOLDER, settings=first, entries=tuple(others[:last]), kinds=tuple(others[last:]))


def assert_sound(checked: Checked) -> None:
    lines = {document.file: document.text.count("\n") + 1 for document in checked.draft.folder.documents}
    for problem in checked.problems:
        assert problem.severity is REGISTER[problem.code].severity
        assert 1 <= problem.span.line <= lines.get(problem.file, 1)
        assert problem.span.column >= 1
        assert problem.span.length >= 1
        assert "\n" not in problem.message
    for reporter in REPORTERS.values():
        report = reporter(checked, color=True)
        report.encode("utf-8")


@settings(max_examples=120, deadline=None)
@given(
    index=st.integers(0, len(FILES) - 1),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(SNIPPETS)), min_size=1, max_size=3
    ),
)
def test_entries_with_slips(index: int, edits: list[tuple[float, int, str]]) -> None:
    text = TEXTS[index]
    for place, length, snippet in edits:
        start = int(place * len(text))
        text = text[:start] + snippet + text[start + length :]
    checked = check_folder(with_text(index, text))
    assert_sound(checked)
    assert checked.draft.settings is not None or checked.errors


@settings(max_examples=80, deadline=None)
@given(index=st.integers(0, len(FILES) - 1), seed=st.integers(0, 10_000))
def test_entries_with_lines_lost_doubled_and_moved(index: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    lines = TEXTS[index].split("\n")
    for _ in range(chance.randint(1, 4)):
        line = lines.pop(chance.randrange(len(lines))) if lines else ""
        for _ in range(chance.randint(0, 2)):
            lines.insert(chance.randint(0, len(lines)), " " * chance.randint(0, 5) + line)
    assert_sound(check_folder(with_text(index, "\n".join(lines))))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-10, 3000)
    | st.text("ab-/[]|:# ", max_size=20)
    | st.sampled_from(["2026-02-30", "values/crisp-crust", "[[terms/crumb]]", "stated", "1:30"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["to", "reason", "text", "basis", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None)
@given(index=st.integers(0, len(FILES) - 1), place=st.integers(0, 30), value=VALUES)
def test_fields_with_any_value(index: int, place: int, value: object) -> None:
    import json

    names = list(FILES[index].data)
    name = names[place % len(names)]
    document = {**FILES[index].data, name: value}
    # JSON is YAML, too.
    assert_sound(check_folder(with_text(index, json.dumps(document, default=str))))


@pytest.mark.parametrize("content", ["", "null", "[]", "x", "{}", "[", "!!set {a}", "? [a]", "&a [*a]", "\0"])
@pytest.mark.parametrize("file", ["site", "terms/crumb", "cases/hotel-a", "kinds/rounds", "kinds/events"])
def test_files_that_hold_nothing_of_use(bakery: Bakery, file: str, content: str) -> None:
    bakery.write(file, content)
    checked = bakery.check()

    assert checked.errors
    assert_sound(checked)


def test_a_playbook_of_nothing_but_settings(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yml").write_text(TEXTS[0], encoding="utf-8")

    assert [problem.code for problem in check(tmp_path).problems] == ["broken-link"]


def test_a_folder_that_is_no_playbook(tmp_path: Path) -> None:
    with pytest.raises(NoPlaybook, match=r"site\.yml"):
        check(tmp_path)


def test_a_file_with_thousands_of_problems_is_told_in_a_hundred(bakery: Bakery) -> None:
    bakery.write("terms/crumb", "".join(f"f{number}: 1\n" for number in range(10_000)))
    bakery.write("events/late-van", "actions:\n" + "  - {a: b}\n" * 10_000)
    found = bakery.check().problems

    assert len(found) < 250
    assert [problem.file for problem in found if problem.code == "many-problems"] == [
        "content/events/late-van.yml",
        "content/terms/crumb.yml",
    ]
