"""Examples of every field, taken from this playbook's own files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from value_compass.generator.check.draft import Draft
from value_compass.generator.load.document import Document
from value_compass.schemas.fields import Model
from value_compass.schemas.walk import walk

MARK = "# fill in"
"""Stands in a new file after each value that is to be replaced; a file with it is no example."""

Examples: TypeAlias = Mapping[tuple[str, str], Any]
"""A value of a file by the name of a model and of its field."""


def examples_in(draft: Draft) -> Examples:
    """The shortest value of each field; of a list, its shortest item alone."""
    shortest: dict[tuple[str, str], Any] = {}
    models: list[tuple[Model, Document]] = [
        (entry, draft.documents[reference])
        for reference, entry in sorted(draft.entries.items())
        if MARK not in draft.documents[reference].text
    ]
    if draft.settings:
        models.append((draft.settings, draft.folder.settings))
    for model, document in models:
        for place, value in _values(model, document):
            if place not in shortest or _length(value) < _length(shortest[place]):
                shortest[place] = value
    return shortest


def _values(model: Model, document: Document) -> Iterator[tuple[tuple[str, str], Any]]:
    for keys, part in walk(model):
        if not isinstance(part, Model):
            continue
        value = document.data
        for key in keys:
            value = value[key]
        # A statement may be plain text in the file.
        for field, said in value.items() if isinstance(value, dict) else ():
            for item in said if isinstance(said, list) else [said]:
                example = _short(item)
                yield (type(part).__name__, field), [example] if isinstance(said, list) else example


def _short(value: Any) -> Any:
    """A value; of a long text, its first paragraph."""
    if not isinstance(value, str):
        return value
    paragraph = value.strip().partition("\n\n")[0]
    return f"{paragraph}\n" if "\n" in paragraph else paragraph


def _length(value: object) -> int:
    return len(json.dumps(value, default=str))
