"""What lets an editor know the schemas: a line on top of each file, and settings for VS Code."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from value_compass.generator.check.draft import Draft
from value_compass.generator.edit.change import Change, Edit
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.schema import KINDS_NAME, SETTINGS_NAME, as_json, schemas
from value_compass.generator.load.folder import CONTENT_FOLDER, KINDS_FOLDER, SETTINGS_FILE
from value_compass.schemas.kinds import Kinds

SCHEMA_FOLDER = ".schemas"
"""Where the schemas lie, from the playbook's folder."""

VSCODE_SETTINGS = ".vscode/settings.json"
VSCODE_EXTENSIONS = ".vscode/extensions.json"
YAML_EXTENSION = "redhat.vscode-yaml"

_HEADER = re.compile(r"^#\s*yaml-language-server\s*:", re.MULTILINE)


def schema_files(draft: Draft, folder: str = SCHEMA_FOLDER) -> dict[str, str]:
    """The text of each schema by its file.

    Args:
        draft: what could be read of the playbook.
        folder: where the schemas lie, from the playbook's folder.
    """
    return {f"{folder}/{name}.json": as_json(schema) for name, schema in schemas(draft).items()}


def header(file: str, folder: str = SCHEMA_FOLDER) -> str:
    """The comment on top of a file that tells editors its schema."""
    folder_of_file, _, rest = file.partition("/")
    name = {SETTINGS_FILE: SETTINGS_NAME, KINDS_FOLDER: KINDS_NAME}.get(folder_of_file, rest.split("/")[0])
    path = posixpath.relpath(f"{folder}/{name}.json", posixpath.dirname(file) or ".")
    return f"# yaml-language-server: $schema={path}"


def with_headers(edit: Edit) -> Edit:
    """An edit whose new files each begin with the line that names their schema."""
    return replace(edit, written={file: f"{header(file)}\n{text}" for file, text in edit.written.items()})


def missing_headers(draft: Draft, schema_folder: str = SCHEMA_FOLDER) -> Iterator[tuple[str, Change]]:
    """The header of each file that has none, as a change."""
    for document in draft.folder.documents:
        outside = not document.file.startswith(f"{CONTENT_FOLDER}/")
        known = outside or document.file.split("/")[1] in draft.kinds
        if known and document.text and not _HEADER.search(document.text):
            yield document.file, Change(0, 0, f"{header(document.file, schema_folder)}\n")


def vscode_settings(text: str | None, kinds: Kinds, schema_folder: str = SCHEMA_FOLDER) -> str:
    """VS Code's settings with the schemas in them; all other settings stay.

    Args:
        text: what the settings are now; nothing when there are none.
        kinds: the playbook's kinds.
        schema_folder: where the schemas lie, from the playbook's folder.

    Raises:
        Refusal: when they are not plain JSON; the message has the lines to add.
    """
    mapping = {f"{schema_folder}/{kind}.json": f"{CONTENT_FOLDER}/{kind}/*.yml" for kind in kinds}
    mapping[f"{schema_folder}/{SETTINGS_NAME}.json"] = SETTINGS_FILE
    mapping[f"{schema_folder}/{KINDS_NAME}.json"] = f"{KINDS_FOLDER}/*.yml"
    return _merged(text, VSCODE_SETTINGS, "yaml.schemas", mapping)


def vscode_extensions(text: str | None) -> str:
    """VS Code's list of recommended extensions with the one for YAML in it.

    Args:
        text: what the list is now; nothing when there is none.

    Raises:
        Refusal: when it is not plain JSON; the message has the lines to add.
    """
    return _merged(text, VSCODE_EXTENSIONS, "recommendations", [YAML_EXTENSION])


def _merged(text: str | None, file: str, name: str, wanted: Any) -> str:
    """A JSON file with some more under one of its names, in the indentation that it has."""
    told = text if text and text.strip() else "{}"
    try:
        settings = json.loads(told) if "\ufffd" not in told else None
    except ValueError:
        settings = None
    there = settings.get(name, type(wanted)()) if isinstance(settings, dict) else None
    if not isinstance(settings, dict) or not isinstance(there, type(wanted)):
        lines = json.dumps({name: wanted}, indent=2).split("\n")[1:-1]
        raise Refusal(
            f"{file} has comments in it or is written in another way than expected, so it was left as it is. "
            "Add these lines to it:\n" + "\n".join(lines)
        )
    if isinstance(there, dict):
        settings[name] = {**there, **wanted}
    else:
        settings[name] = [*there, *(one for one in wanted if one not in there)]
    if text and settings == json.loads(told):
        return text
    indent = re.search(r"^([ \t]+)\S", told, re.MULTILINE)
    return json.dumps(settings, indent=indent[1] if indent else 2, ensure_ascii=False) + "\n"
