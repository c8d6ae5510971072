"""An edition as data: whole, in its documented shape, and without a trace of what it hides."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.examples.overlay import BAKERY
from tests.files import contents, copied
from tests.running import run
from value_compass.generator.check.check import check


def written(folder: Path, *arguments: str) -> Path:
    made = run("export", "--output", folder / "out", *arguments, folder=BAKERY)
    assert made.returncode == 0, made.stderr
    return folder / "out"


def whole(folder: Path) -> Any:
    return json.loads((folder / "playbook.json").read_text("utf-8"))


def test_the_file_has_the_shape_that_its_schema_says(tmp_path: Path) -> None:
    out = written(tmp_path)
    schema = json.loads((out / "playbook.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(whole(out), schema)
    assert (whole(out)["format"], whole(out)["version"]) == ("compass-playbook", 1)


def test_every_relation_is_told_at_both_ends(tmp_path: Path) -> None:
    entries = {entry["id"]: entry for entry in whole(written(tmp_path))["entries"]}
    forth = sorted((e["id"], r["entry"], r["field"]) for e in entries.values() for r in e["names"])
    back = sorted((r["entry"], e["id"], r["field"]) for e in entries.values() for r in e["named_by"])
    assert forth == back
    assert forth
    late = next(r for r in entries["values/early-warning"]["named_by"] if r["entry"] == "events/late-van")
    assert (late["title"], late["name"]) == ("Built by", "A late van")
    assert late["reason"].startswith("A call in time")


def test_every_field_of_an_entry_has_a_title(tmp_path: Path) -> None:
    told = whole(written(tmp_path))
    titles = {
        kind["id"]: {field["name"]: field["title"] for field in kind["fields"]} for kind in told["kinds"]
    }
    for entry in told["entries"]:
        assert entry["fields"].keys() <= titles[entry["kind"]].keys()
    assert titles["events"]["builds"] == "What it builds"


def test_what_an_edition_hides_is_in_no_file_of_it(tmp_path: Path) -> None:
    public = b"".join(contents(written(tmp_path)).values())
    assert b"Margin per crate" not in public
    assert b"terms/margin" not in public
    assert b'"partners"' not in public
    assert b"partners-only" not in public
    assert b"confidential" not in public
    inside = tmp_path / "inside"
    inside.mkdir()
    assert b"Margin per crate" in b"".join(contents(written(inside, "--edition", "partners-only")).values())


def test_owners_and_reviews_stay_inside_where_an_edition_says_so(tmp_path: Path) -> None:
    bakery = copied(BAKERY, tmp_path / "bakery")
    settings = bakery / "site.yml"
    text = settings.read_text("utf-8")
    new = text.replace(
        "    audiences: [everyone]\n", "    audiences: [everyone]\n    hides: [owners, reviews]\n"
    )
    assert new != text
    settings.write_text(new, "utf-8")
    for file in (bakery / "content").rglob("*.yml"):
        file.write_text(file.read_text("utf-8").replace("owner: The bakers", "owner: Night shift"), "utf-8")
    assert run("export", folder=bakery).returncode == 0
    everything = b"".join(contents(bakery / "build/export").values())
    assert b"Night shift" not in everything
    assert b"2026-03-01" not in everything


def test_the_tables_give_the_whole_playbook_back(tmp_path: Path) -> None:
    out = written(tmp_path, "--edition", "partners-only")
    bakery = copied(BAKERY, tmp_path / "bakery")
    before = check(bakery).draft.entries
    for file in sorted((out / "tables").iterdir()):
        shutil.rmtree(bakery / "content" / file.stem)
        back = run("import", file, "--kind", file.stem, folder=bakery)
        assert back.returncode == 0, back.stderr
    assert check(bakery).draft.entries == before


def test_a_table_has_a_row_for_each_entry_that_the_edition_shows(tmp_path: Path) -> None:
    out = written(tmp_path)
    text = (out / "tables/terms.csv").read_bytes().decode("utf-8-sig")
    assert [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))] == [
        "crumb",
        "sauerteig",
        "round-of-talks",
    ]


def test_an_export_takes_the_place_of_the_last_and_of_nothing_else(tmp_path: Path) -> None:
    out = written(tmp_path)
    (out / "tables/old.csv").write_text("old")
    assert not (written(tmp_path) / "tables/old.csv").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine")
    refused = run("export", "--output", tmp_path / "mine", folder=BAKERY)
    assert refused.returncode == 2
    assert contents(tmp_path / "mine") == {"notes.txt": b"mine"}


@pytest.mark.parametrize("name", ["content", "site.yml"])
def test_an_export_is_not_put_among_the_playbooks_files(name: str, tmp_path: Path) -> None:
    bakery = copied(BAKERY, tmp_path / "bakery")
    assert run("export", "--output", bakery / name, folder=bakery).returncode == 2
