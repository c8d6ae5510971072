"""`compass diff` as a user runs it."""

from __future__ import annotations

import datetime
import json
import subprocess
from pathlib import Path

import pytest

from tests import running
from tests.changes.bakery import Bakery
from tests.running import Ran
from value_compass.generator.cli.revision import day_of_revision


def run(folder: Path, *arguments: str, **environment: str) -> Ran:
    return running.run("diff", *arguments, folder=folder, **environment)


def test_a_revision_against_the_work_tree(kept: Bakery) -> None:
    kept.git("tag", "spring")
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    result = run(kept.folder, "spring")
    assert result.returncode == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0].startswith("1 change in 1 entry (1 renamed) from spring (")
    assert "to the work tree; " in lines[0]
    assert '  Event The late van: was called "A late van" before.' in lines
    assert "Events touched (1)\n  The late van" in result.stdout


def test_two_revisions_whatever_the_work_tree_holds(kept: Bakery) -> None:
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    kept.commit("2026-06-02")
    kept.path("site").unlink()
    kept.path("events/late-van").write_text("broken: [", encoding="utf-8")
    result = run(kept.folder, "HEAD~1", "HEAD", "--format", "markdown")
    assert result.returncode == 0
    assert result.stdout.startswith("**1 change in 1 entry (1 renamed) from HEAD\\~1 (")
    assert "**The late van** (`events/late-van`)" in result.stdout


def test_programs_get_everything(kept: Bakery) -> None:
    kept.edit("workshops/menu-day", "minutes: 45", "minutes: 40")
    kept.edit("events/tasting-morning", "They taste it warm.", "Warm.")
    kept.path("terms/crumb").write_text("broken: [", encoding="utf-8")
    result = run(kept.folder, "HEAD", "--format", "json")
    assert result.returncode == 0
    told = json.loads(result.stdout)
    assert [change["change"] for change in told["changes"]] == ["AgendaChanged", "ReasonChanged"]
    agenda, reason = told["changes"]
    assert agenda["entry"] == {"reference": "workshops/menu-day", "name": "Menu day"}
    assert (agenda["before"]["minutes"], agenda["after"]["minutes"]) == (45, 40)
    assert agenda["touches"]["pages"] == ["workshops/menu-day.html"]
    assert reason["target"]["reference"] == "groups/good-bread"
    assert (reason["before"]["reason"], reason["after"]["reason"]) == ("They taste it warm.", "Warm.")
    assert set(reason["touches"]["pages"]) >= {"events/tasting-morning.html", "groups/good-bread.html"}
    assert told["touches"]["entries"]["workshops"] == ["workshops/menu-day"]
    assert [one["file"] for one in told["unread"]] == ["content/terms/crumb.yml"]


def test_no_change_is_said_and_is_no_failure(kept: Bakery) -> None:
    result = run(kept.folder, "HEAD")
    assert result.returncode == 0
    assert result.stdout.startswith("No changes of the content from HEAD (")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonsense"], 'there is no revision "nonsense"'),
        (["HEAD", "nonsense"], 'there is no revision "nonsense"'),
        (["HEAD..HEAD"], "write the two apart"),
        (["--format", "nonsense", "HEAD"], "nonsense"),
        ([], "REV"),
        (["--", "--all"], 'there is no revision "--all"'),
    ],
)
def test_wrong_usage_gives_status_2_and_a_way_out(kept: Bakery, arguments: list[str], message: str) -> None:
    result = run(kept.folder, *arguments)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_build_and_a_comparison_give_a_commit_the_same_day(
    kept: Bakery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-08-01T00:30:00+02:00")
    subprocess.run(
        ["git", "-C", kept.folder, "commit", "--quiet", "--allow-empty", "--message", "Early"], check=True
    )
    assert day_of_revision(kept.folder) == datetime.date(2026, 7, 31)
    assert ", 2026-07-31)" in run(kept.folder, "HEAD").stdout


def test_settings_in_another_order_are_told(kept: Bakery) -> None:
    kept.edit("site", "\naudiences: [everyone, partners]", "\naudiences: [partners, everyone]")
    result = run(kept.folder, "HEAD")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith("1 change of the settings from HEAD (")
    assert lines[0].endswith("; 0 pages touched.")
    assert '  Settings: the order under "audiences" is another one.' in lines


def test_no_repository_gives_status_2(bakery: Bakery) -> None:
    result = run(bakery.folder, "HEAD")
    assert result.returncode == 2
    assert "is not in a git repository" in result.stderr


def test_no_git_gives_status_2(kept: Bakery, tmp_path: Path) -> None:
    result = run(kept.folder, "HEAD", PATH=str(tmp_path))
    assert result.returncode == 2
    assert "git was not found" in result.stderr
