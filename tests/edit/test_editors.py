"""What editors are told: the line on top of a file, and VS Code's settings."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.edit.playbooks import Texts
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import Checked, check
from value_compass.generator.check.draft import draft_of
from value_compass.generator.edit.carry_out import carry_out
from value_compass.generator.edit.change import Edit, by_file, folder_after
from value_compass.generator.edit.editors import (
    header,
    missing_headers,
    schema_files,
    vscode_extensions,
    vscode_settings,
)
from value_compass.generator.edit.refusal import Refusal
from value_compass.schemas.kinds import KINDS


def test_a_header_leads_from_the_file_to_its_schema(bakery: Checked, tmp_path: Path) -> None:
    for folder in (".schemas", "docs/schemas", "../elsewhere"):
        for file in schema_files(bakery.draft, folder):
            (tmp_path / "playbook" / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "playbook" / file).touch()
        for file in ("site.yml", "content/events/late-van.yml"):
            found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", header(file, folder))
            assert found
            place = tmp_path / "playbook" / file
            place.parent.mkdir(parents=True, exist_ok=True)
            assert (place.parent / found[1]).resolve().is_file()


def test_each_file_without_a_header_gets_one_and_changes_no_further(bakery: Checked, texts: Texts) -> None:
    folder = bakery.draft.folder
    edit = Edit(by_file(missing_headers(bakery.draft)))
    after = folder_after(folder, edit)
    before = texts(folder)
    for file, text in texts(after).items():
        first, _, rest = text.partition("\n")
        assert first == header(file)
        assert rest == before[file]
    assert not list(missing_headers(draft_of(after)))


def test_headers_keep_line_ends_and_files_that_are_no_yaml(tmp_path: Path) -> None:
    folder = tmp_path / "content/terms"
    folder.mkdir(parents=True)
    (tmp_path / "site.yml").write_bytes((BAKERY / "site.yml").read_bytes())
    files = {
        "windows.yml": b"\xef\xbb\xbfname: A\r\nsummary: B\r\n",
        "broken.yml": b"name: [broken\n",
        "latin.yml": b"name: \xe9\n",
        "own.yml": b"# why\n#yaml-language-server: $schema=other.json\nname: A\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    before = check(tmp_path).draft
    carry_out(tmp_path, before.folder, Edit(by_file(missing_headers(before))))
    line = header("content/terms/x.yml").encode()
    assert (folder / "windows.yml").read_bytes() == b"\xef\xbb\xbf" + line + b"\r\nname: A\r\nsummary: B\r\n"
    assert (folder / "broken.yml").read_bytes() == line + b"\nname: [broken\n"
    assert (folder / "latin.yml").read_bytes() == files["latin.yml"]
    assert (folder / "own.yml").read_bytes() == files["own.yml"]


def test_settings_map_every_schema_to_its_files() -> None:
    settings = json.loads(vscode_settings(None, KINDS))
    assert settings["yaml.schemas"][".schemas/values.json"] == "content/values/*.yml"
    assert settings["yaml.schemas"][".schemas/site.json"] == "site.yml"
    assert len(settings["yaml.schemas"]) == len(KINDS) + 2
    assert json.loads(vscode_extensions(None)) == {"recommendations": ["redhat.vscode-yaml"]}


def test_settings_of_others_stay_in_their_order_and_indentation() -> None:
    before = '{\n    "z": {"a": [1]},\n    "yaml.schemas": {"own.json": "own.yml"},\n    "a": "é"\n}\n'
    after = vscode_settings(before, KINDS)
    settings = json.loads(after)
    assert list(settings) == ["z", "yaml.schemas", "a"]
    assert settings["z"] == {"a": [1]}
    assert settings["yaml.schemas"]["own.json"] == "own.yml"
    assert '\n    "a": "é"' in after
    assert vscode_settings(after, KINDS) == after
    assert json.loads(
        vscode_extensions('{"recommendations": ["own.one"], "unwantedRecommendations": []}')
    ) == {
        "recommendations": ["own.one", "redhat.vscode-yaml"],
        "unwantedRecommendations": [],
    }


@pytest.mark.parametrize(
    "text",
    [
        '{\n  // why\n  "editor.tabSize": 2\n}',
        '{"editor.tabSize": 2,}',
        "[]",
        '{"yaml.schemas": "none"}',
        "\ufffd",
    ],
)
def test_settings_with_comments_are_left_alone_and_the_lines_to_add_are_told(text: str) -> None:
    with pytest.raises(Refusal, match="left as it is") as refused:
        vscode_settings(text, KINDS)
    lines = str(refused.value).partition("\n")[2]
    assert json.loads(f"{{{lines}}}") == json.loads(vscode_settings(None, KINDS))
