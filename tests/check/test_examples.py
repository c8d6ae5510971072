"""Every example folder gets the report that it expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.overlay import BAKERY, REPORT, check_example, examples
from value_compass.generator.check.check import check
from value_compass.generator.check.register import REGISTER
from value_compass.generator.check.report import text_report
from value_compass.generator.playbook.playbook import seal


@pytest.mark.parametrize("example", examples("bad"), ids=lambda example: example.name)
def test_a_bad_example_gets_its_report(example: Path, tmp_path: Path) -> None:
    checked = check_example(example, tmp_path)

    assert text_report(checked) == (example / REPORT).read_text(encoding="utf-8")
    codes = {problem.code for problem in checked.problems}
    assert any(example.name == code or example.name.startswith(f"{code}-") for code in codes)
    for problem in checked.problems:
        assert problem.severity is REGISTER[problem.code].severity
        path = tmp_path / "playbook" / problem.file
        lines = path.read_bytes().decode("utf-8", "replace").splitlines() if path.exists() else []
        assert 1 <= problem.span.line <= max(len(lines), 1)
        assert problem.span.column >= 1


@pytest.mark.parametrize("example", examples("good"), ids=lambda example: example.name)
def test_a_good_example_gets_no_problem(example: Path, tmp_path: Path) -> None:
    checked = check_example(example, tmp_path)

    assert text_report(checked) == f"no problems in {len(checked.draft.folder.documents)} files\n"
    assert checked.draft.settings is not None
    for edition in checked.draft.settings.editions:
        seal(checked.draft, edition)


@pytest.mark.parametrize("code", REGISTER)
def test_every_code_has_an_example(code: str) -> None:
    assert code in {example.name for example in examples("bad")}


def test_the_bakery_has_entries_of_every_kind_and_no_problem() -> None:
    checked = check(BAKERY)

    assert checked.problems == ()
    assert {reference.kind for reference in checked.draft.entries} == set(checked.draft.kinds)


def test_the_editions_of_the_bakery_differ() -> None:
    checked = check(BAKERY)
    assert checked.draft.settings is not None
    shown = [set(seal(checked.draft, edition).entries) for edition in checked.draft.settings.editions]

    assert [str(reference) for reference in shown[1] - shown[0]] == ["terms/margin"]
