"""Files of a site on the disk: written, or taken over from the last site where they say the same."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_files(files: Iterable[tuple[str, str | bytes]], target: Path, last: Path | None = None) -> None:
    """Write files by their addresses.

    A file that the last site has as well is taken over. It keeps its time: browsers need not ask for it
    again, and a copy of the site elsewhere is soon brought up to date. To make a file is dear, too.

    Args:
        files: what they hold, by their addresses.
        target: the folder to write to.
        last: the folder of the last site, whose files are never changed.
    """
    made: set[str] = set()
    for address, content in files:
        said = _bytes(content)
        file, folder = f"{target}/{address}", address.rpartition("/")[0]
        if folder not in made:
            os.makedirs(f"{target}/{folder}", exist_ok=True)
            made.add(folder)
        if last is None or not _taken_over(f"{last}/{address}", said, file):
            Path(file).write_bytes(said)


def holds(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> bool:
    """Whether a folder has these files and no others; the first that it lacks ends the search.

    Args:
        folder: the folder of a site.
        files: what they hold, by their addresses.
    """
    addresses = set()
    for address, content in files:
        if not _says(f"{folder}/{address}", _bytes(content)):
            return False
        addresses.add(address)
    try:
        return all(address in addresses for address in _addresses(folder))
    except OSError:  # another build has just put its own in place
        return False


def _addresses(folder: Path) -> Iterator[str]:
    """All that a folder holds, but for folders, at whatever depth; nothing follows a link."""
    left = [(str(folder), "")]
    while left:
        place, before = left.pop()
        with os.scandir(place) as found:
            for one in found:
                if one.is_dir(follow_symlinks=False):
                    left.append((one.path, f"{before}{one.name}/"))
                else:
                    yield f"{before}{one.name}"


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _taken_over(old: str, said: bytes, file: str) -> bool:
    """Whether a file is there that says the same, and stands in its new place now as well."""
    try:
        same = _says(old, said)
        if same:
            os.link(old, file)
    except OSError:  # this disk has no such links
        return False
    return same


def _says(file: str, said: bytes) -> bool:
    """Whether there is a file, and no link, that says this."""
    try:
        found = os.open(file, os.O_RDONLY | _NO_LINK)
        try:
            return os.fstat(found).st_size == len(said) and os.read(found, len(said)) == said
        finally:
            os.close(found)
    except OSError:  # there is none, or it is a folder
        return False
