"""Putting a finished folder or file in the place of the last one, in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to build at, which takes the target's place when the block ends well.

    When the block raises, what it built is thrown away and the target stays as it was.

    Args:
        target: the file or folder to make or replace; a link is followed.

    Yields:
        A path beside it that does not exist yet.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    fresh, old = workshop / "new", workshop / "old"
    try:
        yield fresh
        if target.exists():
            target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
        _set_usual_mode(target)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _set_usual_mode(path: Path) -> None:
    """A folder made inside a private one must still be readable by a web server."""
    mask = os.umask(0)
    os.umask(mask)
    if path.is_dir():
        path.chmod(0o777 & ~mask)
