"""A playbook's folder: its settings and all its entry files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.load.document import Document, read_document

SETTINGS_FILE = "site.yml"
CONTENT_FOLDER = "content"


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything that was read from a playbook's folder."""

    path: Path
    settings: Document
    entries: tuple[Document, ...]
    """The YAML files in the folders of `content/`, by path."""
    strays: tuple[str, ...] = ()
    """Other files under `content/`, which nothing will read."""


class NoPlaybook(Exception):
    """The folder holds no playbook."""


def read_folder(path: Path, read: Callable[[Path, str], Document] = read_document) -> Folder:
    """Read a playbook's folder.

    Args:
        path: the folder that holds `site.yml` and `content/`.
        read: reads one file, as `read_document` does.

    Raises:
        NoPlaybook: when there is no `site.yml` or no `content/` in it.
    """
    settings = path / SETTINGS_FILE
    content = path / CONTENT_FOLDER
    for needed, what in ((settings, "file"), (content, "folder")):
        if not needed.exists():
            raise NoPlaybook(
                f"there is no {what} {needed.name} in {path.resolve()}; "
                "go to a playbook's folder, or name one with -C"
            )
    entries, strays = [], []
    for found in sorted(content.rglob("*")):
        if found.is_dir() or found.name.startswith("."):
            continue
        file = found.relative_to(path).as_posix()
        if len(found.relative_to(content).parts) == 2 and found.suffix == ".yml":
            entries.append(read(found, file))
        else:
            strays.append(file)
    return Folder(path, read(settings, SETTINGS_FILE), tuple(entries), tuple(strays))
