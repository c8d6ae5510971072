"""JSON Schemas for editors, made from the models and from what this playbook holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.model_at import reads_plain_text
from value_compass.generator.edit.examples import Examples, examples_in
from value_compass.schemas.docstrings import docstrings_of
from value_compass.schemas.fields import Entry, Model, Need
from value_compass.schemas.settings import Section, Settings

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SETTINGS_NAME = "site"
"""What the schema of `site.yml` is called."""


class _Generator(GenerateJsonSchema):
    """Says of a model what a file may write, where that is more than its fields."""

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        model, result = schema["cls"], super().model_schema(schema)
        for field, text in docstrings_of(model).items():
            if field in result["properties"]:
                result["properties"][field]["description"] = text
        if issubclass(model, Entry):
            result["properties"].pop("reference", None)
        if issubclass(model, Need):
            result["oneOf"] = [{"required": ["to", "reason"]}, {"required": ["condition"]}]
        if reads_plain_text(model):
            (field,) = model._from_plain_text("")
            return {"anyOf": [result["properties"][field], result]}
        return result


def schema_of(model: type[Model]) -> Schema:
    """What a file of a model may say; a reference carries the kinds that it may name as `x-kinds`."""
    schema = model.model_json_schema(schema_generator=_Generator)
    for part in _parts(schema):
        _plain(part)
    return schema


def schemas(draft: Draft) -> dict[str, Schema]:
    """The schema of every kind, and of `site.yml`, with this playbook's ids, audiences and examples.

    Args:
        draft: what could be read of the playbook.
    """
    models: dict[str, type[Model]] = {folder: kind.model for folder, kind in draft.kinds.items()}
    models[SETTINGS_NAME] = Settings
    examples = examples_in(draft)
    return {name: _of_this_playbook(name, model, draft, examples) for name, model in models.items()}


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
                property_["examples"] = [examples[title, field]]
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
