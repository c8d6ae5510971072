"""What a folder holds, copies of it, and where the pages of a site lead."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path
from urllib.parse import urldefrag, urlparse


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file, by its path from the folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def copied(folder: Path, to: Path) -> Path:
    """Copy a folder that no test changes: it is read once, for a thousand copies that are made of it."""
    folders, files = _held(folder)
    for name in folders:
        os.makedirs(f"{to}/{name}", exist_ok=True)
    for name, content in files.items():
        with open(f"{to}/{name}", "wb", buffering=0) as file:
            file.write(content)
    return to


@functools.cache
def _held(folder: Path) -> tuple[list[str], dict[str, bytes]]:
    """The folders in a folder, first itself, and its files."""
    inside = (path for path in sorted(folder.rglob("*")) if path.is_dir())
    return [path.relative_to(folder).as_posix() for path in (folder, *inside)], contents(folder)


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Links of pages that lead to no file or no place in it; those of the error page stand at any address."""
    pages = {str(path): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    ids = {path: set(re.findall(r'\sid="?([^">\s]+)', html)) for path, html in pages.items()}
    there = {str(site), *(str(path) for path in site.rglob("*"))}
    broken = []
    for path, html in pages.items():
        if os.path.basename(path) == "404.html":
            continue
        for target in dict.fromkeys(re.findall(r'(?:href|src)="([^"]+)"', html)):
            address, fragment = urldefrag(target.replace("&amp;", "&"))
            if urlparse(address).scheme:
                continue
            found = (
                os.path.normpath(f"{os.path.dirname(path)}/{address.partition('?')[0]}") if address else path
            )
            if found not in there or (fragment and fragment not in ids.get(found, {fragment})):
                broken.append((os.path.basename(path), target))
    return broken
