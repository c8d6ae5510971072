"""A new playbook: settings, a first entry of each kind that a beginner needs, and what builds it."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from msgspec import Struct

from value_compass.generator.check.draft import draft_of
from value_compass.generator.edit import editors
from value_compass.generator.edit.change import Edit
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.load.document import Document, parse_document
from value_compass.generator.load.folder import CONTENT_FOLDER, SETTINGS_FILE, Folder

STARTER = Path(__file__).parent / "starter"
"""The texts of a new playbook: a folder a language, and what is the same in all."""

_SHARED = {
    "gitignore": ".gitignore",
    "generator.env": "generator.env",
    "github.yml": ".github/workflows/playbook.yml",
    "gitlab.yml": ".gitlab-ci.yml",
}
"""What is the same in every language: what it is called here, and in the playbook."""

_MAY_BE_THERE = frozenset({".git"})
"""What an empty repository has."""


class Generator(Struct, frozen=True):
    """Where pipelines get the generator, and which state of it."""

    address: str
    revision: str


def languages() -> tuple[str, ...]:
    """The languages in which a playbook can begin."""
    return tuple(sorted(folder.name for folder in STARTER.iterdir() if (folder / SETTINGS_FILE).is_file()))


def require_empty(folder: Path) -> None:
    """Refuse a folder that holds something already.

    Raises:
        Refusal: when it does, or is no folder.
    """
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"{folder} is a file; name a folder that is empty, or that does not exist yet")
    found = sorted({path.name for path in folder.iterdir()} - _MAY_BE_THERE) if folder.exists() else []
    if found:
        raise Refusal(
            f"{folder} is not empty: it holds {found[0]}{' and more' if found[1:] else ''}; "
            "name a folder that is empty, or that does not exist yet"
        )


def start(folder: Path, language: str, day: datetime.date, generator: Generator) -> tuple[Folder, Edit]:
    """Make a playbook that can be built.

    Args:
        folder: where it will lie; empty, or still to be made.
        language: one of `languages`.
        day: today.
        generator: what its pipelines build it with.

    Returns:
        What is there before, and the edit.

    Raises:
        Refusal: when the folder is not empty.
    """
    require_empty(folder)
    words = {
        "day": day.isoformat(),
        "generator": shlex.quote(generator.address),
        "revision": shlex.quote(generator.revision),
    }
    written = {file: Template(text).substitute(words) for file, text in _texts(language)}
    read = {file: f"{editors.header(file)}\n{text}" for file, text in written.items() if _is_read(file)}
    draft = draft_of(_folder(folder, read))
    written |= read | editors.schema_files(draft)
    written[editors.VSCODE_SETTINGS] = editors.vscode_settings(None, draft.kinds)
    written[editors.VSCODE_EXTENSIONS] = editors.vscode_extensions(None)
    return Folder(folder, Document(SETTINGS_FILE), ()), Edit(written=written)


def _texts(language: str) -> Iterator[tuple[str, str]]:
    for name, file in _SHARED.items():
        yield file, (STARTER / "shared" / name).read_text("utf-8")
    of_language = STARTER / language
    for path in sorted(path for path in of_language.rglob("*") if path.is_file()):
        yield path.relative_to(of_language).as_posix(), path.read_text("utf-8")


def _is_read(file: str) -> bool:
    """Whether a file belongs to what the check reads."""
    return file == SETTINGS_FILE or file.startswith(f"{CONTENT_FOLDER}/")


def _folder(path: Path, read: Mapping[str, str]) -> Folder:
    documents = {file: parse_document(text.encode(), file) for file, text in read.items()}
    settings = documents.pop(SETTINGS_FILE)
    return Folder(path, settings, tuple(documents.values()))
