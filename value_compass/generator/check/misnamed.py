"""Files that nothing reads where they lie, and the entry that each was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from value_compass.generator.check.reading import id_from
from value_compass.generator.check.taken_ids import why_not
from value_compass.generator.load.folder import CONTENT_FOLDER, Folder
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import Kinds

_ENDINGS = re.compile(r"(?:\.ya?ml|\.txt)+$", re.IGNORECASE)
"""What editors make of `.yml`; one that hides endings adds its own."""


def misnamed(folder: Folder, kinds: Kinds) -> Mapping[str, Reference]:
    """The entries that are not there, by the files that would be these entries under another name."""
    there = dict.fromkeys(document.file for document in folder.entries)
    found = ((file, _meant(file)) for file in (*there, *folder.strays))
    return {file: meant for file, meant in found if meant and meant.kind in kinds and meant.file not in there}


def way_out(file: str, meant: Reference, called: str = "it") -> str:
    """How a file becomes the entry that it was meant to be."""
    if file.rpartition("/")[0] == meant.file.rpartition("/")[0]:
        return f"rename {called} to {meant.id}.yml"
    return f"move {called} to {meant.file}"


@lru_cache(maxsize=4096)
def _meant(file: str) -> Reference | None:
    """The entry that a file would be; its kind may be one that there is not."""
    top, _, inside = file.partition("/")
    kind, _, name = inside.partition("/")
    stem, endings = _ENDINGS.subn("", name.rpartition("/")[2])
    word = id_from(stem)
    if top != CONTENT_FOLDER or not endings or not word or why_not(word):
        return None
    return Reference(kind, word)
