"""What was worked out before, kept in the user's own cache by the hash of what it was made from.

Nothing that is kept is ever executed; what is damaged counts as missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from value_compass.generator.load import fonts
from value_compass.generator.load.keeping import keep as keep_file
from value_compass.generator.load.keeping import kept as kept_file

_MOST = 400
"""So many files of a sort are kept; the oldest go first."""


def cache_folder() -> Path:
    """The folder below which nobody but the user writes."""
    named = os.environ.get("XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        return Path(named) / "value-compass"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "value-compass"
    return Path.home() / ".cache" / "value-compass"


def key_of(*parts: str | bytes) -> str:
    """A name for what is made from these parts, and from nothing else."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]


@cache
def press_key(templates: Path) -> str:
    """What sets the book, as one key: Typst, HarfBuzz, our templates, this room's code and that of fonts.

    What another version worked out is never taken for what this one would.
    """
    files = [
        *sorted(templates.glob("*.typ")),
        *sorted(Path(__file__).parent.glob("*.py")),
        Path(fonts.__file__),
    ]
    libraries = (version(library) for library in ("typst", "uharfbuzz"))
    return key_of(*libraries, *(part for file in files for part in (file.name, file.read_bytes())))


def kept(sort: str, key: str) -> bytes | None:
    """What was kept under a key."""
    file = cache_folder() / sort / key
    data = kept_file(file)
    if data is not None:
        with suppress(OSError):
            os.utime(file)
    return data


def keep(sort: str, key: str, data: bytes) -> None:
    """Keep something; where that cannot be, it is made again the next time."""
    folder = cache_folder() / sort
    keep_file(folder / key, data)
    with suppress(OSError):
        _tidy(folder)


def kept_table(sort: str, key: str) -> dict[str, Any]:
    """A table that was kept, or an empty one."""
    data = kept(sort, key)
    if data is None:
        return {}
    found = json.loads(data)
    return found if isinstance(found, dict) else {}


def keep_table(sort: str, key: str, table: Mapping[str, Any]) -> None:
    """Keep a table."""
    keep(sort, key, json.dumps(table, separators=(",", ":")).encode())


def _tidy(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST]:
        file.unlink(missing_ok=True)
