"""Schemas for editors: they take what the check takes, and refuse what it refuses."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from tests.edit.playbooks import ROOT
from value_compass.generator.check.check import Checked
from value_compass.generator.edit.editors import SCHEMA_FOLDER, schema_files
from value_compass.generator.edit.schema import as_json, schemas
from value_compass.schemas.kinds import KINDS

Schema = dict[str, Any]


class _AsEditorsRead(yaml.CSafeLoader):
    """Reads days as text, as YAML 1.2 does."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def as_editors_read(text: str) -> Any:
    return yaml.load(text, _AsEditorsRead)  # noqa: S506 - it is a safe loader


def wrong(schema: Schema, value: Any) -> list[str]:
    """What a schema has against a value: the place and the rule of each complaint."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@pytest.fixture(scope="module")
def written(checked: Checked) -> dict[str, Schema]:
    return schemas(checked.draft)


def parts(schema: Any) -> Iterator[Schema]:
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


def test_there_is_a_schema_for_every_kind_and_for_the_settings(written: dict[str, Schema]) -> None:
    assert set(written) == {*KINDS, "site", "kinds"}
    for schema in written.values():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)
        assert not [part for part in parts(schema) if "x-kinds" in part]


@pytest.mark.parametrize("playbook", [pytest.param("checked", marks=pytest.mark.ours), "bakery"])
def test_every_file_is_valid(playbook: str, request: pytest.FixtureRequest) -> None:
    checked: Checked = request.getfixturevalue(playbook)
    made = schemas(checked.draft)
    found = {}
    for document in checked.draft.folder.documents:
        top, _, below = document.file.partition("/")
        name = below.split("/")[0] if top == "content" else top.removesuffix(".yml")
        found[document.file] = wrong(made[name], as_editors_read(document.text))
    assert len(found) > 30
    assert not {file: complaints for file, complaints in found.items() if complaints}


def test_every_field_is_described(written: dict[str, Schema]) -> None:
    missing = [
        f"{name}: {field}"
        for name, schema in written.items()
        for part in parts(schema)
        if isinstance(part.get("properties"), dict) and part.get("type") == "object"
        for field, property_ in part["properties"].items()
        if not property_.get("description")
    ]
    assert not missing


def test_a_field_is_called_what_readers_call_it(written: dict[str, Schema]) -> None:
    assert written["values"]["properties"]["shows"]["title"] == "How it shows"
    assert written["events"]["$defs"]["Citation"]["properties"]["where"]["title"] == "Place in the source"


def test_examples_are_valid_themselves(written: dict[str, Schema]) -> None:
    shown = 0
    for schema in written.values():
        for part in parts(schema):
            for example in part.get("examples", ()) if isinstance(part.get("examples"), list) else ():
                shown += 1
                assert not wrong({**part, "$defs": schema["$defs"]}, example)
    assert shown > 100


def test_a_reference_offers_every_id_of_its_kinds_and_no_other(
    written: dict[str, Schema], checked: Checked
) -> None:
    def offered(name: str, *way: str) -> list[str]:
        part: Any = written[name]
        for key in way:
            part = part[key]
        found: list[str] = written[name]["$defs"][part["$ref"].rpartition("/")[2]]["enum"]
        return found

    ids = sorted(checked.draft.documents)
    assert offered("values", "properties", "group") == [one.id for one in ids if one.kind == "groups"]
    assert offered("events", "$defs", "ToValue", "properties", "to") == [
        str(one) for one in ids if one.kind in ("groups", "values")
    ]
    assert offered("terms", "properties", "see", "items") == list(map(str, ids))


WRONG = [
    ("events", {"builds": [{"to": "values/opennes", "reason": "Why."}]}, "values/opennes"),
    ("events", {"builds": [{"to": "events/one-pager", "reason": "Why."}]}, "events/one-pager"),
    ("events", {"builds": [{"to": "openness", "reason": "Why."}]}, "openness"),
    ("events", {"builds": [{"to": "values/openness"}]}, "reason"),
    ("values", {"group": "groups/transparency"}, "groups/transparency"),
    ("values", {"order": "2"}, "is not of type 'integer'"),
    ("values", {"order": 0}, "minimum"),
    ("values", {"shows": "A text."}, "is not of type 'array'"),
    ("values", {"shows": []}, "non-empty"),
    ("values", {"shows": [{"text": "A.", "basis": "guessed"}]}, "guessed"),
    ("values", {"summary": "x" * 161}, "too long"),
    ("values", {"summary": ""}, "non-empty"),
    ("values", {"name": None}, "None is not of type 'string'"),
    ("values", {"reviewed": "yesterday"}, "yesterday"),
    ("values", {"sumary": "A text."}, "sumary"),
    ("values", {"reference": "values/openness"}, "reference"),
    ("values", {"audience": "nobody"}, "nobody"),
    ("workshops", {"needs": [{"to": "values/openness"}]}, "values/openness"),
    ("workshops", {"needs": [{"to": "values/openness", "reason": "A.", "condition": "B."}]}, "condition"),
    ("pillars", {"colour": "red"}, "red"),
    ("site", {"sections": [{"id": "a", "kinds": ["event"]}]}, "event"),
    ("site", {"editions": []}, "non-empty"),
]


@pytest.mark.parametrize(("name", "mistake", "told"), WRONG, ids=[str(one[1])[:50] for one in WRONG])
def test_a_mistake_is_refused(
    written: dict[str, Schema], checked: Checked, name: str, mistake: dict[str, Any], told: str
) -> None:
    folder = checked.draft.folder
    document = next(
        (one for one in folder.entries if one.file.startswith(f"content/{name}/")), folder.settings
    )
    value = as_editors_read(document.text)
    assert not wrong(written[name], value)
    complaints = wrong(written[name], {**value, **mistake})
    assert complaints
    assert any(told in complaint for complaint in complaints)


def test_a_missing_field_is_refused(written: dict[str, Schema], checked: Checked) -> None:
    for document in checked.draft.folder.entries[::40]:
        name, value = document.file.split("/")[1], as_editors_read(document.text)
        for field in written[name]["required"]:
            left = {key: kept for key, kept in value.items() if key != field}
            assert any(f"'{field}' is a required property" in told for told in wrong(written[name], left))


def _shape(schema: Any) -> Any:
    """A schema without what changes with every new entry: ids and examples."""
    bare = copy.deepcopy(schema)
    for part in parts(bare):
        part.pop("examples", None)
    for name in [name for name, part in bare["$defs"].items() if set(part) == {"enum"}]:
        bare["$defs"][name] = {}
    return bare


def test_the_schemas_in_git_are_as_the_models_are(checked: Checked) -> None:
    """Ids may lag behind: who adds an entry in a web editor cannot run a command."""
    made = schema_files(checked.draft, SCHEMA_FOLDER)
    assert {path.name for path in (ROOT / SCHEMA_FOLDER).iterdir()} == {Path(file).name for file in made}
    for file, text in made.items():
        stored = json.loads((ROOT / file).read_text("utf-8"))
        assert _shape(stored) == _shape(json.loads(text)), "run: ./compass schema"


def test_no_schema_repeats_what_the_settings_say(checked: Checked) -> None:
    assert checked.draft.settings
    whole = "".join(as_json(schema) for schema in schemas(checked.draft).values())
    assert checked.draft.settings.organisation not in whole
