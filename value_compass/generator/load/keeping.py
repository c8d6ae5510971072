"""What is kept from one run to the next: whole or not at all, and made anew when it is damaged.

Nothing that is kept in a playbook's folder is ever run: whoever wrote the playbook may have written that too.
Code is kept beside the environment that runs ours, since whoever can write there runs code as it is.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

BESIDE_ENVIRONMENT = Path(sys.prefix) / "compass-kept"
"""A folder that is as safe as our own code."""

_SEAL = hashlib.sha256().digest_size
"""So many bytes before the data tell whether it is whole."""


def made_once(name: str, origin: bytes, make: Callable[[], Any]) -> Any:
    """What is made of files of our own, which change with a release at most.

    Args:
        name: what it is kept as.
        origin: what it is made of; of another origin it is made anew.
        make: makes it, of plain values.
    """
    file, seal = BESIDE_ENVIRONMENT / name, hashlib.sha256(origin).digest()
    found = kept(file) or b""
    if found.startswith(seal):
        return marshal.loads(found.removeprefix(seal))  # noqa: S302 - as safe as our own code
    made = make()
    keep(file, seal + marshal.dumps(made))
    return made


def kept(file: Path) -> bytes | None:
    """What was kept in a file; nothing when it is missing or damaged."""
    try:
        whole = file.read_bytes()
    except OSError:
        return None
    seal, data = whole[:_SEAL], whole[_SEAL:]
    return data if hashlib.sha256(data).digest() == seal else None


def keep(file: Path, data: bytes) -> None:
    """Keep data in a file, in a folder that git passes over; one that cannot be written is no error.

    A link to a folder is left alone: it could lead anywhere.
    """
    if file.parent.is_symlink():
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        ignored = file.parent / ".gitignore"
        if not ignored.exists():
            _write(ignored, b"*\n")
        _write(file, hashlib.sha256(data).digest() + data)
    except OSError:
        return


def _write(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
