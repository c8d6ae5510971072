"""The commands that change files, as a user runs them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.examples.overlay import BAKERY
from tests.files import contents, copied
from tests.running import run
from value_compass.generator.check.check import check


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return copied(BAKERY, tmp_path / "bakery")


def test_from_a_new_file_to_its_end(bakery: Path) -> None:
    before = contents(bakery)
    made = run("new", "terms", "Sour dough", folder=bakery)
    assert made.returncode == 0
    file = bakery / "content/terms/sour-dough.yml"
    assert str(file) in made.stdout
    text = file.read_text("utf-8").replace("some-id", "hotel-interviews").replace("To be written", "By hand")
    file.write_text(text, encoding="utf-8")
    assert run("check", folder=bakery).returncode == 0

    again = run("new", "terms", "Sour dough", folder=bakery)
    assert again.returncode == 1
    assert 'the term "Sour dough"' in again.stderr
    assert file.read_text("utf-8") == text

    renamed = run("rename", "terms/sour-dough", "leaven", "--name", "Leaven", folder=bakery)
    assert renamed.returncode == 0, renamed.stderr
    assert not file.exists()
    gone = run("retire", "terms/leaven", folder=bakery)
    assert gone.returncode == 0, gone.stderr
    assert contents(bakery) == before


def test_renaming_tells_how_much_followed(bakery: Path) -> None:
    result = run("rename", "content/events/late-van.yml", "van-late", folder=bakery)
    assert result.returncode == 0
    assert re.search(r"events/late-van is events/van-late now; [1-9]\d* references? in [1-9]", result.stdout)
    assert check(bakery).problems == ()


def test_retiring_tells_every_place_and_touches_nothing_unless_it_must(bakery: Path) -> None:
    before = contents(bakery)
    refused = run("retire", "events/late-van", folder=bakery)
    assert refused.returncode == 1
    assert re.search(
        r"^  content/roles/driver\.yml:\d+:9: under `reading_path`$", refused.stderr, re.MULTILINE
    )
    assert contents(bakery) == before
    refused = run("retire", "sources/hotel-interviews", "--force", folder=bakery)
    assert refused.returncode == 1
    assert contents(bakery) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "term", "Rye"],
        ["new", "terms", "Rye", "--id", "Rye Bread"],
        ["rename", "terms/rye", "x"],
        ["rename", "terms/crumb", "../x"],
        ["retire", "crumb"],
        ["review"],
        ["review", "terms/rye"],
        ["review", "terms/crumb", "--date", "tomorrow"],
        ["review", "terms/crumb", "--date", "9999-01-01"],
        ["confidential", "add", "X."],
    ],
)
def test_wrong_usage_gives_status_2_and_changes_nothing(bakery: Path, arguments: list[str]) -> None:
    before = contents(bakery)
    result = run(*arguments, folder=bakery)
    assert result.returncode == 2
    assert result.stderr
    assert contents(bakery) == before


def test_a_review_by_path_or_by_name(bakery: Path) -> None:
    result = run("review", "content/terms/crumb.yml", "roles/driver", "--date", "2026-11-20", folder=bakery)
    assert result.returncode == 0, result.stderr
    for file in ("content/terms/crumb.yml", "content/roles/driver.yml"):
        assert f"{file}: reviewed on 2026-11-20" in result.stdout
        text = (bakery / file).read_text("utf-8")
        assert re.search(
            r'^reviewed: 2026-11-20\nfingerprint: "[0-9a-f]{8}( [0-9a-f]{4})*"$', text, re.MULTILINE
        )
    assert check(bakery).problems == ()


@pytest.mark.parametrize(
    ("at", "path"),
    [
        ("", "content/terms/crumb.yml"),
        ("", "./content/../content/terms/crumb.yml"),
        ("..", "bakery/content/terms/crumb.yml"),
        ("..", "content/terms/crumb.yml"),
        ("content", "terms/crumb.yml"),
        ("content/terms", "crumb.yml"),
        ("content/terms", "crumb"),
        ("content/roles", "../terms/crumb.yml"),
    ],
)
def test_a_path_begins_where_one_stands_or_in_the_playbook(
    bakery: Path, monkeypatch: pytest.MonkeyPatch, at: str, path: str
) -> None:
    monkeypatch.chdir(bakery / at)
    result = run("review", path, "--date", "2026-11-20", folder=bakery)
    assert result.returncode == 0, result.stderr
    assert "content/terms/crumb.yml: reviewed on 2026-11-20" in result.stdout


@pytest.mark.parametrize("command", ["review", "retire"])
@pytest.mark.parametrize(
    ("at", "path"),
    [
        ("", "{other}/content/terms/margin.yml"),
        ("", "../other/content/terms/margin.yml"),
        ("../other/content/terms", "margin.yml"),
        ("", "nowhere/terms/margin.yml"),
        ("", "content/terms/deeper/margin.yml"),
        ("", "content/margin.yml"),
    ],
)
def test_a_file_of_another_playbook_stands_for_none_of_this_one(
    bakery: Path, monkeypatch: pytest.MonkeyPatch, command: str, at: str, path: str
) -> None:
    other = Path(shutil.copytree(bakery, bakery.with_name("other")))
    monkeypatch.chdir(bakery / at)
    before = contents(bakery.parent)
    result = run(command, path.format(other=other), folder=bakery)
    assert result.returncode == 2
    assert (
        f"names no entry of this playbook; write kind/id, such as groups/good-bread, or the path of a file in {bakery / 'content'}"
        in result.stderr
    )
    assert contents(bakery.parent) == before


@pytest.mark.parametrize("path", ["content/terms/", "content/terms", "terms", "content"])
def test_a_folder_is_said_to_be_one(bakery: Path, path: str) -> None:
    result = run("review", path, folder=bakery)
    assert result.returncode == 2
    assert f'"{path}" is a folder; name the files in it that you mean, one by one' in result.stderr


def test_schemas_headers_and_settings_are_written_once(bakery: Path) -> None:
    first = run("schema", "--headers", folder=bakery)
    assert first.returncode == 0, first.stderr
    assert check(bakery).problems == ()
    values = json.loads((bakery / ".schemas/values.json").read_text("utf-8"))
    assert "on-time" in values["$defs"]["groups"]["enum"]
    assert (bakery / "content/terms/crumb.yml").read_text("utf-8").startswith("# yaml-language-server: ")
    written = contents(bakery)
    assert run("schema", "--headers", folder=bakery).returncode == 0
    assert contents(bakery) == written


def test_schemas_follow_what_other_commands_do(bakery: Path) -> None:
    run("schema", folder=bakery)
    run("new", "terms", "Rye", folder=bakery)
    assert "terms/rye" in (bakery / ".schemas/roles.json").read_text("utf-8")
    assert (bakery / "content/terms/rye.yml").read_text("utf-8").startswith("# yaml-language-server: ")
    (bakery / "content/terms/rye.yml").unlink()
    run("rename", "values/early-van", "dawn", folder=bakery)
    stored = (bakery / ".schemas/roles.json").read_text("utf-8")
    assert "values/dawn" in stored
    assert "values/early-van" not in stored
    assert "terms/rye" not in stored


def test_schemas_elsewhere_are_named_from_where_they_lie(bakery: Path) -> None:
    assert run("schema", "--output", str(bakery / "editors/json"), "--headers", folder=bakery).returncode == 0
    line = (bakery / "content/terms/crumb.yml").read_text("utf-8").partition("\n")[0]
    assert line == "# yaml-language-server: $schema=../../editors/json/terms.json"
    settings = json.loads((bakery / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"]["editors/json/terms.json"] == "content/terms/*.yml"


def test_a_confidential_name_adds_a_line_and_the_file_stays_what_it_was(bakery: Path) -> None:
    kept = bakery / "shared.yml"
    (bakery / "site.yml").rename(kept)
    (bakery / "site.yml").symlink_to(kept.name)
    kept.write_bytes(kept.read_bytes().replace(b"\n", b"\r\n"))
    kept.chmod(0o600)
    before = kept.read_bytes().splitlines(keepends=True)
    result = run("confidential", "add", "Zanzibar Holding", folder=bakery)
    assert result.returncode == 0, result.stderr
    assert (bakery / "site.yml").is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o600
    *same, added = kept.read_bytes().splitlines(keepends=True)
    assert same == before
    assert re.fullmatch(rb'    - "15:[0-9a-f]{64}"\r\n', added)


def test_a_confidential_name_that_is_there_is_said_to_be_there(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bakery)
    assert "Added." in run("confidential", "add", "Zanzibar Holding", folder=bakery).stdout
    before = contents(bakery)
    again = run("confidential", "add", "ZANZIBAR-holding", folder=Path())
    assert again.returncode == 0
    assert again.stdout == f"It is there already: `compass check` looks for it in every text of {bakery}\n"
    assert contents(bakery) == before


def test_a_confidential_name_is_not_added_to_settings_that_cannot_be_read(bakery: Path) -> None:
    site = bakery / "site.yml"
    site.write_bytes(site.read_bytes() + "# Café\n".encode("latin-1"))
    before = contents(bakery)
    result = run("confidential", "add", "Zanzibar Holding", folder=bakery)
    assert result.returncode == 1
    assert re.search(r"site\.yml:\d+:6: .*UTF-8", result.stderr)
    assert contents(bakery) == before


def test_settings_with_comments_stay_and_the_lines_are_told(bakery: Path) -> None:
    settings = bakery / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{\n  // mine\n  "editor.tabSize": 2\n}\n', encoding="utf-8")
    before = settings.read_bytes()
    result = run("schema", folder=bakery)
    assert result.returncode == 1
    assert '".schemas/values.json": "content/values/*.yml"' in result.stderr
    assert settings.read_bytes() == before
    assert (bakery / ".schemas/values.json").is_file()


def test_a_new_file_names_no_schema_that_is_not_there(bakery: Path) -> None:
    run("new", "terms", "Rye", folder=bakery)
    assert "yaml-language-server" not in (bakery / "content/terms/rye.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "command", [["schema"], ["new", "terms", "x"], ["rename", "terms/x", "y"], ["review", "x"]]
)
def test_a_folder_without_a_playbook_is_said_to_be_none(tmp_path: Path, command: list[str]) -> None:
    result = run(*command, folder=tmp_path)
    assert result.returncode == 2
    assert "there is no file site.yml" in result.stderr
