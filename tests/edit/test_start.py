"""A new playbook can be built, in each language, and nothing that is there is lost."""

from __future__ import annotations

import datetime
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.files import contents
from tests.running import run
from value_compass.generator.check.check import check
from value_compass.generator.check.reading import words_of
from value_compass.generator.cli.main import COMMANDS, compass
from value_compass.generator.cli.starting import without_password
from value_compass.generator.edit.carry_out import carry_out
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.start import Generator, languages, start
from value_compass.generator.load.folder import read_folder
from value_compass.schemas.kinds import KINDS

TODAY = datetime.date(2026, 11, 27)
"""The day on which all tests take place."""

FROM = Generator("https://git.example.org/tools/compass.git", "0123456789abcdef")
NEEDED = {
    *("outcomes", "pillars", "groups", "values", "events", "workshops", "steps", "cases", "roles", "terms"),
    *("sources", "processes", "stages", "practices"),
}


def begun(folder: Path, language: str = "en") -> Path:
    """A new playbook on disk."""
    before, edit = start(folder, language, TODAY, FROM)
    carry_out(folder, before, edit)
    return folder


@pytest.mark.parametrize("language", languages())
def test_a_new_playbook_has_what_a_beginner_needs_and_nothing_is_wrong_with_it(
    language: str, tmp_path: Path
) -> None:
    checked = check(begun(tmp_path / "ours", language))
    assert checked.problems == ()
    assert checked.draft.settings
    assert checked.draft.settings.language == language
    assert {reference.kind for reference in checked.draft.entries} == NEEDED
    # Each kind has its place in the menu already, so that the first entry of another one is found.
    assert {kind for section in checked.draft.settings.sections for kind in section.kinds} == {*KINDS}


def test_the_starters_say_the_same_in_other_words(tmp_path: Path) -> None:
    drafts = {name: check(begun(tmp_path / name, name)).draft for name in languages()}
    assert {"en", "nl", "de"} <= {*drafts}
    shapes = {
        name: sorted((to.kind, sorted(entry.model_fields_set)) for to, entry in draft.entries.items())
        for name, draft in drafts.items()
    }
    assert len({str(shape) for shape in shapes.values()}) == 1
    for name in {*drafts} - {"en"}:
        english = {e.summary for e in drafts["en"].entries.values()}
        assert not english & {entry.summary for entry in drafts[name].entries.values()}


@pytest.mark.parametrize("language", languages())
def test_the_readme_names_files_and_commands_that_exist(language: str, tmp_path: Path) -> None:
    folder = begun(tmp_path / "ours", language)
    readme = (folder / "README.md").read_text("utf-8")
    named = re.findall(r"`((?:content/|\.github/|\.gitlab|site|generator\.)[\w./-]*)`", readme)
    assert len(named) >= 4
    assert [file for file in named if not (folder / file).exists()] == []
    commands = {command.split()[0] for command in re.findall(r"`generator/compass ([^`]+)`", readme)}
    assert {"check", "build", "serve", "new", "schema"} <= commands <= {*COMMANDS}


def test_editors_know_the_schemas_from_the_first_file_on(tmp_path: Path) -> None:
    folder = begun(tmp_path / "ours")
    before = contents(folder)
    made = run("schema", "--headers", folder=folder)
    assert "0 of them new or changed" in made.stdout
    assert contents(folder) == before


def test_pipelines_read_the_generator_from_one_place(tmp_path: Path) -> None:
    folder = begun(tmp_path / "ours")
    told = dict(
        line.split("=", 1) for line in (folder / "generator.env").read_text().splitlines() if "=" in line
    )
    assert {name: shlex.split(value) for name, value in told.items()} == {
        "GENERATOR": [FROM.address],
        "REVISION": [FROM.revision],
    }
    for file in (".github/workflows/playbook.yml", ".gitlab-ci.yml"):
        text = (folder / file).read_text("utf-8")
        assert FROM.address not in text
        assert '"$GENERATOR"' in text
        assert '"$REVISION"' in text
        calls = re.findall(r"generator/compass (\w+)([^|>\n]*)", text)
        assert {"check", "build"} <= {command for command, _ in calls}
        for command, arguments in calls:
            found = compass.get_command(click.Context(compass), command)
            assert found
            found.make_context(command, shlex.split(arguments))


@pytest.mark.parametrize(
    ("file", "schema"),
    [(".github/workflows/playbook.yml", "vendor.github-workflows"), (".gitlab-ci.yml", "vendor.gitlab-ci")],
)
def test_a_pipeline_of_a_new_playbook_is_valid(file: str, schema: str, tmp_path: Path) -> None:
    target = begun(tmp_path / "ours") / file
    result = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(target)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(Refusal, match=r"not empty: it holds notes\.txt"):
        start(tmp_path, "en", TODAY, FROM)
    with pytest.raises(Refusal, match="is a file"):
        start(tmp_path / "notes.txt", "en", TODAY, FROM)
    refused = run("init", tmp_path, folder=tmp_path)
    assert refused.returncode == 1
    assert contents(tmp_path) == {"notes.txt": b"mine"}


def test_a_repository_without_a_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert check(begun(tmp_path)).problems == ()


def test_from_the_command_to_a_new_entry(tmp_path: Path) -> None:
    target = tmp_path / "ours"
    made = run("init", target, "--language", "nl", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    assert str(target) in made.stdout
    assert run("check", "--strict", folder=target).returncode == 0
    assert run("new", "terms", "Woord", folder=target).returncode == 0
    unknown = run("init", tmp_path / "theirs", "--language", "xx", folder=tmp_path)
    assert unknown.returncode == 2
    assert not (tmp_path / "theirs").exists()


def test_a_playbook_without_any_entry_takes_a_first_one(tmp_path: Path) -> None:
    folder = begun(tmp_path / "ours")
    empty = tmp_path / "empty"
    empty.mkdir()
    text = (folder / "site.yml").read_text("utf-8").replace("[[pillars/trust]]", "trust")
    (empty / "site.yml").write_text(text, "utf-8")
    assert read_folder(empty).entries == ()
    assert run("check", folder=empty).returncode == 0
    assert run("new", "sources", "Our practice", folder=empty).returncode == 0
    assert (empty / "content/sources/our-practice.yml").is_file()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://name:secret@git.example.org/a.git", "https://git.example.org/a.git"),
        ("https://git.example.org/a.git", "https://git.example.org/a.git"),
        ("git@git.example.org:a.git", "git@git.example.org:a.git"),
    ],
)
def test_a_password_in_an_address_is_not_written_down(address: str, told: str) -> None:
    assert without_password(address) == told


def test_first_texts_invite_to_be_replaced(tmp_path: Path) -> None:
    for language, word in {"en": "example", "nl": "voorbeeld", "de": "Beispiel"}.items():
        draft = check(begun(tmp_path / language, language)).draft
        own = [entry for reference, entry in draft.entries.items() if reference.kind != "sources"]
        assert all(words_of(word)[0] in words_of(entry.summary) for entry in own)


def test_the_day_of_a_first_review_is_today(tmp_path: Path) -> None:
    draft = check(begun(tmp_path / "ours")).draft
    assert {entry.reviewed for entry in draft.entries.values()} == {TODAY}
