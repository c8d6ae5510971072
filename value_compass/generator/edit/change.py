"""Changes as data: which stretch of which file becomes what, before anything is written."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from value_compass.generator.load.document import Document, parse_document
from value_compass.generator.load.folder import CONTENT_FOLDER, KINDS_FOLDER, SETTINGS_FILE, Folder


class Change(Struct, frozen=True, order=True):
    """One stretch of a document's text becomes another text."""

    start: int
    end: int
    """Where it ends; the start again for words that are put in."""
    text: str


class Edit(Struct, frozen=True):
    """Everything that a command does to a playbook's folder."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """The changes in each file, by the name that it has before."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Files that get another name: the old one and the new one."""
    removed: tuple[str, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    """Files that are written as a whole."""

    def and_also(self, changes: Iterable[tuple[str, Change]]) -> Edit:
        """The same edit with more changes."""
        return replace(self, changes=by_file((*self._pairs(), *changes)))

    def _pairs(self) -> tuple[tuple[str, Change], ...]:
        return tuple((file, change) for file, changes in self.changes.items() for change in changes)


def by_file(changes: Iterable[tuple[str, Change]]) -> dict[str, tuple[Change, ...]]:
    """Changes in the form that an edit holds them."""
    found: dict[str, tuple[Change, ...]] = {}
    for file, change in changes:
        found[file] = (*found.get(file, ()), change)
    return found


def changed(text: str, changes: Iterable[Change]) -> str:
    """A text with its changes.

    Raises:
        ValueError: when two changes want the same stretch.
    """
    parts, done = [], 0
    for change in sorted(changes):
        if change.start < done:
            raise ValueError(f"two changes at character {change.start}")
        parts += [text[done : change.start], change.text]
        done = change.end
    return "".join([*parts, text[done:]])


def changed_bytes(content: bytes, changes: Iterable[Change]) -> bytes:
    """A file's bytes with the changes of its document.

    A document's text begins after the byte order mark and ends every line with one character; the file
    keeps its mark and its line ends.
    """
    text = content.decode("utf-8")
    mark = 1 if text.startswith("\ufeff") else 0
    ends = [found.start() - mark - before for before, found in enumerate(re.finditer("\r\n", text))]
    first = re.search("\r\n|\r|\n", text)
    line_end = first[0] if first else "\n"

    def place(index: int) -> int:
        return index + mark + bisect_left(ends, index)

    there = (
        Change(place(change.start), place(change.end), change.text.replace("\n", line_end))
        for change in changes
    )
    return changed(text, there).encode("utf-8")


def folder_after(folder: Folder, edit: Edit) -> Folder:
    """What would be read from the folder once the edit is done."""
    documents = {document.file: document for document in folder.documents}
    for file, changes in edit.changes.items():
        documents[file] = _reread(changed(documents[file].text, changes), file)
    for old, new in edit.moved.items():
        documents[new] = dataclasses.replace(documents.pop(old), file=new)
    for file in edit.removed:
        del documents[file]
    for file, text in edit.written.items():
        if file.startswith((f"{CONTENT_FOLDER}/", f"{KINDS_FOLDER}/")):
            documents[file] = _reread(text, file)
    settings = documents.pop(SETTINGS_FILE)
    files = sorted(documents)
    return replace(
        folder,
        settings=settings,
        entries=tuple(documents[file] for file in files if not file.startswith(f"{KINDS_FOLDER}/")),
        kinds=tuple(documents[file] for file in files if file.startswith(f"{KINDS_FOLDER}/")),
    )


def _reread(text: str, file: str) -> Document:
    return parse_document(text.encode("utf-8"), file)
