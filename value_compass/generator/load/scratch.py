"""Folders to work in that vanish afterwards, or in the next run when this one was killed.

Whoever works in one holds a lock in it, which ends with the process, however that ends.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

_LOCK = ".in-use"

_ATTEMPTS = 5
"""After so many, a disk is taken to have no locks; then nobody can take a folder for abandoned either."""


@contextmanager
def scratch(prefix: str, parent: Path | None = None) -> Iterator[Path]:
    """A private folder to work in; those of the same name that nobody works in any more are cleared.

    Args:
        prefix: what its name begins with.
        parent: the folder to make it in; the system's folder for temporary files unless given.
    """
    place = parent or Path(tempfile.gettempdir())
    for left in abandoned(prefix, place):
        _clear(left)
    # Its name is known before it is there: a signal at whatever moment finds what to clear.
    folder = place / f"{prefix}{os.urandom(8).hex()}"
    try:
        with _held(folder):
            yield folder
    finally:
        _clear(folder)


def _held(folder: Path) -> TextIO:
    """A new folder's lock; should someone clear the folder before it has one, it is made again."""
    for attempt in range(_ATTEMPTS):
        folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileNotFoundError):
            lock = (folder / _LOCK).open("w", encoding="utf-8")
            if (_take(lock) or attempt == _ATTEMPTS - 1) and (folder / _LOCK).exists():
                return lock
            lock.close()
    raise OSError(f"no folder to work in could be kept in {folder.parent}")


def _clear(folder: Path) -> None:
    """Take a folder away, the lock last: what is left of it by a kill is still known as ours."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name == _LOCK:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
        (folder / _LOCK).unlink(missing_ok=True)
        folder.rmdir()


def abandoned(prefix: str, parent: Path) -> Iterator[Path]:
    """The folders of this user in which a killed run worked, each with its lock held meanwhile."""
    for folder in sorted(parent.glob(f"{prefix}*")):
        with suppress(OSError):
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or (os.name != "nt" and found.st_uid != os.geteuid()):
                continue
            if not os.listdir(folder):
                yield folder  # killed before it had a lock
            elif (folder / _LOCK).exists():
                with (folder / _LOCK).open("r+", encoding="utf-8") as lock:
                    if _take(lock):
                        yield folder


if sys.platform == "win32":
    import msvcrt

    def _take(lock: TextIO) -> bool:
        with suppress(OSError):
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _take(lock: TextIO) -> bool:
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
