"""A playbook's folder: its settings and all its entry files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from value_compass.generator.load.document import Document, read_document
from value_compass.generator.load.failure import Failure
from value_compass.generator.load.problem import START, Problem

SETTINGS_FILE = "site.yml"
CONTENT_FOLDER = "content"
KINDS_FOLDER = "kinds"
"""What a playbook brings of kinds and fields of its own; it need not be there."""


class Folder(Struct, frozen=True):
    """Everything that was read from a playbook's folder."""

    path: Path
    settings: Document
    entries: tuple[Document, ...]
    """The YAML files in the folders of `content/`, by path."""
    strays: tuple[str, ...] = ()
    """Other files under `content/` and `kinds/`, which nothing will read."""
    kinds: tuple[Document, ...] = ()
    """The YAML files in `kinds/`, by path."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every file that was read."""
        return (self.settings, *self.entries, *self.kinds)


class NoPlaybook(Failure):
    """The folder holds no playbook, or one of which a part cannot be seen."""


def read_folder(path: Path, read: Callable[[Path, str], Document] = read_document) -> Folder:
    """Read a playbook's folder.

    Args:
        path: the folder that holds `site.yml` and `content/`.
        read: reads one file, as `read_document` does.

    Raises:
        NoPlaybook: when there is no `site.yml` in it, when that or `content/` is a link that leads out, or
            when a folder of it cannot be listed.
    """
    settings = _there(path, SETTINGS_FILE, "file")
    kinds, others = _documents(path, KINDS_FOLDER, 1, "a file in it for each kind of entry", read)
    entries, strays = _documents(path, CONTENT_FOLDER, 2, "a folder in it for each kind of entry", read)
    return Folder(path, read(settings, SETTINGS_FILE), tuple(entries), (*strays, *others), tuple(kinds))


def _documents(
    path: Path, name: str, depth: int, holds: str, read: Callable[[Path, str], Document]
) -> tuple[list[Document], list[str]]:
    """The YAML files so deep in a folder of the playbook, and the paths of all others in it."""
    if not os.path.lexists(path / name):
        # Git keeps no empty folders: this is a playbook without entries, or without kinds of its own.
        return [], []
    top = _there(path, name, "folder")
    if not top.is_dir():
        raise NoPlaybook(
            f"{name} in {path.resolve()} is not a folder; put a folder in its place, with {holds}"
        )
    documents, strays = [], []
    for parts, is_link in sorted(_files(top)):
        file = "/".join((name, *parts))
        if len(parts) == depth and file.endswith(".yml"):
            found = path / file
            led_out = is_link and _leads_out(found, top)
            documents.append(_led_out(file, name) if led_out else read(found, file))
        else:
            strays.append(file)
    return documents, strays


def _there(path: Path, name: str, what: str) -> Path:
    needed = path / name
    # A link that leads nowhere is there; what is wrong with it is told by whoever reads it.
    if not needed.is_symlink() and not needed.exists():
        raise NoPlaybook(
            f"there is no {what} {name} in {path.resolve()}; go to a playbook's folder, or name one with -C"
        )
    if _leads_out(needed, path):
        raise NoPlaybook(
            f"{name} in {path.resolve()} is a link that leads out of that folder; "
            f"put the {what} itself there, or name the folder that has it with -C"
        )
    return needed


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to something outside a folder: what is there is no part of the playbook."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(folder.resolve())


def _led_out(file: str, folder: str) -> Document:
    problem = Problem(
        "unreadable-file",
        f"this is a link that leads out of {folder}/, and what is there is not read",
        file,
        START,
        "put a copy of the file in its place",
    )
    return Document(file, problems=(problem,))


def _files(folder: Path) -> Iterator[tuple[tuple[str, ...], bool]]:
    """All files under a folder, but for what is hidden; a link to a folder is one: nothing follows it.

    Yields:
        The way to a file from the folder, and whether it is a link.
    """
    left: list[tuple[str, tuple[str, ...]]] = [(str(folder), ())]
    while left:
        place, inside = left.pop()
        for entry in _listed(place):
            parts = (*inside, entry.name)
            if entry.name.startswith("."):
                continue
            is_link = entry.is_symlink()
            if entry.is_dir() and not is_link:
                left.append((entry.path, parts))
            else:
                yield parts, is_link


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        # A folder that was taken out while others were read is empty.
        return []
    except OSError as failure:
        # One that counted as empty would make every entry in it one that was taken out.
        raise NoPlaybook(
            f"the folder {failure.filename} cannot be read: {failure.strerror or 'it gives no reason'}; "
            "check that you may open it"
        ) from failure
