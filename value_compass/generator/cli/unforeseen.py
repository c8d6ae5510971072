"""What is told of a failure that nobody thought of, and of what the system refuses."""

from __future__ import annotations

import errno
import os
import tempfile
import traceback
from pathlib import Path

_NO_RIGHT = "you have no right to read or write there; ask for it, or name another place"
_NO_ROOM = "there is no room left; make room, then try again"
_NO_FOLDER = "a file stands where a folder is needed; move it away, or name another place"
_REFUSALS = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
}


def unforeseen(failure: Exception) -> str:
    """Keep the traceback in a file, and say in words what to do."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="compass-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(failure, file=log)
    return (
        f"compass: this should not have happened ({type(failure).__name__}: {failure}).\n"
        f"Nothing that was built before is lost. Please report it with the file {log.name}."
    )


def refused(failure: OSError) -> str:
    """Say in words what the system refuses, where, and what to do."""
    reason = _REFUSALS.get(failure.errno or 0, failure.strerror or str(failure))
    if failure.filename is None:
        return f"compass: {reason}"
    place = Path(os.fsdecode(failure.filename))
    # What is written goes to a hidden file first, of which the user knows nothing.
    return f"compass: {place.parent if place.name.startswith('.') else place}: {reason}"
