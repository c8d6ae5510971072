"""JSON Schemas for editors, made from the models and from what this playbook holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from value_compass.generator.check.draft import Draft
from value_compass.generator.edit.examples import Examples, examples_in
from value_compass.generator.sheets.cells import plain_field
from value_compass.schemas.anatomy import anatomy_of
from value_compass.schemas.docstrings import docstrings_of
from value_compass.schemas.fields import Entry, Model, Need
from value_compass.schemas.own_kinds import FurtherFields, OwnColumn, OwnField, OwnKind
from value_compass.schemas.settings import Section, Settings

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SETTINGS_NAME = "site"
"""What the schema of `site.yml` is called."""

KINDS_NAME = "kinds"
"""What the schema of the files in `kinds/` is called."""


_TITLE = "x-title"
"""What readers call a field; the titles of pydantic are the names of fields and models."""


class _Generator(GenerateJsonSchema):
    """A generator of schemas, which allow what a file may write where that is more than a model's fields."""

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        model: type[Model] = schema["cls"]
        result = super().model_schema(schema)
        for field, text in docstrings_of(model).items():
            if field in result["properties"]:
                result["properties"][field]["description"] = text
        for field, property_ in result["properties"].items():
            if anatomy := anatomy_of(model, field):
                property_[_TITLE] = anatomy.title
        if issubclass(model, Entry):
            result["properties"].pop("reference", None)
        if issubclass(model, Need):
            result["oneOf"] = [{"required": ["to", "reason"]}, {"required": ["condition"]}]
        if plain := plain_field(model):
            return {"anyOf": [result["properties"][plain], result]}
        return result


def schema_of(model: type[Model]) -> Schema:
    """What a file of a model may say; a reference carries the kinds that it may name as `x-kinds`."""
    schema: Schema = json.loads(_text_of(model))
    return schema


@lru_cache(maxsize=64)
def _text_of(model: type[Model]) -> str:
    """The schema of a model as text: each playbook puts what it holds into one of its own."""
    schema = model.model_json_schema(schema_generator=_Generator)
    for part in _parts(schema):
        _plain(part)
    return json.dumps(schema)


def schemas(draft: Draft) -> dict[str, Schema]:
    """The schema of every kind, and of `site.yml`, with this playbook's ids, audiences and examples.

    Args:
        draft: what could be read of the playbook.
    """
    models: dict[str, type[Model]] = {folder: kind.model for folder, kind in draft.kinds.items()}
    models[SETTINGS_NAME] = Settings
    examples = examples_in(draft)
    made = {name: _of_this_playbook(name, model, draft, examples) for name, model in models.items()}
    return {**made, KINDS_NAME: _of_kinds(draft)}


def as_json(schema: Mapping[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _of_this_playbook(name: str, model: type[Model], draft: Draft, examples: Examples) -> Schema:
    schema = schema_of(model)
    definitions: dict[str, Schema] = schema.pop("$defs", {})
    for title, part in ((model.__name__, schema), *definitions.items()):
        for field, property_ in _fields(part).items():
            # The one example of a setting is what it is set to, and the company's name has one place.
            if model is not Settings and (title, field) in examples:
                property_["examples"] = [json.loads(json.dumps(examples[title, field], default=str))]
    if draft.settings and issubclass(model, Entry):
        schema["properties"]["audience"]["enum"] = list(draft.settings.audiences)
    if Section.__name__ in definitions:
        _fields(definitions[Section.__name__])["kinds"]["items"]["enum"] = list(draft.kinds)
    ids: dict[str, Schema] = {}
    for part in _parts({**schema, "$defs": definitions}):
        if "x-kinds" in part:
            _name_ids(part, part.pop("x-kinds"), draft, ids)
    return {
        "$schema": DIALECT,
        "title": draft.kinds[name].singular.capitalize()
        if name in draft.kinds
        else "Settings of the playbook",
        **schema,
        "$defs": {**dict(sorted(definitions.items())), **ids},
    }


def _of_kinds(draft: Draft) -> Schema:
    """What a file in `kinds/` may say: a kind of the playbook's own, or further fields for one of ours."""
    kind, further = schema_of(OwnKind), schema_of(FurtherFields)
    definitions: dict[str, Schema] = {**kind.pop("$defs"), **further.pop("$defs")}
    for held in (OwnField, OwnColumn):
        _fields(definitions[held.__name__])["to"]["items"]["enum"] = list(draft.kinds)
    if draft.settings:
        _fields(kind)["section"]["enum"] = [section.id for section in draft.settings.sections]
    return {
        "$schema": DIALECT,
        "title": "Kind of entry of the playbook's own",
        "anyOf": [kind, further],
        "$defs": dict(sorted(definitions.items())),
    }


def _name_ids(part: Schema, kinds: list[str], draft: Draft, ids: dict[str, Schema]) -> None:
    """Let a reference name what this playbook has; a list that many fields share stands in one place."""
    wanted = kinds or list(draft.kinds)
    names = [
        reference.id if len(kinds) == 1 else str(reference)
        for reference in sorted(draft.documents)
        if reference.kind in wanted
    ]
    if not names:
        return
    name = "-or-".join(kinds) or "entries"
    ids[name] = {"enum": names}
    del part["pattern"], part["type"]
    part["$ref"] = f"#/$defs/{name}"


def _plain(part: Schema) -> None:
    """What an editor shows, without what only the generator knows.

    An optional field may be left out; the choice of nothing would only stand in the way.
    """
    part.pop("title", None)
    if _TITLE in part:
        part["title"] = part.pop(_TITLE)
    if not part.get("default"):
        part.pop("default", None)
    some = [choice for choice in part.get("anyOf", ()) if choice != {"type": "null"}]
    if len(some) == 1:
        del part["anyOf"]
        part |= {**some[0], **part}
    if part.get("type") == "string" and not {"pattern", "format", "enum"} & part.keys():
        part.setdefault("minLength", 1)


def _parts(schema: Schema) -> Iterator[Schema]:
    """A schema and all schemas in it."""
    yield schema
    for word in ("properties", "$defs"):
        for part in schema.get(word, {}).values():
            yield from _parts(part)
    for part in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())):
        yield from _parts(part)


def _fields(schema: Schema) -> dict[str, Schema]:
    """The fields of a model, also of one that may be plain text."""
    for part in (schema, *schema.get("anyOf", ())):
        if "properties" in part:
            return dict(part["properties"])
    return {}
