"""An edit is done as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.check.check import Checked, check_folder
from generator.edit.change import Edit, changed_bytes, folder_after
from generator.edit.refusal import Refusal, listed
from generator.load.document import parse_document
from generator.load.folder import Folder


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

    Args:
        folder: the playbook's folder.
        before: what was read from it, on which the edit rests.
        edit: what to do.

    Raises:
        Refusal: when a file was changed by someone else since it was read.
        OSError: when a file cannot be written.
    """
    texts = {document.file: document.text for document in (before.settings, *before.entries)}
    contents: dict[Path, bytes | None] = {folder / file: None for file in edit.removed}
    for file in {*edit.changes, *edit.moved}:
        content = (folder / file).read_bytes()
        if parse_document(content, file).text != texts[file]:
            raise Refusal(f"{file} was changed in the meantime; nothing was done, so try again")
        target = edit.moved.get(file, file)
        if target != file:
            contents[folder / file] = None
        # A link stays one: what changes is the file that it leads to.
        contents[(folder / target).resolve()] = changed_bytes(content, edit.changes.get(file, ()))
    for file, text in edit.written.items():
        contents[(folder / file).resolve()] = text.encode("utf-8")
    _replace_all(contents)


def _replace_all(contents: Mapping[Path, bytes | None]) -> None:
    """Give files their new content, and take out those that have none; all of them or none."""
    before = {path: path.read_bytes() if path.exists() else None for path in contents}
    fresh: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, content in contents.items():
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh[path] = path.with_name(f".{path.name}.{os.getpid()}")
                fresh[path].write_bytes(content)
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


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
