"""The files of a playbook's folder: in what state they are, and what was read from them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import Event
from typing import TypeAlias

from value_compass.generator.load.document import Document, read_document
from value_compass.generator.load.folder import CONTENT_FOLDER, KINDS_FOLDER, SETTINGS_FILE
from value_compass.generator.load.house import TEMPLATES_FOLDER
from value_compass.language.catalogue import OWN

Stamp: TypeAlias = tuple[int, ...]
"""What changes whenever a file is written or another one takes its place."""

Stamps: TypeAlias = Mapping[str, Stamp]
"""The state of every file, by its path from the playbook's folder."""

PAUSE = 0.1
"""Seconds from one look at the files to the next: editors save in many ways, and a look takes 2 ms."""

QUIET = 0.03
"""Seconds without a change after which a save is taken to be whole."""

LONGEST = 40
"""So many looks are made at most until files are taken as they are, though a save seems to go on."""


def stamp_of(path: str | os.PathLike[str]) -> Stamp:
    """The state of one file; of one that is not there, nothing."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def stamps(folder: Path, beside: Iterable[str] = ()) -> Stamps:
    """The state of the settings, of entries, kinds, words and templates, and of files beside them."""
    top = str(folder)
    found = [os.path.join(top, name) for name in (SETTINGS_FILE, *beside)]
    for name in (CONTENT_FOLDER, KINDS_FOLDER, OWN, TEMPLATES_FOLDER):
        found += _files(os.path.join(top, name))
    return {file: stamp_of(file) for file in found}


def _files(folder: str) -> Iterator[str]:
    left = [folder]
    while left:
        try:
            with os.scandir(left.pop()) as listed:
                entries = list(listed)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                left.append(entry.path)
            elif not entry.name.startswith("."):
                yield entry.path


def wait_for_change(folder: Path, known: Stamps, stopped: Event, beside: Iterable[str] = ()) -> Stamps | None:
    """Wait until the files are others than they were, and are written to no more.

    Args:
        folder: the playbook's folder.
        known: the state that was seen last.
        stopped: ends the wait.
        beside: other files that the site is made from.

    Returns:
        The new state; nothing when the wait was ended.
    """
    while not stopped.wait(PAUSE):
        now = stamps(folder, beside)
        if now == known:
            continue
        for _ in range(LONGEST):
            before = now
            stopped.wait(QUIET)
            now = stamps(folder, beside)
            if now == before and not _between(known, now):
                break
        return now
    return None


def _between(known: Stamps, now: Stamps) -> bool:
    """Whether a file lost all that it held, as most do for a moment while an editor saves them."""
    return any(
        _holds_something(stamp) and not _holds_something(now.get(file, ())) for file, stamp in known.items()
    )


def _holds_something(stamp: Stamp) -> bool:
    _, _, size, _ = stamp or (0, 0, 0, 0)
    return size > 0


class Documents:
    """A reader of files, which keeps what it read for as long as the file stays the same."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Stamp, Document]] = {}

    def read(self, path: Path, file: str) -> Document:
        """Read a file as `read_document` does; one that is the same as before gives the same document."""
        # Taken first: what is written while it is read then counts as a change.
        stamp = stamp_of(path)
        kept = self._kept.get(file)
        if kept and stamp and kept[0] == stamp:
            return kept[1]
        document = read_document(path, file)
        self._kept[file] = (stamp, document)
        return document
