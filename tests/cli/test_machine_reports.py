"""Reports that annotate pull requests, and what a pull request answers for."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from sarif_pydantic import Sarif

from tests.examples.overlay import BAKERY
from tests.files import copied
from tests.running import run

BROKEN = "content/values/early-van.yml"
ALSO_BROKEN = "content/values/full-crates.yml"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments],
        check=True,
        capture_output=True,
    )


def _break(folder: Path, file: str) -> int:
    """Misspell the group of a value; the line at which it stands."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("group: on-time", "group: on%time"), encoding="utf-8")
    return text.split("\n").index("group: on-time") + 1


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of a small playbook, without a mistake."""
    return copied(BAKERY, tmp_path / "repository" / "playbook")


@pytest.fixture
def repository(copy: Path) -> Path:
    """The copy below the top of a repository, with one mistake already in it."""
    _break(copy, ALSO_BROKEN)
    _git(copy.parent, "init", "-q", "-b", "main")
    _git(copy.parent, "add", "-A")
    _git(copy.parent, "commit", "-qm", "start")
    return copy


def test_github_gets_a_command_a_problem(repository: Path) -> None:
    line = _break(repository, BROKEN)
    result = run("check", "--format", "github", folder=repository)
    assert result.returncode == 1
    commands = [row for row in result.stdout.split("\n") if BROKEN in row]
    assert commands[0].startswith(f"::error file=playbook/{BROKEN},line={line},col=8,")
    assert "title=wrong-form::" in commands[0]
    assert "on%25time" in commands[0]


def test_gitlab_gets_a_code_quality_report(repository: Path) -> None:
    line = _break(repository, BROKEN)
    told = json.loads(run("check", "--format", "gitlab", folder=repository).stdout)
    assert len({entry["fingerprint"] for entry in told}) == len(told)
    for entry in told:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
    (ours,) = [entry for entry in told if entry["location"]["path"] == f"playbook/{BROKEN}"]
    assert ours["location"]["lines"]["begin"] == line
    assert ours["check_name"] == "wrong-form"


def test_a_moved_problem_keeps_its_fingerprint(repository: Path) -> None:
    before = json.loads(run("check", "--format", "gitlab", folder=repository).stdout)
    path = repository / ALSO_BROKEN
    path.write_text("\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = json.loads(run("check", "--format", "gitlab", folder=repository).stdout)
    assert [e["fingerprint"] for e in before] == [e["fingerprint"] for e in after]
    assert [e["location"] for e in before] != [e["location"] for e in after]


def test_sarif_is_valid(repository: Path) -> None:
    line = _break(repository, BROKEN)
    report = json.loads(run("check", "--format", "sarif", folder=repository).stdout)
    Sarif.model_validate(report)
    (run_,) = report["runs"]
    rules = [rule["id"] for rule in run_["tool"]["driver"]["rules"]]
    for result in run_["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    places = [r["locations"][0]["physicalLocation"] for r in run_["results"]]
    assert any(
        place["artifactLocation"]["uri"] == f"playbook/{BROKEN}" and place["region"]["startLine"] == line
        for place in places
    )


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_clean_playbook_gives_an_empty_report(copy: Path, form: str) -> None:
    result = run("check", "--format", form, folder=copy)
    assert result.returncode == 0
    if form == "github":
        assert result.stdout == ""
    elif form == "gitlab":
        assert json.loads(result.stdout) == []
    else:
        assert json.loads(result.stdout)["runs"][0]["results"] == []


def test_only_touched_files_block(repository: Path) -> None:
    assert run("check", "--touched", "main", folder=repository).returncode == 0
    result = run("check", "--touched", "main", folder=repository)
    assert f"{ALSO_BROKEN}:" in result.stdout
    assert "warning[wrong-form]" in result.stdout
    _break(repository, BROKEN)
    result = run("check", "--touched", "main", folder=repository)
    assert result.returncode == 1
    assert "error[wrong-form]" in result.stdout
    assert "warning[wrong-form]" in result.stdout


def test_what_a_change_breaks_elsewhere_blocks(repository: Path) -> None:
    (repository / "content/values/early-van.yml").unlink()
    result = run("check", "--touched", "main", folder=repository)
    assert result.returncode == 1
    assert re.search(r'error\[unknown-reference\] .*"?early-van', result.stdout)
    assert "warning[wrong-form]" in result.stdout, "what was wrong before still warns"


def test_a_new_file_counts_as_touched(repository: Path) -> None:
    (repository / "content/values/brand-new.yml").write_text("name: 12\n", encoding="utf-8")
    assert run("check", "--touched", "main", folder=repository).returncode == 1


@pytest.mark.parametrize("revision", ["nowhere", "", "--all"])
def test_an_unknown_revision_is_wrong_usage(repository: Path, revision: str) -> None:
    result = run("check", f"--touched={revision}", folder=repository)
    assert result.returncode == 2
    assert f'there is no revision "{revision}"' in result.stderr


def test_no_git_and_no_repository_are_said_to_be_the_cause(copy: Path, tmp_path: Path) -> None:
    result = run("check", "--touched", "main", folder=copy)
    assert result.returncode == 2
    assert "is not in a git repository" in result.stderr
    result = run("check", "--touched", "main", folder=copy, PATH=str(tmp_path))
    assert result.returncode == 2
    assert "git was not found; install it" in result.stderr


def test_histories_that_never_parted_are_said_to_be_the_cause(repository: Path) -> None:
    _git(repository, "checkout", "-q", "--orphan", "other")
    _git(repository, "commit", "-qm", "another start")
    result = run("check", "--touched", "main", folder=repository)
    assert result.returncode == 2
    assert re.search('"main" and what is checked out in .* share no history; name a branch', result.stderr)


def test_a_shallow_copy_says_how_to_get_the_rest(repository: Path, tmp_path: Path) -> None:
    _git(repository, "checkout", "-qb", "work")
    for branch in ("work", "main"):
        _git(repository, "checkout", "-q", branch)
        _git(repository, "commit", "-q", "--allow-empty", "-m", f"on {branch}")
    shallow = tmp_path / "shallow"
    whole = repository.parent.as_uri()
    _git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", "--branch=work", whole, str(shallow))
    result = run("check", "--touched", "origin/main", folder=shallow / repository.name)
    assert result.returncode == 2
    assert "run git fetch --unshallow" in result.stderr
    _git(shallow, "fetch", "-q", "--unshallow")
    assert run("check", "--touched", "origin/main", folder=shallow / repository.name).returncode == 0
