"""An edit is done as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from value_compass.generator.check.check import Checked, check_folder
from value_compass.generator.edit.change import Edit, changed_bytes, folder_after
from value_compass.generator.edit.refusal import Refusal, listed
from value_compass.generator.load.document import parse_document
from value_compass.generator.load.folder import Folder

_Content: TypeAlias = bytes | Path | None
"""What stands at a path: a file's bytes, where a link leads, or nothing."""


def confirmed(before: Folder, edit: Edit) -> Checked:
    """The content after an edit, checked before anything is written.

    Raises:
        Refusal: when the check would then have errors.
    """
    after = check_folder(folder_after(before, edit))
    if after.errors:
        raise Refusal(f"nothing was changed, because these would be wrong then:\n{listed(after.errors)}")
    return after


def carry_out(folder: Path, before: Folder, edit: Edit) -> None:
    """Write an edit to disk; when a file cannot be written, all are as they were.

    Where a file is a link to one that lies elsewhere, that one is written and the link stays.

    Args:
        folder: the playbook's folder.
        before: what was read from it, on which the edit rests.
        edit: what to do.

    Raises:
        Refusal: when a file was changed by someone else since it was read.
        OSError: when a file cannot be written.
    """
    texts = {document.file: document.text for document in before.documents}
    contents: dict[Path, _Content] = {folder / file: None for file in edit.removed}
    for file in {*edit.changes, *edit.moved}:
        path, target = folder / file, folder / edit.moved.get(file, file)
        content = path.read_bytes()
        if parse_document(content, file).text != texts[file]:
            raise Refusal(f"{file} was changed in the meantime; nothing was done, so try again")
        if target != path:
            contents[path] = None
            if path.is_symlink():
                contents[target] = path.readlink()
        # A link stays one: what changes is the file that it leads to.
        contents[(path if path.is_symlink() else target).resolve()] = changed_bytes(
            content, edit.changes.get(file, ())
        )
    for file, text in edit.written.items():
        contents[(folder / file).resolve()] = text.encode("utf-8")
    _replace_all(contents)


def _replace_all(contents: Mapping[Path, _Content]) -> None:
    """Give files their new content, and take out those that have none; all of them or none."""
    before = {path: _content_of(path) for path in contents}
    fresh: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, content in contents.items():
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh[path] = path.with_name(f".{path.name}.{os.getpid()}")
                _put(fresh[path], content)
                if before[path] is not None:
                    shutil.copymode(path, fresh[path])
        for path, content in contents.items():
            done.append(path)
            if content is None:
                path.unlink()
            else:
                fresh[path].replace(path)
    except BaseException:
        for path in done:
            _restore(path, before[path])
        raise
    finally:
        for left in fresh.values():
            left.unlink(missing_ok=True)


def _content_of(path: Path) -> _Content:
    if path.is_symlink():
        return path.readlink()
    return path.read_bytes() if path.exists() else None


def _put(path: Path, content: bytes | Path) -> None:
    if isinstance(content, Path):
        path.symlink_to(content)
    else:
        path.write_bytes(content)


def _restore(path: Path, content: _Content) -> None:
    if not isinstance(content, bytes):
        path.unlink(missing_ok=True)
    if content is not None:
        _put(path, content)
