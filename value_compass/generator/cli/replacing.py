"""Putting what was built in the place of the last: whole, and at one stroke.

At each moment, also when the process is killed, there is a whole site, and the book beside it is the one that
the site offers. Where the system can swap two folders, readers never see a site that is not there; while it
does, the book is a link into the site, so that one swap replaces both. Where a system has no swap or no
links, there is a short gap between two steps, and the next build puts back what a killed one moved away.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from value_compass.generator.load.scratch import abandoned, scratch

_PREFIX = ".compass-"
"""What the folders begin with in which something is built beside its target."""

_OLD = "old"
"""What the last one is called while the new one takes its place in two steps."""

_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A folder to build in, on the disk of the place where it will stand; what killed builds left is cleared.

    Args:
        folder: where things will be put.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in abandoned(_PREFIX, folder):
        for moved in left.glob(f"{_OLD}/*"):
            if not os.path.lexists(folder / moved.name):
                moved.rename(folder / moved.name)
    with scratch(_PREFIX, folder) as work:
        yield work


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to build at, which takes the target's place when the block ends well.

    When the block raises, what it built is thrown away and the target stays as it was.

    Args:
        target: the file or folder to make or replace; a link is followed, except one of ours.

    Yields:
        A path on the same disk that does not exist yet.
    """
    target = target.parent.resolve() / target.name if _leads_into_site(target) else target.resolve()
    with beside(target.parent) as work:
        fresh = work / "new"
        yield fresh
        _put(fresh, target, work)


def put_site(site: Path, fresh: Path, book: Path, work: Path) -> None:
    """Put a site in place, and with it the book that it offers, if it offers one.

    Args:
        site: where it will be.
        fresh: the new site; nothing there lets the last one stay.
        book: where the book will be, beside the site; it is called as the one in the site.
        work: the folder in which the site was built.
    """
    offered = (fresh / book.name).exists()
    with scratch(_PREFIX, book.parent) as desk:
        if offered and not book.is_symlink():
            if book.exists() and site.exists():
                # From here on the last book is the one that the last site offers.
                _put(_copy(book, work), site.resolve() / book.name, work)
            if site.exists() or not book.exists():
                _link(book, site, desk)
        elif not offered and _leads_into_site(book):
            # A killed build left the link: the last book stays, though the site that it lies in goes.
            _put(_copy(book, desk), book, desk) if book.exists() else book.unlink()
        if fresh.exists():
            _put(fresh, site.resolve(), work)
        if offered and book.is_symlink() and not _leads_into_site(book):
            with replacing(book) as copy:
                shutil.copyfile(site / book.name, copy)
        elif offered:
            _put(_copy(site / book.name, desk), book, desk)


def _leads_into_site(book: Path) -> bool:
    """Whether this is our link into the folder of a site beside it, and no link of the user's own."""
    if not book.is_symlink():
        return False
    folder, name = os.path.split(os.readlink(book))
    return name == book.name and folder not in {"", ".", ".."} and os.path.basename(folder) == folder


def _copy(file: Path, work: Path) -> Path:
    copy = work / f"copy-of-{file.name}"
    shutil.copyfile(file, copy)
    return copy


def _link(book: Path, site: Path, work: Path) -> None:
    """Let the book be a link into the site, where the system has links."""
    link = work / f"link-to-{book.name}"
    try:
        link.symlink_to(os.path.join(site.name, book.name))
    except (OSError, NotImplementedError):
        return
    link.replace(book)


def _put(fresh: Path, target: Path, work: Path) -> None:
    """Put a file or a folder in place."""
    if fresh.is_dir():
        _set_usual_mode(fresh)
        _put_folder(fresh, target, work)
    else:
        fresh.replace(target)


def _put_folder(fresh: Path, target: Path, work: Path) -> None:
    if not target.exists():
        try:
            fresh.rename(target)
        except OSError as failure:
            if failure.errno not in {errno.EEXIST, errno.ENOTEMPTY}:
                raise
        else:
            return
    if _swap(fresh, target):
        return
    old = work / _OLD / target.name
    old.parent.mkdir(exist_ok=True)
    target.rename(old)
    try:
        fresh.rename(target)
    except BaseException:
        if not target.exists():
            old.rename(target)
        raise


def _swap(one: Path, other: Path) -> bool:
    """Let two folders change places at one stroke; tells whether the system can."""
    # Asked for here, since a build that changes nothing replaces nothing.
    import ctypes  # noqa: PLC0415 - see above

    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    here, exchange = -100, 2
    sys.audit("os.rename", str(one), str(other), -1, -1)
    if hasattr(library, "renameat2"):  # Linux
        status = library.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange)
    elif hasattr(library, "renamex_np"):  # macOS
        status = library.renamex_np(os.fsencode(one), os.fsencode(other), exchange)
    else:
        return False
    if status == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _set_usual_mode(folder: Path) -> None:
    """A folder made inside a private one must still be readable by a web server."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)
